// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// What is known of the link, in figures.
Section {
    id: section

    required property ConnectionScreen connection

    title: qsTr("Connection")
    note: stateWord()

    function stateWord(): string {
        return connection.silent ? qsTr("No answer") : Words.linkPhase(connection.phase);
    }

    FigureRow {
        readonly property double since: section.connection.silent ? section.connection.silentSinceMs : section.connection.sinceMs

        width: parent.width
        label: qsTr("State")
        value: since > 0 ? qsTr("%1 since %2").arg(section.stateWord()).arg(Format.clock(since)) : section.stateWord()
        tone: section.connection.silent ? Words.Warn : section.connection.phase === ConnectionScreen.Live ? Words.Good : section.connection.phase === ConnectionScreen.Offline || section.connection.phase === ConnectionScreen.Denied ? Words.Bad : Words.Warn
    }
    Label {
        visible: text.length > 0
        x: 12
        width: section.width - 2 * Theme.pad - 12
        height: Theme.scaled(22)
        text: section.connection.fresh ? "" : Format.oneLine(section.connection.reason, 200)
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
    }
    FigureRow {
        width: parent.width
        label: qsTr("Response time")
        value: section.connection.latencyAtMs > 0 ? qsTr("%1, %2 ago", "round trip, and when it was measured").arg(Format.latency(section.connection.latencyMs)).arg(Format.ago(section.connection.latencyAtMs, Format.now)) : Format.latency(section.connection.latencyMs)
        hint: qsTr("How long the server took to answer last")
    }
    FigureRow {
        width: parent.width
        label: qsTr("Events per second")
        value: Format.number(section.connection.eventsPerSecond, 1)
    }
    FigureRow {
        width: parent.width
        label: qsTr("Last event")
        value: section.connection.lastEventMs > 0 ? qsTr("%1 ago").arg(Format.ago(section.connection.lastEventMs, Format.now)) : "–"
        hint: Format.absolute(section.connection.lastEventMs)
    }
    FigureRow {
        width: parent.width
        label: qsTr("Data as of")
        value: section.connection.asOfMs <= 0 ? qsTr("never loaded") : section.connection.fresh ? Format.clock(section.connection.asOfMs) : qsTr("%1, %2 ago", "time and age").arg(Format.clock(section.connection.asOfMs)).arg(Format.ago(section.connection.asOfMs, Format.now))
        tone: section.connection.fresh ? Words.Good : Words.Warn
    }
    FigureRow {
        width: parent.width
        label: qsTr("Events received")
        value: Format.number(section.connection.events)
    }
    FigureRow {
        width: parent.width
        label: qsTr("Data received")
        value: Format.bytes(section.connection.bytesIn)
    }
    FigureRow {
        width: parent.width
        label: qsTr("Reconnects")
        value: Format.number(section.connection.reconnects)
        hint: Format.joined(section.connection.recentReasons, "\n")
    }
    // Why it was lost, newest first; the rest is in the copied text.
    Repeater {
        model: section.connection.recentReasons

        Label {
            required property int index
            required property string modelData

            visible: index < 3
            x: 12
            width: section.width - 2 * Theme.pad - 12
            height: Theme.scaled(22)
            text: Format.oneLine(modelData, 200)
            color: Theme.quiet
            font.pixelSize: Theme.fontSmall
        }
    }
    FigureRow {
        width: parent.width
        label: qsTr("Local copy")
        value: section.connection.replicaBytes >= 0 ? Format.bytes(section.connection.replicaBytes) : qsTr("in memory only")
        tone: section.connection.replicaNotice.length > 0 ? Words.Warn : Words.Neutral
        hint: section.connection.replicaNotice
    }
    AdvancedFigures {
        width: parent.width
        connection: section.connection
    }
}
