// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// What can be done with the squares that were selected. Each button says how many of them it would be asked for.
Rectangle {
    id: bar

    required property IdSet selection
    required property ActionsScreen actions
    required property BulkScreen bulk
    signal wanted(string verb, var ids, int priority)

    component Ask: Button {
        id: ask

        required property string verb
        required property string label
        // `revision` is read so that the answer is asked for again when role, state or pending marks change.
        readonly property int many: bar.actions.revision >= 0 ? bar.bulk.possible(verb, bar.selection.ids) : 0
        readonly property string role: Words.whyNot(bar.actions.revision >= 0 ? bar.actions.whyNot(verb) : "")

        text: label + " " + Format.number(many)
        hint: many < bar.selection.count ? qsTr("%1 of %2 selected; the others are in another state", "submissions").arg(Format.number(many)).arg(Format.number(bar.selection.count)) : ""
        whyNot: role.length > 0 ? role : many === 0 ? qsTr("None of the selected is in a state for it.") : ""
        enabled: whyNot.length === 0
        onClicked: bar.wanted(verb, bar.selection.ids, -1)
    }

    implicitHeight: line.implicitHeight + 16
    color: Theme.raised

    Rule {
        width: parent.width
    }
    Flow {
        id: line

        x: Theme.pad
        y: 8
        width: parent.width - 2 * Theme.pad
        spacing: 8

        Label {
            height: Theme.controlHeight
            verticalAlignment: Text.AlignVCenter
            text: qsTr("%Ln selected", "", bar.selection.count)
            font.weight: Font.Medium
        }
        Ask {
            verb: "submissions.retry"
            label: qsTr("Retry")
            iconName: "retry"
        }
        Ask {
            verb: "submissions.skip"
            label: qsTr("Skip")
            iconName: "skip"
        }
        Ask {
            verb: "submissions.verify"
            label: qsTr("Mark verified")
            iconName: "verify"
        }
        Button {
            kind: Button.Quiet
            text: qsTr("Clear")
            shortcut: qsTr("Esc", "the key on a keyboard")
            onClicked: bar.selection.clear()
        }
    }
}
