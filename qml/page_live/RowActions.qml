// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// The actions of the row under the pointer or the keyboard. One of it for the whole table; it moves from row to row.
Rectangle {
    id: bar

    required property ActionsScreen actions
    required property JobRow row
    required property JobsView jobs
    /// What the menu opens over: the bar itself moves on with the pointer.
    required property Item ground
    /// The row whose priority is being chosen, "" while none is.
    readonly property string asking: menu.visible ? menu.jobId : ""
    signal retryWanted(JobRow of)
    signal cancelWanted(JobRow of)

    readonly property bool paused: row !== null && row.state === JobsView.Paused
    readonly property string toggleVerb: paused ? "jobs.resume" : "jobs.pause"

    // `revision` is read so that the answer is asked for again when role, state or pending marks change.
    function whyNot(verb: string): string {
        return actions.revision >= 0 && row !== null ? Words.whyNot(actions.whyNotFor(verb, row.jobId)) : "";
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

    implicitWidth: line.implicitWidth + 8
    height: row ? row.height - 3 : 0
    y: 1
    radius: Theme.radius - 1
    color: Theme.raised
    border.color: Theme.lineStrong

    Row {
        id: line

        anchors.centerIn: parent
        spacing: 1

        IconButton {
            side: bar.height - 4
            iconName: "retry"
            text: qsTr("Retry what failed")
            shortcut: "R"
            whyNot: bar.row && bar.row.retryable === 0 ? qsTr("Nothing failed here.") : bar.whyNot("jobs.retry-failed")
            enabled: whyNot.length === 0
            onClicked: bar.retryWanted(bar.row)
        }
        IconButton {
            side: bar.height - 4
            iconName: bar.paused ? "play" : "pause"
            text: bar.paused ? qsTr("Resume") : qsTr("Pause")
            shortcut: "P"
            whyNot: bar.whyNot(bar.toggleVerb)
            enabled: whyNot.length === 0
            onClicked: bar.paused ? bar.actions.resume(bar.row.jobId) : bar.actions.pause(bar.row.jobId)
        }
        IconButton {
            side: bar.height - 4
            iconName: "priority"
            text: qsTr("Priority")
            shortcut: "I"
            whyNot: bar.whyNot("jobs.priority")
            enabled: whyNot.length === 0
            onClicked: bar.askPriority(bar.row)
        }
        IconButton {
            side: bar.height - 4
            iconName: "cancel"
            text: qsTr("Cancel job …")
            shortcut: "C"
            whyNot: bar.whyNot("jobs.cancel")
            enabled: whyNot.length === 0
            onClicked: bar.cancelWanted(bar.row)
        }
    }
    PriorityMenu {
        id: menu

        property string jobId: ""

        parent: bar.ground
        onChosen: level => level < 0 ? bar.actions.clearPriority(jobId) : bar.actions.setPriority(jobId, level)
    }
}
