// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// Looks like the field it opens. In a narrow window it folds to its icon.
T.AbstractButton {
    id: control

    readonly property bool folded: width < Theme.scaled(112)

    text: qsTr("Search or command")
    implicitWidth: Theme.scaled(280)
    implicitHeight: Theme.controlHeight
    focusPolicy: Qt.TabFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        Icon {
            id: sign

            x: control.folded ? Math.round((parent.width - width) / 2) : 9
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.scaled(14)
            height: width
            name: "search"
            colour: Theme.muted
        }
        Label {
            x: sign.x + sign.width + 8
            anchors.verticalCenter: parent.verticalCenter
            width: (keys.visible ? keys.x : parent.width) - x - 6
            visible: !control.folded
            text: control.text
            color: Theme.quiet
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
        KeyHint {
            id: keys

            anchors.right: parent.right
            anchors.rightMargin: 6
            anchors.verticalCenter: parent.verticalCenter
            visible: control.width > Theme.scaled(190)
            keys: "Ctrl+K"
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.selected : control.hovered ? Theme.hovered : Theme.inset
        border.color: control.hovered ? Theme.lineStrong : Theme.line

        FocusRing {
            shown: control.visualFocus
            around: 1
        }
    }
    Hint {
        visible: control.hovered && !keys.visible
        text: control.text
        shortcut: "Ctrl+K"
    }
}
