// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Figures for whoever looks into the machinery; folded away until asked for.
Column {
    id: advanced

    required property ConnectionScreen connection
    property bool opened: false

    Button {
        x: -8 // its words stand where those of the other lines stand
        kind: Button.Quiet
        iconName: advanced.opened ? "chevron-down" : "chevron-right"
        text: qsTr("Advanced")
        Accessible.description: advanced.opened ? qsTr("expanded") : qsTr("collapsed")
        onClicked: advanced.opened = !advanced.opened
    }
    Column {
        width: parent.width
        visible: advanced.opened

        FigureRow {
            width: parent.width
            label: qsTr("Last sign of life")
            value: advanced.connection.lastTickMs > 0 ? qsTr("%1 ago").arg(Format.ago(advanced.connection.lastTickMs, Format.now)) : "–"
            hint: qsTr("The server sends one every 15 s, so that quiet can be told from a broken connection.")
        }
        FigureRow {
            width: parent.width
            label: qsTr("Catch-ups · rows fetched again")
            value: Format.number(advanced.connection.catchUps) + " · " + Format.number(advanced.connection.dirtyFetches)
            hint: qsTr("How often missed changes were fetched, and how often single rows were.")
        }
        FigureRow {
            width: parent.width
            label: qsTr("Outdated · incomplete · unreadable")
            value: Format.number(advanced.connection.dropped) + " · " + Format.number(advanced.connection.degraded) + " · " + Format.number(advanced.connection.garbage)
            tone: advanced.connection.garbage > 0 ? Words.Warn : Words.Neutral
            hint: qsTr("Messages older than what is here, incomplete ones that were fetched again, and ones that made no sense.")
        }
        FigureRow {
            width: parent.width
            visible: advanced.connection.drawnBy.length > 0
            label: qsTr("Window drawn by", "the graphics card or software")
            value: advanced.connection.drawnBy
            lines: 2
        }
    }
}
