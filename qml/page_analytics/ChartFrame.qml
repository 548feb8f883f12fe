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

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.pad
            Layout.rightMargin: Theme.pad
            Layout.preferredHeight: Theme.scaled(42)
            spacing: 10

            Label {
                text: frame.title
                font.weight: Font.DemiBold
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth + 1
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
                Layout.fillWidth: true
                text: frame.unit
                color: Theme.quiet
                font.pixelSize: Theme.fontSmall
            }
            Label {
                Layout.maximumWidth: frame.width * 0.6
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
