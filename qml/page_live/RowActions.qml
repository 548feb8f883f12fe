// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// The actions of the row under the pointer or the keyboard, behind one button that stands where nothing else does. One of
// it for the whole table; it moves from row to row.
Item {
    id: bar

    required property ActionsScreen actions
    required property JobRow row
    required property JobsView jobs
    /// What the menu opens over: the bar itself moves on with the pointer.
    required property Item ground
    /// The row whose action or priority is being chosen, "" while none is.
    readonly property string asking: menu.visible ? menu.jobId : list.visible && list.row !== null ? list.row.jobId : ""
    signal retryWanted(JobRow of)
    signal cancelWanted(JobRow of)

    /// Whose actions these are: while the menu is open, of the row it was opened for.
    readonly property JobRow of: list.visible ? list.row : row
    readonly property bool paused: of !== null && of.state === JobsView.Paused
    readonly property string toggleVerb: paused ? "jobs.resume" : "jobs.pause"

    // `revision` is read so that the answer is asked for again when role, state or pending marks change.
    function whyNot(verb: string): string {
        return actions.revision >= 0 && of !== null ? Words.whyNot(actions.whyNotFor(verb, of.jobId)) : "";
    }

    // By key, on the row that has the keyboard. A key that may not says why: it has no tooltip.
    function press(key: string, of: JobRow) {
        const verb = key === "r" ? "jobs.retry-failed" : key === "i" ? "jobs.priority" : "jobs.cancel";
        if (actions.denies(verb, of.jobId))
            return;
        if (key === "r")
            retryWanted(of);
        else if (key === "i")
            askPriority(of);
        else
            cancelWanted(of);
    }
    function askPriority(of: JobRow) {
        const at = of.mapToItem(ground, bar.x, of.height);
        menu.jobId = of.jobId;
        menu.current = jobs.priorityOf(of.jobId);
        menu.x = at.x;
        menu.y = at.y;
        menu.open();
    }

    function open(of: JobRow) {
        const at = of.mapToItem(ground, bar.x, of.height);
        list.jobId = of.jobId;
        list.row = of;
        list.x = at.x + bar.width - list.width;
        list.y = at.y;
        list.open();
    }

    height: row ? row.height : 0

    IconButton {
        anchors.centerIn: parent
        side: Math.min(parent.width, parent.height - 4)
        iconName: "more"
        text: qsTr("Actions")
        onClicked: bar.open(bar.row)
    }
    Menu {
        id: list

        /// The row it was opened for: the button moves on with the pointer. A row that shows another job by now is not meant.
        property JobRow row: null
        property string jobId: ""
        readonly property bool meant: row !== null && row.jobId === jobId

        parent: bar.ground
        onMeantChanged: if (!meant) close()

        MenuItem {
            iconName: "retry"
            text: qsTr("Retry what failed")
            shortcut: "R"
            whyNot: list.row && list.row.retryable === 0 ? qsTr("Nothing failed here.") : bar.whyNot("jobs.retry-failed")
            enabled: whyNot.length === 0
            onTriggered: bar.retryWanted(list.row)
        }
        MenuItem {
            iconName: bar.paused ? "play" : "pause"
            text: bar.paused ? qsTr("Resume") : qsTr("Pause")
            shortcut: "P"
            whyNot: bar.whyNot(bar.toggleVerb)
            enabled: whyNot.length === 0
            onTriggered: bar.paused ? bar.actions.resume(list.row.jobId) : bar.actions.pause(list.row.jobId)
        }
        MenuItem {
            iconName: "priority"
            text: qsTr("Priority …")
            shortcut: "I"
            whyNot: bar.whyNot("jobs.priority")
            enabled: whyNot.length === 0
            onTriggered: bar.askPriority(list.row)
        }
        MenuRule {}
        MenuItem {
            iconName: "cancel"
            danger: true
            text: qsTr("Cancel job …")
            shortcut: "C"
            whyNot: bar.whyNot("jobs.cancel")
            enabled: whyNot.length === 0
            onTriggered: bar.cancelWanted(list.row)
        }
    }
    PriorityMenu {
        id: menu

        property string jobId: ""

        parent: bar.ground
        onChosen: level => level < 0 ? bar.actions.clearPriority(jobId) : bar.actions.setPriority(jobId, level)
    }
}
