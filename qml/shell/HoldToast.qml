// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// What was asked for last and is not sent yet, with the seconds that are left to undo it.
Rectangle {
    id: toast

    required property HeldScreen held
    /// One line.
    property bool low: false
    readonly property bool pointed: pointer.hovered || undo.activeFocus
    readonly property int seconds: Math.max(1, Math.ceil((held.untilMs - Format.now) / 1000))
    readonly property string when: held.untilMs > 0 ? qsTr("in %1 s", "seconds").arg(Format.number(seconds)) : qsTr("when the connection is back")
    readonly property string more: held.count > 1 ? qsTr("%Ln more before it", "actions that are held", held.count - 1) : ""

    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.accent

    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text

    HoverHandler {
        id: pointer
    }
    Icon {
        id: sign

        x: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.icon
        height: Theme.icon
        name: "clock"
        colour: Theme.accent
    }
    Column {
        x: sign.x + sign.width + 10
        anchors.verticalCenter: parent.verticalCenter
        width: undo.x - x - 8

        Label {
            id: title

            width: parent.width
            text: toast.low ? Format.joined([Words.held(toast.held.verb, toast.held.things), toast.when], " ") : Words.held(toast.held.verb, toast.held.things)
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            visible: !toast.low
            text: Format.joined([toast.when, toast.more], " · ")
            color: Theme.muted
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
    }
    Button {
        id: undo

        anchors.right: parent.right
        anchors.rightMargin: 6
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: Math.min(Theme.controlHeight, toast.height - 4)
        text: qsTr("Undo")
        shortcut: toast.low || toast.width < Theme.scaled(250) ? "" : "Ctrl+Z"
        hint: qsTr("Nothing has been sent yet")
        onClicked: toast.held.undo()
    }
}
