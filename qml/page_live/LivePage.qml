// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// The page staff watch all day: six figures, what is wrong, the active jobs, what happens. Everything on it has a place
// of its own, kept while it is empty: nothing moves but what a person moves.
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
    signal workersWanted()

    readonly property bool narrow: width < Theme.scaled(1040)
    /// No room for the feed beside the jobs: the two are tabs of one card.
    readonly property bool tabbed: width < Theme.scaled(820)
    property bool showsFeed: false
    readonly property Item newsLane: tabbed ? head.lane : feedCard.lane

    // What is given up as the page gets lower: two lines of alerts, the figures' tiles, the why line and some air. It
    // hangs on the size of the page and of the text alone: nothing that happens changes it.
    readonly property int leastRows: 5
    readonly property int level: fits(Theme.scaled(84), 98, 7) ? 0 : fits(Theme.scaled(84), 36, 6) ? 1 : fits(Theme.tall(30), 36, leastRows) ? 2 : 3
    readonly property bool slim: level === 3
    readonly property int air: slim ? 4 : 8
    readonly property int leastTable: 4 + Theme.tall(slim ? 32 : 40) + Theme.tall(slim ? 28 : 32) + (slim ? 0 : Theme.tall(36)) + Theme.tall(slim ? 36 : 46) + leastRows * Theme.rowHeight
    readonly property int above: 3 * air + head.height + band.height + panel.height

    function fits(tiles: int, alerts: int, rows: int): bool {
        return 4 * 8 + 12 + Theme.tall(32) + tiles + Theme.tall(alerts) + 2 + Theme.tall(40) + Theme.tall(32) + Theme.tall(36) + Theme.tall(46) + rows * Theme.rowHeight <= height && width >= 6 * Theme.scaled(118);
    }

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
    function showAlerts() {
        panel.openList();
    }
    // What no list took: a field that is typed in keeps its letters.
    function onLetter(event: KeyEvent) {
        event.accepted = event.text === "a" && event.modifiers === Qt.NoModifier;
        if (event.accepted)
            showAlerts();
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

    Keys.onPressed: event => onLetter(event)

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
    // A window too low for five rows scrolls: what is above goes up, the table stays whole.
    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: Math.max(height, page.air + page.above + page.leastTable + page.air)
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        T.ScrollBar.vertical: ScrollBar {}

        Item {
            id: content

            x: page.slim ? 10 : Theme.page
            y: page.air
            width: flick.width - 2 * x
            height: flick.contentHeight - y - (page.slim ? 4 : 12)

            PageHead {
                id: head

                width: parent.width
                slim: page.slim
                title: qsTr("Live")
                note: Format.weekday(Format.today)

                NoticeSlot {
                    width: Math.min(Theme.scaled(470), content.width * 0.56)
                    height: parent.height
                    live: page.live
                    connection: page.connection
                }
            }
            TileBand {
                id: band

                y: head.height + page.air
                width: parent.width
                tiles: page.live.tiles
                slim: page.level >= 2
            }
            AlertPanel {
                id: panel

                y: band.y + band.height + page.air
                width: parent.width
                height: page.level === 0 ? Theme.tall(98) : Theme.tall(page.slim ? 30 : 36)
                slim: page.level > 0
                live: page.live
                onJobWanted: id => page.jobWanted(id)
                onWorkersWanted: page.workersWanted()
                onTableWanted: {
                    page.showsFeed = false;
                    table.focusList();
                }
            }
            JobsTable {
                id: table

                y: page.above
                width: page.tabbed ? parent.width : parent.width - feedCard.width - (page.narrow ? 8 : 12)
                height: parent.height - y
                visible: !page.tabbed || !page.showsFeed
                jobs: page.live.jobs
                actions: page.actions
                bulk: page.bulk
                connection: page.connection
                feed: page.live.feed
                why: page.live.why
                openedId: page.openedId
                slim: page.slim
                tabbed: page.tabbed
                onFeedWanted: page.showsFeed = true
                onJobWanted: id => page.jobWanted(id)
                onSubmissionWanted: id => page.submissionWanted(id)
                onWidthsSettled: wishes => page.keepWidths(wishes)
            }
            FeedCard {
                id: feedCard

                anchors.right: parent.right
                y: table.y
                width: page.tabbed ? parent.width : Theme.scaled(page.narrow ? 232 : 286)
                height: table.height
                visible: !page.tabbed || page.showsFeed
                feed: page.live.feed
                jobs: page.live.jobs
                slim: page.slim
                tabbed: page.tabbed
                onJobsWanted: page.showsFeed = false
                onSubmissionWanted: id => page.submissionWanted(id)
                onJobWanted: id => page.jobWanted(id)
            }
        }
    }
}
