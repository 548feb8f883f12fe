// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Why the row that has the keyboard, else the one under the pointer, is where it is. A place of its own under the rows,
// of one height, so that it covers nothing and moves nothing.
Item {
    id: line

    required property JobRow row

    Accessible.role: Accessible.StaticText
    Accessible.name: row !== null ? Format.joined([name.text, words.text], ". ") : ""

    Rule {
        width: parent.width
    }
    Row {
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        height: parent.height
        spacing: 10
        visible: line.row !== null

        Label {
            id: name

            height: parent.height
            width: Math.min(implicitWidth, parent.width / 2)
            text: line.row !== null ? Format.oneLine(line.row.customer, 80) : ""
            font.pixelSize: Theme.fontSmall
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        Label {
            id: words

            height: parent.height
            width: Math.min(implicitWidth, parent.width - name.width - parent.spacing)
            text: line.row !== null ? line.row.nowWords() : ""
            color: Theme.muted
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
    }
}
