// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// The pages that exist, with the figures that call for one. Folds to icons.
Rectangle {
    id: side

    required property NavigationScreen navigation
    required property ActionsScreen actions
    required property BulkScreen bulk
    property bool folded: false
    property string demoFleet: ""
    signal pageWanted(string page)

    /// Motion only for what the person did, never for the first layout or a resize.
    property bool animated: false
    property real spread: folded ? 0 : 1

    readonly property int narrowest: Theme.textScale > 100 ? 52 + 8 * (Theme.textScale - 100) / 100 : Theme.scaled(52)

    width: Math.round(narrowest + spread * (Theme.scaled(196) - narrowest))
    color: Theme.surface
    clip: true
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Behavior on spread {
        enabled: side.animated

        NumberAnimation {
            duration: Theme.motion
            easing.type: Easing.OutCubic
        }
    }

    Column {
        x: 8
        y: 10
        width: parent.width - 17
        spacing: 2

        NavItem {
            width: parent.width
            page: "live"
            folded: side.folded
            current: side.navigation.page === page
            iconName: "live"
            text: qsTr("Live")
            shortcut: "G L"
            figure: side.navigation.activeJobs
            onClicked: side.pageWanted(page)
        }
        NavItem {
            width: parent.width
            page: "analytics"
            folded: side.folded
            current: side.navigation.page === page
            iconName: "analytics"
            text: qsTr("Analytics")
            shortcut: "G A"
            onClicked: side.pageWanted(page)
        }
        NavItem {
            width: parent.width
            page: "system"
            folded: side.folded
            current: side.navigation.page === page
            iconName: "system"
            text: qsTr("System")
            shortcut: "G S"
            figure: side.actions.refused + side.bulk.refused
            hot: true
            figureHint: qsTr("%Ln refused action(s)", "", side.actions.refused + side.bulk.refused)
            onClicked: side.pageWanted(page)
        }
    }
    Row {
        x: 16
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 12
        width: parent.width - 28
        visible: side.demoFleet.length > 0
        spacing: 8

        Icon {
            id: demoIcon

            width: Theme.icon
            height: Theme.icon
            name: "worker"
            colour: Theme.quiet
        }
        Label {
            width: parent.width - Theme.icon - 8
            visible: !side.folded
            text: side.demoFleet
            color: Theme.quiet
            font.pixelSize: Theme.fontTiny
            wrapMode: Text.Wrap
            maximumLineCount: 4
        }
        HoverHandler {
            id: pointer
        }
        Hint {
            visible: pointer.hovered && side.folded
            text: side.demoFleet
        }
    }
    Rule {
        anchors.right: parent.right
        height: parent.height
    }
}
