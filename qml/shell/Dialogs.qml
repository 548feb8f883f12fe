// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Questions asked once, before something large or final; each names the count and the workspace.
Item {
    id: dialogs

    required property Desk desk
    readonly property string workspace: Format.oneLine(desk.session.workspaceName.length > 0 ? desk.session.workspaceName : desk.session.workspaceUrl, 60)

    function askWipe() {
        const unsent = desk.actions.waiting + desk.bulk.waiting;
        wipe.text = qsTr("Everything this computer keeps of %1 (%2) is deleted. It is loaded again after the next sign-in.").arg(workspace).arg(Format.bytes(desk.connection.replicaBytes)) + (unsent > 0 ? " " + qsTr("%Ln action(s) not sent yet will never be sent.", "", unsent) : "");
        wipe.open();
    }

    PreviewDialog {
        bulk: dialogs.desk.bulk
        workspace: dialogs.workspace
    }
    Confirm {
        id: wipe

        title: qsTr("Sign out and delete the local copy?")
        actionText: qsTr("Sign out and delete")
        keepText: qsTr("Stay signed in")
        onConfirmed: dialogs.desk.session.signOutAndWipe()
    }
}
