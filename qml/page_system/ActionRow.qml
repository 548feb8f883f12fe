// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// One action: how it stands, the server's words, and what may still be done about it.
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
    required property double expiresMs
    required property bool renewable
    required property bool held
    required property double heldUntilMs

    required property ActionsScreen actions
    required property BulkScreen bulk
    readonly property bool bad: phase === ActionsModel.Refused || phase === ActionsModel.PartlyApplied || phase === ActionsModel.Expired
    readonly property bool settled: phase >= ActionsModel.Applied
    readonly property bool listed: bulk.refusalsOf === actionId
    readonly property bool endsSoon: expiresMs > 0 && expiresMs - Format.now < 6 * 3600000

    function words(): string {
        const trouble = rejectedText.length > 0 ? rejectedText : error;
        const unsure = phase === ActionsModel.Expired && !renewable ? qsTr("may have been done: check before you try again") : "";
        const next = nextTryMs > 0 && !settled ? qsTr("next try in %1").arg(Format.left(nextTryMs, Format.now)) : "";
        const ends = endsSoon ? qsTr("expires in %1").arg(Format.left(expiresMs, Format.now)) : "";
        const age = createdMs > 0 ? qsTr("%1 ago").arg(Format.ago(createdMs, Format.now)) : "";
        return Format.joined([held ? Words.heldUntil(heldUntilMs, Format.now) : Words.actionPhase(phase), unsure, Format.oneLine(trouble, 300), next, ends, age], " · ");
    }

    implicitHeight: Theme.scaled(46) + (listed ? list.implicitHeight + 8 : 0)
    Accessible.role: Accessible.Row
    Accessible.name: title.text + ", " + state.text

    Rule {
        width: parent.width
        visible: entry.index > 0
    }
    Icon {
        id: sign

        y: (Theme.scaled(46) - height) / 2
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
        text: Words.verb(entry.verb) + " · " + Format.name(entry.targetText, 120)
        font.weight: Font.Medium
        Accessible.ignored: true
    }
    ToneLabel {
        id: state

        anchors.left: title.left
        anchors.top: title.bottom
        width: title.width
        text: entry.words()
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
        y: (Theme.scaled(46) - height) / 2
        spacing: 6

        Button {
            visible: entry.rejectedCount > 1 || (entry.rejectedCount === 1 && entry.applied > 0)
            text: qsTr("%Ln refused", "", entry.rejectedCount)
            iconName: entry.listed ? "chevron-up" : "chevron-down"
            onClicked: entry.bulk.refusalsOf = entry.listed ? "" : entry.actionId
        }
        Button {
            visible: entry.phase === ActionsModel.Waiting
            text: qsTr("Undo")
            onClicked: entry.actions.cancelAction(entry.actionId)
        }
        Button {
            visible: entry.renewable && (entry.phase === ActionsModel.Expired || entry.endsSoon)
            text: qsTr("Keep trying")
            hint: qsTr("Tries for another 24 hours to send it")
            onClicked: entry.actions.renewAction(entry.actionId)
        }
        IconButton {
            visible: entry.phase === ActionsModel.Waiting || entry.phase === ActionsModel.UnknownOutcome
            side: Theme.controlHeight
            bordered: true
            iconName: "retry"
            text: entry.phase === ActionsModel.UnknownOutcome ? qsTr("Check now") : qsTr("Send now")
            onClicked: entry.actions.retryAction(entry.actionId)
        }
        IconButton {
            visible: entry.settled
            iconName: "close"
            text: qsTr("Dismiss")
            onClicked: entry.actions.dismissAction(entry.actionId)
        }
    }
    RefusalList {
        id: list

        y: Theme.scaled(46)
        width: parent.width
        visible: entry.listed
        bulk: entry.bulk
    }
}
