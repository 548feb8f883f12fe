// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit

// A card with a head; what is put into it stands below the head.
Card {
    id: section

    property string title: ""
    property string note: ""
    default property alias content: body.data
    property alias tools: toolRow.data

    implicitHeight: body.y + body.implicitHeight + 10

    RowLayout {
        id: head

        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        height: Theme.scaled(40)
        spacing: 8

        Label {
            text: section.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Label {
            Layout.fillWidth: true
            text: section.note
            color: Theme.quiet
            font.pixelSize: Theme.fontSmall
        }
        Row {
            id: toolRow

            spacing: 6
        }
    }
    Rule {
        y: head.height
        width: parent.width
    }
    Column {
        id: body

        x: Theme.pad
        y: head.height + 6
        width: parent.width - 2 * Theme.pad
    }
}
