// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// What came of the last try, or what is being tried, or what is kept: one place as high as the tallest of them.
Item {
    id: result

    required property SessionScreen session
    /// By SessionScreen::errorKind.
    required property var sentences
    required property bool noKeychain
    readonly property bool failed: session.errorKind.length > 0 && !session.busy

    implicitHeight: ruler.childrenRect.height

    Item {
        id: ruler

        visible: false
        width: parent.width

        Repeater {
            model: Object.values(result.sentences)

            Notice {
                required property string modelData

                width: ruler.width
                text: modelData
                detail: "–"
                detailLines: 1
            }
        }
    }
    Notice {
        anchors.fill: parent
        visible: result.failed
        iconName: "alert"
        bad: true
        text: result.sentences[result.session.errorKind] ?? result.sentences["other"]
        detail: Format.oneLine(result.session.error, 600)
        detailLines: 1
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        visible: result.session.busy
        width: cancel.x - 8
        text: qsTr("Waiting for %1 …").arg(Format.host(result.session.lastUrl))
        color: Theme.muted
        wrapMode: Text.Wrap
        maximumLineCount: 2
    }
    Button {
        id: cancel

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: result.session.busy
        kind: Button.Quiet
        shortcut: "Esc"
        text: qsTr("Cancel")
        onClicked: result.session.cancelSignIn()
    }
    Label {
        width: parent.width
        visible: !result.failed && !result.session.busy
        text: result.noKeychain ? qsTr("No keychain was found: you stay signed in until the window closes, and nothing secret is saved.") : qsTr("Your password is not kept.")
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
        wrapMode: Text.Wrap
    }
}
