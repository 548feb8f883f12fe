// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// How far an action on many things is: done, refused, under way, of all.
Rectangle {
    id: bar

    property int total: 0
    property int applied: 0
    property int refused: 0
    property int inFlight: 0

    function share(things: int): real {
        return total > 0 ? width * things / total : 0;
    }

    implicitHeight: 4
    radius: height / 2
    color: Theme.line
    clip: true

    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 of %2").arg(applied + refused).arg(total)

    Rectangle {
        width: bar.share(bar.applied)
        height: parent.height
        radius: bar.radius
        color: Theme.good
    }
    Rectangle {
        x: bar.share(bar.applied)
        width: bar.share(bar.refused)
        height: parent.height
        color: Theme.bad
    }
    Rectangle {
        x: bar.share(bar.applied + bar.refused)
        width: bar.share(bar.inFlight)
        height: parent.height
        color: Theme.submitted
        opacity: 0.6
    }
}
