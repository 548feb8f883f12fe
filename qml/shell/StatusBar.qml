// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// What the desk itself is doing, in one line.
Rectangle {
    id: bar

    required property Desk desk
    readonly property ConnectionScreen connection: desk.connection
    readonly property string trouble: connection.replicaNotice.length > 0 ? connection.replicaNotice : connection.phase !== ConnectionScreen.Live ? connection.reason : ""
    readonly property int refused: desk.actions.refused + desk.bulk.refused
    /// A bulk action takes the room of what can be read elsewhere.
    readonly property bool tight: desk.bulk.currentRow >= 0 && width < Theme.scaled(1240)
    /// Little width for the size of the text: keys without their words, and only what is not elsewhere.
    readonly property bool brief: width < Theme.scaled(720)
    signal pageWanted(string page)
    signal shortcutsWanted()

    component Word: Label {
        color: Theme.quiet
        font.pixelSize: Theme.fontTiny
    }
    component Key: T.AbstractButton {
        id: key

        property string cap: ""
        /// The longest it may say, so that it keeps its width.
        property string longest: text

        implicitWidth: bar.brief ? key.height : pair.width - word.width + Math.max(word.width, room.advanceWidth)
        implicitHeight: Theme.tall(24)
        focusPolicy: Qt.TabFocus
        hoverEnabled: true
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.onPressAction: key.clicked()
        Keys.onReturnPressed: key.clicked()

        TextMetrics {
            id: room

            font: word.font
            text: key.longest
        }
        contentItem: Item {
            Row {
                id: pair

                anchors.verticalCenter: parent.verticalCenter
                spacing: 5

                KeyHint {
                    anchors.verticalCenter: parent.verticalCenter
                    keys: key.cap
                    ink: Theme.quiet
                }
                Word {
                    id: word

                    anchors.verticalCenter: parent.verticalCenter
                    visible: !bar.brief
                    text: key.text
                    color: key.hovered ? Theme.text : Theme.quiet
                    Accessible.ignored: true
                }
            }
        }
        background: Item {
            FocusRing {
                shown: key.visualFocus
                around: -2
            }
        }
    }

    implicitHeight: Theme.tall(25)
    color: Theme.surface
    Accessible.role: Accessible.StatusBar
    Accessible.name: qsTr("Status")

    Rule {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 14
        anchors.rightMargin: 14
        spacing: 20

        Word {
            text: bar.connection.silent ? qsTr("No answer · data %1 old · %Ln submission(s)", "", bar.connection.submissionsHeld).arg(Format.ago(bar.connection.asOfMs, Format.now)) : bar.connection.fresh ? qsTr("Data live · %Ln submission(s)", "", bar.connection.submissionsHeld) : bar.connection.asOfMs > 0 ? qsTr("Data %1 old · %Ln submission(s)", "", bar.connection.submissionsHeld).arg(Format.ago(bar.connection.asOfMs, Format.now)) : qsTr("Loading …")
            color: bar.connection.fresh ? Theme.quiet : Theme.warn
        }
        Word {
            visible: !bar.tight && !bar.brief
            text: qsTr("%1 events/s").arg(Format.number(bar.connection.eventsPerSecond, bar.connection.eventsPerSecond < 10 ? 1 : 0))
        }
        Word {
            visible: bar.desk.bulk.currentRow < 0 || bar.desk.actions.waiting > 0
            text: qsTr("%Ln action(s) waiting", "", bar.desk.actions.waiting)
            color: bar.desk.actions.waiting > 0 ? Theme.text : Theme.quiet
        }
        Repeater {
            model: bar.desk.bulk.model

            BulkStrip {
                bulk: bar.desk.bulk
            }
        }
        Word {
            visible: bar.refused > 0 && !bar.tight
            text: qsTr("%Ln refused", "", bar.refused)
            color: Theme.bad
        }
        Word {
            Layout.fillWidth: true
            text: Format.oneLine(bar.trouble, 200)
            color: Theme.warn
        }
        Key {
            cap: "F8"
            text: bar.desk.live.frozen ? qsTr("unfreeze") : qsTr("freeze")
            longest: qsTr("freeze").length > qsTr("unfreeze").length ? qsTr("freeze") : qsTr("unfreeze")
            onClicked: bar.desk.live.frozen = !bar.desk.live.frozen
        }
        Key {
            cap: "?"
            text: qsTr("shortcuts")
            onClicked: bar.shortcutsWanted()
        }
    }
}
