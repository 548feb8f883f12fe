// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import BoltDesk.Kit
import BoltDesk.Screens

// What can be done with the jobs that were selected. Each button says how many of them it would be asked for.
Rectangle {
    id: bar

    required property IdSet selection
    required property ActionsScreen actions
    required property BulkScreen bulk
    readonly property bool compact: width < Theme.scaled(880)
    signal wanted(string verb, var ids, int priority)

    component Ask: Button {
        id: ask

        required property string verb
        required property string label
        property bool opens: false // a menu, which asks then
        property bool confirms: false
        // `revision` is read so that the answer is asked for again when role, state or pending marks change.
        readonly property int many: bar.actions.revision >= 0 ? bar.bulk.possible(verb, bar.selection.ids) : 0
        readonly property string role: Words.whyNot(bar.actions.revision >= 0 ? bar.actions.whyNot(verb) : "")

        text: (bar.compact ? "" : label + " ") + Format.number(many) + (confirms ? " …" : "")
        hint: Format.joined([bar.compact ? label : "", many < bar.selection.count ? qsTr("%1 of %2 selected; the others are in another state", "jobs").arg(Format.number(many)).arg(Format.number(bar.selection.count)) : ""], " · ")
        whyNot: role.length > 0 ? label + ". " + role : many === 0 ? qsTr("%1. None of the selected is in a state for it.", "name of an action").arg(label) : ""
        enabled: whyNot.length === 0
        Accessible.name: label + " " + Format.number(many)
        onClicked: if (!opens) bar.wanted(verb, bar.selection.ids, -1)
    }

    implicitHeight: Theme.scaled(42)
    color: Theme.raised

    Rule {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.pad
        anchors.rightMargin: 8
        spacing: 8

        Label {
            Layout.fillWidth: true
            text: bar.compact ? qsTr("%Ln selected", "", bar.selection.count) : qsTr("%Ln job(s) selected", "", bar.selection.count)
            font.weight: Font.Medium
        }
        Ask {
            verb: "jobs.retry-failed"
            label: qsTr("Retry failed")
            iconName: "retry"
        }
        Ask {
            verb: "jobs.pause"
            label: qsTr("Pause")
            iconName: "pause"
        }
        Ask {
            verb: "jobs.resume"
            label: qsTr("Resume")
            iconName: "play"
        }
        Ask {
            id: priority

            verb: "jobs.priority"
            label: qsTr("Priority")
            iconName: "priority"
            opens: true
            onClicked: menu.open()

            PriorityMenu {
                id: menu

                y: -height - 4
                onChosen: level => bar.wanted("jobs.priority", bar.selection.ids, level)
            }
        }
        Ask {
            verb: "jobs.cancel"
            label: qsTr("Cancel", "jobs")
            confirms: true
            kind: Button.Danger
            iconName: "cancel"
        }
        IconButton {
            iconName: "close"
            text: qsTr("Clear selection")
            shortcut: qsTr("Esc", "the key on a keyboard")
            onClicked: bar.selection.clear()
        }
    }
}
