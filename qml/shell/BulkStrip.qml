// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// The bulk action that is under way, in the status bar: how far it is, and the two buttons one may need at once.
Row {
    id: strip

    required property int index
    required property string bulkId
    required property string verb
    required property int phase
    required property int total
    required property int applied
    required property int refused
    required property int inFlight
    required property int unsent
    required property int held

    required property BulkScreen bulk
    readonly property bool paused: phase === BulksModel.Paused

    visible: index === bulk.currentRow && held === 0 // the news says what is held
    spacing: 8
    Accessible.role: Accessible.StatusBar
    Accessible.name: words.text

    Label {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        text: Format.joined([qsTr("%1: %2 of %3", "action, done, of all").arg(Words.verb(strip.verb)).arg(Format.number(strip.applied + strip.refused)).arg(Format.number(strip.total)), strip.refused > 0 ? qsTr("%Ln refused", "", strip.refused) : "", strip.paused ? qsTr("paused") : ""], " · ")
        color: strip.paused ? Theme.warn : Theme.text
        font.pixelSize: Theme.fontTiny
        Accessible.ignored: true
    }
    BulkBar {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.scaled(90)
        total: strip.total
        applied: strip.applied
        refused: strip.refused
        inFlight: strip.inFlight
    }
    Row {
        anchors.verticalCenter: parent.verticalCenter
        visible: strip.unsent > 0 && strip.phase !== BulksModel.Aborted

        IconButton {
            side: Theme.scaled(22)
            iconName: strip.paused ? "play" : "pause"
            text: strip.paused ? qsTr("Resume") : qsTr("Pause after the current batch")
            onClicked: strip.paused ? strip.bulk.resume(strip.bulkId) : strip.bulk.pause(strip.bulkId)
        }
        IconButton {
            side: Theme.scaled(22)
            iconName: "cancel"
            text: qsTr("Stop; %Ln not sent yet stay untouched", "", strip.unsent)
            onClicked: strip.bulk.abort(strip.bulkId)
        }
    }
}
