// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// Whose job this is and how it stands.
ColumnLayout {
    id: head

    required property JobScreen job
    required property ConnectionScreen connection
    signal closeWanted()

    readonly property bool urgent: job.standing === JobsView.Stuck || job.standing === JobsView.NeedsPerson || job.standing === JobsView.ForGood
    /// In progress, and nothing is being submitted.
    readonly property bool waits: job.standing === JobsView.NoWorker || job.standing === JobsView.ShutOff || job.standing === JobsView.RateLimited || job.standing === JobsView.RetryWait || job.standing === JobsView.Queued

    function copyAnswer() {
        clipboard.text = job.why.answer;
        clipboard.selectAll();
        clipboard.copy();
        copied.restart();
    }

    spacing: 2

    RowLayout {
        Layout.fillWidth: true
        spacing: 10

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth + 1
            text: Format.oneLine(Words.customer(head.job.customer), 120)
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Chip {
            visible: head.job.packageName.length > 0
            text: Format.oneLine(head.job.packageName, 40)
        }
        Chip {
            text: head.urgent ? Format.oneLine(head.job.standingWords, 60) : head.waits ? Words.jobState(JobsView.Pending, "") : Words.jobState(head.job.state, head.job.stateWord)
            iconName: head.urgent || head.waits ? Words.standingIcon(head.job.standing) : Words.jobStateIcon(head.job.state)
            tone: head.urgent || head.waits ? Words.standingTone(head.job.standing) : Words.jobStateTone(head.job.state)
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
            id: copier

            iconName: copied.running ? "check" : "copy"
            text: copied.running ? qsTr("Copied") : qsTr("Copy an answer for the customer")
            shortcut: "Ctrl+Shift+C"
            enabled: head.job.why.answer.length > 0
            onClicked: head.copyAnswer()

            Shortcut {
                sequence: "Ctrl+Shift+C"
                enabled: head.visible && copier.enabled
                onActivated: head.copyAnswer()
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
