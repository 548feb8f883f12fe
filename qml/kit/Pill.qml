// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// What waits, and the click that lets it in: "3 new · 1 finished".
T.AbstractButton {
    id: control

    property string shortcut: ""

    implicitWidth: line.implicitWidth + 20
    implicitHeight: Theme.chipHeight
    focusPolicy: Qt.TabFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        Row {
            id: line

            anchors.centerIn: parent
            spacing: 7

            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: control.text
                font.pixelSize: Theme.fontSmall
                font.weight: Font.Medium
            }
            KeyHint {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.shortcut.length > 0
                keys: control.shortcut
            }
        }
    }
    background: Rectangle {
        radius: height / 2
        color: control.hovered ? Theme.selected : Theme.raised
        border.color: control.hovered ? Theme.accent : Theme.lineStrong

        FocusRing {
            radius: height / 2
            shown: control.visualFocus
        }
    }
}
