// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// What was asked for and has no answer yet, or the server's words when it said no.
Row {
    id: line

    property string pendingVerb: ""
    property string refused: ""
    readonly property bool waits: pendingVerb.length > 0

    spacing: 7
    visible: waits || refused.length > 0

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.scaled(14)
        height: width
        name: line.waits ? "clock" : "alert"
        colour: words.color
    }
    ToneLabel {
        id: words

        width: parent.width - Theme.scaled(14) - 7
        text: line.waits ? Words.verbPending(line.pendingVerb) : qsTr("Refused: %1").arg(Format.oneLine(line.refused, 400))
        tone: line.waits ? Words.Submitted : Words.Bad
        wrapMode: Text.Wrap
        maximumLineCount: 4
    }
}
