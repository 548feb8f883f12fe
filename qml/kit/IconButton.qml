// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// A button that is only an icon. `text` is its name for everyone: the tooltip and the accessible name.
T.AbstractButton {
    id: control

    property string iconName: ""
    property string shortcut: ""
    property string whyNot: ""
    property color ink: hovered ? Theme.text : Theme.muted
    property int side: Theme.tall(26)
    property bool bordered: false

    implicitWidth: side
    implicitHeight: side
    focusPolicy: Qt.TabFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: whyNot
    Accessible.onPressAction: control.clicked()

    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            width: Theme.icon
            height: Theme.icon
            name: control.iconName
            colour: control.enabled ? control.ink : Theme.faint
            opacity: control.enabled ? 1 : 0.6
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.selected : control.hovered && control.enabled ? Theme.hovered : "transparent"
        border.width: control.bordered ? 1 : 0
        border.color: Theme.line

        FocusRing {
            shown: control.visualFocus
            around: 1
        }
    }

    HoverHandler {
        id: pointer
    }
    Hint {
        visible: pointer.hovered && text.length > 0
        text: control.enabled || control.whyNot.length === 0 ? control.text : control.text + ". " + control.whyNot
        shortcut: control.enabled ? control.shortcut : ""
    }
}
