// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// What the card holds where there is no room for two: the jobs or what happens. With room for both it is a heading.
Item {
    id: tabs

    required property string title
    property string count: ""
    property string otherTitle: ""
    property string otherCount: ""
    /// The card this stands in is the second of the two.
    property bool second: false
    signal otherWanted()

    readonly property bool both: otherTitle.length > 0

    implicitWidth: line.width
    Accessible.role: both ? Accessible.PageTabList : Accessible.Grouping
    Accessible.name: title

    component Tab: T.AbstractButton {
        id: tab

        property string figure: ""
        property bool on: true

        height: tabs.height
        implicitWidth: words.width + 2 * (tabs.both ? 8 : 0)
        enabled: tabs.both
        focusPolicy: tabs.both && !on ? Qt.TabFocus : Qt.NoFocus
        hoverEnabled: true
        onClicked: if (!on) tabs.otherWanted()

        Accessible.role: tabs.both ? Accessible.PageTab : Accessible.Heading
        Accessible.name: Format.joined([text, figure], ", ")
        Accessible.selected: on
        Accessible.onPressAction: tab.clicked()
        Keys.onReturnPressed: tab.clicked()

        contentItem: Item {
            Row {
                id: words

                anchors.centerIn: parent
                spacing: 8

                Label {
                    text: tab.text
                    color: tab.on || tab.hovered ? Theme.text : Theme.muted
                    font.weight: tab.on ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }
                Label {
                    text: tab.figure
                    color: Theme.quiet
                    Accessible.ignored: true
                }
            }
        }
        background: Item {
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 2
                visible: tabs.both && tab.on
                color: Theme.accent
            }
            FocusRing {
                shown: tab.visualFocus
                around: -3
            }
        }
    }

    Row {
        id: line

        layoutDirection: tabs.second ? Qt.RightToLeft : Qt.LeftToRight
        height: parent.height
        spacing: 8

        Tab {
            text: tabs.title
            figure: tabs.count
        }
        Tab {
            visible: tabs.both
            text: tabs.otherTitle
            figure: tabs.otherCount
            on: false
        }
    }
}
