// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import BoltDesk.Screens

// Size and place of the window from one start to the next. A place that no screen has any more is not gone back to, and no
// window is larger than what its screen has room for, with the frame that the system puts round it.
Item {
    id: memory

    required property Window window
    required property NavigationScreen navigation
    property bool ready: false

    function number(key: string, fallback: double): double {
        const kept = Number(navigation.restore(key));
        return isNaN(kept) ? fallback : kept;
    }
    // A window that has not been shown yet does not know its frame.
    readonly property int titleBar: 38
    /// What the screens have room for, within the frame.
    property int across: Screen.desktopAvailableWidth
    property int down: Screen.desktopAvailableHeight - titleBar

    function restore() {
        window.width = Math.max(window.minimumWidth, Math.min(number("window.width", 1440), across));
        window.height = Math.max(window.minimumHeight, Math.min(number("window.height", 900), down));
        const x = number("window.x", NaN);
        const y = number("window.y", NaN);
        if (!isNaN(x) && !isNaN(y) && x > -50 && y > -50 && x < across - 100 && y < down - 100) {
            window.x = Math.max(0, Math.min(x, across - window.width));
            window.y = Math.max(titleBar, Math.min(y, titleBar + down - window.height));
        }
        if (navigation.restore("window.maximized") === true || navigation.restore("window.maximized") === "true")
            window.visibility = Window.Maximized;
        ready = true;
    }
    function keep() {
        navigation.store("window.maximized", window.visibility === Window.Maximized);
        if (window.visibility !== Window.Windowed)
            return;
        navigation.store("window.width", window.width);
        navigation.store("window.height", window.height);
        navigation.store("window.x", window.x);
        navigation.store("window.y", window.y);
    }

    visible: false
    Component.onCompleted: restore()

    Timer {
        id: settle

        interval: 400
        onTriggered: memory.keep()
    }
    Connections {
        function onWidthChanged() {
            settle.restart();
        }
        function onHeightChanged() {
            settle.restart();
        }
        function onXChanged() {
            settle.restart();
        }
        function onYChanged() {
            settle.restart();
        }
        function onVisibilityChanged() {
            settle.restart();
        }

        target: memory.window
        enabled: memory.ready
    }
}
