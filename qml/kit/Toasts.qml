// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit

// Short news at the bottom, after the server's answer. Bad news stays until it is closed.
Item {
    id: toasts

    property int limit: 4

    function show(text: string, iconName: string, bad: bool) {
        if (news.count >= limit)
            news.remove(0);
        news.append({
            words: text,
            sign: iconName,
            isBad: bad
        });
    }

    implicitWidth: Theme.scaled(420)
    implicitHeight: list.height

    ListModel {
        id: news
    }
    Column {
        id: list

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 8

        Repeater {
            model: news

            Rectangle {
                id: toast

                required property int index
                required property string words
                required property string sign
                required property bool isBad

                anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
                width: Math.min(toasts.width, line.implicitWidth + 24)
                height: Math.max(Theme.scaled(38), body.implicitHeight + 18)
                radius: Theme.radius + 2
                color: Theme.raised
                border.color: toast.isBad ? Theme.bad : Theme.lineStrong

                Accessible.role: Accessible.AlertMessage
                Accessible.name: words

                Shade {}
                Row {
                    id: line

                    anchors.verticalCenter: parent.verticalCenter
                    x: 12
                    spacing: 9

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.icon
                        height: Theme.icon
                        name: toast.sign
                        colour: toast.isBad ? Theme.bad : Theme.good
                    }
                    Label {
                        id: body

                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.min(implicitWidth, toasts.width - Theme.icon - 24 - 18 - Theme.scaled(26))
                        text: toast.words
                        wrapMode: Text.Wrap
                        maximumLineCount: 4
                        Accessible.ignored: true
                    }
                    IconButton {
                        anchors.verticalCenter: parent.verticalCenter
                        iconName: "close"
                        text: qsTr("Dismiss")
                        onClicked: news.remove(toast.index)
                    }
                }
                Timer {
                    interval: 6000
                    running: !toast.isBad
                    onTriggered: news.remove(toast.index)
                }
            }
        }
    }
}
