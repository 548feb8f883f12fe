// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// What is wrong now, in a panel whose height never changes: the count, the three worst kinds with one action each, the
// others by name. One line where there is little height (`slim`). All of it opens over the page as a list. When nothing
// is wrong the panel is there as well, and says so.
Card {
    id: panel

    required property LiveScreen live
    property bool slim: false
    readonly property AlertsModel alerts: live.alerts
    readonly property int lines: slim ? 1 : 3
    readonly property real railWidth: slim ? 0 : Theme.scaled(width < Theme.scaled(1040) ? 104 : 150)
    readonly property real sideWidth: Theme.scaled(slim ? 34 : 118)
    readonly property string summary: !alerts.known ? qsTr("Alerts are not known yet") : alerts.count === 0 ? qsTr("No alerts") : qsTr("%1 in %2", "so many alerts, so many groups").arg(qsTr("%Ln alert(s)", "", alerts.count)).arg(qsTr("%Ln group(s)", "of alerts", alerts.groupCount))
    signal jobWanted(string id)
    signal workersWanted()
    /// The table has other rows now, which were asked for.
    signal tableWanted()

    function openList() {
        list.kind = -1;
        list.open();
    }
    function showJobs(ids: list<string>, label: string) {
        list.close();
        if (ids.length === 0)
            return;
        live.jobs.showOnly(ids, label);
        tableWanted();
    }
    function actOnItem(item: var) {
        if (AlertWords.isOfWorkers(item.kind)) {
            list.close();
            workersWanted();
        } else if (AlertWords.isOfJobs(item.kind)) {
            list.close();
            jobWanted(item.jobId);
        } else {
            const ids = live.jobsAt(item.directoryId);
            showJobs(ids, AlertWords.onlyAt(item.subject, ids.length));
        }
    }
    function actOnGroup(group: var) {
        if (group.size === 1 || AlertWords.isOfWorkers(group.kind)) {
            actOnItem(group.first);
        } else if (AlertWords.isOfJobs(group.kind)) {
            const ids = alerts.jobsOf(group.kind);
            showJobs(ids, AlertWords.only(group.kind, ids.length));
        } else {
            list.kind = group.kind;
            list.open();
        }
    }
    // What has no line here: after the third in the order of the lines.
    function restWords(): string {
        const words = [];
        for (let i = lines; i < repeater.count; ++i) {
            const group = (repeater.itemAt(i) as AlertLine)?.group;
            if (group && group.state === AlertsModel.Open)
                words.push(AlertWords.rest(group.kind, group.size));
        }
        return words.join("\n");
    }
    // A function, so that its words are put together when the lines change and not when a clock ticks.
    function refreshRest() {
        rest.text = restWords();
    }
    function calm(): string {
        if (!alerts.known)
            return qsTr("Not known yet: the first copy is still on its way");
        if (alerts.dismissedCount > 0)
            return qsTr("Nothing else is wrong right now");
        return qsTr("Nothing is wrong right now");
    }
    function calmDetail(): string {
        if (alerts.known && alerts.dismissedCount > 0)
            return qsTr("%Ln dismissed, not solved", "alerts", alerts.dismissedCount);
        return alerts.lastWrongMs > 0 ? qsTr("the last alert ended at %1").arg(Format.time(alerts.lastWrongMs)) : "";
    }

    implicitHeight: Theme.tall(slim ? 36 : 98)

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Alerts")
    Accessible.description: summary

    HoverHandler {
        id: pointer
    }
    Binding {
        target: panel.alerts
        property: "held"
        value: pointer.hovered || scope.activeFocus
    }
    // Widest of its words in this language, so that no other count of jobs moves the buttons.
    TextMetrics {
        id: widest

        font.family: Theme.family
        font.pixelSize: Theme.fontSmall
        font.weight: Font.Medium
        text: AlertWords.showDirectories(888)
    }
    FocusScope {
        id: scope

        anchors.fill: parent

        Item {
            id: rail

            width: panel.railWidth
            height: parent.height
            visible: !panel.slim

            // The one that screen readers are told of when the count changes.
            Accessible.role: Accessible.AlertMessage
            Accessible.name: panel.summary

            Column {
                x: Theme.pad
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 4
                spacing: 1

                Label {
                    width: parent.width
                    text: qsTr("Alerts")
                    color: Theme.muted
                    font.pixelSize: Theme.fontSmall
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: panel.alerts.known ? Format.number(panel.alerts.count) : "–"
                    font.pixelSize: Theme.scaled(21)
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: panel.alerts.count > 0 ? qsTr("in %Ln group(s)", "of alerts", panel.alerts.groupCount) : panel.alerts.dismissedCount > 0 ? qsTr("%Ln dismissed", "alerts", panel.alerts.dismissedCount) : " "
                    color: Theme.muted
                    font.pixelSize: Theme.fontSmall
                    Accessible.ignored: true
                }
            }
            Rectangle {
                anchors.right: parent.right
                width: 1
                height: parent.height
                color: Theme.line
            }
        }
        Item {
            id: body

            x: panel.railWidth
            y: 1
            width: parent.width - x - panel.sideWidth
            height: parent.height - 2
            clip: true

            Repeater {
                id: repeater

                model: panel.alerts
                onItemAdded: panel.refreshRest()
                onCountChanged: panel.refreshRest()

                AlertLine {
                    id: line

                    required property int index

                    y: index * height
                    width: body.width
                    height: body.height / panel.lines
                    visible: index < panel.lines
                    slim: panel.slim
                    trail: panel.alerts.groupCount > 1 ? qsTr("+ %Ln group(s)", "of alerts, beside the one named", panel.alerts.groupCount - 1) : ""
                    actionWidth: widest.advanceWidth + 24
                    onActed: panel.actOnGroup(group)
                    onDismissWanted: panel.alerts.dismissGroup(group.kind)
                    onRestoreWanted: panel.alerts.restoreGroup(group.kind)
                    onGroupChanged: panel.refreshRest()

                    Rule {
                        width: parent.width
                        visible: line.index > 0
                    }
                }
            }
            Row {
                x: Theme.pad
                height: parent.height
                visible: repeater.count === 0
                spacing: 10

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.icon
                    height: width
                    name: panel.alerts.known ? "check" : "clock"
                    colour: panel.alerts.known ? Theme.good : Theme.quiet
                }
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, body.width - Theme.pad - 40)
                    text: panel.calm()
                    font.weight: Font.Medium
                }
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.max(0, Math.min(implicitWidth, body.width - x - Theme.pad - 8))
                    text: panel.calmDetail()
                    color: Theme.muted
                    font.pixelSize: Theme.fontSmall
                }
            }
        }
        Item {
            anchors.right: parent.right
            width: panel.sideWidth
            height: parent.height

            Rectangle {
                width: 1
                height: parent.height
                visible: !panel.slim
                color: Theme.line
            }
            Label {
                id: rest

                x: 12
                y: 8
                width: parent.width - x - 4
                height: Math.max(0, all.y - y)
                visible: !panel.slim
                verticalAlignment: Text.AlignTop
                maximumLineCount: 3
                wrapMode: Text.NoWrap
                color: Theme.muted
                font.pixelSize: Theme.fontSmall
                lineHeight: 1.05
            }
            Button {
                id: all

                anchors.right: parent.right
                anchors.rightMargin: 6
                y: panel.slim ? Math.round((parent.height - height) / 2) : parent.height - height - 6
                width: parent.width - 12
                height: Math.min(Theme.scaled(24), panel.height - 4)
                leftPadding: 6
                rightPadding: 6
                kind: Button.Quiet
                iconName: panel.slim ? "chevron-down" : ""
                text: panel.slim ? "" : qsTr("Show all", "alerts")
                shortcut: panel.slim ? "" : "A"
                hint: panel.slim ? qsTr("Show all alerts") : ""
                font.pixelSize: Theme.fontSmall
                Accessible.name: qsTr("Show all alerts")
                onClicked: panel.openList()
            }
        }
    }
    AlertList {
        id: list

        alerts: panel.alerts
        width: panel.width
        onItemActed: item => panel.actOnItem(item)
        onJobsWanted: (ids, kind) => panel.showJobs(ids, AlertWords.only(kind, ids.length))
        onClosed: panel.alerts.list.open = false
    }
}
