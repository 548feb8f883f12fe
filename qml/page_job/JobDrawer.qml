// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// One job over the page it was opened from. Esc closes it and gives the keyboard back.
FocusScope {
    id: drawer

    required property JobScreen job
    required property ActionsScreen actions
    required property BulkScreen bulk
    required property ConnectionScreen connection
    signal closeWanted()

    readonly property bool paused: job.state === JobsView.Paused
    readonly property string toggleVerb: paused ? "jobs.resume" : "jobs.pause"
    readonly property Item newsLane: foot.lane
    readonly property int margin: 18

    // Tab goes round in the drawer: beyond its ends is what it covers. Esc gives the keyboard back to the page.
    function turn(toTheFirst: bool) {
        const next = toTheFirst ? first.nextItemInFocusChain(true) : last.nextItemInFocusChain(false);
        next.forceActiveFocus(toTheFirst ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
    function copyAnswer() {
        head.copyAnswer();
    }
    function focusFirst() {
        drawer.forceActiveFocus(Qt.OtherFocusReason);
    }
    // `revision` is read so that the answer is asked for again when role, state or pending marks change.
    function whyNot(verb: string): string {
        return actions.revision >= 0 ? Words.whyNot(actions.whyNotFor(verb, job.jobId)) : "";
    }
    // Straight after opening, the arrows walk the mosaic without a Tab to it first.
    function onArrow(event: KeyEvent): bool {
        const right = event.key === Qt.Key_Right ? 1 : event.key === Qt.Key_Left ? -1 : 0;
        const below = event.key === Qt.Key_Down ? 1 : event.key === Qt.Key_Up ? -1 : 0;
        if (right === 0 && below === 0)
            return false;
        mosaic.forceActiveFocus(Qt.TabFocusReason);
        mosaic.step(right, below);
        return true;
    }
    // A key that may not says why: it has no tooltip.
    function press(button: Button, verb: string) {
        if (!actions.denies(verb, job.jobId))
            button.clicked();
    }
    function ask(verb: string, priority: int) {
        bulk.ask(verb, [job.jobId], priority);
    }
    // What is selected is what is meant: a key of the job would do something else than it says.
    function onSelectionKey(key: string): bool {
        if (selection.count === 0)
            return false;
        if (key === "p" || key === "i" || key === "c")
            bulk.deny(key === "p" ? toggleVerb : key === "i" ? "jobs.priority" : "jobs.cancel", "squares");
        else
            return foot.press(key);
        return true;
    }
    function onLetter(event: KeyEvent) {
        const key = event.text;
        event.accepted = true;
        if (onArrow(event) || onSelectionKey(key))
            return;
        if (key === "n")
            drawer.job.selectNextFailed();
        else if (key === "N")
            drawer.job.selectPreviousFailed();
        else if (key === "R" || (key === "r" && job.submissionId.length === 0))
            press(retryAll, "jobs.retry-failed");
        else if (key === "p")
            press(toggle, toggleVerb);
        else if (key === "i")
            press(priority, "jobs.priority");
        else if (key === "c")
            press(cancel, "jobs.cancel");
        else if (key === "x" && job.submissionId.length > 0)
            selection.toggle(job.submissionId);
        else if (key === "X")
            mosaic.selectFailed();
        else
            event.accepted = submission.item !== null && (submission.item as SubmissionPane).press(key);
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Job of %1").arg(Format.name(Words.customer(job.customer)))

    // The window's own Esc closes the drawer; while something is selected the key is for that.
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && selection.count > 0
    Keys.onEscapePressed: selection.count > 0 ? selection.clear() : closeWanted()
    // Straight after opening no control has the keyboard, and Tab would begin at the top of the window.
    // From a control that has it, Tab does not come here.
    Keys.onTabPressed: mosaic.forceActiveFocus(Qt.TabFocusReason)
    Keys.onPressed: event => onLetter(event)

    IdSet {
        id: selection
    }
    Connections {
        function onOpenChanged() {
            selection.clear();
        }

        target: drawer.job
    }
    KeyboardInView {
        view: flick
    }
    TabEnd {
        id: first

        name: drawer.Accessible.name
        onReached: drawer.turn(false)
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.raised
    }
    Rule {
        height: parent.height
        color: Theme.lineStrong
    }

    DrawerHead {
        id: head

        x: drawer.margin
        y: 14
        width: parent.width - 2 * drawer.margin
        job: drawer.job
        connection: drawer.connection
        onCloseWanted: drawer.closeWanted()
    }
    // A Loader of Qt 6.4 cannot make a component that is bound to its context, so that the lint cannot see these ids.
    // qmllint disable unqualified
    Flickable {
        id: flick

        anchors.fill: parent
        anchors.topMargin: head.y + head.height + 12
        anchors.bottomMargin: foot.height
        contentHeight: content.implicitHeight + 24
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: content

            x: drawer.margin
            width: flick.width - 2 * drawer.margin
            spacing: 16

            WhyBlock {
                id: reasons

                // What stands below keeps its place when a reason goes.
                property real kept: 0

                width: parent.width
                height: Math.max(implicitHeight, kept)
                onImplicitHeightChanged: kept = Math.max(kept, implicitHeight)
                visible: drawer.job.known
                why: drawer.job.why
                actions: drawer.actions
                bulk: drawer.bulk
                onSubmissionWanted: id => drawer.job.submissionId = id
            }
            // Another job has reasons of its own.
            Timer {
                id: measured

                interval: 0
                onTriggered: reasons.kept = reasons.implicitHeight
            }
            Connections {
                function onOpenChanged() {
                    measured.restart();
                }

                target: drawer.job
            }
            JobFigures {
                width: parent.width
                job: drawer.job
            }
            MosaicView {
                id: mosaic

                width: parent.width
                visible: drawer.job.mosaic.count > 0
                cells: drawer.job.mosaic
                submissionId: drawer.job.submissionId
                selection: selection
                onChosen: id => drawer.job.submissionId = id
                onNextFailedWanted: drawer.job.selectNextFailed()
                onPreviousFailedWanted: drawer.job.selectPreviousFailed()
            }
            EmptyState {
                width: parent.width
                visible: drawer.job.mosaic.count === 0
                iconName: "clock"
                title: drawer.job.known ? qsTr("Submissions are still loading") : qsTr("This job is not on this computer")
                text: drawer.job.known ? qsTr("They are loaded after the jobs.") : qsTr("It may be too old to be kept here, or the link is for another workspace.")
            }
            Legend {
                width: parent.width
                visible: drawer.job.mosaic.count > 0
                counts: [drawer.job.approved, drawer.job.submitted, drawer.job.failed, drawer.job.retrying, drawer.job.manual, drawer.job.inFlight, drawer.job.waiting, drawer.job.skipped, drawer.job.other]
            }
            // Shares of the width, not of the words: a button that says something else stays where it was.
            Grid {
                id: row

                readonly property bool wide: width >= Theme.scaled(430)
                readonly property real room: width - (columns - 1) * spacing

                width: parent.width
                columns: wide ? 4 : 2
                spacing: 8

                Button {
                    id: retryAll

                    width: row.room * (row.wide ? 0.31 : 0.5)
                    kind: enabled ? Button.Primary : Button.Plain
                    iconName: "retry"
                    readonly property var offer: drawer.actions.revision >= 0 ? drawer.bulk.offer("jobs.retry-failed", [drawer.job.jobId]) : undefined

                    text: offer.count > 0 ? qsTr("Retry %Ln failed", "", offer.count) + (offer.asks ? "…" : "") : qsTr("Retry failed")
                    hint: Format.joined([qsTr("All that is failed, also what would be tried again by itself"), Words.leftOut(offer.left.names, offer.left.counts, offer.left.moreCount)], " · ")
                    shortcut: drawer.job.submissionId.length > 0 ? "⇧R" : "R"
                    whyNot: drawer.whyNot("jobs.retry-failed")
                    enabled: whyNot.length === 0
                    onClicked: drawer.ask("jobs.retry-failed", -1)
                }
                Button {
                    id: toggle

                    width: row.room * (row.wide ? 0.22 : 0.5)
                    iconName: drawer.paused ? "play" : "pause"
                    text: drawer.paused ? qsTr("Resume") : qsTr("Pause")
                    shortcut: "P"
                    whyNot: drawer.whyNot(drawer.toggleVerb)
                    enabled: whyNot.length === 0
                    onClicked: drawer.ask(drawer.toggleVerb, -1)
                }
                Button {
                    id: priority

                    width: row.room * (row.wide ? 0.21 : 0.5)
                    iconName: "priority"
                    text: drawer.job.priorityOverride >= 0 ? qsTr("Priority %1").arg(drawer.job.priorityOverride) : qsTr("Priority")
                    whyNot: drawer.whyNot("jobs.priority")
                    enabled: whyNot.length === 0
                    onClicked: menu.open()

                    PriorityMenu {
                        id: menu

                        y: priority.height + 4
                        current: drawer.job.priorityOverride
                        onChosen: level => drawer.ask("jobs.priority", level)
                    }
                }
                Button {
                    id: cancel

                    width: row.room * (row.wide ? 0.26 : 0.5)
                    kind: Button.Danger
                    iconName: "cancel"
                    text: qsTr("Cancel job …")
                    whyNot: drawer.whyNot("jobs.cancel")
                    enabled: whyNot.length === 0
                    onClicked: drawer.ask("jobs.cancel", -1)
                }
            }
            OddLine {
                width: parent.width
                odd: drawer.job.odd
            }
            PendingLine {
                width: parent.width
                pendingVerb: drawer.job.pendingVerb
                refused: drawer.job.refused
            }
            Rule {
                width: parent.width
            }
            Loader {
                id: submission

                width: parent.width
                active: drawer.job.submissionId.length > 0
                visible: active
                sourceComponent: SubmissionPane {
                    job: drawer.job
                    actions: drawer.actions
                    bulk: drawer.bulk
                }
            }
        }
    }
    // qmllint enable unqualified
    DrawerFoot {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        slim: drawer.height < Theme.scaled(640)
        selection: selection
        actions: drawer.actions
        bulk: drawer.bulk
    }
    TabEnd {
        id: last

        name: drawer.Accessible.name
        onReached: drawer.turn(true)
    }
}
