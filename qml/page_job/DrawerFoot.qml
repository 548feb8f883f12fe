// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// The foot of the drawer, always of one height: the selected squares' actions, or the keys that lead to one; below it
// the lane for news.
Rectangle {
    id: foot

    required property IdSet selection
    required property ActionsScreen actions
    required property BulkScreen bulk
    property bool slim: false
    readonly property Item lane: lane
    readonly property int barHeight: Theme.tall(slim ? 38 : 44)

    // Whether the key is one of the selection's.
    function press(key: string): bool {
        return chosen.press(key);
    }

    implicitHeight: barHeight + lane.height
    color: Theme.raised

    Rule {
        width: parent.width
    }
    Label {
        x: 18
        width: parent.width - 2 * x
        height: foot.barHeight
        visible: foot.selection.count === 0
        text: qsTr("N next failed · Enter attempts · X select · ⇧X all failed")
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
    }
    ChosenBar {
        id: chosen

        width: parent.width
        height: foot.barHeight
        visible: foot.selection.count > 0
        selection: foot.selection
        actions: foot.actions
        bulk: foot.bulk
    }
    Item {
        id: lane

        x: 18
        y: foot.barHeight
        width: parent.width - 2 * x
        height: Theme.tall(foot.slim ? 30 : 40)
    }
}
