// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// A framed ground.
Rectangle {
    color: Theme.surface
    border.color: Theme.line
    radius: Theme.radius
}
