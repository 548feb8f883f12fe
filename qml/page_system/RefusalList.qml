// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// What an action did not do, a line a thing, in the server's words.
Rectangle {
    id: refusals

    required property BulkScreen bulk

    implicitHeight: Math.min(list.contentHeight, Theme.scaled(208)) + foot.height + 8
    radius: Theme.radius
    color: Theme.canvas
    border.color: Theme.line

    ListView {
        id: list

        x: 1
        y: 4
        width: parent.width - 2
        height: parent.height - foot.height - 8
        clip: true
        model: refusals.bulk.refusals
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Refused")
        T.ScrollBar.vertical: ScrollBar {}

        FocusRing {
            shown: list.activeFocus
            around: -2
        }

        delegate: Item {
            id: line

            required property int index
            required property string targetText
            required property string message

            width: list.width
            height: Theme.scaled(26)
            Accessible.role: Accessible.ListItem
            Accessible.name: targetText + ": " + message

            Rectangle {
                anchors.fill: parent
                visible: list.activeFocus && line.ListView.isCurrentItem
                color: Theme.selected
            }
            Label {
                id: what

                x: 10
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width * 0.42
                text: Format.oneLine(line.targetText, 120)
                font.pixelSize: Theme.fontSmall
                Accessible.ignored: true
            }
            ToneLabel {
                id: words

                x: what.x + what.width + 10
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 16
                text: Format.oneLine(line.message, 300)
                tone: Words.Bad
                font.pixelSize: Theme.fontSmall
                Accessible.ignored: true

                HoverHandler {
                    id: pointer
                }
                Hint {
                    visible: pointer.hovered && words.truncated
                    text: words.text
                }
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.scaled(34)

        Label {
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%Ln refused", "", refusals.bulk.refusals.count)
            color: Theme.muted
            font.pixelSize: Theme.fontSmall
        }
        CopyButton {
            anchors.right: parent.right
            anchors.rightMargin: 6
            anchors.verticalCenter: parent.verticalCenter
            kind: Button.Quiet
            label: qsTr("Copy list")
            onWanted: toCopy = refusals.bulk.refusalsText()
        }
    }
}
