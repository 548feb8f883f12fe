// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Name and value of one reading, on one line.
Item {
    id: reading

    property string label: ""
    property string value: ""
    property string hint: ""
    property int tone: Words.Neutral

    implicitHeight: Theme.scaled(26)
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + value

    Label {
        id: name

        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, parent.width * 0.62)
        text: reading.label
        color: Theme.muted
        Accessible.ignored: true
    }
    ToneLabel {
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        width: Math.min(implicitWidth, parent.width - name.width - 10)
        horizontalAlignment: Text.AlignRight
        text: reading.value
        tone: reading.tone
        Accessible.ignored: true
    }
    HoverHandler {
        id: pointer
    }
    Hint {
        visible: pointer.hovered && text.length > 0
        text: reading.hint
    }
}
