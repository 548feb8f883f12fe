// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// Who is signed in, with which role, and the way out.
T.AbstractButton {
    id: control

    required property SessionScreen session
    required property bool hasCopy
    signal wipeWanted()

    implicitWidth: Theme.controlHeight
    implicitHeight: Theme.controlHeight
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    onClicked: menu.open()

    Accessible.role: Accessible.ButtonMenu
    Accessible.name: qsTr("Account: %1, %2").arg(session.email).arg(Words.role(session.role))
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Label {
        horizontalAlignment: Text.AlignHCenter
        text: control.session.initials
        color: Theme.muted
        font.pixelSize: Theme.fontTiny
        font.weight: Font.DemiBold
        elide: Text.ElideNone
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: width / 2
        color: control.hovered ? Theme.selected : Theme.raised
        border.color: Theme.lineStrong

        FocusRing {
            shown: control.visualFocus
            radius: height / 2
        }
    }

    Hint {
        visible: control.hovered && !menu.opened
        text: control.session.email
    }
    Menu {
        id: menu

        y: control.height + 6
        x: control.width - width

        MenuItem {
            enabled: false
            iconName: "person"
            text: Format.oneLine(control.session.email, 60)
        }
        MenuItem {
            enabled: false
            iconName: "lock"
            text: qsTr("Role: %1").arg(Words.role(control.session.role))
        }
        MenuRule {}
        MenuItem {
            iconName: "sign-out"
            text: qsTr("Sign out")
            onTriggered: control.session.signOut()
        }
        MenuItem {
            enabled: control.hasCopy
            iconName: "sign-out"
            text: qsTr("Sign out and delete the local copy …")
            onTriggered: control.wipeWanted()
        }
    }
}
