// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// Asks once, naming what will happen and where. Enter takes the safe way out: the destructive button must be chosen, or what
// is to be done must be typed.
T.Popup {
    id: dialog

    property string title: ""
    property string text: ""
    property string actionText: ""
    property string keepText: qsTr("Keep")
    property bool danger: true
    property int room: 420
    /// Between the words and the buttons.
    property alias body: inset.data
    /// The action is off until this was typed; empty: nothing needs to be.
    property string mustType: ""
    property string typeLabel: ""
    property bool answered: false
    readonly property bool ready: mustType.length === 0 || typed.text.trim() === mustType
    signal confirmed(string typed)
    signal refused()

    function confirm() {
        if (!ready)
            return;
        answered = true;
        close();
        confirmed(typed.text);
    }

    anchors.centerIn: T.Overlay.overlay
    // Of the window: what the dialog was put into may have no size of its own.
    width: T.Overlay.overlay ? Math.min(Theme.scaled(room), T.Overlay.overlay.width - 48) : Theme.scaled(room)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: 20
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: {
        answered = false;
        typed.text = "";
    }
    onOpened: mustType.length > 0 ? typed.grab() : keep.forceActiveFocus(Qt.TabFocusReason)
    onClosed: if (!answered) refused()

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
            visible: text.length > 0
            text: dialog.text
            color: Theme.muted
            wrapMode: Text.Wrap
            lineHeight: 1.2
        }
        Item {
            id: inset

            width: parent.width
            height: childrenRect.height
            visible: children.length > 0
        }
        TextField {
            id: typed

            width: parent.width
            visible: dialog.mustType.length > 0
            label: dialog.typeLabel
            onAccepted: dialog.confirm()
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
                whyNot: dialog.ready ? "" : dialog.typeLabel
                enabled: dialog.ready
                onClicked: dialog.confirm()
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
