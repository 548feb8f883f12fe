// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// Where to, and as whom. Errors name their field; a keychain that does not answer is said before it matters.
FocusScope {
    id: page

    required property SessionScreen session
    property string demoFleet: ""
    readonly property bool noKeychain: session.keychain === SessionScreen.KeychainUnavailable

    function focusFirst() {
        (url.text.length === 0 ? url : key.text.length === 0 ? key : email.text.length === 0 ? email : password).grab();
    }
    function submit() {
        if (!session.busy)
            session.signIn(url.text, key.text, email.text, password.text, remember.checked && !page.noKeychain);
    }
    // What failed and what to do; the words it came with stand below.
    function errorWords(): string {
        switch (session.errorKind) {
        case "credentials":
            return qsTr("The e-mail address or the password is wrong.");
        case "key":
            return qsTr("The workspace does not accept this anon key.");
        case "unreached":
            return qsTr("The workspace was not reached. Check its address and your network, then try again.");
        case "often":
            return qsTr("The workspace takes no more tries for now. Wait a minute, then try again.");
        case "server":
            return qsTr("The workspace is in trouble. Try again in a while.");
        }
        return qsTr("The sign-in failed.");
    }
    function urlWords(word: string): string {
        switch (word) {
        case "":
            return "";
        case "empty":
            return qsTr("Enter the address of the workspace.");
        case "scheme":
            return qsTr("The address must begin with https:// (or http:// for this machine).");
        case "insecure":
            return qsTr("Plain http:// would send the password readable by others. Use https://.");
        case "credentials":
            return qsTr("Leave user name and password out of the address.");
        case "no-host":
            return qsTr("The address names no host.");
        }
        return qsTr("This is not an address, such as https://project.supabase.co.");
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sign in")

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }
    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: Math.max(height, panel.height + 48)
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Card {
            id: panel

            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(24, (flick.contentHeight - height) * 0.42)
            width: Math.min(Theme.scaled(400), flick.width - 32)
            height: form.implicitHeight + 2 * form.y
            radius: Theme.radius + 4

            Column {
                id: form

                x: 28
                y: 28
                width: parent.width - 2 * x
                spacing: 14

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
                Label {
                    width: parent.width
                    text: page.session.state === SessionScreen.Expired ? qsTr("Your session ended. What you asked for is kept and goes on once you are back.") : qsTr("Any Supabase-compatible workspace, with the account you use there.")
                    color: page.session.state === SessionScreen.Expired ? Theme.warn : Theme.muted
                    wrapMode: Text.Wrap
                    lineHeight: 1.15
                }
                TextField {
                    id: url

                    width: parent.width
                    label: qsTr("Workspace address")
                    placeholder: "https://project.supabase.co"
                    text: page.session.lastUrl
                    inputMethodHints: Qt.ImhUrlCharactersOnly
                    error: page.urlWords(page.session.urlError)
                    enabled: !page.session.busy
                    onAccepted: page.submit()
                }
                TextField {
                    id: key

                    width: parent.width
                    label: qsTr("Anon key")
                    hint: qsTr("Public by design; it names the project, not you.")
                    text: page.session.lastAnonKey
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                    error: page.session.keyError.length > 0 ? qsTr("Enter the project's anon key (Settings → API).") : ""
                    enabled: !page.session.busy
                    onAccepted: page.submit()
                }
                TextField {
                    id: email

                    width: parent.width
                    label: qsTr("E-mail")
                    text: page.session.lastEmail
                    inputMethodHints: Qt.ImhEmailCharactersOnly
                    error: page.session.emailError.length > 0 ? qsTr("Enter the e-mail address of your account.") : ""
                    enabled: !page.session.busy
                    onAccepted: page.submit()
                }
                TextField {
                    id: password

                    width: parent.width
                    label: qsTr("Password")
                    secret: true
                    error: page.session.passwordError.length > 0 ? qsTr("Enter your password.") : ""
                    enabled: !page.session.busy
                    onAccepted: page.submit()
                }
                CheckBox {
                    id: remember

                    width: parent.width
                    visible: !page.noKeychain
                    checked: true
                    text: qsTr("Stay signed in (kept in the system's keychain)")
                    enabled: !page.session.busy
                }
                Notice {
                    width: parent.width
                    visible: page.noKeychain
                    iconName: "lock"
                    text: qsTr("No keychain answered. You can go on without remembering: the sign-in then lasts until the window closes, and nothing secret is written anywhere.")
                }
                Notice {
                    width: parent.width
                    visible: page.session.error.length > 0
                    iconName: "alert"
                    bad: true
                    text: page.errorWords()
                    detail: page.session.error.slice(0, 600)
                }
                Button {
                    width: parent.width
                    implicitHeight: Theme.scaled(34)
                    kind: Button.Primary
                    busy: page.session.busy
                    enabled: !page.session.busy
                    text: page.session.busy ? qsTr("Signing in …") : page.noKeychain ? qsTr("Go on without remembering") : qsTr("Sign in")
                    onClicked: page.submit()
                }
            }
        }
    }
}
