// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Top bar, sidebar, page, drawer, status bar; the keys that work everywhere.
FocusScope {
    id: frame

    required property Desk desk
    readonly property bool folded: (width > 0 && width < Math.max(1200, Theme.scaled(1100))) || foldedByHand
    property bool foldedByHand: false
    signal quitWanted()
    signal fullScreenWanted()

    function fold() {
        side.animated = true;
        foldedByHand = !foldedByHand;
        desk.navigation.store("sidebar.folded", foldedByHand);
    }
    function go(page: string) {
        desk.navigation.page = page;
        pages.focusFirst();
    }
    function showAlerts() {
        desk.job.close();
        go("live");
        pages.showAlerts();
    }

    Component.onCompleted: {
        const kept = desk.navigation.restore("sidebar.folded");
        foldedByHand = kept === true || kept === "true";
        pages.takeBack(); // the first key already means something
    }

    TopBar {
        id: top

        width: parent.width
        desk: frame.desk
        onPageWanted: page => frame.go(page)
        onAlertsWanted: frame.showAlerts()
        onShortcutsWanted: sheet.open()
        onFoldWanted: frame.fold()
        onQuitWanted: frame.quitWanted()
        onFullScreenWanted: frame.fullScreenWanted()
        onWipeWanted: dialogs.askWipe()
        onCopyAnswerWanted: drawer.copyAnswer()
    }
    SideBar {
        id: side

        y: top.height
        height: parent.height - top.height - status.height
        folded: frame.folded
        navigation: frame.desk.navigation
        actions: frame.desk.actions
        bulk: frame.desk.bulk
        demoFleet: frame.desk.demoFleet
        onPageWanted: page => frame.go(page)
    }
    PageArea {
        id: pages

        x: side.width
        y: top.height
        width: parent.width - side.width
        height: parent.height - top.height - status.height
        focus: true
        desk: frame.desk
        onPageWanted: page => frame.go(page)
    }
    DrawerArea {
        id: drawer

        y: top.height
        height: parent.height - top.height - status.height
        anchors.right: parent.right
        width: Math.min(Theme.scaled(548), parent.width - side.width)
        desk: frame.desk
        onClosed: pages.takeBack()
    }
    StatusBar {
        id: status

        anchors.bottom: parent.bottom
        width: parent.width
        desk: frame.desk
        onPageWanted: page => frame.go(page)
        onShortcutsWanted: sheet.open()
    }
    Announcements {
        id: news

        parent: drawer.lane ?? pages.lane ?? frame
        anchors.fill: parent
        actions: frame.desk.actions
        bulk: frame.desk.bulk
        held: frame.desk.held
    }
    Dialogs {
        id: dialogs

        desk: frame.desk
    }
    ShortcutSheet {
        id: sheet
    }
    DeskCommands {
        id: commands

        desk: frame.desk
        onPageWanted: page => frame.go(page)
        onAlertsWanted: frame.showAlerts()
        onShortcutsWanted: sheet.open()
        onFoldWanted: frame.fold()
        onQuitWanted: frame.quitWanted()
        onFullScreenWanted: frame.fullScreenWanted()
        onCopyAnswerWanted: drawer.copyAnswer()
    }
    CommandPalette {
        palette: frame.desk.palette
    }
    Links {
        desk: frame.desk
        onTableWanted: frame.go("live")
        onSaid: words => news.show(words, "info", false)
    }
    Binding {
        target: frame.desk.palette
        property: "commands"
        value: commands.list
    }
    Connections {
        function onCommandWanted(id: string) {
            commands.run(id);
        }

        target: frame.desk.palette
    }

    Shortcut {
        sequence: "F8"
        onActivated: frame.desk.live.frozen = !frame.desk.live.frozen
    }
    Shortcut {
        sequences: ["?", "Shift+?", "F1"]
        onActivated: sheet.opened ? sheet.close() : sheet.open()
    }
    Shortcut {
        sequence: "Ctrl+K"
        onActivated: frame.desk.palette.show()
    }
    Shortcut {
        sequence: "G,L"
        onActivated: frame.go("live")
    }
    Shortcut {
        sequence: "G,A"
        onActivated: frame.go("analytics")
    }
    Shortcut {
        sequence: "G,S"
        onActivated: frame.go("system")
    }
    Shortcut {
        sequence: "Ctrl+B"
        onActivated: frame.fold()
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: frame.desk.held.count > 0
        onActivated: frame.desk.held.undo()
    }
    Shortcut {
        sequence: "Esc"
        enabled: frame.desk.job.open
        onActivated: frame.desk.job.close()
    }
}
