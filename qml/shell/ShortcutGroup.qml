// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit

// Some keys under a heading, and what they do.
Column {
    id: group

    property string title
    /// "keys|what they do"
    property list<string> keys

    width: Theme.scaled(330)
    spacing: 2

    Label {
        bottomPadding: 4
        text: group.title
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: group.keys

        Item {
            id: line

            required property string modelData
            readonly property var parts: modelData.split("|")

            width: group.width
            height: Theme.scaled(25)
            Accessible.role: Accessible.StaticText
            Accessible.name: Words.keys(parts[0]) + ": " + parts[1]

            Row {
                id: caps

                anchors.verticalCenter: parent.verticalCenter
                spacing: 3

                Repeater {
                    model: line.parts[0].split(" ")

                    KeyHint {
                        required property string modelData

                        keys: modelData
                    }
                }
            }
            Label {
                x: Theme.scaled(92)
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x
                text: line.parts[1]
                Accessible.ignored: true
            }
        }
    }
}
