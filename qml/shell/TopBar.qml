// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit
import BoltDesk.Screens

// Menu, name, workspace; the truth about the connection, the theme, the account.
Rectangle {
    id: bar

    required property Desk desk
    /// Little width for the size of the text: the search is its icon, the name of the program gives way.
    readonly property bool tight: width < Theme.scaled(800)
    signal pageWanted(string page)
    signal shortcutsWanted()
    signal alertsWanted()
    signal foldWanted()
    signal quitWanted()
    signal fullScreenWanted()
    signal wipeWanted()
    signal copyAnswerWanted()

    implicitHeight: Theme.tall(44)
    color: Theme.surface
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Top bar")

    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 12
        anchors.rightMargin: 12
        spacing: 8

        IconButton {
            id: menuButton

            iconName: "menu"
            text: qsTr("Menu")
            shortcut: "Alt+M"
            onClicked: menu.open()

            MainMenu {
                id: menu

                y: menuButton.height + 6
                desk: bar.desk
                onPageWanted: page => bar.pageWanted(page)
                onAlertsWanted: bar.alertsWanted()
                onShortcutsWanted: bar.shortcutsWanted()
                onFoldWanted: bar.foldWanted()
                onQuitWanted: bar.quitWanted()
                onFullScreenWanted: bar.fullScreenWanted()
                onWipeWanted: bar.wipeWanted()
                onCopyAnswerWanted: bar.copyAnswerWanted()
            }
            Shortcut {
                sequence: "Alt+M"
                onActivated: menu.open()
            }
        }
        Icon {
            Layout.preferredWidth: Theme.scaled(19)
            Layout.preferredHeight: Theme.scaled(19)
            name: "bolt"
            colour: Theme.accent
        }
        Label {
            visible: !bar.tight
            text: "BoltDesk"
            font.weight: Font.DemiBold
            font.pixelSize: Theme.scaled(14)
        }
        Rectangle {
            Layout.leftMargin: 6
            visible: !bar.tight
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.scaled(16)
            color: Theme.lineStrong
        }
        Label {
            Layout.leftMargin: 6
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth + 1
            text: Format.oneLine(bar.desk.session.workspaceName.length > 0 ? bar.desk.session.workspaceName : Format.host(bar.desk.session.workspaceUrl), 60)
            color: Theme.muted
            Accessible.name: qsTr("Workspace %1").arg(text)

            HoverHandler {
                id: pointer
            }
            Hint {
                visible: pointer.hovered && bar.desk.session.workspaceUrl.length > 0
                text: bar.desk.session.workspaceUrl
            }
        }
        Item {
            Layout.fillWidth: true
        }
        SearchButton {
            Layout.fillWidth: !bar.tight
            Layout.minimumWidth: Theme.tall(30)
            Layout.maximumWidth: bar.tight ? Theme.tall(30) : Theme.scaled(300)
            onClicked: bar.desk.palette.show()
        }
        Item {
            Layout.fillWidth: true
        }
        Chip {
            visible: bar.desk.live.frozen && bar.desk.navigation.page !== "live"
            iconName: "freeze"
            tone: Words.Submitted
            text: qsTr("Frozen · %Ln waiting", "changes that wait while the view is frozen", bar.desk.live.waitingChanges)
        }
        Item {
            Layout.preferredWidth: pill.slot
            Layout.preferredHeight: pill.height

            ConnectionPill {
                id: pill

                anchors.right: parent.right
                brief: bar.tight
                connection: bar.desk.connection
                onDetailsWanted: bar.pageWanted("system")
            }
        }
        IconButton {
            Layout.leftMargin: 2
            iconName: Theme.dark ? "moon" : "sun"
            text: Theme.dark ? qsTr("Switch to the light theme") : qsTr("Switch to the dark theme")
            onClicked: bar.desk.appearance.theme = Theme.dark ? AppearanceScreen.Light : AppearanceScreen.Dark
        }
        AccountButton {
            session: bar.desk.session
            hasCopy: bar.desk.connection.replicaBytes >= 0
            onWipeWanted: bar.wipeWanted()
        }
    }
}
