// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Tables

// Each worker: how it stands, when it was last heard of, what it has in hand. No higher than a few rows.
Section {
    id: section

    required property WorkersModel workers

    function focusFirst() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }
    function stateWords(standing: int, word: string): string {
        switch (standing) {
        case WorkersModel.Online:
            return qsTr("online", "a worker");
        case WorkersModel.Draining:
            return qsTr("finishing up", "a worker");
        case WorkersModel.Offline:
            return qsTr("offline", "a worker");
        case WorkersModel.Silent:
            return qsTr("silent", "a worker");
        }
        return word.length > 0 ? qsTr("unknown: %1", "a worker’s state, in the server’s word").arg(Format.oneLine(word, 40)) : qsTr("unknown", "a worker’s state");
    }
    function stateTone(standing: int): int {
        return standing === WorkersModel.Online ? Words.Good : standing === WorkersModel.Silent ? Words.Bad : standing === WorkersModel.Offline ? Words.Idle : Words.Warn;
    }

    title: qsTr("Workers")
    note: qsTr("%Ln known", "a number of workers", workers.count)

    Binding {
        target: section.workers
        property: "watched"
        value: section.visible
    }
    Label {
        visible: section.workers.count === 0
        height: list.line
        text: qsTr("This workspace lists none.")
        color: Theme.muted
    }
    ListView {
        id: list

        readonly property int line: Theme.scaled(30)

        width: parent ? parent.width : 0
        height: Math.min(count, 8) * line
        clip: true
        model: section.workers
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        currentIndex: 0
        T.ScrollBar.vertical: ScrollBar {}

        Accessible.role: Accessible.Table
        Accessible.name: section.title

        delegate: Item {
            id: entry

            required property int index
            required property string worker
            required property int standing
            required property double heardMs
            required property string directory
            required property string customer
            required property string word
            required property string odd

            readonly property string stateText: section.stateWords(standing, word)
            readonly property string heardText: heardMs > 0 ? qsTr("%1 ago", "a worker was heard of; a span of time").arg(Format.ago(heardMs, Format.now)) : heardMs < 0 ? qsTr("unknown", "when a worker was heard of last") : qsTr("never heard")
            readonly property string workText: Format.joined([directory, Format.oneLine(customer, 80)], " · ")

            width: ListView.view.width - 12
            height: list.line
            Accessible.role: Accessible.Row
            Accessible.name: Format.joined([worker, stateText, heardText, workText, odd], ", ")

            Label {
                id: nameLabel

                height: parent.height
                width: parent.width * 0.24 - (mark.visible ? mark.width + 7 : 0)
                text: entry.worker
                Accessible.ignored: true
            }
            Icon {
                id: mark

                x: Math.min(nameLabel.implicitWidth, nameLabel.width) + 7
                y: Math.round((parent.height - height) / 2)
                width: Theme.scaled(14)
                height: width
                visible: entry.odd.length > 0
                name: "alert"
                colour: Theme.warn
            }
            HoverHandler {
                id: pointer
            }
            Hint {
                visible: pointer.hovered && text.length > 0
                text: Format.joined([entry.word.length > 0 ? entry.stateText : "", entry.odd], "\n")
            }
            ToneLabel {
                id: stateLabel

                x: parent.width * 0.26
                height: parent.height
                width: parent.width * 0.16
                text: entry.word.length > 0 ? Format.oneLine(entry.word, 40) : entry.stateText
                tone: section.stateTone(entry.standing)
                Accessible.ignored: true
            }
            Label {
                x: parent.width * 0.43
                height: parent.height
                width: parent.width * 0.24
                text: entry.heardText
                color: Theme.muted
                Accessible.ignored: true
            }
            Label {
                x: parent.width * 0.68
                height: parent.height
                width: parent.width * 0.32
                text: entry.workText
                color: Theme.muted
                Accessible.ignored: true
            }
            FocusRing {
                shown: list.activeFocus && list.currentIndex === entry.index
            }
        }
    }
}
