// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// All keys on one sheet. Only those that do something.
T.Popup {
    id: sheet

    anchors.centerIn: T.Overlay.overlay
    width: Math.min(Theme.scaled(762), parent ? parent.width - 40 : 762)
    height: Math.min(implicitHeight, parent ? parent.height - 40 : implicitHeight)
    implicitHeight: body.implicitHeight + topPadding + bottomPadding
    padding: 24
    modal: true
    focus: true

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    contentItem: Flickable {
        contentHeight: body.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: body

            width: parent.width - 14 // beside the scroll bar
            spacing: 16

            Item {
                width: parent.width
                height: title.implicitHeight

                Label {
                    id: title

                    text: qsTr("Keyboard shortcuts")
                    font.pixelSize: Theme.fontTitle
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }
                IconButton {
                    anchors.right: parent.right
                    focus: true
                    iconName: "close"
                    text: qsTr("Close")
                    onClicked: sheet.close()
                }
            }
            Grid {
                width: parent.width
                columns: width >= Theme.scaled(690) ? 2 : 1
                columnSpacing: Theme.scaled(28)
                rowSpacing: 16

                ShortcutGroup {
                    title: qsTr("Everywhere")
                    keys: ["Ctrl K|" + qsTr("search or command"), "G L|" + qsTr("Live page"), "G A|" + qsTr("Analytics page"), "G S|" + qsTr("System page"), "F8|" + qsTr("freeze or unfreeze"), "Esc|" + qsTr("close, clear the selection"), "Ctrl Z|" + qsTr("undo what is not sent yet"), "Tab|" + qsTr("to the next control"), "Ctrl B|" + qsTr("show or hide the sidebar"), "Ctrl +|" + qsTr("larger text; smaller: %1", "a key").arg(Words.keys("Ctrl –")), "Alt M|" + qsTr("menu"), "F11|" + qsTr("full screen"), "?|" + qsTr("this list")]
                }
                Column {
                    spacing: 16

                    ShortcutGroup {
                        title: qsTr("In the list of jobs")
                        keys: ["J K|" + qsTr("down and up, also arrows"), "↵|" + qsTr("open the job"), "R|" + qsTr("retry what failed"), "P|" + qsTr("pause or resume"), "I|" + qsTr("priority"), "C|" + qsTr("cancel the job"), "X|" + qsTr("select"), "Ctrl A|" + qsTr("select all"), "/|" + qsTr("filter"), "A|" + qsTr("all alerts"), "Alt → ←|" + qsTr("width of a column, on its head"), "Home|" + qsTr("show new rows")]
                    }
                    ShortcutGroup {
                        title: qsTr("In the drawer")
                        keys: ["← ↑ → ↓|" + qsTr("move between squares"), "N|" + qsTr("next failed one"), "X|" + qsTr("select"), "⇧ X|" + qsTr("select all that failed"), "R|" + qsTr("retry the submission"), "⇧ R|" + qsTr("retry all that failed"), "S|" + qsTr("skip"), "V|" + qsTr("mark verified"), "P|" + qsTr("pause or resume the job"), "I|" + qsTr("priority"), "C|" + qsTr("cancel the job"), "Ctrl ⇧ C|" + qsTr("copy an answer for the customer")]
                    }
                }
            }
        }
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.lineStrong
        radius: Theme.radius + 4

        Shade {
            corner: Theme.radius + 4
        }
    }
}
