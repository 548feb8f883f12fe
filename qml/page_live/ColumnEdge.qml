// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// The right edge of a column's head: dragged it widens the column, double-clicked it gives the table its own width back.
// By keyboard: Alt and an arrow on the head.
MouseArea {
    id: edge

    required property JobColumns columns
    required property string key
    required property real columnWidth
    property real begun: 0
    property real from: 0
    signal settled()

    anchors.right: parent ? parent.right : undefined
    anchors.rightMargin: -8
    width: 14
    height: parent ? parent.height : 0
    hoverEnabled: true
    preventStealing: true
    cursorShape: Qt.SplitHCursor
    Accessible.ignored: true

    function widen(pixels: real) {
        columns.wish(key, columnWidth + pixels);
        settled();
    }
    // The edge moves under the pointer: what is measured is the way in the window.
    function at(mouse: MouseEvent): real {
        return mapToItem(null, mouse.x, 0).x;
    }

    onPressed: mouse => {
        from = at(mouse);
        begun = columnWidth;
    }
    onPositionChanged: mouse => {
        if (pressed && Math.abs(at(mouse) - from) >= 2)
            columns.wish(key, begun + at(mouse) - from);
    }
    onReleased: mouse => {
        if (Math.abs(at(mouse) - from) >= 2)
            settled();
    }
    onDoubleClicked: {
        columns.forget(key);
        settled();
    }

    Rectangle {
        anchors.centerIn: parent
        width: 2
        height: parent.height - 10
        radius: 1
        visible: edge.containsMouse || edge.pressed
        color: edge.pressed ? Theme.accent : Theme.lineStrong
    }
}
