// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Questions asked once, before something large or final; each names the count and the workspace.
Item {
    id: dialogs

    required property Desk desk
    property string jobId: ""
    property var frozen: ({
            verb: "",
            ids: [],
            priority: -1
        })
    readonly property string workspace: Format.oneLine(desk.session.workspaceName.length > 0 ? desk.session.workspaceName : desk.session.workspaceUrl, 60)

    function askCancel(id: string, customer: string, waiting: int) {
        jobId = id;
        cancel.title = qsTr("Cancel the job of %1?").arg(Format.name(customer, 80));
        cancel.text = qsTr("%Ln submission(s) that wait will not be made. What is submitted stays. A cancelled job cannot be taken up again.", "", waiting) + " " + qsTr("Workspace: %1.").arg(workspace);
        cancel.open();
    }
    function askRetry(id: string, customer: string, count: int) {
        jobId = id;
        retry.title = qsTr("Retry up to %Ln failed submission(s)?", "", count);
        retry.text = qsTr("All failed submissions of %1 go back into the queue.").arg(Format.name(customer, 80)) + " " + qsTr("Workspace: %1.").arg(workspace);
        retry.open();
    }

    function askWipe() {
        const unsent = desk.actions.waiting + desk.bulk.waiting;
        wipe.text = qsTr("What is kept on this computer of %1 (%2) is deleted. After the next sign-in it is read again from the server.").arg(workspace).arg(Format.bytes(desk.connection.replicaBytes)) + (unsent > 0 ? " " + qsTr("%Ln action(s) that were not sent are given up.", "", unsent) : "");
        wipe.open();
    }

    function askBulk(verb: string, ids: var, priority: int, many: int) {
        frozen = {
            verb: verb,
            ids: ids,
            priority: priority
        };
        const ofJobs = verb.startsWith("jobs.");
        const things = ofJobs ? qsTr("%Ln job(s)", "", many) : qsTr("%Ln submission(s)", "", many);
        bulk.danger = verb === "jobs.cancel";
        bulk.title = qsTr("%1: %2?", "action and how many").arg(Words.verb(verb)).arg(things);
        bulk.text = Format.joined([bulk.danger ? qsTr("Submissions that wait will not be made. What is submitted stays. A cancelled job cannot be taken up again.") : qsTr("They are asked for in parts; on the way it can be paused or given up."), qsTr("Workspace: %1.").arg(workspace)], " ");
        bulk.actionText = Words.verb(verb);
        bulk.open();
    }

    Confirm {
        id: bulk

        keepText: qsTr("Not now")
        onConfirmed: dialogs.desk.bulk.run(dialogs.frozen.verb, dialogs.frozen.ids, dialogs.frozen.priority)
    }
    Confirm {
        id: cancel

        actionText: qsTr("Cancel job")
        keepText: qsTr("Keep the job")
        onConfirmed: dialogs.desk.actions.cancel(dialogs.jobId)
    }
    Confirm {
        id: wipe

        title: qsTr("Sign out and delete the local copy?")
        actionText: qsTr("Sign out and delete")
        keepText: qsTr("Stay signed in")
        onConfirmed: dialogs.desk.session.signOutAndWipe()
    }
    Confirm {
        id: retry

        danger: false
        actionText: qsTr("Retry")
        keepText: qsTr("Not now")
        onConfirmed: dialogs.desk.actions.retryFailed(dialogs.jobId)
    }
}
