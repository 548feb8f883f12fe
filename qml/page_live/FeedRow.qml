// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// One thing that happened, or several of a kind, in two lines. Who it is about may be cut, what became of it never is: they
// are two texts, so that no language needs its verb at the end of a cut sentence.
Item {
    id: entry

    required property int index
    required property int kind
    required property string customer
    required property string directory
    required property string code
    required property int attempt
    required property int maxAttempts
    required property string jobId
    required property string submissionId
    required property double atMs
    required property double lastMs
    required property double retryAtMs
    required property string actor
    required property int n1
    required property int n2
    required property string text
    required property int times
    required property int jobs
    required property int directories
    property bool current: false
    /// What a pointer here should be told, and beside what; the feed has one hint for all entries.
    readonly property Item tipOf: agePointer.hovered ? age : headPointer.hovered && name.truncated ? head : aboutPointer.hovered && about.truncated ? about : null
    readonly property string tip: tipOf === age ? when() : tipOf === head ? subject + deed : tipOf === about ? detail : ""
    readonly property bool hovered: pointer.hovered
    signal clicked()

    readonly property bool ofSubmission: kind <= FeedModel.Skipped
    readonly property bool many: times > 1
    readonly property string place: isolated(Format.oneLine(directory, 60))
    /// Nobody where it is of no job.
    readonly property string who: jobId.length > 0 ? isolated(Format.oneLine(Words.customer(customer), 60)) : ""
    readonly property string why: isolated(Words.error(Format.oneLine(code, 40)))
    readonly property string subject: subjectOf()
    readonly property string deed: subject.length > 0 ? qsTr(": %1", "after a name: what became of it").arg(deedOf()) : deedOf()
    readonly property string detail: detailOf()

    function isolated(name: string): string {
        return name.length > 0 ? "\u2068" + name + "\u2069" : "";
    }
    function subjectOf(): string {
        switch (kind) {
        case FeedModel.Approved:
        case FeedModel.Submitted:
        case FeedModel.Rejected:
        case FeedModel.Skipped:
        case FeedModel.Started:
            return !many ? place : jobs === 1 ? who : "";
        case FeedModel.Retry:
            return many && jobs === 1 && retryAtMs === 0 ? who : "";
        case FeedModel.WorkerLost:
        case FeedModel.WorkerBack:
            return many ? "" : isolated(Format.oneLine(actor, 40));
        case FeedModel.Circuit:
            return many ? "" : place;
        }
        return "";
    }
    function deedOf(): string {
        switch (kind) {
        case FeedModel.Approved:
            return many ? qsTr("%Ln approved", "submissions", times) : qsTr("approved", "a directory approved a listing");
        case FeedModel.Submitted:
            return many ? qsTr("%Ln sent", "submissions", times) : qsTr("sent", "a listing was submitted to a directory");
        case FeedModel.Rejected:
            return many ? qsTr("%Ln rejected", "submissions", times) : qsTr("rejected", "a directory rejected a listing");
        case FeedModel.Skipped:
            return many ? qsTr("%Ln skipped", "submissions", times) : qsTr("skipped", "a submission to a directory was skipped");
        case FeedModel.Started:
            return !many ? qsTr("started", "a submission to a directory") : jobs === 1 ? qsTr("%Ln started", "submissions", times) : qsTr("%Ln submission(s) started", "", times);
        case FeedModel.Failed:
            return many ? qsTr("%Ln failed: %1", "submissions: error code", times).arg(why) : qsTr("Failed: %1", "error code").arg(why);
        case FeedModel.Manual:
            return many ? qsTr("%Ln need a person: %1", "submissions: error code", times).arg(why) : qsTr("Needs a person: %1", "error code").arg(why);
        case FeedModel.Retry:
            return retryAtMs > 0 ? retryOf() : many ? qsTr("%Ln back in the queue", "submissions", times) : qsTr("Back in the queue");
        case FeedModel.JobDone:
            return qsTr("Job finished: %1 of %2").arg(Format.number(n1)).arg(Format.number(n2));
        case FeedModel.JobState:
            return text === "reopened" ? reopened() : many ? qsTr("%Ln job(s): %1", "state of the jobs", jobs).arg(Words.jobStateOf(text)) : qsTr("Job: %1", "state of the job").arg(Words.jobStateOf(text));
        case FeedModel.WorkerLost:
            return many ? qsTr("%Ln worker(s) went offline", "", times) : qsTr("went offline", "a worker");
        case FeedModel.WorkerBack:
            return many ? qsTr("%Ln worker(s) back online", "", times) : qsTr("back online", "a worker");
        case FeedModel.Circuit:
            return circuitOf();
        }
        return qsTr("You: %1").arg(Words.verb(text));
    }
    function reopened(): string {
        return many ? qsTr("%Ln job(s) reopened", "", jobs) : actor.length > 0 ? qsTr("Job reopened by %1").arg(isolated(Format.oneLine(actor, 40))) : qsTr("Job reopened");
    }
    function retryOf(): string {
        return many ? qsTr("%Ln to be retried: %1", "submissions: error code", times).arg(why) : qsTr("Retry %1 of %2 at %3").arg(attempt + 1).arg(maxAttempts).arg(Format.time(retryAtMs));
    }
    function circuitOf(): string {
        switch (text) {
        case "open":
            return many ? qsTr("%Ln directories shut off", "", directories) : qsTr("shut off", "a directory");
        case "closed":
            return many ? qsTr("%Ln directories open again", "", directories) : qsTr("open again", "a directory");
        case "half_open":
            return many ? qsTr("%Ln directories being tested", "", directories) : qsTr("being tested", "a directory that was shut off");
        }
        return many ? qsTr("%Ln directories in an unknown state", "", directories) : qsTr("in an unknown state", "a directory");
    }
    function detailOf(): string {
        switch (kind) {
        case FeedModel.Failed:
        case FeedModel.Manual:
            return Format.joined([places(), jobsOrName()], " · ");
        case FeedModel.Retry:
            return many && retryAtMs === 0 ? course() : Format.joined([many ? "" : why, places(), jobsOrName()], " · ");
        case FeedModel.Started:
            return many ? course() : Format.joined([who, isolated(Format.oneLine(actor, 40))], " · ");
        case FeedModel.JobState:
            return manyJobs();
        case FeedModel.WorkerLost:
            return many ? span() : qsTr("its work goes back to the queue");
        case FeedModel.WorkerBack:
            return many ? span() : qsTr("takes work again");
        case FeedModel.Circuit:
            return Format.joined([many ? places() : "", retryAtMs > 0 ? qsTr("until %1").arg(Format.time(retryAtMs)) : ""], " · ");
        case FeedModel.You:
            return Format.joined([who, outcome()], " · ");
        }
        return many ? course() : who;
    }
    function places(): string {
        return directories > 1 ? qsTr("%1, %Ln more", "a directory and how many others", directories - 1).arg(place) : place;
    }
    function jobsOrName(): string {
        return jobs > 1 ? qsTr("%Ln job(s)", "", jobs) : who;
    }
    function manyJobs(): string {
        return jobs > 1 ? qsTr("%1, %Ln more job(s)", "a customer and how many others", jobs - 1).arg(who) : who;
    }
    function course(): string {
        return jobs > 1 ? manyJobs() : qsTr("in %1 · last %2", "duration · directory").arg(Format.duration(Math.max(1, (lastMs - atMs) / 1000))).arg(place);
    }
    function span(): string {
        return qsTr("within %1, from %2", "duration, time of day").arg(Format.duration(Math.max(1, (lastMs - atMs) / 1000))).arg(Format.clock(atMs));
    }
    function outcome(): string {
        switch (code) {
        case "":
            return n2 > 0 ? qsTr("%1 done, %2 refused").arg(Format.number(n1)).arg(Format.number(n2)) : qsTr("%Ln done", "", n1);
        case "cancelled":
            return n1 > 0 ? qsTr("%Ln done, the rest undone", "", n1) : qsTr("undone before it was sent");
        case "expired":
            return qsTr("not sent for 24 hours, dropped");
        }
        return qsTr("refused: %1", "error code").arg(why);
    }
    function when(): string {
        return many && lastMs - atMs >= 1000 ? qsTr("%1 to %2", "from one time to another").arg(Format.absolute(atMs)).arg(Format.clock(lastMs)) : Format.absolute(atMs);
    }
    function bucket(): int {
        const marks = [0, 1, 2, 3, 4, 5, 2, 7];
        return kind < marks.length ? marks[kind] : 8;
    }
    function sign(): string {
        switch (kind) {
        case FeedModel.JobDone:
            return "verify";
        case FeedModel.JobState:
            return "list";
        case FeedModel.Circuit:
            return "circuit";
        case FeedModel.You:
            return "person";
        }
        return "worker";
    }
    function isBad(): bool {
        return kind === FeedModel.WorkerLost || (kind === FeedModel.Circuit && text === "open") || (kind === FeedModel.You && (n2 > 0 || (code.length > 0 && code !== "cancelled")));
    }

    implicitHeight: Theme.scaled(46)
    Accessible.role: Accessible.ListItem
    Accessible.name: Spoken.active ? subject + deed + ". " + detail + ". " + since.text : ""
    Accessible.onPressAction: entry.clicked()

    Ago {
        id: since

        at: entry.atMs
    }
    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 4
        anchors.rightMargin: 4
        radius: Theme.radius - 2
        color: entry.current ? Theme.selected : pointer.hovered ? Theme.hovered : "transparent"
        border.width: entry.current ? 2 : 0
        border.color: Theme.accent
    }
    HoverHandler {
        id: pointer
    }
    TapHandler {
        onTapped: entry.clicked()
    }
    StateMark {
        x: Theme.pad
        y: Theme.scaled(10)
        width: Theme.scaled(10)
        height: width
        visible: entry.ofSubmission
        bucket: entry.bucket()
    }
    Icon {
        x: Theme.pad - 2
        y: Theme.scaled(8)
        width: Theme.scaled(14)
        height: width
        visible: !entry.ofSubmission
        name: entry.ofSubmission ? "" : entry.sign()
        colour: entry.isBad() ? Theme.bad : entry.kind === FeedModel.JobDone ? Theme.good : Theme.muted
    }
    Item {
        id: head

        x: Theme.pad + Theme.scaled(20)
        y: Theme.scaled(5)
        width: age.x - x - 6
        height: what.height

        Label {
            id: name

            width: Math.min(implicitWidth, head.width - what.width)
            text: entry.subject
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Label {
            id: what

            x: name.width
            width: Math.min(implicitWidth, head.width)
            text: entry.deed
            font.weight: Font.Medium
            // Where even this is too long (large text, a long code), it is set smaller before it is cut.
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
        HoverHandler {
            id: headPointer
        }
    }
    Label {
        id: about

        anchors.left: head.left
        anchors.top: head.bottom
        anchors.topMargin: 1
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad
        text: entry.detail
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true

        HoverHandler {
            id: aboutPointer
        }
    }
    Label {
        id: age

        x: parent.width - Theme.pad - width
        anchors.baseline: head.top
        anchors.baselineOffset: what.baselineOffset
        text: since.text
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true

        HoverHandler {
            id: agePointer
        }
    }
}
