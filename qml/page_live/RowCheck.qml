// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// Whether a row is selected; in the head, whether all (`on`) or some of them are.
T.AbstractButton {
    id: control

    property bool on: false
    property bool some: false

    focusPolicy: Qt.NoFocus
    hoverEnabled: true

    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onPressAction: control.clicked()
    Accessible.onToggleAction: control.clicked()
    Keys.onReturnPressed: control.clicked()

    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Theme.scaled(16)
            height: width
            radius: 4
            color: control.on || control.some ? Theme.accentFill : "transparent"
            border.width: control.on || control.some ? 0 : 1
            border.color: control.hovered ? Theme.muted : Theme.faint

            Icon {
                anchors.centerIn: parent
                width: Theme.scaled(13)
                height: width
                visible: control.on
                name: "check"
                colour: Theme.onAccent
            }
            Rectangle {
                anchors.centerIn: parent
                width: parent.width / 2
                height: 2
                visible: control.some && !control.on
                color: Theme.onAccent
            }
            FocusRing {
                shown: control.visualFocus
                radius: 6
            }
        }
    }
}
