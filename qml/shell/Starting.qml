// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// The moment before the keychain or the demo answers; out of the demo's there is a way.
FocusScope {
    id: starting

    required property SessionScreen session
    readonly property bool demo: session.scene === SessionScreen.StartingDemo

    Accessible.role: Accessible.Pane
    Accessible.name: words.text

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 32, Theme.scaled(400))
        spacing: 14

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.scaled(36)
            height: width
            name: "bolt"
            colour: Theme.accent
        }
        Label {
            id: words

            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: starting.demo ? qsTr("Starting the demo …") : qsTr("Opening the workspace …")
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.scaled(160)
            height: Theme.scaled(3)
            radius: height / 2
            color: Theme.line
            opacity: starting.demo && starting.session.demoProgress >= 0 ? 1 : 0

            Rectangle {
                width: parent.width * Math.max(0, Math.min(1, starting.session.demoProgress))
                height: parent.height
                radius: parent.radius
                color: Theme.accent
            }
        }
        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            focus: true
            visible: starting.demo
            kind: Button.Quiet
            shortcut: "Esc"
            text: qsTr("Sign in to a workspace instead")
            onClicked: starting.session.leaveDemo()
        }
    }
    Shortcut {
        sequence: "Esc"
        enabled: starting.demo
        onActivated: starting.session.leaveDemo()
    }
}
