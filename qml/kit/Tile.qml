// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// A key figure with its line and its definition. Unknown is "–", stale is dimmed and says since when.
Card {
    id: tile

    property string label: ""
    property string figureText: ""
    property string detail: ""
    property int detailTone: Words.Neutral
    property list<real> points
    property bool fromZero: true
    property color lineColour: Theme.muted
    property string definition: ""
    property bool stale: false

    implicitHeight: Theme.scaled(88)
    activeFocusOnTab: true

    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + figureText + ". " + detail
    Accessible.description: definition

    HoverHandler {
        id: pointer
    }
    Label {
        id: head

        x: Theme.pad
        y: 10
        width: parent.width - 2 * Theme.pad
        text: tile.label
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    Label {
        id: figure

        anchors.left: head.left
        anchors.top: head.bottom
        anchors.topMargin: 1
        width: tile.width - 2 * Theme.pad - (line.visible ? line.width + 6 : 0)
        text: tile.figureText
        opacity: tile.stale ? 0.6 : 1
        font.pixelSize: Theme.fontFigure
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.fontBody
        Accessible.ignored: true
    }
    ToneLabel {
        anchors.left: head.left
        anchors.right: head.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 9
        text: tile.detail
        tone: tile.detailTone
        neutral: Theme.quiet
        font.pixelSize: Theme.fontTiny
        Accessible.ignored: true
    }
    Sparkline {
        id: line

        anchors.right: parent.right
        anchors.rightMargin: Theme.pad
        anchors.verticalCenter: figure.verticalCenter
        width: Math.min(60, tile.width * 0.3)
        height: 24
        visible: tile.points.length > 1 && tile.width > Theme.scaled(150)
        opacity: tile.stale ? 0.5 : 1
        values: tile.points
        colour: tile.lineColour
        fromZero: tile.fromZero
    }
    FocusRing {
        shown: tile.activeFocus
    }
    Hint {
        visible: (pointer.hovered || tile.activeFocus) && text.length > 0
        text: tile.definition
    }
}
