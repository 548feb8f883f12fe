// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// Where to, and as whom. Errors name their field; a keychain that does not answer is said before it matters.
FocusScope {
    id: page

    required property SessionScreen session
    readonly property bool noKeychain: session.keychain === SessionScreen.KeychainUnavailable
    readonly property bool failed: session.errorKind.length > 0
    readonly property bool expired: session.state === SessionScreen.Expired
    readonly property bool wasDemo: session.demo === SessionScreen.DemoRunning
    // All that may be said here is known beforehand, so that room is kept for it and nothing moves when it is said.
    readonly property var urlSentences: ({
            "empty": qsTr("Enter the address of the workspace."),
            "scheme": qsTr("Begin the address with https://"),
            "insecure": qsTr("Use https://. Plain http:// lets others read the password."),
            "credentials": qsTr("Leave user name and password out of the address."),
            "no-host": qsTr("The address names no host."),
            "no-url": qsTr("Enter an address such as https://project.supabase.co")
        })
    readonly property string keySentence: qsTr("Enter the project's anon key (Settings → API).")
    readonly property string emailSentence: qsTr("Enter the e-mail address of your account.")
    readonly property string passwordSentence: qsTr("Enter your password.")
    readonly property string introSentence: qsTr("Any Supabase-compatible workspace, with the account you use there.")
    readonly property string expiredSentence: qsTr("Your session ended. Your actions are saved and continue once you sign in again.")
    // What failed and what to do; the words it came with stand below.
    readonly property var errorSentences: ({
            "credentials": qsTr("The e-mail address or the password is wrong."),
            "key": qsTr("The workspace does not accept this anon key."),
            "unreached": qsTr("The workspace was not reached. Check its address and your network, then try again."),
            "often": qsTr("Too many tries. Wait a minute, then try again."),
            "server": qsTr("The workspace has a problem right now. Try again later."),
            "demo": qsTr("The demo did not start. Try it again, or sign in to a workspace."),
            "other": qsTr("The sign-in failed. Check what you entered, then try again.")
        })

    // Once, not bound: what is typed stays, whatever the session says next.
    function begin() {
        url.text = session.lastUrl;
        key.text = session.lastAnonKey;
        email.text = session.lastEmail;
        (url.text.length === 0 ? url : key.text.length === 0 ? key : email.text.length === 0 ? email : password).grab();
    }
    // To what is wrong, once it is known and the fields take input again.
    function focusWrong() {
        if (session.busy)
            return;
        const wrong = session.urlError ? url : session.keyError || session.errorKind === "key" ? key : session.emailError ? email : session.passwordError || session.errorKind === "credentials" ? password : null;
        if (wrong)
            wrong.grab();
        if (failed)
            follower.bringIntoView(result);
    }
    function submit() {
        if (!session.busy)
            session.signIn(url.text, key.text, email.text, password.text, remember.checked);
    }

    Component.onCompleted: begin()
    onNoKeychainChanged: remember.checked = remember.checked && !noKeychain

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sign in")

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }
    KeyboardInView {
        id: follower

        view: flick
    }
    Connections {
        function onErrorsChanged() {
            page.focusWrong();
        }
        function onBusyChanged() {
            page.focusWrong();
        }

        target: page.session
    }
    Shortcut {
        sequence: "Esc"
        enabled: page.session.busy
        onActivated: page.session.cancelSignIn()
    }
    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: Math.max(height, panel.height + demo.height + 44)
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Card {
            id: panel

            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(16, (flick.contentHeight - height - demo.height) * 0.42)
            width: Math.min(Theme.scaled(440), flick.width - 32)
            height: form.implicitHeight + 2 * form.y
            radius: Theme.radius + 4

            Column {
                id: form

                x: 28
                y: 22
                width: parent.width - 2 * x
                spacing: 8

                Row {
                    spacing: 9

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.scaled(22)
                        height: width
                        name: "bolt"
                        colour: Theme.accent
                    }
                    Label {
                        text: qsTr("Sign in to BoltDesk")
                        font.pixelSize: Theme.fontTitle
                        font.weight: Font.DemiBold
                        Accessible.role: Accessible.Heading
                    }
                }
                Item {
                    width: parent.width
                    height: introRuler.childrenRect.height + 6

                    Item {
                        id: introRuler

                        visible: false
                        width: parent.width

                        Repeater {
                            model: [page.introSentence, page.expiredSentence]

                            Label {
                                required property string modelData

                                width: introRuler.width
                                text: modelData
                                wrapMode: Text.Wrap
                                lineHeight: 1.15
                            }
                        }
                    }
                    Label {
                        width: parent.width
                        text: page.expired ? page.expiredSentence : page.introSentence
                        color: page.expired ? Theme.warn : Theme.muted
                        wrapMode: Text.Wrap
                        lineHeight: 1.15
                    }
                }
                TextField {
                    id: url

                    width: parent.width
                    label: qsTr("Workspace address")
                    placeholder: "https://project.supabase.co"
                    inputMethodHints: Qt.ImhUrlCharactersOnly
                    errors: Object.values(page.urlSentences)
                    error: page.session.urlError.length === 0 ? "" : page.urlSentences[page.session.urlError] ?? page.urlSentences["no-url"]
                    enabled: !page.session.busy
                    onAccepted: page.submit()
                }
                TextField {
                    id: key

                    width: parent.width
                    label: qsTr("Anon key")
                    hint: qsTr("Not a secret: it names the project, not you.")
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                    errors: [page.keySentence]
                    error: page.session.keyError.length > 0 ? page.keySentence : ""
                    enabled: !page.session.busy
                    onAccepted: page.submit()
                }
                TextField {
                    id: email

                    width: parent.width
                    label: qsTr("E-mail")
                    inputMethodHints: Qt.ImhEmailCharactersOnly
                    errors: [page.emailSentence]
                    error: page.session.emailError.length > 0 ? page.emailSentence : ""
                    enabled: !page.session.busy
                    onAccepted: page.submit()
                }
                TextField {
                    id: password

                    width: parent.width
                    label: qsTr("Password")
                    secret: true
                    errors: [page.passwordSentence]
                    error: page.session.passwordError.length > 0 ? page.passwordSentence : ""
                    enabled: !page.session.busy
                    onAccepted: page.submit()
                }
                CheckBox {
                    id: remember

                    width: parent.width
                    checked: !page.noKeychain
                    text: qsTr("Stay signed in (kept in the system's keychain)")
                    enabled: !page.session.busy && !page.noKeychain
                }
                Button {
                    width: parent.width
                    implicitHeight: Theme.scaled(34)
                    kind: Button.Primary
                    busy: page.session.busy
                    enabled: !page.session.busy
                    text: page.session.busy ? qsTr("Signing in …") : page.noKeychain ? qsTr("Continue without staying signed in") : qsTr("Sign in")
                    onClicked: page.submit()
                }
                SignInResult {
                    id: result

                    width: parent.width
                    session: page.session
                    sentences: page.errorSentences
                    noKeychain: page.noKeychain
                }
            }
        }
        Item {
            id: demo

            anchors.horizontalCenter: parent.horizontalCenter
            y: panel.y + panel.height
            width: panel.width
            height: page.session.demo === SessionScreen.NoDemo ? 0 : Math.max(demoWords.implicitHeight, demoButton.height) + 24
            visible: height > 0

            Label {
                id: demoWords

                anchors.verticalCenter: parent.verticalCenter
                x: 28
                width: demoButton.x - x - 12
                text: page.wasDemo ? qsTr("You left the demo. It goes on until you quit.") : qsTr("No workspace at hand? The demo runs on this computer, with invented data.")
                color: Theme.muted
                font.pixelSize: Theme.fontSmall
                wrapMode: Text.Wrap
            }
            Button {
                id: demoButton

                anchors.right: parent.right
                anchors.rightMargin: 28
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, parent.width * 0.55)
                enabled: !page.session.busy
                text: page.wasDemo ? qsTr("Try the demo again") : qsTr("Try the demo")
                onClicked: page.session.tryDemo()
            }
        }
    }
}
