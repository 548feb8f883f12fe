// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// A key as it is printed on the keyboard of whoever reads it.
Rectangle {
    id: cap

    property string keys: ""
    property color ink: Theme.muted

    implicitWidth: Math.max(implicitHeight, word.implicitWidth + 9)
    implicitHeight: Theme.tall(17)
    radius: 4
    color: "transparent"
    border.color: Qt.rgba(ink.r, ink.g, ink.b, 0.4)

    Label {
        id: word

        anchors.centerIn: parent
        text: Words.keys(cap.keys)
        color: cap.ink
        font.pixelSize: Theme.fontTiny
    }
}
