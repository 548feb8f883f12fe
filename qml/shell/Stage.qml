// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Screens
import BoltDesk.SignIn

// What fills the window: the desk, the way in, or the moment between.
FocusScope {
    id: stage

    required property Desk desk
    readonly property int scene: desk.session.scene
    readonly property bool atDesk: scene === SessionScreen.AtDesk
    readonly property bool atSignIn: scene === SessionScreen.AtSignIn
    signal quitWanted()
    signal fullScreenWanted()

    // A Loader of Qt 6.4 cannot make a component that is bound to its context, so that the lint cannot see these ids.
    // qmllint disable unqualified
    Loader {
        anchors.fill: parent
        active: stage.atDesk
        focus: stage.atDesk
        sourceComponent: DeskFrame {
            desk: stage.desk
            onQuitWanted: stage.quitWanted()
            onFullScreenWanted: stage.fullScreenWanted()
        }
    }
    Loader {
        anchors.fill: parent
        active: stage.atSignIn
        focus: stage.atSignIn
        sourceComponent: SignInPage {
            session: stage.desk.session
        }
    }
    Loader {
        anchors.fill: parent
        active: !stage.atDesk && !stage.atSignIn
        focus: active
        sourceComponent: Starting {
            session: stage.desk.session
        }
    }
    // qmllint enable unqualified
}
