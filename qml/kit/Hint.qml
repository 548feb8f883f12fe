// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// A tooltip. `shortcut` is set apart, so that keys are learnt by the way.
T.ToolTip {
    id: hint

    property string shortcut: ""
    /// Of a line of a menu: all others keep quiet while one is open.
    property bool ofMenu: false

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: parent ? parent.height + 6 : 0
    implicitWidth: Math.min(contentItem.implicitWidth + leftPadding + rightPadding, Theme.scaled(340))
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    margins: 6
    padding: 6
    leftPadding: 9
    rightPadding: 9
    delay: 450
    opacity: Theme.openMenus > 0 && !ofMenu ? 0 : 1
    timeout: -1
    closePolicy: T.Popup.NoAutoClose

    contentItem: Row {
        spacing: 8

        Label {
            id: words

            width: Math.min(implicitWidth, Theme.scaled(320) - (keys.visible ? keys.width + 8 : 0))
            text: hint.text
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            lineHeight: 1.15
        }
        KeyHint {
            id: keys

            visible: hint.shortcut.length > 0
            keys: hint.shortcut
        }
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.lineStrong
        radius: Theme.radius
    }
}
