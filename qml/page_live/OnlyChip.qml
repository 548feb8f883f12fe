// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Tables

// Which jobs alone are in the table, and the click that shows all of them again.
T.AbstractButton {
    id: chip

    required property JobsView jobs

    visible: jobs.onlyLabel.length > 0
    implicitWidth: words.implicitWidth + cross.width + 26
    implicitHeight: Theme.chipHeight
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    text: jobs.onlyLabel
    onClicked: jobs.showAll()

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: qsTr("Show all jobs again")
    Accessible.onPressAction: chip.clicked()
    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()
    Keys.onDeletePressed: chip.clicked()

    contentItem: Item {
        Label {
            id: words

            x: 10
            width: Math.min(implicitWidth, parent.width - cross.width - 22)
            height: parent.height
            text: chip.text
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Icon {
            id: cross

            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.scaled(13)
            height: width
            name: "close"
            colour: chip.hovered ? Theme.text : Theme.muted
        }
    }
    background: Rectangle {
        radius: height / 2
        color: chip.hovered ? Theme.selected : Theme.raised
        border.color: Theme.accent

        FocusRing {
            radius: height / 2
            shown: chip.visualFocus
        }
    }
    Hint {
        visible: chip.hovered
        text: words.truncated ? chip.text : qsTr("Show all jobs again")
    }
}
