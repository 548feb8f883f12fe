// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Drawn around whatever has the keyboard; outside the control so that nothing moves.
Rectangle {
    property bool shown: false
    property int around: 2

    anchors.fill: parent
    anchors.margins: -around
    radius: Theme.radius + around
    color: "transparent"
    border.width: 2
    border.color: Theme.accent
    visible: shown
    z: 10
}
