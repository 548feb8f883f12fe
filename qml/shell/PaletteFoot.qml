// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// What was looked through, or why it could not be; and the keys.
Item {
    id: foot

    required property PaletteScreen palette
    readonly property bool bad: palette.state === PaletteScreen.Failed
    readonly property string text: palette.state === PaletteScreen.Short ? qsTr("Type at least two letters to search") : palette.state === PaletteScreen.NoCopy ? qsTr("Nothing on this computer to search yet") : bad ? qsTr("The search failed: %1").arg(Format.oneLine(palette.error, 160)) : qsTr("Searched on this computer; works offline too")

    implicitHeight: Theme.scaled(32)

    Row {
        id: keys

        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 5

        KeyHint {
            keys: "↑ ↓"
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            rightPadding: 6
            text: qsTr("choose")
            color: Theme.quiet
            font.pixelSize: Theme.fontTiny
            Accessible.ignored: true
        }
        KeyHint {
            keys: "↵"
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            rightPadding: 6
            text: qsTr("open")
            color: Theme.quiet
            font.pixelSize: Theme.fontTiny
            Accessible.ignored: true
        }
        KeyHint {
            keys: "Esc"
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("close")
            color: Theme.quiet
            font.pixelSize: Theme.fontTiny
            Accessible.ignored: true
        }
    }
    ToneLabel {
        x: 18
        anchors.verticalCenter: parent.verticalCenter
        width: keys.x - x - 12
        text: foot.text
        neutral: Theme.quiet
        tone: foot.bad ? Words.Bad : Words.Neutral
        font.pixelSize: Theme.fontSmall
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
