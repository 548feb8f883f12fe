// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Every attempt, newest first, with what the worker wrote. Says so when it loads, fails or is empty.
Card {
    id: card

    required property JobScreen job

    implicitHeight: column.implicitHeight
    color: "transparent"

    Column {
        id: column

        width: parent.width

        Repeater {
            model: card.job.attempts

            Item {
                id: entry

                required property int index
                required property double atMs
                required property int attempt
                required property string code
                required property string message
                required property string details
                property bool expanded: false

                width: column.width
                implicitHeight: body.implicitHeight + 16

                Rule {
                    width: parent.width
                    visible: entry.index > 0
                }
                Column {
                    id: body

                    x: Theme.pad
                    y: 8
                    width: parent.width - 2 * Theme.pad
                    spacing: 3

                    Item {
                        width: parent.width
                        height: head.implicitHeight

                        Label {
                            id: head

                            width: parent.width - when.width - more.width - 12
                            text: entry.code.length > 0 ? qsTr("Attempt %1 · %2").arg(entry.attempt).arg(Words.errorAndCode(Format.oneLine(entry.code, 60))) : qsTr("Attempt %1").arg(entry.attempt)
                            font.weight: Font.Medium
                        }
                        Label {
                            id: when

                            anchors.right: more.left
                            anchors.rightMargin: 4
                            text: Format.date(entry.atMs) + ", " + Format.clock(entry.atMs)
                            color: Theme.quiet
                            font.pixelSize: Theme.fontSmall

                            HoverHandler {
                                id: pointer
                            }
                            Hint {
                                visible: pointer.hovered
                                text: Format.absolute(entry.atMs)
                            }
                        }
                        IconButton {
                            id: more

                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            visible: entry.details.length > 0
                            width: visible ? implicitWidth : 0
                            side: Theme.scaled(20)
                            iconName: entry.expanded ? "chevron-up" : "chevron-down"
                            text: entry.expanded ? qsTr("Hide the details") : qsTr("Show the details")
                            onClicked: entry.expanded = !entry.expanded
                        }
                    }
                    Copyable {
                        width: parent.width
                        visible: text.length > 0
                        name: qsTr("Message")
                        text: entry.message.slice(0, 4000)
                        color: Theme.muted
                    }
                    Copyable {
                        width: parent.width
                        visible: entry.expanded
                        name: qsTr("Details")
                        text: entry.details.slice(0, 8000)
                        color: Theme.muted
                        font.family: Theme.monoFamily
                        font.pixelSize: Theme.fontSmall
                    }
                }
            }
        }
        EmptyState {
            width: parent.width
            visible: card.job.attemptsState === JobScreen.Loading && card.job.attempts.count === 0
            iconName: "clock"
            title: qsTr("Loading the attempts …")
        }
        EmptyState {
            width: parent.width
            visible: card.job.attemptsState === JobScreen.Error
            iconName: "alert"
            bad: true
            title: qsTr("The attempts could not be loaded")
            text: qsTr("%1 Nothing was changed.").arg(card.job.attemptsError)
            actionText: qsTr("Try again")
            onActionTriggered: card.job.reloadAttempts()
        }
        EmptyState {
            width: parent.width
            visible: card.job.attemptsState === JobScreen.Ready && card.job.attempts.count === 0
            iconName: "list"
            title: qsTr("No attempt failed")
            text: qsTr("Only attempts that ended in an error are listed here.")
        }
    }
}
