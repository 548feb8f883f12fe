// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// Why the job that has the keyboard, else the one the pointer was on last, stands as it does: one sentence and one step. A
// place of its own under the rows, of one height, so that it covers nothing and moves nothing.
Item {
    id: line

    required property JobWhy why
    required property ActionsScreen actions
    required property BulkScreen bulk
    signal submissionWanted(string id)

    readonly property string verb: why.step === JobWhy.Resume ? "jobs.resume" : why.step === JobWhy.Retry ? "jobs.retry-failed" : ""
    // `revision` is read so that the answer is asked for again when role, state or pending marks change.
    readonly property string whyNot: actions.revision >= 0 && verb.length > 0 && why.known ? Words.whyNot(actions.whyNotFor(verb, why.jobId)) : ""

    function take() {
        if (verb.length > 0)
            bulk.ask(verb, [why.jobId], -1);
        else
            submissionWanted(why.submissionId);
    }
    function stepWords(): string {
        switch (why.step) {
        case JobWhy.Resume:
            return qsTr("Resume");
        case JobWhy.Retry:
            return qsTr("Retry %1 failed …").arg(Format.number(why.stepCount));
        }
        return qsTr("Show %1", "a number of submissions").arg(Format.number(why.stepCount));
    }

    implicitHeight: Theme.scaled(36)
    Accessible.role: Accessible.StaticText
    Accessible.name: why.known ? Format.joined([Words.customer(why.customer), why.sentence], ". ") : ""

    Rule {
        width: parent.width
    }
    Icon {
        id: icon

        x: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.scaled(14)
        height: width
        visible: line.why.known
        name: Words.standingIcon(line.why.standing)
        colour: mark.color
    }
    ToneLabel {
        id: mark

        visible: false
        tone: Words.standingTone(line.why.standing)
        neutral: Theme.muted
    }
    Label {
        id: name

        x: icon.x + icon.width + 8
        height: parent.height
        width: Math.min(implicitWidth, line.width * 0.3)
        visible: line.why.known
        text: Format.oneLine(Words.customer(line.why.customer), 80)
        font.pixelSize: Theme.fontSmall
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    Label {
        id: words

        x: name.x + name.width + 10
        height: parent.height
        width: Math.max(0, (button.visible ? button.x : line.width - Theme.pad) - x - 10)
        visible: line.why.known
        text: line.why.sentence
        color: Theme.muted
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
    Button {
        id: button

        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: Theme.scaled(25)
        font.pixelSize: Theme.fontSmall
        visible: line.why.known && line.why.step !== JobWhy.NoStep
        text: line.stepWords()
        whyNot: line.whyNot
        enabled: line.whyNot.length === 0
        onClicked: line.take()
    }
}
