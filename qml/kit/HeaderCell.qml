// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// The head of a column. Sorts on click when it has a key; says its order by arrow and to the reader.
T.AbstractButton {
    id: cell

    property bool sortable: true
    property bool sorted: false
    property bool descending: false
    property bool alignRight: false
    property string hint: ""

    implicitHeight: Theme.tall(28)
    enabled: sortable
    focusPolicy: sortable ? Qt.TabFocus : Qt.NoFocus
    hoverEnabled: true

    Accessible.role: Accessible.ColumnHeader
    Accessible.name: !sorted ? text : descending ? qsTr("%1, sorted descending").arg(text) : qsTr("%1, sorted ascending").arg(text)
    Accessible.onPressAction: cell.clicked()
    Keys.onReturnPressed: cell.clicked()
    Keys.onEnterPressed: cell.clicked()

    contentItem: Item {
        Label {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            // The arrow has its place while the column is not sorted: the word neither moves nor is cut by it.
            x: cell.alignRight ? parent.width - width : 0
            width: Math.min(implicitWidth, parent.width - (cell.sortable ? arrow.width + 1 : 0))
            text: cell.text
            color: cell.sorted || cell.hovered ? Theme.text : Theme.quiet
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Icon {
            id: arrow

            anchors.verticalCenter: parent.verticalCenter
            x: cell.alignRight ? word.x - width - 1 : word.x + word.width + 1
            width: Theme.scaled(12)
            height: width
            visible: cell.sorted
            name: cell.descending ? "arrow-down" : "arrow-up"
            colour: Theme.text
        }
    }
    background: Item {
        FocusRing {
            shown: cell.visualFocus
            around: -2
        }
    }

    HoverHandler {
        id: pointer
    }
    // Above: below are the first rows.
    Hint {
        y: -height - 6
        visible: pointer.hovered && text.length > 0
        text: cell.hint
    }
}
