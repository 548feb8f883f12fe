// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

T.Menu {
    id: menu

    implicitWidth: Math.max(Theme.scaled(190), contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.min(contentItem.implicitHeight + topPadding + bottomPadding, T.Overlay.overlay ? T.Overlay.overlay.height - 2 * margins : 600)
    margins: 6
    padding: 4
    overlap: 1
    cascade: true

    property bool counted: false

    function note(shown: bool) {
        if (shown !== counted)
            Theme.openMenus += shown ? 1 : -1;
        counted = shown;
    }

    delegate: MenuItem {}
    onAboutToShow: note(true)
    onClosed: note(false)
    Component.onDestruction: note(false)

    contentItem: ListView {
        implicitHeight: contentHeight
        implicitWidth: {
            let widest = 0;
            for (let i = 0; i < menu.count; ++i)
                widest = Math.max(widest, menu.itemAt(i).implicitWidth);
            return widest;
        }
        model: menu.contentModel
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: menu.currentIndex
        highlightMoveDuration: 0
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.lineStrong
        radius: Theme.radius + 2

        Shade {}
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.motion
        }
    }
}
