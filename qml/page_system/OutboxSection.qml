// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// What was asked for: waiting, under way, refused with the server's words. What is not sent yet can be taken back.
Section {
    id: section

    required property ActionsScreen actions
    required property BulkScreen bulk
    readonly property int waiting: actions.waiting + bulk.waiting

    title: qsTr("Actions")
    note: waiting > 0 ? qsTr("%Ln waiting", "", waiting) : qsTr("nothing waiting")

    Repeater {
        model: section.bulk.model

        BulkRow {
            width: parent ? parent.width : 0
            bulk: section.bulk
        }
    }
    Rule {
        width: parent.width
        visible: section.bulk.model.count > 0 && section.actions.model.count > 0
    }
    Repeater {
        model: section.actions.model

        ActionRow {
            width: parent ? parent.width : 0
            actions: section.actions
            bulk: section.bulk
        }
    }
    EmptyState {
        width: parent.width
        visible: section.actions.model.count + section.bulk.model.count === 0
        iconName: "check"
        title: qsTr("No actions waiting")
        text: qsTr("What you ask for is saved here first, then sent exactly once, even if the network fails or the program closes.")
    }
}
