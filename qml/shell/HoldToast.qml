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
    /// Little width: what is held comes first, and how many things. The button goes below, or is its sign.
    readonly property bool small: width < Theme.scaled(250)
    readonly property bool pointed: pointer.hovered || undo.activeFocus
    readonly property int seconds: held.untilMs > 0 ? Math.max(1, Math.ceil((held.untilMs - Format.now) / 1000)) : 0
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
        visible: !toast.small
        name: "clock"
        colour: Theme.accent
    }
    Label {
        id: title

        x: toast.small ? 10 : sign.x + sign.width + 10
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: toast.low ? 0 : toast.small ? -parent.height / 4 + 1 : -height / 2
        width: (toast.small && !toast.low ? parent.width : undo.x) - x - 8
        text: toast.low ? Format.joined([Words.held(toast.held.verb, toast.held.things), toast.when], " ") : Words.held(toast.held.verb, toast.held.things)
        font.pixelSize: Theme.fontSmall
        font.weight: Font.Medium
        Accessible.ignored: true
    }
    Label {
        x: title.x
        anchors.verticalCenter: toast.small ? undo.verticalCenter : parent.verticalCenter
        anchors.verticalCenterOffset: toast.small ? 0 : height / 2
        width: undo.x - x - 8
        visible: !toast.low
        text: Format.joined([toast.when, toast.more], " · ")
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    Button {
        id: undo

        anchors.right: parent.right
        anchors.rightMargin: 6
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: toast.small && !toast.low ? parent.height / 4 - 2 : 0
        implicitHeight: toast.small && !toast.low ? toast.height / 2 - 1 : Math.min(Theme.controlHeight, toast.height - 4)
        iconName: text.length === 0 ? "undo" : ""
        text: toast.small && toast.low ? "" : qsTr("Undo")
        shortcut: toast.small || toast.low ? "" : "Ctrl+Z"
        hint: qsTr("Nothing has been sent yet")
        onClicked: toast.held.undo()

        Accessible.name: qsTr("Undo")
    }
}
