// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Tables

// What of the feed is listed, whether it goes on, and what waits. What waits comes and goes at the left end, so that the
// buttons stay where they are.
Row {
    id: controls

    required property FeedModel feed
    signal newsWanted()

    readonly property list<string> words: [qsTr("All", "of the activity"), qsTr("Attention", "of the activity: what needs it"), qsTr("Mine", "of the activity: own actions")]

    spacing: 6

    Pill {
        anchors.verticalCenter: parent.verticalCenter
        visible: controls.feed.pendingCount > 0
        text: qsTr("%Ln new", "", controls.feed.pendingCount)
        onClicked: controls.newsWanted()
    }
    T.AbstractButton {
        id: choice

        anchors.verticalCenter: parent.verticalCenter
        implicitWidth: line.implicitWidth + 14
        implicitHeight: Theme.scaled(26)
        focusPolicy: Qt.TabFocus
        hoverEnabled: true
        text: controls.words[controls.feed.filter] ?? ""
        Accessible.role: Accessible.ButtonMenu
        Accessible.name: qsTr("Show in the activity: %1").arg(text)
        Accessible.onPressAction: choice.clicked()
        Keys.onReturnPressed: clicked()
        Keys.onEnterPressed: clicked()
        onClicked: menu.popup(0, height)

        contentItem: Item {
            Row {
                id: line

                anchors.centerIn: parent
                spacing: 4

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: choice.text
                    font.pixelSize: Theme.fontSmall
                }
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.scaled(13)
                    height: width
                    name: "chevron-down"
                    colour: Theme.muted
                }
            }
        }
        background: Rectangle {
            radius: Theme.radius
            color: choice.down || menu.visible ? Theme.selected : choice.hovered ? Theme.hovered : "transparent"
            border.color: Theme.line

            FocusRing {
                shown: choice.visualFocus
                around: 1
            }
        }

        Menu {
            id: menu

            MenuItem {
                checkable: true
                checked: controls.feed.filter === FeedModel.All
                text: qsTr("All")
                onTriggered: controls.feed.filter = FeedModel.All
            }
            MenuItem {
                checkable: true
                checked: controls.feed.filter === FeedModel.Attention
                text: qsTr("Needs attention")
                onTriggered: controls.feed.filter = FeedModel.Attention
            }
            MenuItem {
                checkable: true
                checked: controls.feed.filter === FeedModel.Actions
                text: qsTr("My actions")
                onTriggered: controls.feed.filter = FeedModel.Actions
            }
        }
    }
    IconButton {
        anchors.verticalCenter: parent.verticalCenter
        bordered: true
        iconName: controls.feed.paused ? "play" : "pause"
        text: controls.feed.paused ? qsTr("Resume the activity") : qsTr("Pause the activity")
        onClicked: controls.feed.paused = !controls.feed.paused
    }
}
