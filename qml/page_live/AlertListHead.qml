// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// Over the list of alerts: how many, which of them, what of them. Two lines where one is too short.
Item {
    id: head

    required property AlertsModel alerts
    readonly property AlertListModel list: alerts.list
    readonly property bool narrow: width < Theme.scaled(820)
    signal closeWanted()
    signal leaving()
    signal newsWanted()

    function focusFilter() {
        filter.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    implicitHeight: narrow ? 2 * Theme.scaled(36) : Theme.scaled(40)

    Label {
        id: title

        x: Theme.pad
        anchors.verticalCenter: views.verticalCenter
        text: qsTr("Alerts")
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Label {
        id: counts

        anchors.left: title.right
        anchors.leftMargin: 8
        anchors.verticalCenter: views.verticalCenter
        visible: !head.narrow
        text: qsTr("%1 in %2", "so many alerts, so many groups").arg(Format.number(head.alerts.count)).arg(qsTr("%Ln group(s)", "of alerts", head.alerts.groupCount))
        color: Theme.quiet
    }
    Segmented {
        id: views

        x: head.narrow ? title.x + title.width + 12 : Theme.scaled(190)
        y: Math.round((head.height / (head.narrow ? 2 : 1) - height) / 2)
        height: Theme.scaled(26)
        name: qsTr("Which alerts")
        options: [qsTr("Open %Ln", "alerts that are open", head.alerts.count), qsTr("Dismissed %Ln", "alerts that were dismissed", head.alerts.dismissedCount)]
        current: head.list.dismissed ? 1 : 0
        onChosen: index => head.list.dismissed = index === 1
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: views.verticalCenter
        spacing: 8

        Button {
            height: Theme.scaled(26)
            text: qsTr("Close")
            shortcut: head.narrow ? "" : "Esc"
            font.pixelSize: Theme.fontSmall
            onClicked: head.closeWanted()
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: head.narrow ? 8 : Theme.scaled(108)
        y: head.narrow ? head.height / 2 + Math.round((head.height / 2 - height) / 2) : Math.round((head.height - height) / 2)
        spacing: 8

        Pill {
            anchors.verticalCenter: parent.verticalCenter
            visible: head.list.newCount > 0
            shortcut: "Home"
            text: qsTr("%Ln new", "alerts", head.list.newCount)
            onClicked: head.newsWanted()
        }
        SearchField {
            id: filter

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Theme.scaled(236), head.width - Theme.scaled(100))
            name: qsTr("Filter alerts")
            text: head.list.filterText
            onTextEdited: head.list.filterText = text
            onTextChanged: if (text !== head.list.filterText) head.list.filterText = text
            onLeaving: head.leaving()
        }
    }
}
