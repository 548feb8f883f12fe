// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Stands behind a value and shows for half a second that it changed, without a movement: two repaints and no animation,
// because a busy table changes all the time. Nothing with reduced motion, nor when `ofId` became another: then it is
// another row that shows its own value.
Rectangle {
    id: tint

    required property string ofId
    required property string value
    property string settledId: ""

    anchors.fill: parent
    anchors.topMargin: 6
    anchors.bottomMargin: 7
    anchors.leftMargin: -4
    anchors.rightMargin: -4
    radius: 3
    color: Theme.accent
    opacity: 0.2
    visible: shown.running
    onOfIdChanged: {
        shown.stop();
        settledId = "";
        soon.restart();
    }
    onValueChanged: if (settledId.length > 0 && settledId === ofId && Theme.motion > 0) shown.restart()
    Component.onCompleted: settledId = ofId

    Timer {
        id: soon

        interval: 0
        onTriggered: tint.settledId = tint.ofId
    }
    Timer {
        id: shown

        interval: 500
    }
}
