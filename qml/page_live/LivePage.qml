// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// The page staff watch all day: six figures, what is wrong, the active jobs, what happens.
FocusScope {
    id: page

    required property LiveScreen live
    required property ActionsScreen actions
    required property BulkScreen bulk
    required property ConnectionScreen connection
    required property NavigationScreen navigation
    property string openedId: ""
    signal jobWanted(string id)
    signal submissionWanted(string id)
    signal retryWanted(string id, string customer, int count)
    signal cancelWanted(string id, string customer, int waiting)
    signal bulkWanted(string verb, var ids, int priority)

    readonly property bool narrow: width < Theme.scaled(1040)

    // The order of the table outlives the window.
    function restoreOrder() {
        const key = navigation.restore("live.sort");
        const down = navigation.restore("live.descending");
        if (typeof key === "string" && key.length > 0) {
            live.jobs.sortKey = key;
            live.jobs.sortDescending = down === true || down === "true";
        }
    }
    function keepOrder() {
        navigation.store("live.sort", live.jobs.sortKey);
        navigation.store("live.descending", live.jobs.sortDescending);
    }
    function focusFirst() {
        table.focusList();
    }
    function takeBack() {
        table.takeBack();
    }
    function applyNews() {
        table.applyNews();
        feedCard.applyNews();
    }

    // So do the widths of its columns.
    readonly property list<string> columnNames: ["customer", "package", "failed", "now", "rate", "eta", "due", "worker"]
    function restoreWidths() {
        const wishes = {};
        for (const name of columnNames) {
            const kept = Number(navigation.restore("live.width." + name));
            if (kept > 0)
                wishes[name] = kept;
        }
        table.setWidths(wishes);
    }
    function keepWidths(wishes: var) {
        for (const name of columnNames)
            navigation.store("live.width." + name, wishes[name] > 0 ? wishes[name] : 0);
    }

    Component.onCompleted: {
        restoreOrder();
        restoreWidths();
    }

    Connections {
        function onSortChanged() {
            page.keepOrder();
        }

        target: page.live.jobs
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.page
        anchors.topMargin: 14
        spacing: page.narrow ? 8 : 12

        GridLayout {
            Layout.fillWidth: true
            columns: width >= 6 * Theme.scaled(128) ? 6 : 3
            columnSpacing: 10
            rowSpacing: 8

            Repeater {
                model: page.live.tiles

                LiveTile {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 100
                    narrow: width < Theme.scaled(170)
                    fresh: page.connection.fresh
                }
            }
        }
        Banner {
            Layout.fillWidth: true
            visible: page.live.frozen
            iconName: "freeze"
            tint: Theme.submitted
            title: qsTr("Frozen")
            text: page.live.waitingChanges > 0 ? qsTr("nothing on this page moves · %Ln change(s) wait", "", page.live.waitingChanges) : qsTr("nothing on this page moves")
            actionText: qsTr("Thaw")
            shortcut: "F8"
            onActionTriggered: page.live.frozen = false
        }
        Banner {
            Layout.fillWidth: true
            visible: !page.connection.fresh && page.connection.asOfMs > 0
            iconName: "clock"
            tint: Theme.warn
            title: qsTr("As of %1").arg(Format.clock(page.connection.asOfMs))
            text: qsTr("%1 old · what you see may have changed; actions are kept and sent once", "age of the data").arg(Format.ago(page.connection.asOfMs, Format.now))
            actionText: qsTr("Try now")
            onActionTriggered: page.connection.refresh()
        }
        AlertStack {
            Layout.fillWidth: true
            alerts: page.live.alerts
            onJobWanted: id => page.jobWanted(id)
            onFilterWanted: words => page.live.jobs.filterText = words
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: page.narrow ? 8 : 12

            JobsTable {
                id: table

                Layout.fillWidth: true
                Layout.fillHeight: true
                jobs: page.live.jobs
                actions: page.actions
                bulk: page.bulk
                connection: page.connection
                openedId: page.openedId
                onJobWanted: id => page.jobWanted(id)
                onRetryWanted: (id, customer, count) => page.retryWanted(id, customer, count)
                onCancelWanted: (id, customer, waiting) => page.cancelWanted(id, customer, waiting)
                onWidthsSettled: wishes => page.keepWidths(wishes)
                onBulkWanted: (verb, ids, priority) => page.bulkWanted(verb, ids, priority)
            }
            FeedCard {
                id: feedCard

                Layout.preferredWidth: Theme.scaled(page.narrow ? 248 : 318)
                Layout.fillHeight: true
                visible: page.width >= Theme.scaled(820)
                feed: page.live.feed
                onSubmissionWanted: id => page.submissionWanted(id)
                onJobWanted: id => page.jobWanted(id)
            }
        }
    }
}
