// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// One page in the sidebar.
T.AbstractButton {
    id: item

    required property string page
    property string iconName: ""
    property string shortcut: ""
    property bool current: false
    property bool folded: false
    property int figure: 0
    property bool hot: false
    property string figureHint: ""
    readonly property bool roomy: !folded && width > Theme.scaled(110)

    implicitHeight: Theme.tall(32)
    focusPolicy: Qt.TabFocus
    hoverEnabled: true

    Accessible.role: Accessible.PageTab
    Accessible.name: figure > 0 ? text + ", " + (figureHint.length > 0 ? figureHint : figure) : text
    Accessible.selected: current
    Accessible.onPressAction: item.clicked()
    Keys.onReturnPressed: item.clicked()
    Keys.onEnterPressed: item.clicked()

    contentItem: Item {
        Icon {
            id: sign

            x: item.folded ? (parent.width - width) / 2 : 10
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.scaled(17)
            height: width
            name: item.iconName
            colour: item.current ? Theme.accent : item.hovered ? Theme.text : Theme.muted
        }
        Label {
            x: sign.x + sign.width + 10
            anchors.verticalCenter: parent.verticalCenter
            width: count.x - x - 6
            visible: item.roomy
            text: item.text
            color: item.current || item.hovered ? Theme.text : Theme.muted
            font.weight: item.current ? Font.Medium : Font.Normal
            Accessible.ignored: true
        }
        Label {
            id: count

            x: parent.width - width - 10
            anchors.verticalCenter: parent.verticalCenter
            visible: item.roomy && item.figure > 0
            text: Format.number(item.figure)
            color: item.hot ? Theme.bad : Theme.quiet
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Rectangle {
            x: sign.x + sign.width - 3
            y: sign.y - 1
            width: 7
            height: 7
            radius: 3.5
            visible: item.folded && item.hot && item.figure > 0
            color: Theme.bad
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: item.current ? Theme.selected : item.hovered ? Theme.hovered : "transparent"

        FocusRing {
            shown: item.visualFocus
            around: 0
        }
    }

    Hint {
        x: item.width + 6
        y: (item.height - height) / 2
        visible: item.hovered && item.folded
        text: item.text
        shortcut: item.shortcut
    }
}
