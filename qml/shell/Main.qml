// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// The window. Everything it shows comes from `desk`, which the application makes and owns.
T.ApplicationWindow {
    id: window

    required property Desk desk
    readonly property bool signedIn: desk.session.state === SessionScreen.SignedIn

    title: signedIn && desk.session.workspaceName.length > 0 ? qsTr("%1 – BoltDesk", "workspace in the title of the window").arg(Format.oneLine(desk.session.workspaceName, 80)) : "BoltDesk"
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
        onFullScreenWanted: window.visibility = window.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen
    }
}
