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

    /// Whose actions these are: while the menu is open, of the row it was opened for.
    readonly property JobRow of: list.visible ? list.row : row
    /// On a selected row they act on the selection, and say so.
    required property IdSet selection
    required property BulkScreen bulk
    readonly property bool ofMany: of !== null && selection.count > 1 && selection.has(of.jobId, selection.ids)
    readonly property bool paused: of !== null && of.state === JobsView.Paused
    readonly property string toggleVerb: paused ? "jobs.resume" : "jobs.pause"

    // `revision` is read so that the answer is asked for again when role, state or pending marks change.
    function whyNot(verb: string): string {
        if (actions.revision < 0 || of === null)
            return "";
        if (!ofMany)
            return Words.whyNot(actions.whyNotFor(verb, of.jobId));
        return bulk.offer(verb, selection.ids).count > 0 ? "" : qsTr("Not possible for any of the selected.");
    }
    function words(label: string): string {
        return ofMany ? qsTr("%1 · the %Ln selected", "name of an action", selection.count).arg(label) : label;
    }
    function ask(verb: string) {
        bulk.ask(verb, list.ids, -1);
    }
    // By key, on the row that has the keyboard. A key that may not says why: it has no tooltip.
    function press(key: string, of: JobRow) {
        if (key !== "i")
            bulk.ask(key === "r" ? "jobs.retry-failed" : key === "c" ? "jobs.cancel" : of.state === JobsView.Paused ? "jobs.resume" : "jobs.pause", [of.jobId], -1);
        else if (!actions.denies("jobs.priority", of.jobId))
            askPriority(of, [of.jobId]);
    }
    function askPriority(of: JobRow, ids: var) {
        const at = of.mapToItem(ground, bar.x, of.height);
        menu.jobId = of.jobId;
        menu.ids = ids;
        menu.current = ids.length === 1 ? jobs.priorityOf(of.jobId) : -2;
        menu.x = at.x;
        menu.y = at.y;
        menu.open();
    }

    function open(of: JobRow) {
        const at = of.mapToItem(ground, bar.x, of.height);
        list.jobId = of.jobId;
        list.row = of;
        list.ids = selection.has(of.jobId, selection.ids) ? selection.ids : [of.jobId];
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
        property var ids: []
        property string jobId: ""
        readonly property bool meant: row !== null && row.jobId === jobId

        parent: bar.ground
        onMeantChanged: if (!meant) close()

        MenuItem {
            iconName: "retry"
            text: bar.words(qsTr("Retry what failed"))
            shortcut: "R"
            whyNot: bar.whyNot("jobs.retry-failed")
            enabled: whyNot.length === 0
            onTriggered: bar.ask("jobs.retry-failed")
        }
        MenuItem {
            iconName: bar.paused ? "play" : "pause"
            text: bar.words(bar.paused ? qsTr("Resume") : qsTr("Pause"))
            shortcut: "P"
            whyNot: bar.whyNot(bar.toggleVerb)
            enabled: whyNot.length === 0
            onTriggered: bar.ask(list.row.state === JobsView.Paused ? "jobs.resume" : "jobs.pause")
        }
        MenuItem {
            iconName: "priority"
            text: bar.words(qsTr("Priority …"))
            shortcut: "I"
            whyNot: bar.whyNot("jobs.priority")
            enabled: whyNot.length === 0
            onTriggered: bar.askPriority(list.row, list.ids)
        }
        MenuRule {}
        MenuItem {
            iconName: "cancel"
            danger: true
            text: bar.words(qsTr("Cancel job …"))
            shortcut: "C"
            whyNot: bar.whyNot("jobs.cancel")
            enabled: whyNot.length === 0
            onTriggered: bar.ask("jobs.cancel")
        }
    }
    PriorityMenu {
        id: menu

        property string jobId: ""
        property var ids: []

        parent: bar.ground
        onChosen: level => bar.bulk.ask("jobs.priority", ids, level)
    }
}
