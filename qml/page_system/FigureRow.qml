// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Name and value of one reading, on one line unless it is known to be long.
Item {
    id: reading

    property string label: ""
    property string value: ""
    property string hint: ""
    property int tone: Words.Neutral
    property int lines: 1

    implicitHeight: Math.max(Theme.scaled(26), figure.implicitHeight + (figure.lineCount > 1 ? 8 : 0))
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + value

    Label {
        id: name

        anchors.baseline: figure.baseline
        width: Math.min(implicitWidth, parent.width * 0.62)
        text: reading.label
        color: Theme.muted
        Accessible.ignored: true
    }
    ToneLabel {
        id: figure

        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        width: parent.width - name.width - 10
        horizontalAlignment: Text.AlignRight
        text: reading.value
        wrapMode: reading.lines > 1 ? Text.Wrap : Text.NoWrap
        maximumLineCount: reading.lines
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
