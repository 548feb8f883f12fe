// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// A few sentences inside a form that must not be overlooked.
Rectangle {
    id: notice

    property string iconName: "info"
    property string text: ""
    property bool bad: false

    implicitHeight: words.implicitHeight + 18
    radius: Theme.radius
    color: Theme.inset
    border.color: bad ? Theme.bad : Theme.lineStrong

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        x: 10
        y: 9
        width: Theme.icon
        height: Theme.icon
        name: notice.iconName
        colour: notice.bad ? Theme.bad : Theme.warn
    }
    Label {
        id: words

        x: Theme.icon + 18
        y: 9
        width: parent.width - x - 10
        text: notice.text
        color: notice.bad ? Theme.text : Theme.muted
        wrapMode: Text.Wrap
        maximumLineCount: 8
        lineHeight: 1.15
        Accessible.ignored: true
    }
}
