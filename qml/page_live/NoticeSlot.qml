// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Of when the page speaks: now, or why not. One place that is never taken away, so that nothing moves when it speaks up.
Item {
    id: slot

    required property LiveScreen live
    required property ConnectionScreen connection
    readonly property bool frozen: live.frozen
    /// The rest is live.
    readonly property bool partly: connection.polledTables.length + connection.deniedTables.length > 0 && !connection.silent
    readonly property bool old: !connection.fresh && connection.asOfMs > 0 && !partly
    readonly property bool calm: !frozen && !old
    readonly property color tint: frozen ? Theme.submitted : Theme.warn

    function title(): string {
        return frozen ? qsTr("Frozen") : connection.silent ? qsTr("No answer · as of %1").arg(Format.clock(connection.asOfMs)) : old ? qsTr("As of %1").arg(Format.clock(connection.asOfMs)) : "";
    }
    function words(): string {
        if (frozen)
            return live.waitingChanges > 0 ? qsTr("%Ln change(s) waiting", "", live.waitingChanges) : qsTr("updates are on hold");
        if (partly && connection.deniedTables.length > 0)
            return qsTr("%1: cannot be read", "names of tables").arg(Words.tables(connection.deniedTables));
        if (partly)
            return qsTr("%1: read every %2", "names of tables, a span").arg(Words.tables(connection.polledTables)).arg(Format.duration(connection.pollSeconds));
        if (old && connection.phase === ConnectionScreen.Polling)
            return qsTr("%1 old · no live updates, read every %2", "age of the data, a span").arg(Format.ago(connection.asOfMs, Format.now)).arg(Format.duration(connection.pollSeconds));
        if (old)
            return qsTr("%1 old · actions are saved and sent later", "age of the data").arg(Format.ago(connection.asOfMs, Format.now));
        return connection.asOfMs > 0 ? qsTr("Everything is up to date") : qsTr("Nothing loaded yet");
    }

    Accessible.role: calm ? Accessible.StaticText : Accessible.AlertMessage
    Accessible.name: Format.joined([title(), words()], ". ")

    Rectangle {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: slot.calm ? line.width + 10 : parent.width
        height: Math.min(parent.height, Theme.tall(30))
        radius: Theme.radius
        color: slot.calm ? "transparent" : Theme.surface
        border.width: slot.calm ? 0 : 1
        border.color: Theme.line

        Rectangle {
            width: 3
            height: parent.height
            radius: 1.5
            visible: !slot.calm
            color: slot.tint
        }
        Row {
            id: line

            readonly property real room: slot.width - 14 - Theme.icon - 2 * spacing - (action.visible ? action.width + spacing + 2 : 0)

            x: slot.calm ? 0 : 12
            height: parent.height
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.icon
                height: Theme.icon
                name: slot.frozen ? "freeze" : "clock"
                colour: slot.calm ? Theme.quiet : slot.tint
            }
            Label {
                id: name

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, line.room)
                visible: text.length > 0
                text: slot.title()
                font.pixelSize: Theme.fontSmall
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            Label {
                id: rest

                readonly property real room: line.room - (name.visible ? name.width + line.spacing : 0)

                anchors.verticalCenter: parent.verticalCenter
                visible: room >= Theme.scaled(40) // a word or two, or nothing
                width: Math.min(implicitWidth, Math.max(0, room))
                text: slot.words()
                color: slot.calm ? Theme.quiet : Theme.muted
                font.pixelSize: Theme.fontSmall
                Accessible.ignored: true

                HoverHandler {
                    id: pointer
                }
                Hint {
                    visible: pointer.hovered && rest.truncated
                    text: rest.text
                }
            }
        }
        Button {
            id: action

            anchors.right: parent.right
            anchors.rightMargin: 3
            anchors.verticalCenter: parent.verticalCenter
            implicitHeight: parent.height - 6
            visible: !slot.calm
            font.pixelSize: Theme.fontSmall
            text: slot.frozen ? qsTr("Unfreeze") : qsTr("Try now")
            shortcut: slot.frozen ? "F8" : ""
            onClicked: slot.frozen ? slot.live.frozen = false : slot.connection.refresh()
        }
    }
}
