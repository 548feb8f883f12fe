// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Why there is nothing here, and what to do about it.
Item {
    id: empty

    property string iconName: "inbox"
    property string title: ""
    property string text: ""
    property string actionText: ""
    property bool bad: false
    signal actionTriggered()

    implicitHeight: column.implicitHeight + 48

    Column {
        id: column

        anchors.centerIn: parent
        width: Math.min(parent.width - 48, Theme.scaled(380))
        spacing: 8

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.scaled(28)
            height: width
            name: empty.iconName
            colour: empty.bad ? Theme.bad : Theme.faint
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: empty.title
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            visible: text.length > 0
            horizontalAlignment: Text.AlignHCenter
            text: empty.text
            color: Theme.muted
            wrapMode: Text.Wrap
            lineHeight: 1.2
        }
        Item {
            width: 1
            height: 2
            visible: action.visible
        }
        Button {
            id: action

            anchors.horizontalCenter: parent.horizontalCenter
            visible: empty.actionText.length > 0
            text: empty.actionText
            onClicked: empty.actionTriggered()
        }
    }
}
