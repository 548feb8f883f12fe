// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit

// The desk's one elevation: a soft shadow of rings, drawn without shaders so that every renderer shows it.
Item {
    id: shade

    property int reach: 12
    property real corner: Theme.radius + 2

    anchors.fill: parent
    z: -1

    Repeater {
        model: shade.reach

        Rectangle {
            required property int index
            readonly property real share: 1 - index / shade.reach

            anchors.fill: parent
            anchors.margins: -index - 1
            anchors.topMargin: -index + 3
            anchors.bottomMargin: -index - 4
            radius: shade.corner + index + 1
            color: "transparent"
            border.width: 1.5
            border.color: Qt.rgba(Theme.shadow.r, Theme.shadow.g, Theme.shadow.b, Theme.shadow.a * 0.42 * share * share)
        }
    }
}
