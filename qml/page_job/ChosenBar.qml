// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit
import BoltDesk.Screens

// What can be done with the squares that were selected. Each button says to how many it would be done, the line below
// their number who is left out and why.
Rectangle {
    id: bar

    required property IdSet selection
    required property ActionsScreen actions
    required property BulkScreen bulk
    readonly property var told: skip.pointed ? skip.offer : verify.pointed ? verify.offer : retry.offer

    // Whether the key is one of these.
    function press(key: string): bool {
        const verb = key === "r" || key === "R" ? "retry" : key === "s" ? "skip" : key === "v" ? "verify" : "";
        if (verb.length > 0)
            bulk.ask("submissions." + verb, selection.ids, -1);
        return verb.length > 0;
    }

    component Ask: Button {
        id: ask

        required property string verb
        required property string wording ///< with %1
        readonly property bool pointed: hovered || activeFocus
        // `revision` is read so that the answer is asked for again when role, state or pending marks change.
        readonly property var offer: bar.actions.revision >= 0 ? bar.bulk.offer(verb, bar.selection.ids) : undefined
        readonly property string role: Words.whyNot(bar.actions.revision >= 0 ? bar.actions.whyNot(verb) : "")

        text: wording.arg(Format.number(offer.count)) + (offer.asks ? "…" : "")
        hint: Words.leftOut(offer.left.names, offer.left.counts, offer.left.moreCount)
        whyNot: role.length > 0 ? role : offer.count === 0 ? qsTr("Not possible for any of the selected.") : ""
        enabled: whyNot.length === 0
        onClicked: bar.bulk.ask(verb, bar.selection.ids, -1)
    }

    implicitHeight: Theme.tall(44)
    color: Theme.raised

    Rule {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 18
        anchors.rightMargin: 12
        spacing: 6

        ColumnLayout {
            Layout.fillWidth: true
            Layout.minimumWidth: Theme.scaled(70)
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: qsTr("%Ln selected", "", bar.selection.count)
                font.weight: Font.Medium
            }
            Label {
                id: left

                Layout.fillWidth: true
                visible: text.length > 0
                text: Words.leftOut(bar.told.left.names, bar.told.left.counts, bar.told.left.moreCount)
                color: Theme.muted
                font.pixelSize: Theme.fontTiny

                HoverHandler {
                    id: pointer
                }
                Hint {
                    visible: pointer.hovered && left.truncated
                    text: left.text
                }
            }
        }
        Ask {
            id: retry

            verb: "submissions.retry"
            wording: qsTr("Retry %1", "button: how many submissions")
            iconName: "retry"
            shortcut: "R"
        }
        Ask {
            id: skip

            verb: "submissions.skip"
            wording: qsTr("Skip %1", "button: how many submissions")
            iconName: "skip"
            shortcut: "S"
        }
        Ask {
            id: verify

            verb: "submissions.verify"
            wording: qsTr("Mark %1 verified", "button: how many submissions")
            iconName: "verify"
            shortcut: "V"
        }
        IconButton {
            iconName: "close"
            text: qsTr("Clear selection")
            shortcut: "Esc"
            onClicked: bar.selection.clear()
        }
    }
}
