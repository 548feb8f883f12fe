// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Tables

// What happens, newest first. Scrolled away, pointed at or paused, it stays put and counts what waits.
Card {
    id: card

    required property FeedModel feed
    required property JobsView jobs
    property bool slim: false
    /// This card and the jobs' are one, and this is its second tab.
    property bool tabbed: false
    /// Where news are told. It is there when there are none.
    readonly property Item lane: lane
    signal jobsWanted()
    signal submissionWanted(string id)
    signal jobWanted(string id)

    function open(entry: FeedRow) {
        if (entry === null)
            return;
        if (entry.submissionId.length > 0)
            submissionWanted(entry.submissionId);
        else if (entry.jobId.length > 0)
            jobWanted(entry.jobId);
    }
    function applyNews() {
        feed.apply();
        list.positionViewAtBeginning();
    }

    clip: true

    Binding {
        target: card.feed
        property: "held"
        value: list.contentY > list.originY + 1 || pointer.hovered || list.moving || (list.activeFocus && list.currentIndex > 0)
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.tall(card.slim ? 32 : 40)

            BodyTabs {
                x: card.tabbed ? Theme.pad - 8 : Theme.pad
                height: parent.height
                second: true
                title: qsTr("Activity")
                otherTitle: card.tabbed ? qsTr("Jobs") : ""
                otherCount: Format.number(card.jobs.count)
                onOtherWanted: card.jobsWanted()
            }
            FeedControls {
                id: controls

                anchors.right: parent.right
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter
                feed: card.feed
                onNewsWanted: card.applyNews()
            }
        }
        Rule {
            Layout.fillWidth: true
        }
        ListView {
            id: list

            property FeedRow hoveredEntry: null

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: card.feed
            topMargin: 3
            bottomMargin: 3
            activeFocusOnTab: true
            reuseItems: true
            // Rows made ahead of time are made in the background, and Qt complains when the model empties meanwhile.
            cacheBuffer: 0
            boundsBehavior: Flickable.StopAtBounds
            flickDeceleration: 6000
            currentIndex: -1
            keyNavigationEnabled: true
            highlightMoveDuration: 0
            highlightFollowsCurrentItem: true

            Accessible.role: Accessible.List
            Accessible.name: qsTr("Activity")

            onActiveFocusChanged: currentIndex = activeFocus && currentIndex < 0 ? 0 : activeFocus ? currentIndex : -1
            Keys.onReturnPressed: card.open(currentItem as FeedRow)
            Keys.onEnterPressed: card.open(currentItem as FeedRow)
            Keys.onPressed: event => {
                event.accepted = event.text === "j" || event.text === "k" || event.key === Qt.Key_Home;
                if (event.text === "j")
                    incrementCurrentIndex();
                else if (event.text === "k")
                    decrementCurrentIndex();
                else if (event.key === Qt.Key_Home)
                    card.applyNews();
            }
            HoverHandler {
                id: pointer
            }
            Connections {
                function onRowsInserted() {
                    if (!card.feed.held && !list.activeFocus)
                        list.positionViewAtBeginning();
                }

                target: card.feed
            }

            delegate: FeedRow {
                id: entry

                width: list.width
                current: list.activeFocus && ListView.isCurrentItem
                onClicked: card.open(entry)
                onHoveredChanged: {
                    if (hovered)
                        list.hoveredEntry = entry;
                    else if (list.hoveredEntry === entry)
                        list.hoveredEntry = null;
                }
                ListView.onPooled: if (list.hoveredEntry === entry) list.hoveredEntry = null
            }

            Hint {
                parent: list.hoveredEntry !== null ? list.hoveredEntry.tipOf : null
                visible: text.length > 0
                text: list.hoveredEntry !== null ? list.hoveredEntry.tip : ""
            }

            T.ScrollBar.vertical: ScrollBar {}

            EmptyState {
                anchors.fill: parent
                visible: list.count === 0
                iconName: "live"
                title: card.feed.filter === FeedModel.All ? qsTr("Nothing happened yet") : qsTr("Nothing of this kind yet")
                text: card.feed.filter === FeedModel.All ? qsTr("Every change is listed here as it happens, newest first.") : qsTr("The list above is filtered; All shows everything.")
            }
        }
        Rule {
            Layout.fillWidth: true
            visible: !card.tabbed
        }
        Item {
            id: lane

            Layout.fillWidth: true
            Layout.leftMargin: 8
            Layout.rightMargin: 8
            Layout.preferredHeight: Theme.tall(68)
            visible: !card.tabbed
        }
    }
}
