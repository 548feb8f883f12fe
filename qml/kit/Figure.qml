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

    spacing: 3

    Label {
        width: parent.width
        text: figure.label
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    ToneLabel {
        width: parent.width
        text: figure.value
        tone: figure.tone
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
