// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.SignIn

// What fills the window: the desk, the way in, or the moment between.
FocusScope {
    id: stage

    required property Desk desk
    readonly property bool signedIn: desk.session.state === SessionScreen.SignedIn
    // A session that is being taken up again shows no form: who signs in by hand is busy.
    readonly property bool opening: desk.session.state === SessionScreen.SigningIn && !desk.session.busy && !desk.session.embedded
    readonly property bool starting: opening || (!signedIn && desk.session.embedded && desk.session.error.length === 0)
    signal quitWanted()
    signal fullScreenWanted()

    // A Loader of Qt 6.4 cannot make a component that is bound to its context, so that the lint cannot see these ids.
    // qmllint disable unqualified
    Loader {
        anchors.fill: parent
        active: stage.signedIn
        focus: stage.signedIn
        sourceComponent: DeskFrame {
            desk: stage.desk
            onQuitWanted: stage.quitWanted()
            onFullScreenWanted: stage.fullScreenWanted()
        }
    }
    Loader {
        anchors.fill: parent
        active: !stage.signedIn && !stage.starting
        focus: !stage.signedIn
        sourceComponent: SignInPage {
            session: stage.desk.session
            Component.onCompleted: focusFirst()
        }
    }
    // qmllint enable unqualified
    Starting {
        anchors.fill: parent
        visible: stage.starting
        words: stage.opening ? qsTr("Opening the workspace …") : qsTr("Starting the embedded workspace …")
    }
}
