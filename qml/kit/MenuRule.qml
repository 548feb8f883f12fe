// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

T.MenuSeparator {
    implicitWidth: 20
    implicitHeight: 9

    contentItem: Item {
        Rule {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
        }
    }
}
