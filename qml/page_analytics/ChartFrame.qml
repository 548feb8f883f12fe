// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit

// A chart with its title, its n, and the value under the pointer or the arrow keys.
Card {
    id: frame

    property string title: ""
    property string note: ""
    property string unit: ""
    property string definition: ""
    property string reading: ""
    property int marked: -1
    property int count: 0
    default property alias content: body.data

    function move(by: int) {
        marked = count === 0 ? -1 : Math.max(0, Math.min(count - 1, (marked < 0 ? (by > 0 ? -1 : count) : marked) + by));
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Chart
    Accessible.name: title + ". " + note
    Accessible.description: reading.length > 0 ? reading : definition

    Keys.onLeftPressed: move(-1)
    Keys.onRightPressed: move(1)
    Keys.onUpPressed: move(-1)
    Keys.onDownPressed: move(1)
    Keys.onEscapePressed: event => {
        event.accepted = marked >= 0;
        marked = -1;
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.scaled(42)

            Label {
                id: head

                x: Theme.pad
                anchors.verticalCenter: parent.verticalCenter
                text: frame.title
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading

                HoverHandler {
                    id: pointer
                }
                Hint {
                    visible: pointer.hovered && text.length > 0
                    text: frame.definition
                }
            }
            Label {
                id: measure

                anchors.left: head.right
                anchors.leftMargin: 10
                anchors.baseline: head.baseline
                width: Math.min(implicitWidth, parent.width - x - Theme.pad)
                text: frame.unit
                color: Theme.quiet
                font.pixelSize: Theme.fontSmall
            }
            Label {
                anchors.left: measure.right
                anchors.leftMargin: 12
                anchors.right: parent.right
                anchors.rightMargin: Theme.pad
                anchors.baseline: head.baseline
                horizontalAlignment: Text.AlignRight
                text: frame.reading.length > 0 ? frame.reading : frame.note
                color: frame.reading.length > 0 ? Theme.text : Theme.quiet
                font.pixelSize: Theme.fontSmall
                font.weight: frame.reading.length > 0 ? Font.Medium : Font.Normal
            }
        }
        Item {
            id: body

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.bottomMargin: 6
        }
    }
    FocusRing {
        shown: frame.activeFocus
    }
}
