// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// One line of the palette: what it is, how it stands, and the key that does the same.
Item {
    id: row

    required property int index
    required property int kind
    required property string title
    required property string about
    required property int stateNumber
    required property string stateWord
    required property string code
    required property double atMs
    required property string iconName
    required property string shortcut
    property bool current: false
    signal clicked()

    readonly property bool isJob: kind === PaletteModel.Job
    readonly property bool isSubmission: kind === PaletteModel.Submission
    readonly property string kindWord: kind === PaletteModel.Customer ? qsTr("Customer") : kind === PaletteModel.Directory ? qsTr("Directory") : isJob ? qsTr("Job") : isSubmission ? qsTr("Submission") : ""
    readonly property string standing: Format.oneLine(isJob ? Words.jobState(stateNumber, stateWord) : isSubmission ? Words.submissionState(stateNumber, stateWord) : "", 40)
    readonly property string end: Format.joined([kindWord, atMs > 0 ? qsTr("%1 ago").arg(Format.ago(atMs, Format.now)) : ""], " · ")

    implicitHeight: Theme.scaled(34)
    Accessible.role: Accessible.ListItem
    Accessible.name: Format.joined([words.text, beside.text, standing, Format.oneLine(code, 40), end], ", ")
    Accessible.selected: current
    Accessible.onPressAction: row.clicked()

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 6
        anchors.rightMargin: 6
        radius: Theme.radius
        color: row.current ? Theme.selected : pointer.containsMouse ? Theme.hovered : "transparent"

        Rectangle {
            y: 7
            width: 3
            height: parent.height - 14
            radius: 1.5
            visible: row.current
            color: Theme.accent
        }
    }
    Icon {
        id: sign

        x: 20
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.icon
        height: Theme.icon
        name: row.kind === PaletteModel.Customer ? "person" : row.kind === PaletteModel.Directory ? "list" : row.isJob ? "inbox" : row.isSubmission ? "bolt" : row.iconName
        colour: Theme.muted
    }
    Label {
        id: words

        readonly property real room: tail.x - x - 12

        x: sign.x + sign.width + 12
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, beside.text.length > 0 ? room * 0.66 : room)
        text: Format.oneLine(row.title, 200)
        Accessible.ignored: true
    }
    Label {
        id: beside

        x: words.x + words.width + 10
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, tail.x - x - 12)
        text: Format.oneLine(row.isSubmission ? Words.customer(row.about) : row.about, 200)
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    Row {
        id: tail

        anchors.right: parent.right
        anchors.rightMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        spacing: 10

        Label {
            anchors.verticalCenter: parent.verticalCenter
            visible: text.length > 0
            text: Format.oneLine(row.code, 24)
            color: Theme.muted
            font.family: Theme.monoFamily
            font.pixelSize: Theme.fontTiny
            Accessible.ignored: true
        }
        ToneLabel {
            anchors.verticalCenter: parent.verticalCenter
            visible: text.length > 0
            text: row.standing
            tone: row.isJob ? Words.jobStateTone(row.stateNumber) : Words.submissionTone(row.stateNumber)
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            visible: text.length > 0
            text: row.end
            color: Theme.quiet
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
        KeyHint {
            anchors.verticalCenter: parent.verticalCenter
            visible: row.shortcut.length > 0
            keys: row.shortcut
        }
    }
    MouseArea {
        id: pointer

        anchors.fill: parent
        hoverEnabled: true
        onClicked: row.clicked()
    }
}
