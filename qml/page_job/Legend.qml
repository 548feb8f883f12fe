// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit

// Marks, words and counts of the buckets. Each has its place, also with nothing in it, so that what stands below keeps its
// own. Only a state that this version does not know comes as an extra.
Grid {
    id: legend

    required property list<int> counts
    readonly property int across: width >= Theme.scaled(440) ? 4 : 2
    readonly property int other: 8

    columns: across
    columnSpacing: 12
    rowSpacing: 6

    Repeater {
        model: legend.counts

        Item {
            id: entry

            required property int index
            required property int modelData

            width: (legend.width - (legend.across - 1) * 12) / legend.across
            height: words.implicitHeight
            visible: index !== legend.other || modelData > 0

            Accessible.role: Accessible.StaticText
            Accessible.name: Words.bucket(index) + " " + modelData

            StateMark {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                width: Theme.scaled(10)
                height: width
                bucket: entry.index
            }
            Label {
                id: words

                x: mark.width + 6
                width: Math.min(implicitWidth, parent.width - x - figure.width - 6)
                text: Words.bucket(entry.index)
                color: Theme.muted
                font.pixelSize: Theme.fontSmall
                Accessible.ignored: true
            }
            Label {
                id: figure

                x: words.x + words.width + 6
                text: Format.number(entry.modelData)
                color: entry.modelData > 0 ? Theme.text : Theme.quiet
                font.pixelSize: Theme.fontSmall
                font.weight: Font.Medium
                Accessible.ignored: true
            }
        }
    }
}
