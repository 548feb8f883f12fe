// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// What the desk can be told by name, for the palette; the same things stand in the menus. What needs a window is asked
// of whoever has one.
QtObject {
    id: commands

    required property Desk desk
    readonly property var always: [
        {
            id: "page.live",
            title: qsTr("Live page"),
            icon: "live",
            shortcut: "G L"
        },
        {
            id: "page.analytics",
            title: qsTr("Analytics page"),
            icon: "analytics",
            shortcut: "G A"
        },
        {
            id: "page.system",
            title: qsTr("System page: connection, waiting actions"),
            icon: "system",
            shortcut: "G S"
        },
        {
            id: "alerts",
            title: qsTr("Show all alerts"),
            icon: "alert",
            shortcut: "A"
        },
        {
            id: "freeze",
            title: desk.live.frozen ? qsTr("Unfreeze the page") : qsTr("Freeze the page"),
            icon: "freeze",
            shortcut: "F8"
        },
        {
            id: "refresh",
            title: qsTr("Reload all"),
            icon: "retry"
        },
        {
            id: "theme",
            title: Theme.dark ? qsTr("Switch to the light theme") : qsTr("Switch to the dark theme"),
            icon: Theme.dark ? "sun" : "moon"
        },
        {
            id: "dense",
            title: desk.appearance.density === AppearanceScreen.Dense ? qsTr("Comfortable rows") : qsTr("Compact rows"),
            icon: "list"
        },
        {
            id: "fold",
            title: qsTr("Show or hide the sidebar"),
            icon: "sidebar",
            shortcut: "Ctrl+B"
        },
        {
            id: "fullscreen",
            title: qsTr("Full screen"),
            icon: "expand",
            shortcut: "F11"
        },
        {
            id: "shortcuts",
            title: qsTr("Keyboard shortcuts"),
            icon: "keyboard",
            shortcut: "?"
        },
        {
            id: "signout",
            title: qsTr("Sign out"),
            icon: "sign-out"
        },
        {
            id: "quit",
            title: qsTr("Quit"),
            icon: "close",
            shortcut: "Ctrl+Q"
        }
    ]
    /// With what is there only while there is something to do.
    readonly property var list: always.concat(desk.held.count > 0 ? undo : [], desk.job.open && desk.job.why.answer.length > 0 ? answer : [])
    readonly property var undo: [
        {
            id: "undo",
            title: qsTr("Undo"),
            icon: "undo",
            shortcut: "Ctrl+Z"
        }
    ]
    readonly property var answer: [
        {
            id: "answer",
            title: qsTr("Copy an answer for the customer"),
            icon: "copy",
            shortcut: "Ctrl+Shift+C"
        }
    ]
    signal pageWanted(string page)
    signal alertsWanted()
    signal shortcutsWanted()
    signal foldWanted()
    signal quitWanted()
    signal fullScreenWanted()
    signal copyAnswerWanted()

    function run(id: string) {
        switch (id) {
        case "freeze":
            desk.live.frozen = !desk.live.frozen;
            break;
        case "alerts":
            alertsWanted();
            break;
        case "refresh":
            desk.connection.refresh();
            break;
        case "theme":
            desk.appearance.theme = Theme.dark ? AppearanceScreen.Light : AppearanceScreen.Dark;
            break;
        case "dense":
            desk.appearance.density = desk.appearance.density === AppearanceScreen.Dense ? AppearanceScreen.Comfortable : AppearanceScreen.Dense;
            break;
        case "fold":
            foldWanted();
            break;
        case "fullscreen":
            fullScreenWanted();
            break;
        case "shortcuts":
            shortcutsWanted();
            break;
        case "signout":
            desk.session.signOut();
            break;
        case "undo":
            desk.held.undo();
            break;
        case "answer":
            copyAnswerWanted();
            break;
        case "quit":
            quitWanted();
            break;
        default:
            pageWanted(id.substring(5));
        }
    }
}
