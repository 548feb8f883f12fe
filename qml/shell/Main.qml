// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// The window. Everything it shows comes from `desk`, which the application makes and owns.
T.ApplicationWindow {
    id: window

    required property Desk desk

    function titleWords(): string {
        switch (desk.session.scene) {
        case SessionScreen.AtSignIn:
            return qsTr("Sign in");
        case SessionScreen.StartingDemo:
            return qsTr("Starting the demo");
        case SessionScreen.Opening:
            return qsTr("Opening the workspace");
        }
        return Format.oneLine(desk.session.workspaceName, 80);
    }
    function turnFullScreen() {
        visibility = visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen;
    }

    title: titleWords().length > 0 ? qsTr("%1 – BoltDesk", "workspace, or what happens, in the title of the window").arg(titleWords()) : "BoltDesk"
    minimumWidth: 800
    minimumHeight: 520
    width: 1440
    height: 900
    visible: true
    color: Theme.canvas
    font.family: Theme.family
    font.pixelSize: Theme.fontBody

    Look {
        appearance: window.desk.appearance
        frozen: window.desk.live.frozen
    }
    WindowMemory {
        window: window
        navigation: window.desk.navigation
    }
    Stage {
        anchors.fill: parent
        focus: true
        desk: window.desk
        onQuitWanted: window.close()
        onFullScreenWanted: window.turnFullScreen()
    }
    // Of the application, not of the desk: alive before, on and after the sign-in page and over whatever is open.
    Shortcut {
        sequence: "Ctrl+Q"
        context: Qt.ApplicationShortcut
        onActivated: window.close()
    }
    Shortcut {
        sequence: "F11"
        context: Qt.ApplicationShortcut
        onActivated: window.turnFullScreen()
    }
}
