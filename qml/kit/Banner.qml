// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit

// One line that stands over the data it speaks of: stale, frozen, an alert. Told by icon and words, tinted by a bar.
Rectangle {
    id: banner

    property string iconName: "alert"
    property color tint: Theme.bad
    property string title: ""
    property string text: ""
    property string actionText: ""
    property string shortcut: ""
    property bool closable: false
    signal actionTriggered()
    signal closed()

    implicitHeight: Math.max(Theme.scaled(38), line.implicitHeight + 8)
    color: Theme.surface
    border.color: Theme.line
    radius: Theme.radius

    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + ". " + text

    Rectangle {
        width: 3
        height: parent.height
        radius: 1.5
        color: banner.tint
    }
    RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: 14
        anchors.rightMargin: 8
        spacing: 10

        Icon {
            Layout.preferredWidth: Theme.icon
            Layout.preferredHeight: Theme.icon
            name: banner.iconName
            colour: banner.tint
        }
        Label {
            Layout.maximumWidth: implicitWidth + 1
            Layout.fillWidth: true
            Layout.minimumWidth: Math.min(implicitWidth, banner.width * 0.35)
            text: banner.title
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        Label {
            Layout.fillWidth: true
            text: banner.text
            color: Theme.muted
            Accessible.ignored: true
        }
        Button {
            visible: banner.actionText.length > 0
            text: banner.actionText
            shortcut: banner.shortcut
            implicitHeight: Theme.scaled(26)
            onClicked: banner.actionTriggered()
        }
        IconButton {
            visible: banner.closable
            iconName: "close"
            text: qsTr("Dismiss")
            onClicked: banner.closed()
        }
    }
}
