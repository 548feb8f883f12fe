// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// What many things are asked for, before it is: how many, which, who is left out and why. It is counted once and stands still.
Confirm {
    id: dialog

    required property BulkScreen bulk
    required property string workspace
    readonly property PreviewScreen preview: bulk.preview
    readonly property string jobs: qsTr("%Ln job(s)", "", preview.jobs)
    readonly property string submissions: qsTr("%Ln submission(s)", "", preview.submissions)
    readonly property string things: preview.ofSubmissions ? submissions : jobs

    function subtitle(): string {
        if (preview.ofSubmissions)
            return qsTr("In %1. What fails from now on is not touched.", "in 4 jobs").arg(jobs);
        if (preview.danger)
            return qsTr("%1 still waiting will not be sent. What is submitted stays. A cancelled job can't be resumed.", "12 submissions").arg(submissions);
        return qsTr("Waiting in them: %1.", "12 submissions").arg(submissions);
    }
    function named(names: var, word: var): var {
        const shown = [];
        for (const name of names)
            shown.push(Format.oneLine(word(name), 60));
        return shown;
    }

    room: 620
    danger: preview.danger
    title: Words.asked(preview.verb, preview.count)
    text: Format.joined([subtitle(), qsTr("Workspace: %1.").arg(workspace)], " ")
    actionText: Words.asked(preview.verb, preview.count)
    keepText: qsTr("Not now")
    mustType: preview.mustType
    typeLabel: preview.mustType.length === 0 ? "" : preview.typesName ? qsTr("Type the workspace's name, %1, to continue", "name").arg(preview.mustType) : Words.typeCount(preview.verb, preview.mustType, preview.count)
    onConfirmed: typed => bulk.confirm(typed)
    onRefused: bulk.refuse()

    body: Column {
        width: dialog.availableWidth
        spacing: 6

        Row {
            id: lists

            readonly property real column: (width - 2 * spacing) / 3

            width: parent.width
            spacing: 20

            PreviewList {
                width: lists.column
                title: qsTr("Jobs")
                names: dialog.named(dialog.preview.ofJobs.names, name => Words.customer(name))
                counts: dialog.preview.ofJobs.counts
                more: dialog.preview.ofJobs.more
                moreCount: dialog.preview.ofJobs.moreCount
            }
            PreviewList {
                readonly property bool byCode: dialog.preview.ofSubmissions && dialog.preview.codes.names.length > 0
                readonly property var lines: byCode ? dialog.preview.codes : dialog.preview.states

                width: lists.column
                title: byCode ? qsTr("Error codes") : qsTr("State")
                names: dialog.named(lines.names, name => byCode ? (name.length > 0 ? Words.errorAndCode(name) : qsTr("no code")) : dialog.preview.ofSubmissions ? Words.submissionStateOf(name) : Words.jobStateOf(name))
                counts: lines.counts
                more: lines.more
                moreCount: lines.moreCount
            }
            PreviewList {
                width: lists.column
                title: qsTr("Directories")
                names: dialog.named(dialog.preview.directories.names, name => name)
                counts: dialog.preview.directories.counts
                more: dialog.preview.directories.more
                moreCount: dialog.preview.directories.moreCount
            }
        }
        Label {
            width: parent.width
            height: Theme.scaled(34)
            text: Words.leftOut(dialog.preview.left.names, dialog.preview.left.counts, dialog.preview.left.moreCount)
            color: Theme.muted
            wrapMode: Text.Wrap
            maximumLineCount: 2
            font.pixelSize: Theme.fontSmall
        }
        Label {
            width: parent.width
            text: qsTr("Sent 8 s after you confirm; until then %1 undoes it.", "keys").arg(Words.keys("Ctrl+Z"))
            color: Theme.muted
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
        }
    }

    Connections {
        function onChanged() {
            if (dialog.preview.open)
                dialog.open();
            else
                dialog.close();
        }

        target: dialog.preview
    }
}
