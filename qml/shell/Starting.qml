// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// The moment before the workspace answers, or the keychain.
Rectangle {
    id: starting

    required property string words

    color: Theme.canvas

    Column {
        anchors.centerIn: parent
        spacing: 14

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.scaled(36)
            height: width
            name: "bolt"
            colour: Theme.accent
        }
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: starting.words
            color: Theme.muted
        }
    }
}
