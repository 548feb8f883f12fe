// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit
import BoltDesk.Screens

// What can be done with the jobs that were selected: each button says to how many things it would be done, the words at the
// right who is left out and why.
Rectangle {
    id: bar

    required property IdSet selection
    required property ActionsScreen actions
    required property BulkScreen bulk
    readonly property bool compact: width < Theme.scaled(880)
    /// The offer that the words at the right explain: of the button that is pointed at, else of the retry.
    readonly property var told: pause.pointed ? pause.offer : resume.pointed ? resume.offer : priority.pointed ? priority.offer : cancel.pointed ? cancel.offer : retry.offer
    // The rows' states change all the time; what a button promises is counted again at most four times a second.
    property int beat: 0

    // By key, with the keyboard in the table.
    function press(key: string) {
        if (key === "i") {
            if (priority.enabled)
                menu.open();
            else
                bulk.ask("jobs.priority", selection.ids, -1);
            return;
        }
        const verb = key === "r" ? "jobs.retry-failed" : key === "c" ? "jobs.cancel" : bulk.offer("jobs.pause", selection.ids).count > 0 || bulk.offer("jobs.resume", selection.ids).count === 0 ? "jobs.pause" : "jobs.resume";
        bulk.ask(verb, selection.ids, -1);
    }

    component Ask: Button {
        id: ask

        required property string verb
        required property string wording ///< with %1
        property bool opens: false ///< a menu, which asks then
        readonly property bool pointed: hovered || activeFocus
        readonly property var offer: bar.beat >= 0 ? bar.bulk.offer(verb, bar.selection.ids) : undefined
        readonly property string role: Words.whyNot(bar.beat >= 0 ? bar.actions.whyNot(verb) : "")
        readonly property string full: words(wording, offer.count)

        function words(wording: string, figure: int): string {
            return wording.arg(Format.number(figure)) + (offer.asks ? "…" : "");
        }

        // As wide as its largest figure, so that the next button stays where it is.
        Layout.minimumWidth: Math.ceil(widest.advanceWidth) + leftPadding + rightPadding + Theme.icon + 6 + (shortcut.length > 0 ? Theme.scaled(25) : 0)
        leftPadding: 8
        rightPadding: 8
        text: bar.compact ? words("%1", offer.count) : full
        hint: Format.joined([bar.compact ? full : "", Words.leftOut(offer.left.names, offer.left.counts, offer.left.moreCount)], " · ")
        whyNot: role.length > 0 ? Format.joined([full, role], ". ") : offer.count === 0 ? qsTr("%1. Not possible for any of the selected.", "name of an action").arg(full) : ""
        enabled: whyNot.length === 0
        Accessible.name: full
        onClicked: if (!opens) bar.bulk.ask(verb, bar.selection.ids, -1)

        TextMetrics {
            id: widest

            font: ask.font
            text: (bar.compact ? "%1" : ask.wording).arg("0".repeat(Math.max(ask.verb === "jobs.retry-failed" ? 3 : 2, String(bar.selection.count).length))) + "…"
        }
    }

    implicitHeight: Theme.scaled(46)
    color: Theme.raised

    Connections {
        function onRevisionChanged() {
            if (bar.visible && !pace.running)
                pace.start();
        }

        target: bar.actions
    }
    Timer {
        id: pace

        interval: 250
        onTriggered: ++bar.beat
    }
    Rule {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.pad
        anchors.rightMargin: Theme.pad
        spacing: 6

        Label {
            text: bar.compact ? Format.number(bar.selection.count) : qsTr("%Ln selected", "", bar.selection.count)
            font.weight: Font.Medium
            Accessible.name: qsTr("%Ln job(s) selected", "", bar.selection.count)
        }
        IconButton {
            iconName: "close"
            text: qsTr("Clear selection")
            shortcut: "Esc"
            onClicked: bar.selection.clear()
        }
        Ask {
            id: retry

            verb: "jobs.retry-failed"
            wording: qsTr("Retry %1 failed", "button: how many submissions")
            kind: enabled ? Button.Primary : Button.Plain
            iconName: "retry"
            shortcut: bar.compact ? "" : "R"
        }
        Ask {
            id: pause

            verb: "jobs.pause"
            wording: qsTr("Pause %1", "button: how many jobs")
            iconName: "pause"
        }
        Ask {
            id: resume

            verb: "jobs.resume"
            wording: qsTr("Resume %1", "button: how many jobs")
            iconName: "play"
        }
        Ask {
            id: priority

            verb: "jobs.priority"
            wording: qsTr("Priority %1", "button: of how many jobs")
            iconName: "priority"
            opens: true
            onClicked: menu.open()

            PriorityMenu {
                id: menu

                y: -height - 4
                onChosen: level => bar.bulk.ask("jobs.priority", bar.selection.ids, level)
            }
        }
        Ask {
            id: cancel

            verb: "jobs.cancel"
            wording: qsTr("Cancel %1", "button: how many jobs")
            kind: Button.Danger
            iconName: "cancel"
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignRight
            text: Words.leftOut(bar.told.left.names, bar.told.left.counts, bar.told.left.moreCount)
            color: Theme.muted
            font.pixelSize: Theme.fontTiny
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
    }
}
