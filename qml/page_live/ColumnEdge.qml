// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// The right edge of a column's head: dragged it widens the column, double-clicked it gives the table its own width back.
// By keyboard: Alt and an arrow on the head.
Item {
    id: edge

    required property JobColumns columns
    required property string key
    required property real columnWidth
    property real begun: 0
    signal settled()

    anchors.right: parent ? parent.right : undefined
    anchors.rightMargin: -6
    width: 12
    height: parent ? parent.height : 0
    z: 5
    Accessible.ignored: true

    function widen(pixels: real) {
        columns.wish(key, columnWidth + pixels);
        settled();
    }

    Rectangle {
        anchors.centerIn: parent
        width: 2
        height: parent.height - 10
        radius: 1
        visible: pointer.hovered || drag.active
        color: drag.active ? Theme.accent : Theme.lineStrong
    }
    HoverHandler {
        id: pointer

        cursorShape: Qt.SplitHCursor
    }
    DragHandler {
        id: drag

        target: null
        yAxis.enabled: false
        onActiveChanged: {
            if (active)
                edge.begun = edge.columnWidth;
            else
                edge.settled();
        }
        onActiveTranslationChanged: if (active) edge.columns.wish(edge.key, edge.begun + activeTranslation.x)
    }
    TapHandler {
        onDoubleTapped: {
            edge.columns.forget(edge.key);
            edge.settled();
        }
    }
}
