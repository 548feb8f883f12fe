// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// What was asked for: waiting, under way, refused with the server's words. What is not sent yet can be taken back.
Section {
    id: section

    required property ActionsScreen actions

    title: qsTr("Actions")
    note: actions.waiting > 0 ? qsTr("%Ln waiting", "", actions.waiting) : qsTr("nothing waits")

    Repeater {
        model: section.actions.model

        Item {
            id: entry

            required property int index
            required property string actionId
            required property string verb
            required property int phase
            required property string targetText
            required property int targetCount
            required property int applied
            required property int rejectedCount
            required property string rejectedText
            required property string error
            required property int tries
            required property double createdMs
            required property double nextTryMs

            readonly property bool bad: phase === ActionsModel.Refused || phase === ActionsModel.PartlyApplied || phase === ActionsModel.Expired
            readonly property bool settled: phase >= ActionsModel.Applied
            readonly property string trouble: Format.oneLine(rejectedText.length > 0 ? rejectedText : error, 300)

            width: parent ? parent.width : 0
            height: Theme.scaled(46)
            Accessible.role: Accessible.Row
            Accessible.name: title.text + ", " + state.text

            Rule {
                width: parent.width
                visible: entry.index > 0
            }
            Icon {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                width: Theme.icon
                height: Theme.icon
                name: entry.bad ? "alert" : entry.settled ? "check" : "clock"
                colour: entry.bad ? Theme.bad : entry.settled ? Theme.good : Theme.muted
            }
            Label {
                id: title

                x: Theme.icon + 10
                y: Theme.scaled(5)
                width: buttons.x - x - 10
                text: Words.verb(entry.verb) + " · " + Format.oneLine(entry.targetText, 120)
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            ToneLabel {
                id: state

                anchors.left: title.left
                anchors.top: title.bottom
                width: title.width
                text: Format.joined([Words.actionPhase(entry.phase), entry.trouble, entry.nextTryMs > 0 && !entry.settled ? qsTr("next try in %1").arg(Format.left(entry.nextTryMs, Format.now)) : "", entry.createdMs > 0 ? qsTr("%1 ago").arg(Format.ago(entry.createdMs, Format.now)) : ""], " · ")
                tone: entry.bad ? Words.Bad : Words.Neutral
                neutral: Theme.muted
                font.pixelSize: Theme.fontSmall
                Accessible.ignored: true

                HoverHandler {
                    id: pointer
                }
                Hint {
                    visible: pointer.hovered && state.truncated
                    text: state.text
                }
            }
            Row {
                id: buttons

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: 6

                Button {
                    visible: entry.phase === ActionsModel.Waiting
                    text: qsTr("Take back")
                    onClicked: section.actions.cancelAction(entry.actionId)
                }
                Button {
                    visible: entry.phase === ActionsModel.Waiting || entry.phase === ActionsModel.Expired
                    iconName: "retry"
                    text: qsTr("Send now")
                    onClicked: section.actions.retryAction(entry.actionId)
                }
                IconButton {
                    visible: entry.settled
                    iconName: "close"
                    text: qsTr("Dismiss")
                    onClicked: section.actions.dismissAction(entry.actionId)
                }
            }
        }
    }
    EmptyState {
        width: parent.width
        visible: section.actions.model.count === 0
        iconName: "check"
        title: qsTr("No action waits")
        text: qsTr("What you ask for is written here first, then sent exactly once, even if the network goes or the program ends.")
    }
}
