// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// How the desk itself is doing: the link, the tables, the outbox. All of it can be copied as text, without secrets.
FocusScope {
    id: page

    required property ConnectionScreen connection
    required property ActionsScreen actions
    required property BulkScreen bulk
    required property WorkersModel workers
    property string demoFleet: ""
    readonly property Item newsLane: head.lane
    readonly property bool wide: width >= Theme.scaled(900)

    function focusFirst() {
        copy.forceActiveFocus(Qt.TabFocusReason);
    }

    function showWorkers() {
        crew.focusFirst();
    }

    PageHead {
        id: head

        x: Theme.page
        y: 8
        width: parent.width - 2 * Theme.page
        title: qsTr("System")

        Button {
            iconName: "retry"
            text: qsTr("Reload all")
            hint: qsTr("Loads everything from the server again. Nothing on this computer is lost meanwhile.")
            onClicked: page.connection.refresh()
        }
        CopyButton {
            id: copy

            label: qsTr("Copy as text")
            onWanted: toCopy = page.connection.diagnosticsText()
        }
    }
    KeyboardInView {
        view: flick
    }
    Flickable {
        id: flick

        anchors.fill: parent
        anchors.topMargin: head.y + head.height + 8
        clip: true
        contentHeight: content.implicitHeight + Theme.page
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        ColumnLayout {
            id: content

            x: Theme.page
            width: flick.width - 2 * Theme.page
            spacing: 12

            Banner {
                Layout.fillWidth: true
                visible: page.connection.replicaNotice.length > 0
                tint: Theme.warn
                title: qsTr("Local copy")
                text: page.connection.replicaNotice
            }
            Banner {
                Layout.fillWidth: true
                visible: page.demoFleet.length > 0
                iconName: "worker"
                tint: Theme.submitted
                title: qsTr("Simulated fleet")
                text: page.demoFleet
            }
            GridLayout {
                Layout.fillWidth: true
                columns: page.wide ? 2 : 1
                columnSpacing: 12
                rowSpacing: 12

                ConnectionSection {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 100
                    Layout.alignment: Qt.AlignTop
                    connection: page.connection
                }
                Column {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 100
                    Layout.alignment: Qt.AlignTop
                    spacing: 12

                    SetupSection {
                        width: parent.width
                        connection: page.connection
                    }
                    WorkersSection {
                        id: crew

                        width: parent.width
                        workers: page.workers
                    }
                    TablesSection {
                        width: parent.width
                        connection: page.connection
                    }
                    OutboxSection {
                        width: parent.width
                        actions: page.actions
                        bulk: page.bulk
                    }
                }
            }
        }
    }
}
