// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit

// One list of a preview: the largest by name, the rest as one line. As high as it would be when full.
Column {
    id: list

    required property string title
    required property var names
    required property var counts
    required property int more
    required property int moreCount
    readonly property int lineHeight: Theme.scaled(20)

    height: 7 * lineHeight
    Accessible.role: Accessible.List
    Accessible.name: title

    component Line: Item {
        id: line

        required property string name
        required property int count
        property bool faint: false

        width: list.width
        height: list.lineHeight
        Accessible.role: Accessible.ListItem
        Accessible.name: name + " " + Format.number(count)

        Label {
            width: parent.width - figure.width - 8
            anchors.verticalCenter: parent.verticalCenter
            text: line.name
            color: line.faint ? Theme.muted : Theme.text
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
        Label {
            id: figure

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: Format.number(line.count)
            color: Theme.muted
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
    }

    Label {
        width: parent.width
        height: list.lineHeight
        text: list.title
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
        font.weight: Font.Medium
        Accessible.ignored: true
    }
    Repeater {
        // The two lists change one after the other.
        model: list.names.length

        Line {
            required property int index

            name: list.names[index] ?? ""
            count: list.counts[index] ?? 0
        }
    }
    Line {
        visible: list.more > 0
        name: qsTr("%Ln more", "", list.more)
        count: list.moreCount
        faint: true
    }
}
