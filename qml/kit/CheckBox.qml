// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

T.CheckBox {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.controlHeight, implicitContentHeight)
    spacing: 8
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.onPressAction: control.toggle()
    Accessible.onToggleAction: control.toggle()

    indicator: Rectangle {
        y: (control.height - height) / 2
        width: Theme.scaled(16)
        height: width
        radius: 4
        color: control.checked ? (control.enabled ? Theme.accentFill : Theme.line) : Theme.inset
        border.color: control.checked ? "transparent" : control.hovered ? Theme.muted : Theme.faint

        Icon {
            anchors.centerIn: parent
            width: Theme.scaled(13)
            height: width
            visible: control.checked
            name: "check"
            colour: Theme.onAccent
        }
        FocusRing {
            shown: control.visualFocus
            radius: 6
        }
    }
    contentItem: Label {
        leftPadding: control.indicator.width + control.spacing
        text: control.text
        color: control.enabled ? Theme.text : Theme.faint
        wrapMode: Text.Wrap
    }
}
