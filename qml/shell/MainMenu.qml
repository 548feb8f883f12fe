// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// The menus of the window: File, Edit, View, Go, Help.
Menu {
    id: menu

    required property Desk desk
    signal pageWanted(string page)
    signal alertsWanted()
    signal shortcutsWanted()
    signal foldWanted()
    signal quitWanted()
    signal wipeWanted()
    signal fullScreenWanted()
    signal copyAnswerWanted()

    Menu {
        title: qsTr("File")

        MenuItem {
            text: qsTr("Reload all")
            iconName: "retry"
            onTriggered: menu.desk.connection.refresh()
        }
        MenuItem {
            text: qsTr("Sign out")
            iconName: "sign-out"
            onTriggered: menu.desk.session.signOut()
        }
        MenuItem {
            enabled: menu.desk.connection.replicaBytes >= 0
            text: qsTr("Sign out and delete the local copy …")
            iconName: "sign-out"
            onTriggered: menu.wipeWanted()
        }
        MenuRule {}
        MenuItem {
            text: qsTr("Quit")
            shortcut: "Ctrl+Q"
            onTriggered: menu.quitWanted()
        }
    }
    Menu {
        title: qsTr("Edit")

        MenuItem {
            enabled: menu.desk.held.count > 0
            text: qsTr("Undo")
            iconName: "undo"
            shortcut: "Ctrl+Z"
            onTriggered: menu.desk.held.undo()
        }
        MenuItem {
            enabled: menu.desk.job.open && menu.desk.job.why.answer.length > 0
            text: qsTr("Copy an answer for the customer")
            iconName: "copy"
            shortcut: "Ctrl+Shift+C"
            onTriggered: menu.copyAnswerWanted()
        }
    }
    Menu {
        title: qsTr("View")

        MenuItem {
            text: qsTr("Alerts")
            iconName: "alert"
            shortcut: "A"
            onTriggered: menu.alertsWanted()
        }
        MenuItem {
            text: menu.desk.live.frozen ? qsTr("Unfreeze") : qsTr("Freeze")
            iconName: "freeze"
            shortcut: "F8"
            onTriggered: menu.desk.live.frozen = !menu.desk.live.frozen
        }
        MenuItem {
            text: qsTr("Show or hide the sidebar")
            iconName: "sidebar"
            shortcut: "Ctrl+B"
            onTriggered: menu.foldWanted()
        }
        MenuItem {
            text: qsTr("Full screen")
            iconName: "expand"
            shortcut: "F11"
            onTriggered: menu.fullScreenWanted()
        }
        MenuRule {}
        MenuItem {
            checkable: true
            checked: menu.desk.appearance.theme === AppearanceScreen.System
            text: qsTr("Match system")
            onTriggered: menu.desk.appearance.theme = AppearanceScreen.System
        }
        MenuItem {
            checkable: true
            checked: menu.desk.appearance.theme === AppearanceScreen.Light
            text: qsTr("Light theme")
            onTriggered: menu.desk.appearance.theme = AppearanceScreen.Light
        }
        MenuItem {
            checkable: true
            checked: menu.desk.appearance.theme === AppearanceScreen.Dark
            text: qsTr("Dark theme")
            onTriggered: menu.desk.appearance.theme = AppearanceScreen.Dark
        }
        MenuRule {}
        MenuItem {
            checkable: true
            checked: menu.desk.appearance.density === AppearanceScreen.Dense
            text: qsTr("Compact rows")
            onTriggered: menu.desk.appearance.density = menu.desk.appearance.density === AppearanceScreen.Dense ? AppearanceScreen.Comfortable : AppearanceScreen.Dense
        }
        MenuItem {
            checkable: true
            checked: menu.desk.appearance.reducedMotion
            text: qsTr("Reduce motion")
            onTriggered: menu.desk.appearance.reducedMotion = !menu.desk.appearance.reducedMotion
        }
    }
    Menu {
        title: qsTr("Go")

        MenuItem {
            text: qsTr("Search or command …")
            iconName: "search"
            shortcut: "Ctrl+K"
            onTriggered: menu.desk.palette.show()
        }
        MenuRule {}
        MenuItem {
            text: qsTr("Live")
            iconName: "live"
            shortcut: "G L"
            onTriggered: menu.pageWanted("live")
        }
        MenuItem {
            text: qsTr("Analytics")
            iconName: "analytics"
            shortcut: "G A"
            onTriggered: menu.pageWanted("analytics")
        }
        MenuItem {
            text: qsTr("System")
            iconName: "system"
            shortcut: "G S"
            onTriggered: menu.pageWanted("system")
        }
    }
    Menu {
        title: qsTr("Help")

        MenuItem {
            text: qsTr("Keyboard shortcuts")
            iconName: "keyboard"
            shortcut: "?"
            onTriggered: menu.shortcutsWanted()
        }
        MenuItem {
            enabled: false
            text: qsTr("BoltDesk %1", "name and version").arg(Qt.application.version)
        }
    }
}
