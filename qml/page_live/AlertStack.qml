// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// What is wrong now, most urgent first. Two in sight, the rest one click away, so that trouble never hides the work.
Column {
    id: stack

    required property AlertsModel alerts
    property bool expanded: false
    readonly property int folded: 2
    signal jobWanted(string id)
    signal filterWanted(string words)

    spacing: 6
    visible: alerts.count > 0

    Repeater {
        model: stack.alerts

        AlertBanner {
            required property int index

            width: stack.width
            visible: stack.expanded || index < stack.folded
            onJobWanted: id => stack.jobWanted(id)
            onFilterWanted: words => stack.filterWanted(words)
            onDismissed: key => stack.alerts.dismiss(key)
        }
    }
    Pill {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: stack.alerts.count > stack.folded
        text: stack.expanded ? qsTr("Show fewer") : qsTr("%Ln more alert(s)", "", stack.alerts.count - stack.folded)
        onClicked: stack.expanded = !stack.expanded
    }
}
