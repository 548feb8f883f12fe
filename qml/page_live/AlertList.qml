// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Tables

// Every alert, over the page: nothing below it moves. Its height does not follow what is in it. No row moves while it is
// open but by a person's folding; what is new is counted in the head.
T.Popup {
    id: popup

    required property AlertsModel alerts
    readonly property AlertListModel list: alerts.list
    /// The kind to show in whole when it opens; -1: none.
    property int kind: -1
    signal itemActed(var item)
    signal jobsWanted(var ids, int kind)

    function act(at: AlertRow) {
        if (at === null || at.over)
            return;
        if (at.isMore || (at.isGroup && at.group.size > 1 && !AlertWords.isOfJobs(at.group.kind) && !AlertWords.isOfWorkers(at.group.kind)))
            list.showAll(at.index);
        else if (at.isGroup && at.group.size > 1 && AlertWords.isOfJobs(at.group.kind))
            jobsWanted(list.jobsAt(at.index), at.group.kind);
        else
            itemActed(at.isGroup ? at.group.first : at.item);
    }
    // What was dismissed here is brought back by the same key, and the other way round.
    function dismiss(row: int) {
        const open = list.keysAt(row, AlertsModel.Open);
        const moved = list.keysAt(row, AlertsModel.Dismissed);
        if (list.dismissed === (open.length > 0))
            alerts.restore(open.length > 0 ? open : moved);
        else
            alerts.dismiss(open.length > 0 ? open : moved);
    }

    y: 0
    height: Math.min(Theme.scaled(492), room())
    padding: 1
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    // Down to the end of the window, wherever the panel was scrolled to.
    function room(): real {
        const window = parent?.Window.height ?? 0;
        return Math.max(Theme.scaled(200), window - (parent?.mapToItem(null, 0, 0).y ?? 0) - Theme.scaled(40));
    }

    onAboutToShow: {
        list.kindWords = AlertWords.kindWords;
        list.open = true;
        rows.currentIndex = rows.count > 0 ? Math.max(0, list.rowOfKind(kind)) : -1;
        if (kind >= 0)
            list.showAll(rows.currentIndex);
    }
    onOpened: {
        rows.forceActiveFocus(Qt.PopupFocusReason);
        rows.positionViewAtIndex(Math.max(0, rows.currentIndex), kind >= 0 ? ListView.Beginning : ListView.Contain);
    }

    contentItem: FocusScope {
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Alerts")

        TextMetrics {
            id: widest

            font.family: Theme.family
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
            text: AlertWords.showDirectories(888)
        }
        TextMetrics {
            id: widestDismiss

            font: widest.font
            text: AlertWords.dismiss(8888)
        }
        AlertListHead {
            id: head

            width: parent.width
            height: implicitHeight
            alerts: popup.alerts
            onCloseWanted: popup.close()
            onLeaving: rows.forceActiveFocus(Qt.OtherFocusReason)
            onNewsWanted: rows.takeNews()
        }
        Rule {
            y: head.height
            width: parent.width
        }
        ListView {
            id: rows

            function choose(row: int) {
                currentIndex = count > 0 ? Math.max(0, Math.min(count - 1, row)) : -1;
                positionViewAtIndex(Math.max(0, currentIndex), ListView.Contain);
            }
            function takeNews() {
                popup.list.apply();
                choose(0);
            }
            function fold() {
                const head = popup.list.groupRow(currentIndex);
                if (head === currentIndex)
                    popup.list.unfold(head, false);
                choose(head);
            }
            function onLetter(event: KeyEvent) {
                event.accepted = true;
                if (event.text === "j")
                    choose(currentIndex + 1);
                else if (event.text === "k")
                    choose(currentIndex - 1);
                else if (event.text === "/")
                    head.focusFilter();
                else if (event.text === "a")
                    popup.close();
                else
                    event.accepted = false;
            }

            y: head.height + 1
            width: parent.width
            height: parent.height - y - foot.height
            clip: true
            focus: true
            activeFocusOnTab: true
            model: popup.list
            cacheBuffer: 0
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            highlightFollowsCurrentItem: false

            Accessible.role: Accessible.Tree
            Accessible.name: qsTr("All alerts")
            Accessible.description: (currentItem as AlertRow)?.words ?? ""

            Keys.onUpPressed: choose(currentIndex - 1)
            Keys.onDownPressed: choose(currentIndex + 1)
            Keys.onLeftPressed: fold()
            Keys.onRightPressed: popup.list.unfold(currentIndex, true)
            Keys.onReturnPressed: popup.act(currentItem as AlertRow)
            Keys.onEnterPressed: popup.act(currentItem as AlertRow)
            Keys.onDeletePressed: popup.dismiss(currentIndex)
            Keys.onPressed: event => {
                const page = Math.max(1, Math.floor(height / Theme.rowHeight) - 1);
                event.accepted = true;
                if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp)
                    choose(currentIndex + (event.key === Qt.Key_PageDown ? page : -page));
                else if (event.key === Qt.Key_End)
                    choose(count - 1);
                else if (event.key === Qt.Key_Home)
                    takeNews();
                else if (event.modifiers === Qt.NoModifier)
                    onLetter(event);
                else
                    event.accepted = false;
            }

            delegate: AlertRow {
                width: rows.width
                current: rows.activeFocus && index === rows.currentIndex
                dismissedView: popup.list.dismissed
                actionWidth: widest.advanceWidth + 24
                dismissWidth: widestDismiss.advanceWidth + 24
                onClicked: {
                    rows.forceActiveFocus(Qt.MouseFocusReason);
                    rows.choose(index);
                }
                onActed: popup.act(this)
                onFoldWanted: popup.list.unfold(index, !unfolded)
                onDismissWanted: popup.dismiss(index)
                onRestoreWanted: popup.dismiss(index)
            }

            T.ScrollBar.vertical: ScrollBar {}

            EmptyState {
                anchors.fill: parent
                visible: rows.count === 0
                iconName: popup.list.filterText.length > 0 ? "search" : "check"
                title: popup.list.filterText.length > 0 ? qsTr("No alert matches the filter") : popup.list.dismissed ? qsTr("No alert is dismissed") : qsTr("Nothing is wrong right now")
                actionText: popup.list.filterText.length > 0 ? qsTr("Clear filter") : ""
                onActionTriggered: popup.list.filterText = ""
            }
        }
        Item {
            id: foot

            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.scaled(34)

            Rule {
                width: parent.width
            }
            Label {
                x: Theme.pad
                width: parent.width - 2 * x
                height: parent.height
                text: qsTr("A dismissed alert comes back when it gets worse.")
                color: Theme.quiet
                font.pixelSize: Theme.fontSmall
            }
        }
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.lineStrong
        radius: Theme.radius + 2

        Shade {}
    }
}
