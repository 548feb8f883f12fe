// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// What of a thing could not be read, a line for each cell; nothing, and no room, where all could be.
Row {
    id: line

    required property string odd

    spacing: 7
    visible: odd.length > 0

    Icon {
        width: Theme.scaled(14)
        height: width
        name: "alert"
        colour: words.color
    }
    ToneLabel {
        id: words

        width: parent.width - Theme.scaled(14) - 7
        text: line.odd
        tone: Words.Warn
        wrapMode: Text.Wrap
        maximumLineCount: 6
    }
}
