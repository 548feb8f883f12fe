// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// On the data itself: how old it is, once it is not live. `asOf` 0: never loaded.
Row {
    id: mark

    property double asOf: 0

    spacing: 5

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.scaled(14)
        height: width
        name: "clock"
        colour: Theme.warn
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        text: mark.asOf > 0 ? qsTr("as of %1").arg(Format.clock(mark.asOf)) : qsTr("still loading")
        color: Theme.warn
        font.pixelSize: Theme.fontSmall
        font.weight: Font.Medium
    }
}
