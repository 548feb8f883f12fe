// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

T.MenuItem {
    id: item

    property string iconName: ""
    property string shortcut: ""
    property string whyNot: ""
    property bool danger: false

    implicitWidth: line.implicitWidth + 24 + (keys.visible ? keys.implicitWidth + 24 : 0) + (arrowMark.visible ? 20 : 0)
    implicitHeight: visible ? Theme.controlHeight : 0
    hoverEnabled: true

    Accessible.role: Accessible.MenuItem
    Accessible.name: text
    Accessible.description: whyNot
    Accessible.onPressAction: item.triggered()

    contentItem: Item {
        Row {
            id: line

            anchors.verticalCenter: parent.verticalCenter
            leftPadding: 4
            spacing: 9

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.icon
                height: Theme.icon
                name: item.checkable ? (item.checked ? "check" : "") : item.iconName
                colour: words.color
            }
            Label {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                text: item.text
                color: !item.enabled ? Theme.faint : item.danger ? Theme.bad : Theme.text
            }
        }
        KeyHint {
            id: keys

            anchors.right: parent.right
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            visible: item.shortcut.length > 0
            keys: item.shortcut
        }
        Icon {
            id: arrowMark

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: item.subMenu !== null
            width: Theme.scaled(13)
            height: width
            name: "chevron-right"
            colour: Theme.muted
        }
    }
    background: Rectangle {
        radius: Theme.radius - 2
        color: item.highlighted ? Theme.selected : "transparent"
        border.width: item.highlighted && item.visualFocus ? 1 : 0
        border.color: Theme.accent
    }

    HoverHandler {
        id: pointer
    }
    Hint {
        ofMenu: true
        visible: pointer.hovered && !item.enabled && item.whyNot.length > 0
        text: item.whyNot
    }
}
