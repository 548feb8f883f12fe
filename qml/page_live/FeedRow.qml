// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// One thing that happened, as a sentence and what it was about.
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
    required property double retryAtMs
    required property string actor
    required property int n1
    required property int n2
    required property string text
    property bool current: false
    /// What a pointer here should be told, and beside what; the feed has one hint for all entries.
    readonly property Item tipOf: agePointer.hovered ? age : headPointer.hovered && head.truncated ? head : null
    readonly property string tip: tipOf === age ? Format.absolute(atMs) : tipOf === head ? head.text : ""
    readonly property bool hovered: pointer.hovered
    signal clicked()

    readonly property bool ofSubmission: kind <= FeedModel.Skipped
    readonly property string place: Format.oneLine(directory, 60)
    readonly property string who: Format.oneLine(customer, 60)

    function sentence(): string {
        switch (kind) {
        case FeedModel.Approved:
            return qsTr("%1 approved", "a directory approved a listing").arg(place);
        case FeedModel.Submitted:
            return qsTr("Submitted to %1").arg(place);
        case FeedModel.Failed:
            return qsTr("%1 at %2", "error code at directory").arg(Format.oneLine(code, 40)).arg(place);
        case FeedModel.Retry:
            return retryAtMs > 0 ? qsTr("Retry %1 of %2 at %3").arg(attempt + 1).arg(maxAttempts).arg(Format.time(retryAtMs)) : qsTr("Back in the queue: %1").arg(place);
        case FeedModel.Manual:
            return qsTr("Needs a person: %1").arg(Format.oneLine(code, 40));
        case FeedModel.Started:
            return actor.length > 0 ? qsTr("%1 took %2", "worker took directory").arg(Format.oneLine(actor, 40)).arg(place) : qsTr("Started at %1").arg(place);
        case FeedModel.Rejected:
            return qsTr("%1 rejected the listing").arg(place);
        case FeedModel.Skipped:
            return qsTr("%1 skipped", "a submission to a directory was skipped").arg(place);
        case FeedModel.JobDone:
            return qsTr("Job finished: %1 of %2").arg(Format.number(n1)).arg(Format.number(n2));
        case FeedModel.JobState:
            return qsTr("Job is now %1").arg(Words.jobStateOf(text));
        case FeedModel.WorkerLost:
            return qsTr("%1 fell silent").arg(Format.oneLine(actor, 40));
        case FeedModel.WorkerBack:
            return qsTr("%1 is back").arg(Format.oneLine(actor, 40));
        case FeedModel.Circuit:
            return text === "open" ? qsTr("%1 is shut off").arg(place) : text === "closed" ? qsTr("%1 is open again").arg(place) : qsTr("%1 is being probed").arg(place);
        }
        return qsTr("You: %1").arg(Words.verb(text));
    }
    function about(): string {
        switch (kind) {
        case FeedModel.Retry:
        case FeedModel.Manual:
            return who + " · " + place;
        case FeedModel.WorkerLost:
            return qsTr("its work goes back to the queue");
        case FeedModel.WorkerBack:
            return qsTr("takes work again");
        case FeedModel.Circuit:
            return retryAtMs > 0 ? qsTr("until %1").arg(Format.time(retryAtMs)) : qsTr("circuit");
        case FeedModel.You:
            return n2 > 0 ? qsTr("%1 done · %2 refused").arg(n1).arg(n2) : qsTr("%Ln done", "", n1);
        }
        return who;
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

    implicitHeight: Theme.scaled(46)
    Accessible.role: Accessible.ListItem
    Accessible.name: sentence() + ". " + about() + ". " + Format.ago(atMs, Format.viewNow)
    Accessible.onPressAction: entry.clicked()

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
        colour: entry.kind === FeedModel.WorkerLost || (entry.kind === FeedModel.Circuit && entry.text === "open") || (entry.kind === FeedModel.You && entry.n2 > 0) ? Theme.bad : entry.kind === FeedModel.JobDone ? Theme.good : Theme.muted
    }
    Label {
        id: head

        x: Theme.pad + Theme.scaled(20)
        y: Theme.scaled(5)
        width: age.x - x - 6
        text: entry.sentence()
        font.weight: Font.Medium
        Accessible.ignored: true

        HoverHandler {
            id: headPointer
        }
    }
    Label {
        anchors.left: head.left
        anchors.top: head.bottom
        anchors.topMargin: 1
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad
        text: entry.about()
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    Label {
        id: age

        x: parent.width - Theme.pad - width
        anchors.baseline: head.baseline
        text: Format.ago(entry.atMs, Format.viewNow)
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true

        HoverHandler {
            id: agePointer
        }
    }
}
