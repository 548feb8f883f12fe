// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// What is wrong now, most urgent first, in a panel whose height never changes: three lines, or one where there is little
// height (`slim`). It is there, too, when nothing is wrong.
Card {
    id: panel

    required property AlertsModel alerts
    property bool slim: false
    readonly property int lines: slim ? 1 : 3
    signal jobWanted(string id)
    signal filterWanted(string words)

    clip: true

    Column {
        x: 1
        y: 1
        width: parent.width - 2

        Repeater {
            model: panel.alerts

            AlertBanner {
                required property int index

                width: parent ? parent.width : 0
                height: (panel.height - 2) / panel.lines
                visible: index < panel.lines
                radius: 0
                border.width: 0
                onJobWanted: id => panel.jobWanted(id)
                onFilterWanted: words => panel.filterWanted(words)
                onDismissed: key => panel.alerts.dismiss(key)
            }
        }
    }
    Label {
        anchors.fill: parent
        anchors.margins: Theme.pad
        visible: panel.alerts.count === 0
        text: qsTr("Nothing is wrong")
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
    }
}
