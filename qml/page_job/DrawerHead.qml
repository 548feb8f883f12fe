// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit
import BoltDesk.Screens

// Whose job this is and how it stands.
ColumnLayout {
    id: head

    required property JobScreen job
    required property ConnectionScreen connection
    signal closeWanted()

    spacing: 2

    RowLayout {
        Layout.fillWidth: true
        spacing: 10

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth + 1
            text: head.job.customer.length > 0 ? Format.oneLine(head.job.customer, 120) : qsTr("Unknown customer")
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Chip {
            visible: head.job.packageName.length > 0
            text: Format.oneLine(head.job.packageName, 40)
        }
        Chip {
            text: Words.jobState(head.job.state, head.job.stateWord)
            iconName: Words.jobStateIcon(head.job.state)
            tone: Words.jobStateTone(head.job.state)
        }
        Item {
            Layout.fillWidth: true
        }
        StaleMark {
            visible: !head.connection.fresh
            asOf: head.connection.asOfMs
        }
        TextEdit {
            id: clipboard

            visible: false
            textFormat: TextEdit.PlainText
        }
        IconButton {
            iconName: copied.running ? "check" : "copy"
            text: copied.running ? qsTr("Copied") : qsTr("Copy customer, address and job id")
            onClicked: {
                clipboard.text = Format.joined([head.job.customer, head.job.email, head.job.website, head.job.jobId], "\n");
                clipboard.selectAll();
                clipboard.copy();
                copied.restart();
            }

            Timer {
                id: copied

                interval: 2000
            }
        }
        IconButton {
            iconName: "close"
            text: qsTr("Close")
            shortcut: "Esc"
            onClicked: head.closeWanted()
        }
    }
    Label {
        Layout.fillWidth: true
        visible: text.length > 0
        text: Format.joined([Format.oneLine(head.job.email, 80), Format.host(head.job.website)], " · ")
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
    }
}
