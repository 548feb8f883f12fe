// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Why a table is not as it should be, and what of SQL would mend it, to be copied.
Column {
    id: note

    property string text: ""
    property string sql: ""

    bottomPadding: 6
    spacing: 2

    Label {
        width: parent.width
        text: Format.oneLine(note.text, 240)
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
        wrapMode: Text.Wrap
        maximumLineCount: 3
        Accessible.ignored: true
    }
    Row {
        width: parent.width
        visible: note.sql.length > 0
        spacing: 8

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - copy.width - parent.spacing
            text: note.sql
            color: Theme.muted
            font.family: Theme.monoFamily
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            maximumLineCount: 3
        }
        CopyButton {
            id: copy

            kind: Button.Quiet
            label: qsTr("Copy SQL")
            toCopy: note.sql
        }
    }
}
