// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// The first row of every page: its name at the left, what belongs to the page at the right, and between them the lane
// for news. Its height and its places are the same whether they are empty or not.
Item {
    id: head

    property string title: ""
    property string note: ""
    property bool slim: false
    default property alias trailing: right.data
    /// Where news are told while no better place on the page is free.
    readonly property Item lane: lane

    implicitHeight: slim ? Theme.tall(28) : Theme.tall(32)

    Label {
        id: name

        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, head.width - right.width - 12)
        text: head.title
        font.pixelSize: Theme.scaled(16)
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Label {
        id: note

        x: name.width + 14
        anchors.baseline: name.baseline
        visible: text.length > 0 && right.x - x - implicitWidth > Theme.scaled(260)
        text: head.note
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
    }
    Item {
        id: lane

        x: (note.visible ? note.x + note.width : name.width) + 16
        width: Math.max(0, right.x - x - 12)
        height: parent.height
    }
    Row {
        id: right

        anchors.right: parent.right
        height: parent.height
        spacing: 8
    }
}
