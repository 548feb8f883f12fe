// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// What was asked for and has no answer yet, or the server's words when it said no. Its line is there before it speaks.
Row {
    id: line

    property string pendingVerb: ""
    property string refused: ""
    readonly property bool waits: pendingVerb.length > 0

    spacing: 7
    height: Theme.tall(20)

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        visible: line.waits || line.refused.length > 0
        width: Theme.scaled(14)
        height: width
        name: line.waits ? "clock" : "alert"
        colour: words.color
    }
    ToneLabel {
        id: words

        width: parent.width - Theme.scaled(14) - 7
        height: parent.height
        text: line.waits ? Words.verbPending(line.pendingVerb) : line.refused.length > 0 ? qsTr("Refused: %1").arg(Format.oneLine(line.refused, 400)) : ""
        tone: line.waits ? Words.Submitted : Words.Bad

        HoverHandler {
            id: pointer
        }
        Hint {
            visible: pointer.hovered && words.truncated
            text: words.text
        }
    }
}
