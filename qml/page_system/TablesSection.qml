// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Each followed table: how it stands, how much of it is here, how old it is.
Section {
    id: section

    required property ConnectionScreen connection

    title: qsTr("Tables")
    note: qsTr("%Ln submission(s) here", "on this computer", connection.submissionsHeld)

    Repeater {
        model: section.connection.tables

        Item {
            id: entry

            required property int index
            required property string name
            required property int phase
            required property bool complete
            required property double rowsHeld
            required property double expected
            required property double asOfMs
            required property int unreadable
            required property string unreadableFirst
            required property bool absent
            required property string trouble
            required property string mend

            readonly property bool live: phase === ConnectionScreen.Live && !section.connection.silent
            readonly property bool current: complete && live
            readonly property string stateWord: unreadable > 0 ? qsTr("%Ln row(s) cannot be read", "of a table", unreadable) : absent ? qsTr("Not on the server") : phase === ConnectionScreen.Polling ? qsTr("Every %1", "how often the server is asked, e.g. 20 s").arg(Format.duration(section.connection.pollSeconds)) : phase === ConnectionScreen.Live && !live ? qsTr("No answer") : Words.linkPhase(phase)
            readonly property string noteText: absent ? mend.length > 0 ? qsTr("The server does not have this table. The script live.sql creates it:") : qsTr("The server does not have this table.") : mend.length > 0 ? qsTr("The server does not publish this table. To publish it:") : unreadable > 0 ? unreadableFirst : trouble
            readonly property string rowsText: expected > rowsHeld ? qsTr("%1 of about %2", "rows here of rows at the server").arg(Format.number(rowsHeld)).arg(Format.number(expected)) : Format.number(rowsHeld)
            readonly property string ageText: asOfMs <= 0 ? qsTr("never loaded") : current ? Format.clock(asOfMs) : qsTr("%1 old").arg(Format.ago(asOfMs, Format.now))

            width: parent ? parent.width : 0
            height: lane.height + (note.visible ? note.height : 0)
            Accessible.role: Accessible.Row
            Accessible.name: qsTr("%1, %2, %3 rows, %4", "table, connection, rows here, their age").arg(Words.table(name)).arg(stateWord).arg(rowsText).arg(ageText)
            Accessible.description: noteText

            Item {
                id: lane

                width: parent.width
                height: Theme.scaled(30)

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width * 0.28
                    text: Words.table(entry.name)
                    Accessible.ignored: true
                }
                ToneLabel {
                    x: parent.width * 0.3
                    anchors.verticalCenter: parent.verticalCenter
                    width: rows.x + rows.width - Math.min(rows.implicitWidth, rows.width) - 8 - x
                    text: entry.stateWord
                    tone: entry.live && !entry.absent ? Words.Good : Words.Warn
                    Accessible.ignored: true
                }
                Label {
                    id: rows

                    x: parent.width * 0.56
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width * 0.24
                    horizontalAlignment: Text.AlignRight
                    text: entry.rowsText
                    Accessible.ignored: true
                }
                Label {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width * 0.18
                    horizontalAlignment: Text.AlignRight
                    text: entry.ageText
                    color: entry.current ? Theme.muted : Theme.warn
                    Accessible.ignored: true
                }
            }
            MendNote {
                id: note

                y: lane.height
                width: parent.width
                visible: entry.noteText.length > 0
                text: entry.noteText
                sql: entry.mend
            }
        }
    }
}
