// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// A fact in a rounded frame: a package, a state.
Rectangle {
    id: chip

    property string text: ""
    property string iconName: ""
    property int tone: Words.Neutral

    implicitWidth: line.implicitWidth + 18
    implicitHeight: Theme.chipHeight
    radius: height / 2
    color: "transparent"
    border.color: Theme.lineStrong

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: line

        anchors.centerIn: parent
        spacing: 5

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.scaled(13)
            height: width
            visible: chip.iconName.length > 0
            name: chip.iconName
            colour: words.color
        }
        ToneLabel {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Theme.scaled(180))
            text: chip.text
            tone: chip.tone
            neutral: Theme.muted
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
    }
}
