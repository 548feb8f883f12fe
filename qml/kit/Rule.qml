// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// A hairline.
Rectangle {
    implicitWidth: 1
    implicitHeight: 1
    color: Theme.line
}
