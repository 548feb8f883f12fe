// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// Why the job stands as it does: a sentence, then each thing that what is left waits for, with its number, since when,
// until when, and the step that can be taken here. The numbers add up to what is left.
Card {
    id: block

    required property JobWhy why
    required property ActionsScreen actions
    required property BulkScreen bulk
    signal submissionWanted(string id)

    readonly property int inset: Theme.pad + 3
    readonly property bool wide: width >= Theme.scaled(500)

    function verbOf(step: int): string {
        return step === JobWhy.Resume ? "jobs.resume" : step === JobWhy.Retry ? "jobs.retry-failed" : "";
    }
    // `revision` is read so that the answer is asked for again when role, state or pending marks change.
    function whyNot(step: int): string {
        const verb = verbOf(step);
        return actions.revision >= 0 && verb.length > 0 ? Words.whyNot(actions.whyNotFor(verb, why.jobId)) : "";
    }
    function take(step: int, submissionId: string) {
        if (verbOf(step).length > 0)
            bulk.ask(verbOf(step), [why.jobId], -1);
        else
            submissionWanted(submissionId);
    }
    function stepWords(step: int, count: int): string {
        return step === JobWhy.Resume ? qsTr("Resume") : step === JobWhy.Retry ? qsTr("Retry %1 …", "a number of submissions").arg(Format.number(why.retryable)) : qsTr("Show %1", "a number of submissions").arg(Format.number(count));
    }

    component Cell: Label {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }

    implicitHeight: lines.implicitHeight + 12
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Why")

    Rectangle {
        x: 1
        y: 1
        width: 3
        height: parent.height - 2
        color: head.tone === Words.Neutral ? Theme.lineStrong : head.color
    }
    Column {
        id: lines

        x: block.inset
        y: 6
        width: parent.width - block.inset - 8

        ToneLabel {
            id: head

            width: parent.width
            topPadding: 4
            bottomPadding: 6
            text: block.why.headline
            tone: Words.standingTone(block.why.standing)
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            maximumLineCount: 3
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Repeater {
            model: block.why

            Item {
                id: reason

                required property int count
                required property string words
                required property string since
                required property string until
                required property int step
                required property string submissionId

                width: lines.width
                height: Math.max(Theme.scaled(32), told.implicitHeight + 8)
                Accessible.role: Accessible.ListItem
                Accessible.name: Format.joined([Format.number(count), words, since, until], ", ")

                Rule {
                    width: parent.width
                }
                Cell {
                    id: number

                    width: Theme.scaled(44)
                    horizontalAlignment: Text.AlignRight
                    text: Format.number(reason.count)
                    color: Theme.text
                    font.weight: Font.DemiBold
                }
                Cell {
                    id: told

                    anchors.left: number.right
                    anchors.leftMargin: 10
                    anchors.right: block.wide ? sinceCell.left : side.left
                    anchors.rightMargin: 8
                    text: block.wide ? reason.words : Format.joined([reason.words, reason.since, reason.until], " · ")
                    color: Theme.text
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                }
                Cell {
                    id: sinceCell

                    anchors.right: untilCell.left
                    width: Theme.scaled(96)
                    visible: block.wide
                    text: reason.since
                }
                Cell {
                    id: untilCell

                    anchors.right: side.left
                    width: Theme.scaled(104)
                    visible: block.wide
                    text: reason.until
                }
                Item {
                    id: side

                    anchors.right: parent.right
                    width: Theme.scaled(104)
                    height: parent.height

                    Button {
                        anchors.fill: parent
                        anchors.topMargin: 4
                        anchors.bottomMargin: 3
                        font.pixelSize: Theme.fontSmall
                        visible: reason.step !== JobWhy.NoStep
                        text: block.stepWords(reason.step, reason.count)
                        whyNot: block.whyNot(reason.step)
                        enabled: whyNot.length === 0
                        onClicked: block.take(reason.step, reason.submissionId)
                    }
                    Cell {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        visible: reason.step === JobWhy.NoStep
                        text: qsTr("by itself", "it goes on without anybody")
                        color: Theme.quiet
                    }
                }
            }
        }
        Rule {
            width: parent.width
            visible: rest.visible
        }
        Label {
            id: rest

            width: parent.width
            topPadding: 6
            bottomPadding: 4
            visible: text.length > 0
            text: Format.joined([block.why.last, block.why.next], " ")
            color: Theme.muted
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
            maximumLineCount: 4
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
