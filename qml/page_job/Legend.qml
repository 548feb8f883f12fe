// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit

// Marks, words and counts of the buckets; empty ones are left out.
Grid {
    id: legend

    required property list<int> counts
    readonly property int across: width >= Theme.scaled(440) ? 4 : 2

    columns: across
    columnSpacing: 12
    rowSpacing: 6

    Repeater {
        model: legend.counts

        Row {
            id: entry

            required property int index
            required property int modelData

            width: (legend.width - (legend.across - 1) * 12) / legend.across
            visible: modelData > 0
            spacing: 6

            Accessible.role: Accessible.StaticText
            Accessible.name: Words.bucket(index) + " " + modelData

            StateMark {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.scaled(10)
                height: width
                bucket: entry.index
            }
            Label {
                text: Words.bucket(entry.index)
                color: Theme.muted
                font.pixelSize: Theme.fontSmall
                Accessible.ignored: true
            }
            Label {
                text: Format.number(entry.modelData)
                font.pixelSize: Theme.fontSmall
                font.weight: Font.Medium
                Accessible.ignored: true
            }
        }
    }
}
