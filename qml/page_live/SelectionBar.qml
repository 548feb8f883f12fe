// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit
import BoltDesk.Screens

// What can be done with the rows that were selected. The label says exactly which they are.
Rectangle {
    id: bar

    required property IdSet selection
    required property ActionsScreen actions

    function whyNot(verb: string): string {
        return actions.revision >= 0 ? Words.whyNot(actions.whyNot(verb)) : "";
    }
    function pauseAll() {
        for (const id of selection.ids)
            actions.pause(id);
    }
    function resumeAll() {
        for (const id of selection.ids)
            actions.resume(id);
    }

    implicitHeight: Theme.scaled(42)
    color: Theme.raised

    Rule {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.pad
        anchors.rightMargin: 8
        spacing: 8

        Label {
            Layout.fillWidth: true
            text: qsTr("%Ln job(s) selected", "", bar.selection.count)
            font.weight: Font.Medium
        }
        Button {
            iconName: "pause"
            text: qsTr("Pause")
            whyNot: bar.whyNot("jobs.pause")
            enabled: whyNot.length === 0
            onClicked: bar.pauseAll()
        }
        Button {
            iconName: "play"
            text: qsTr("Resume")
            whyNot: bar.whyNot("jobs.resume")
            enabled: whyNot.length === 0
            onClicked: bar.resumeAll()
        }
        Button {
            kind: Button.Quiet
            text: qsTr("Clear selection")
            shortcut: qsTr("Esc", "the key on a keyboard")
            onClicked: bar.selection.clear()
        }
    }
}
