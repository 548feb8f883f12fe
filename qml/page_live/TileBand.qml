// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Tables

// The six figures side by side; where there is little room (`slim`) they are one line that opens over the page.
Item {
    id: band

    required property TilesModel tiles
    property bool slim: false
    readonly property int between: 10

    implicitHeight: slim ? Theme.tall(30) : Theme.scaled(84)

    Row {
        visible: !band.slim
        spacing: band.between

        Repeater {
            model: band.slim ? null : band.tiles

            LiveTile {
                width: (band.width - 5 * band.between) / 6
                height: band.height
                narrow: width < Theme.scaled(170)
            }
        }
    }
    T.AbstractButton {
        id: opener

        anchors.fill: parent
        visible: band.slim
        focusPolicy: Qt.TabFocus
        hoverEnabled: true
        text: qsTr("Figures")
        onClicked: popup.open()

        Accessible.role: Accessible.ButtonMenu
        Accessible.name: text
        Accessible.onPressAction: opener.clicked()
        Keys.onReturnPressed: opener.clicked()

        contentItem: Item {
            Row {
                id: line

                // The queue says least in a word; where five fit it is left to the popup.
                readonly property bool six: width >= Theme.scaled(600)
                readonly property list<real> shares: six ? [13, 14, 13, 19, 22, 19] : [14, 17, 16, 24, 0, 29]

                x: Theme.pad
                height: parent.height
                width: parent.width - Theme.pad - Theme.icon - 16

                Repeater {
                    model: band.slim ? band.tiles : null

                    LiveTile {
                        width: line.width * line.shares[index] / 100
                        height: line.height
                        visible: width > 0
                        slim: true
                        first: index === 0
                    }
                }
            }
            Icon {
                anchors.right: parent.right
                anchors.rightMargin: 10
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.icon
                height: Theme.icon
                name: "chevron-down"
                colour: Theme.muted
            }
        }
        background: Card {
            color: opener.hovered ? Theme.hovered : Theme.surface

            FocusRing {
                shown: opener.visualFocus
            }
        }
    }
    T.Popup {
        id: popup

        y: band.height + 4
        width: band.width
        padding: band.between
        margins: 6
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
        focus: true
        implicitHeight: contentItem.implicitHeight + 2 * padding

        contentItem: Flow {
            spacing: band.between

            Repeater {
                model: popup.visible ? band.tiles : null

                LiveTile {
                    width: (popup.availableWidth - 2 * band.between) / 3
                    height: Theme.scaled(84)
                    narrow: width < Theme.scaled(170)
                }
            }
        }
        background: Rectangle {
            color: Theme.raised
            border.color: Theme.lineStrong
            radius: Theme.radius

            Shade {}
        }
    }
}
