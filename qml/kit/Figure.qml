// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// A small label over a value: the key figures of a thing.
Column {
    id: figure

    property string label: ""
    property string value: ""
    property int tone: Words.Neutral
    property string hint: ""
    /// Room kept for so many lines, so that nothing below moves when the value gets longer.
    property int lines: 1

    spacing: 3

    Label {
        width: parent.width
        text: figure.label
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    FontMetrics {
        id: face

        font: said.font
    }
    ToneLabel {
        id: said

        width: parent.width
        height: Math.max(implicitHeight, Math.ceil(face.height) * figure.lines)
        text: figure.value
        tone: figure.tone
        verticalAlignment: Text.AlignTop
        wrapMode: Text.Wrap
        maximumLineCount: 2
        Accessible.name: figure.label + ": " + figure.value

        HoverHandler {
            id: pointer
        }
        Hint {
            visible: pointer.hovered && text.length > 0
            text: figure.hint
        }
    }
}
