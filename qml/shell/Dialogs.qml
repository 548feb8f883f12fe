// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Questions asked once, before something large or final; each names the count and the workspace.
Item {
    id: dialogs

    required property Desk desk
    property string jobId: ""
    readonly property string workspace: Format.oneLine(desk.session.workspaceName.length > 0 ? desk.session.workspaceName : desk.session.workspaceUrl, 60)

    function askCancel(id: string, customer: string, waiting: int) {
        jobId = id;
        cancel.title = qsTr("Cancel the job of %1?").arg(Format.oneLine(customer, 80));
        cancel.text = qsTr("%Ln submission(s) that wait will not be made. What is submitted stays. A cancelled job cannot be taken up again.", "", waiting) + " " + qsTr("Workspace: %1.").arg(workspace);
        cancel.open();
    }
    function askRetry(id: string, customer: string, count: int) {
        jobId = id;
        retry.title = qsTr("Retry up to %Ln failed submission(s)?", "", count);
        retry.text = qsTr("All failed submissions of %1 go back into the queue.").arg(Format.oneLine(customer, 80)) + " " + qsTr("Workspace: %1.").arg(workspace);
        retry.open();
    }

    function askWipe() {
        const unsent = desk.actions.waiting;
        wipe.text = qsTr("What is kept on this computer of %1 (%2) is deleted. After the next sign-in it is read again from the server.").arg(workspace).arg(Format.bytes(desk.connection.replicaBytes)) + (unsent > 0 ? " " + qsTr("%Ln action(s) that were not sent are given up.", "", unsent) : "");
        wipe.open();
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
