// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// Asks once, naming what will happen and where. Enter takes the safe way out: the destructive button must be chosen.
T.Popup {
    id: dialog

    property string title: ""
    property string text: ""
    property string actionText: ""
    property string keepText: qsTr("Keep")
    property bool danger: true
    signal confirmed()

    anchors.centerIn: T.Overlay.overlay
    // Of the window: what the dialog was put into may have no size of its own.
    width: T.Overlay.overlay ? Math.min(Theme.scaled(420), T.Overlay.overlay.width - 48) : Theme.scaled(420)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: 20
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: keep.forceActiveFocus(Qt.TabFocusReason)

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    contentItem: Column {
        spacing: 10

        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title

        Label {
            width: parent.width
            text: dialog.title
            font.pixelSize: Theme.scaled(15)
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            text: dialog.text
            color: Theme.muted
            wrapMode: Text.Wrap
            lineHeight: 1.2
        }
        Item {
            width: 1
            height: 4
        }
        Flow {
            width: parent.width
            layoutDirection: Qt.RightToLeft
            spacing: 8

            Button {
                kind: dialog.danger ? Button.Danger : Button.Primary
                text: dialog.actionText
                onClicked: {
                    dialog.close();
                    dialog.confirmed();
                }
            }
            Button {
                id: keep

                text: dialog.keepText
                onClicked: dialog.close()
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
