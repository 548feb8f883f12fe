// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// One bulk action: how far it is, what was refused, and the buttons that hold it, give it up or forget it.
Item {
    id: entry

    required property int index
    required property string bulkId
    required property string verb
    required property int phase
    required property bool settled
    required property int total
    required property int applied
    required property int refused
    required property int inFlight
    required property int unsent
    required property int untouched
    required property int expired
    required property bool renewable
    required property string error
    required property double createdMs
    required property double nextTryMs
    required property double expiresMs
    required property int held
    required property double heldUntilMs

    required property BulkScreen bulk
    readonly property bool bad: settled && refused + expired > 0
    readonly property bool paused: phase === BulksModel.Paused
    readonly property bool listed: bulk.refusalsOf === bulkId
    readonly property bool endsSoon: expiresMs > 0 && expiresMs - Format.now < 6 * 3600000

    function counted(): string {
        return verb.startsWith("jobs.") ? qsTr("%Ln job(s)", "", total) : qsTr("%Ln submission(s)", "", total);
    }
    function stateWords(): string {
        const flying = inFlight > 0 ? qsTr("finishing what was sent") : "";
        if (held > 0)
            return Words.heldUntil(heldUntilMs, Format.now);
        switch (phase) {
        case BulksModel.Running:
            return qsTr("in progress");
        case BulksModel.Paused:
            return Format.joined([qsTr("paused"), flying], ", ");
        case BulksModel.Aborted:
            return Format.joined([qsTr("stopped, %Ln left untouched", "", untouched), settled ? "" : flying], ", ");
        case BulksModel.Expired:
            return qsTr("%Ln expired", "", expired);
        case BulksModel.Finished:
            return qsTr("done");
        }
        return qsTr("waiting to be sent");
    }
    function words(): string {
        const trouble = settled ? "" : Format.oneLine(error, 200);
        const next = nextTryMs > 0 && !settled ? qsTr("next try in %1").arg(Format.left(nextTryMs, Format.now)) : "";
        const ends = endsSoon && !settled ? qsTr("expires in %1").arg(Format.left(expiresMs, Format.now)) : "";
        const age = createdMs > 0 ? qsTr("%1 ago").arg(Format.ago(createdMs, Format.now)) : "";
        return Format.joined([qsTr("%1 of %2").arg(Format.number(applied + refused)).arg(Format.number(total)), stateWords(), trouble, next, ends, age], " · ");
    }

    implicitHeight: Theme.scaled(56) + (listed ? list.implicitHeight + 8 : 0)
    Accessible.role: Accessible.Row
    Accessible.name: title.text + ", " + state.text

    Rule {
        width: parent.width
        visible: entry.index > 0
    }
    Icon {
        id: sign

        y: Theme.scaled(9)
        width: Theme.icon
        height: Theme.icon
        name: entry.bad ? "alert" : entry.settled ? "check" : entry.paused ? "pause" : "list"
        colour: entry.bad ? Theme.bad : entry.settled ? Theme.good : Theme.muted
    }
    Label {
        id: title

        x: Theme.icon + 10
        y: Theme.scaled(6)
        width: buttons.x - x - 10
        text: Words.verb(entry.verb) + " · " + entry.counted()
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
    BulkBar {
        x: title.x
        y: Theme.scaled(47)
        width: parent.width - x
        total: entry.total
        applied: entry.applied
        refused: entry.refused
        inFlight: entry.inFlight
    }
    Row {
        id: buttons

        anchors.right: parent.right
        y: Theme.scaled(8)
        spacing: 6

        Button {
            visible: entry.refused > 0
            text: qsTr("%Ln refused", "", entry.refused)
            iconName: entry.listed ? "chevron-up" : "chevron-down"
            onClicked: entry.bulk.refusalsOf = entry.listed ? "" : entry.bulkId
        }
        Button {
            visible: entry.renewable && (entry.expired > 0 || entry.endsSoon)
            text: qsTr("Keep trying")
            hint: qsTr("Tries for another 24 hours to send it")
            onClicked: entry.bulk.renew(entry.bulkId)
        }
        Button {
            visible: entry.held > 0
            text: qsTr("Undo")
            onClicked: entry.bulk.abort(entry.bulkId)
        }
        IconButton {
            visible: (entry.nextTryMs > 0 || entry.held > 0) && !entry.settled && !entry.paused
            bordered: true
            iconName: "retry"
            text: qsTr("Send now")
            onClicked: entry.bulk.retryNow(entry.bulkId)
        }
        IconButton {
            visible: entry.unsent > 0 && entry.held === 0 && entry.phase !== BulksModel.Aborted
            bordered: true
            iconName: entry.paused ? "play" : "pause"
            text: entry.paused ? qsTr("Resume") : qsTr("Pause after the current batch")
            onClicked: entry.paused ? entry.bulk.resume(entry.bulkId) : entry.bulk.pause(entry.bulkId)
        }
        IconButton {
            visible: entry.unsent > 0 && entry.held === 0 && entry.phase !== BulksModel.Aborted
            bordered: true
            iconName: "cancel"
            text: qsTr("Stop; %Ln not sent yet stay untouched", "", entry.unsent)
            onClicked: entry.bulk.abort(entry.bulkId)
        }
        IconButton {
            visible: entry.settled
            iconName: "close"
            text: qsTr("Dismiss")
            onClicked: entry.bulk.dismiss(entry.bulkId)
        }
    }
    RefusalList {
        id: list

        y: Theme.scaled(56)
        width: parent.width
        visible: entry.listed
        bulk: entry.bulk
    }
}
