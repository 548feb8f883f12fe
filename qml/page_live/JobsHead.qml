// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// The head of the jobs' card: what it is, how many, what waits, the filter. Each has a place that nothing else takes.
Item {
    id: head

    required property JobsView jobs
    required property FeedModel feed
    property bool tabbed: false
    signal feedWanted()
    signal newsWanted()
    signal leaving()

    function focusFilter() {
        filter.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function newsWords(): string {
        const came = qsTr("%Ln new", "", jobs.newCount);
        const went = qsTr("%Ln finished", "", jobs.goneCount);
        return jobs.goneCount === 0 ? came : jobs.newCount === 0 ? went : qsTr("%1 · %2", "new rows and finished rows").arg(came).arg(went);
    }

    BodyTabs {
        id: tabs

        x: head.tabbed ? Theme.pad - 8 : Theme.pad
        height: parent.height
        title: head.tabbed ? qsTr("Jobs") : qsTr("Active jobs")
        count: !head.jobs.busy || head.jobs.count > 0 ? Format.number(head.jobs.count) : ""
        otherTitle: head.tabbed ? qsTr("Activity") : ""
        otherCount: head.feed.pendingCount > 0 ? qsTr("%Ln new", "", head.feed.pendingCount) : ""
        onOtherWanted: head.feedWanted()
    }
    OnlyChip {
        x: tabs.x + tabs.width + 8
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(height, Math.min(implicitWidth, (news.visible ? news.x : filter.x) - x - 8))
        jobs: head.jobs
    }
    Pill {
        id: news

        anchors.right: filter.left
        anchors.rightMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        visible: head.jobs.newCount > 0 || head.jobs.goneCount > 0
        // Of the head's width alone: of its own place it would go round in a circle.
        shortcut: head.width > Theme.scaled(620) ? "Home" : ""
        text: head.newsWords()
        onClicked: head.newsWanted()
    }
    SearchField {
        id: filter

        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(Theme.scaled(190), head.width * 0.28)
        implicitHeight: Math.min(Theme.tall(26), head.height - 6)
        name: qsTr("Filter jobs")
        text: head.jobs.filterText
        onTextEdited: head.jobs.filterText = text
        onTextChanged: if (text !== head.jobs.filterText) head.jobs.filterText = text
        onLeaving: head.leaving()
    }
}
