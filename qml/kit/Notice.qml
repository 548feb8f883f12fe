// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// A few sentences inside a form that must not be overlooked; `detail` are the words behind them, as they came.
Rectangle {
    id: notice

    property string iconName: "info"
    property string text: ""
    property string detail: ""
    property bool bad: false
    property int detailLines: 6

    implicitHeight: body.implicitHeight + 18
    radius: Theme.radius
    color: Theme.inset
    border.color: bad ? Theme.bad : Theme.lineStrong

    Accessible.role: Accessible.AlertMessage
    Accessible.name: Format.joined([text, detail], " ")

    Icon {
        x: 10
        y: 9
        width: Theme.icon
        height: Theme.icon
        name: notice.iconName
        colour: notice.bad ? Theme.bad : Theme.warn
    }
    Column {
        id: body

        x: Theme.icon + 18
        y: 9
        width: parent.width - x - 10
        spacing: 3

        Label {
            width: parent.width
            text: notice.text
            color: notice.bad ? Theme.text : Theme.muted
            wrapMode: Text.Wrap
            maximumLineCount: 8
            lineHeight: 1.15
            Accessible.ignored: true
        }
        Label {
            id: behind

            width: parent.width
            visible: text.length > 0
            text: notice.detail
            color: Theme.muted
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
            maximumLineCount: notice.detailLines
            Accessible.ignored: true
        }
    }
    HoverHandler {
        id: pointer
    }
    Hint {
        visible: pointer.hovered && behind.truncated
        text: notice.detail
    }
}
