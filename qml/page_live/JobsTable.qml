// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// The active jobs. Rows keep their place while a person is at them; what changed waits behind the pill.
Card {
    id: table

    required property JobsView jobs
    required property ActionsScreen actions
    required property BulkScreen bulk
    required property ConnectionScreen connection
    required property FeedModel feed
    required property JobWhy why
    property string openedId: ""
    /// Little height: smaller lines, and none for the why.
    property bool slim: false
    /// The feed has no card beside this one and is reached from its head.
    property bool tabbed: false
    signal feedWanted()
    signal jobWanted(string id)
    signal submissionWanted(string id)
    /// Widths that a person gave to columns, by column.
    signal widthsSettled(var wishes)

    function focusList() {
        list.forceActiveFocus(Qt.TabFocusReason);
        list.chooseAny(); // it may have had the keyboard, over rows that are gone
    }
    // The keyboard comes back without anybody having asked for a row: none is marked before the first key.
    function takeBack() {
        list.quiet = true;
        list.forceActiveFocus(Qt.OtherFocusReason);
        list.quiet = false;
    }
    function focusFilter() {
        head.focusFilter();
    }
    function applyNews() {
        jobs.apply();
        list.positionViewAtBeginning();
    }
    function setWidths(wishes: var) {
        widths.wishes = wishes;
    }
    function selectAll() {
        const ids = [];
        for (let row = 0; row < jobs.count; ++row)
            ids.push(jobs.idAt(row));
        chosenRows.setIds(ids);
    }

    clip: true
    // Also from the boxes, which have the keyboard once they were pressed.
    Keys.onPressed: event => event.accepted = event.modifiers === Qt.NoModifier && /^[rpic]$/.test(event.text) && list.onActionKey(event.text)
    Binding {
        target: table.jobs
        property: "held"
        value: list.moving || list.contentY > 1 || chosenRows.count > 0
    }
    Binding {
        target: table.jobs
        property: "currentId"
        value: list.activeFocus && list.onRow ? list.currentId : ""
    }
    // Of the row that has the keyboard, else of the one that had it or the pointer last: it stays on the way to its button.
    Binding {
        target: table.why
        property: "jobId"
        value: list.activeFocus && list.onRow ? list.currentId : list.told
    }
    IdSet {
        id: chosenRows
    }
    // Where a few jobs alone are shown, none that cannot be seen stays selected.
    Connections {
        function onOnlyChanged() {
            chosenRows.setIds(table.jobs.amongOnly(chosenRows.ids));
        }

        target: table.jobs
    }
    JobColumns {
        id: widths

        width: list.width
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        JobsHead {
            id: head

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.tall(table.slim ? 32 : 40)
            jobs: table.jobs
            feed: table.feed
            tabbed: table.tabbed
            onFeedWanted: table.feedWanted()
            onNewsWanted: table.applyNews()
            onLeaving: table.focusList()
        }
        Rule {
            Layout.fillWidth: true
        }
        JobHeader {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.tall(table.slim ? 28 : 32)
            jobs: table.jobs
            columns: widths
            selected: chosenRows.count
            onSelectAllWanted: all => all ? table.selectAll() : chosenRows.clear()
            onWidthsSettled: table.widthsSettled(widths.wishes)
        }
        ListView {
            id: list

            property JobRow hoveredRow: null
            property string currentId: ""
            property string told: ""
            property bool chosen: false
            property bool quiet: false
            // A row that the filter took away is nowhere.
            readonly property bool onRow: chosen && currentIndex >= 0

            function choose(row: int) {
                const bounded = Math.max(0, Math.min(count - 1, row));
                chosen = count > 0;
                currentId = table.jobs.idAt(bounded);
                told = currentId;
                currentIndex = bounded;
                positionViewAtIndex(bounded, ListView.Contain);
            }
            function chooseAny() {
                if (!onRow && count > 0)
                    choose(Math.max(0, currentIndex));
            }
            function keepPlace() {
                currentIndex = currentId.length > 0 ? table.jobs.indexOf(currentId) : -1;
            }
            function onLetter(event: KeyEvent) {
                const row = currentItem as JobRow;
                event.accepted = true;
                if (event.text === "j")
                    choose(currentIndex + 1);
                else if (event.text === "k")
                    choose(currentIndex - 1);
                else if (event.text === "/")
                    table.focusFilter();
                else if (event.text === "x" && row !== null)
                    chosenRows.toggle(row.jobId);
                else
                    event.accepted = false;
            }
            // What is selected is what is meant, wherever the cursor is.
            function onActionKey(key: string): bool {
                const row = activeFocus ? currentItem as JobRow : null;
                if (chosenRows.count > 0)
                    chosenBar.press(key);
                else if (row !== null)
                    bar.press(key, row);
                return chosenRows.count > 0 || row !== null;
            }
            function onEscape(event: KeyEvent) {
                event.accepted = chosen || chosenRows.count > 0;
                if (chosenRows.count > 0)
                    chosenRows.clear();
                else
                    chosen = false;
            }

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: table.jobs
            activeFocusOnTab: true
            reuseItems: true
            // Rows made ahead of time are made in the background, and Qt complains when the model empties meanwhile.
            cacheBuffer: 0
            boundsBehavior: Flickable.StopAtBounds
            flickDeceleration: 6000
            currentIndex: -1
            keyNavigationEnabled: false
            highlightFollowsCurrentItem: false

            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Active jobs")

            onHoveredRowChanged: if (hoveredRow !== null) told = hoveredRow.jobId
            onActiveFocusChanged: if (activeFocus && !quiet) chooseAny()
            Keys.onUpPressed: choose(currentIndex - 1)
            Keys.onDownPressed: choose(currentIndex + 1)
            Keys.onReturnPressed: if (onRow) table.jobWanted(currentId)
            Keys.onEnterPressed: if (onRow) table.jobWanted(currentId)
            Keys.onEscapePressed: event => onEscape(event)
            Keys.onPressed: event => {
                const page = Math.max(1, Math.floor(height / Theme.rowHeight) - 1);
                if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
                    choose(currentIndex + (event.key === Qt.Key_PageDown ? page : -page));
                    event.accepted = true;
                } else if (event.key === Qt.Key_End) {
                    choose(count - 1);
                    event.accepted = true;
                } else if (event.key === Qt.Key_Home) {
                    table.applyNews();
                    choose(0);
                    event.accepted = true;
                } else if (event.matches(StandardKey.SelectAll)) {
                    table.selectAll();
                    event.accepted = true;
                } else if (event.modifiers === Qt.NoModifier) {
                    onLetter(event);
                }
            }

            Connections {
                function onReordered() {
                    list.keepPlace();
                }
                function onCountChanged() {
                    list.keepPlace();
                }

                target: table.jobs
            }

            delegate: JobRow {
                id: row

                width: list.width
                columns: widths
                current: list.chosen && list.activeFocus && jobId === list.currentId
                focusShown: current
                opened: jobId === table.openedId || jobId === bar.asking
                selected: chosenRows.has(jobId, chosenRows.ids)
                onClicked: modifiers => {
                    list.forceActiveFocus(Qt.MouseFocusReason);
                    list.choose(index);
                    if (modifiers & Qt.ControlModifier)
                        chosenRows.toggle(jobId);
                    else
                        table.jobWanted(jobId);
                }
                onDoubleClicked: table.jobWanted(jobId)
                onChecked: chosenRows.toggle(jobId)
                onMenuWanted: bar.open(row)
                onHoveredChanged: {
                    if (hovered)
                        list.hoveredRow = row;
                    else if (list.hoveredRow === row)
                        list.hoveredRow = null;
                }
                ListView.onPooled: if (list.hoveredRow === row) list.hoveredRow = null
            }

            T.ScrollBar.vertical: ScrollBar {}

            Binding {
                target: table.jobs
                property: "hoveredId"
                value: list.hoveredRow !== null ? list.hoveredRow.jobId : ""
            }
            RowActions {
                id: bar

                readonly property JobRow target: list.hoveredRow !== null ? list.hoveredRow : list.activeFocus && list.chosen ? list.currentItem as JobRow : null

                actions: table.actions
                bulk: table.bulk
                jobs: table.jobs
                selection: chosenRows
                ground: list
                row: target
                parent: target
                visible: target !== null && !target.gone
                x: widths.moreX
                width: widths.more
            }
            Hint {
                parent: list.hoveredRow !== null ? list.hoveredRow.tipOf : null
                visible: text.length > 0
                text: list.hoveredRow !== null ? list.hoveredRow.tip : ""
            }
            EmptyState {
                anchors.fill: parent
                visible: list.count === 0 && !table.jobs.busy && (table.jobs.onlyLabel.length === 0 || table.jobs.filterText.length > 0)
                iconName: table.jobs.filterText.length > 0 ? "search" : "inbox"
                title: table.jobs.filterText.length > 0 ? qsTr("No active job matches “%1”", "what was typed").arg(Format.oneLine(table.jobs.filterText, 60)) : qsTr("No active jobs")
                text: table.jobs.filterText.length > 0 ? qsTr("Looked for in customer, package, worker, why and time left. status:paused, status:stuck or status:failed asks for that alone.") : qsTr("A job appears here as soon as a customer buys a package. Finished jobs leave the list.")
                actionText: table.jobs.filterText.length > 0 ? qsTr("Clear filter") : ""
                onActionTriggered: table.jobs.filterText = ""
            }
            EmptyState {
                anchors.fill: parent
                visible: list.count === 0 && !table.jobs.busy && table.jobs.onlyLabel.length > 0 && table.jobs.filterText.length === 0
                iconName: "check"
                title: qsTr("None of these jobs is active now")
                text: table.jobs.onlyLabel
                actionText: qsTr("Show all jobs again")
                onActionTriggered: table.jobs.showAll()
            }
            EmptyState {
                anchors.fill: parent
                visible: list.count === 0 && table.jobs.busy
                iconName: "clock"
                title: qsTr("Loading jobs")
                text: qsTr("Jobs and submissions are loaded once; after that, changes arrive by themselves.")
            }
        }
        WhyLine {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.tall(36)
            visible: !table.slim
            why: table.why
            actions: table.actions
            bulk: table.bulk
            onSubmissionWanted: id => table.submissionWanted(id)
        }
        Item {
            id: foot

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.tall(table.slim ? 36 : 46)

            OlderRow {
                anchors.fill: parent
                visible: table.connection.keptSinceMs > 0 && chosenRows.count === 0
                connection: table.connection
            }
            SelectionBar {
                id: chosenBar

                anchors.fill: parent
                visible: chosenRows.count > 0
                selection: chosenRows
                actions: table.actions
                bulk: table.bulk
            }
        }
    }
}
