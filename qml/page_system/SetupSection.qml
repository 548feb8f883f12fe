// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// What the server lacks for the desk to follow it well, as it told at sign-in, and what mends it.
Section {
    id: section

    required property ConnectionScreen connection
    readonly property var mends: connection.uncheckable ? [unknown.mend] : connection.mends

    visible: connection.uncheckable || connection.lacks.length > 0
    title: qsTr("Server set-up")
    note: connection.uncheckable ? "" : qsTr("%Ln thing(s) missing", "", connection.lacks.length)
    tools: CopyButton {
        kind: Button.Quiet
        label: qsTr("Copy SQL")
        visible: section.mends.some(mend => mend.length > 0)
        toCopy: section.mends.filter(mend => mend.length > 0).join("\n")
    }

    QtObject {
        id: unknown

        readonly property string problem: qsTr("The server cannot say what it lacks: it has no function boltdesk_check.")
        readonly property string mend: "-- resources/supabase/live.sql"
    }
    Repeater {
        model: section.connection.uncheckable ? [unknown.problem] : section.connection.lacks

        Item {
            id: entry

            required property int index
            required property string modelData
            readonly property string mend: section.mends[index] ?? ""

            width: parent ? parent.width : 0
            height: problem.height + (sql.visible ? sql.height + 2 : 0) + 10
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData
            Accessible.description: mend

            Label {
                id: problem

                y: 4
                width: parent.width
                wrapMode: Text.Wrap
                text: entry.modelData
                Accessible.ignored: true
            }
            Label {
                id: sql

                anchors.top: problem.bottom
                anchors.topMargin: 2
                visible: entry.mend.length > 0
                width: parent.width
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                text: entry.mend
                color: Theme.muted
                font.family: Theme.monoFamily
                font.pixelSize: Theme.fontSmall
                Accessible.ignored: true
            }
        }
    }
}
