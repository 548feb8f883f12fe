// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Where what is kept here ends, and the way further back.
Item {
    id: row

    required property ConnectionScreen connection
    readonly property bool busy: connection.older === ConnectionScreen.Loading || connection.older === ConnectionScreen.Troubled
    readonly property bool offline: connection.phase !== ConnectionScreen.Live && connection.phase !== ConnectionScreen.CatchUp && connection.phase !== ConnectionScreen.Polling

    implicitHeight: Theme.scaled(34)

    Rule {
        width: parent.width
    }
    ToneLabel {
        id: words

        x: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        width: button.x - x - 10
        text: row.connection.older === ConnectionScreen.Troubled ? qsTr("Older rows didn't load, trying again: %1").arg(Format.oneLine(row.connection.olderTrouble, 160)) : row.busy && row.offline ? qsTr("Older rows load when the server is back") : row.busy ? qsTr("Loading older rows …") : qsTr("Showing since %1").arg(Format.joined([Format.date(row.connection.keptSinceMs), new Date(row.connection.keptSinceMs).getFullYear().toString()], " "))
        neutral: Theme.quiet
        tone: row.connection.older === ConnectionScreen.Troubled ? Words.Warn : Words.Neutral
        font.pixelSize: Theme.fontSmall
        Accessible.role: Accessible.StaticText
        Accessible.name: text

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
        kind: Button.Quiet
        text: qsTr("Load 90 more days")
        busy: row.busy && !row.offline
        enabled: row.connection.older === ConnectionScreen.CanLoad
        hint: qsTr("Jobs and submissions, kept until you close BoltDesk. %1 finds them.", "keys of the search").arg(Words.keys("Ctrl+K"))
        whyNot: row.connection.older === ConnectionScreen.AtLimit ? qsTr("This computer holds as many submissions as it can; older ones stay on the server.") : row.offline ? qsTr("Older rows are on the server, which can't be reached right now.") : ""
        onClicked: row.connection.loadOlder()
    }
}
