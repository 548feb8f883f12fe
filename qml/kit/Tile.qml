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
    /// One line without a frame: the figure and one word; `first` has no line before it.
    property bool slim: false
    property bool first: false
    property string shortLabel: label
    /// What the figure says is wrong now.
    property bool wrong: false

    implicitHeight: slim ? Theme.tall(30) : Theme.scaled(84)
    activeFocusOnTab: !slim
    color: slim ? "transparent" : Theme.surface
    border.width: slim ? 0 : 1

    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + figureText + ". " + detail
    Accessible.description: definition

    HoverHandler {
        id: pointer
    }
    Rule {
        anchors.verticalCenter: parent.verticalCenter
        width: 1
        height: parent.height / 2
        visible: tile.slim && !tile.first
    }
    Label {
        id: small

        x: tile.first ? 0 : Theme.pad
        height: parent.height
        width: Math.min(implicitWidth, tile.width - x)
        visible: tile.slim
        text: tile.figureText
        color: tile.wrong || tile.detailTone === Words.Bad ? Theme.bad : Theme.text
        opacity: tile.stale ? 0.6 : 1
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    Label {
        x: small.x + small.width + 6
        height: parent.height
        width: Math.max(0, tile.width - x - 6)
        visible: tile.slim && width > Theme.scaled(12)
        text: tile.shortLabel
        color: Theme.muted
        Accessible.ignored: true
    }
    Label {
        id: head

        x: Theme.pad
        y: Math.min(10, Theme.scaled(10))
        width: parent.width - 2 * Theme.pad
        visible: !tile.slim
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
        width: tile.width - 2 * Theme.pad - (line.roomy ? line.width + 6 : 0)
        visible: !tile.slim
        text: tile.figureText
        color: tile.wrong ? Theme.bad : Theme.text
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
        anchors.bottomMargin: lineCount > 1 ? 2 : 9
        wrapMode: Text.WordWrap
        lineHeight: 0.9
        maximumLineCount: 2
        visible: !tile.slim
        text: tile.detail
        tone: tile.detailTone
        neutral: Theme.quiet
        font.pixelSize: Theme.fontTiny
        Accessible.ignored: true
    }
    Sparkline {
        id: line

        // Its place is kept while it has no points, so that the figure keeps its size.
        readonly property bool roomy: !tile.slim && tile.width > Theme.scaled(150)

        anchors.right: parent.right
        anchors.rightMargin: Theme.pad
        anchors.verticalCenter: figure.verticalCenter
        width: Math.min(60, tile.width * 0.3)
        height: 24
        visible: roomy && tile.points.length > 1
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
