// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// Figures over days. Asked for only while the page is seen; old figures stay, marked with their age, while new ones come.
FocusScope {
    id: page

    required property AnalyticsScreen analytics
    readonly property bool wide: width >= Theme.scaled(860)
    readonly property Item newsLane: head.lane
    readonly property bool ready: analytics.state === AnalyticsScreen.Ready

    function focusFirst() {
        range.forceActiveFocus(Qt.TabFocusReason);
    }

    Binding {
        target: page.analytics
        property: "active"
        value: page.visible
        restoreMode: Binding.RestoreNone
    }
    Component.onDestruction: analytics.active = false

    KeyboardInView {
        view: flick
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.page
        anchors.topMargin: 8
        spacing: 8

        PageHead {
            id: head

            Layout.fillWidth: true
            title: qsTr("Analytics")
            note: page.analytics.refreshing && page.ready ? qsTr("as of %1 · refreshing …").arg(Format.clock(page.analytics.asOfMs)) : page.ready ? qsTr("as of %1").arg(Format.clock(page.analytics.asOfMs)) : ""

            Segmented {
                id: range

                anchors.verticalCenter: parent?.verticalCenter
                name: qsTr("Range")
                options: [qsTr("7 days"), qsTr("30 days"), qsTr("90 days")]
                current: page.analytics.rangeDays === 7 ? 0 : page.analytics.rangeDays === 30 ? 1 : 2
                onChosen: index => page.analytics.rangeDays = index === 0 ? 7 : index === 1 ? 30 : 90
            }
            IconButton {
                anchors.verticalCenter: parent?.verticalCenter
                bordered: true
                side: Theme.controlHeight
                iconName: "retry"
                text: qsTr("Refresh")
                enabled: !page.analytics.refreshing
                onClicked: page.analytics.refresh()
            }
        }
        Flickable {
            id: flick

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.rightMargin: -Theme.page
            visible: page.ready
            contentHeight: Math.max(height, grid.least)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            GridLayout {
                id: grid

                readonly property real least: Theme.scaled(page.wide ? 560 : 820)

                width: flick.width - Theme.page
                height: flick.contentHeight
                columns: page.wide ? 2 : 1
                columnSpacing: 12
                rowSpacing: 12

                CompletedChart {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 100
                    Layout.preferredHeight: 100
                    analytics: page.analytics
                }
                SuccessChart {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 100
                    Layout.preferredHeight: 100
                    analytics: page.analytics
                }
                ErrorChart {
                    Layout.columnSpan: page.wide ? 2 : 1
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: 120
                    analytics: page.analytics
                }
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.ready

            EmptyState {
                anchors.fill: parent
                visible: page.analytics.state !== AnalyticsScreen.Error
                iconName: "analytics"
                title: qsTr("Loading the figures …")
                text: qsTr("The server works them out over the whole range, not only over what is on this computer.")
            }
            EmptyState {
                anchors.fill: parent
                visible: page.analytics.state === AnalyticsScreen.Error
                iconName: "alert"
                bad: true
                title: qsTr("The figures could not be loaded")
                text: qsTr("%1 Nothing was changed.").arg(page.analytics.error)
                actionText: qsTr("Try again")
                onActionTriggered: page.analytics.refresh()
            }
        }
    }
}
