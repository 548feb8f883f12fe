// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// Search or command, over the desk. The keyboard stays in the field; the arrows walk the lines. Its size does not follow
// what is found, so that nothing jumps while one types.
T.Popup {
    id: popup

    required property PaletteScreen palette
    readonly property int lineHeight: Theme.tall(34)

    function walk(event: KeyEvent) {
        const last = palette.lines.count - 1;
        const page = Math.max(1, Math.floor(list.height / lineHeight) - 1);
        event.accepted = true;
        if (event.key === Qt.Key_Down)
            palette.current = Math.min(last, palette.current + 1);
        else if (event.key === Qt.Key_Up)
            palette.current = Math.max(0, palette.current - 1);
        else if (event.key === Qt.Key_PageDown)
            palette.current = Math.min(last, palette.current + page);
        else if (event.key === Qt.Key_PageUp)
            palette.current = Math.max(0, palette.current - page);
        else if (event.key === Qt.Key_Home && event.modifiers === Qt.NoModifier)
            palette.current = 0;
        else if (event.key === Qt.Key_End && event.modifiers === Qt.NoModifier)
            palette.current = last;
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            palette.take(palette.current);
        else if (event.key === Qt.Key_K && event.modifiers === Qt.ControlModifier)
            palette.close();
        else
            event.accepted = event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab;
    }

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round(Math.min(Theme.scaled(88), parent.height * 0.1)) : 0
    width: Math.min(Theme.scaled(660), parent ? parent.width - 40 : 660)
    height: Math.min(Theme.scaled(472), parent ? parent.height - y - 24 : 472)
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToHide: palette.close()
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    contentItem: Item {
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Search or command")

        Icon {
            x: 18
            y: Math.round((field.height - height) / 2)
            width: Theme.icon
            height: Theme.icon
            name: "search"
            colour: Theme.muted
        }
        T.TextField {
            id: field

            x: 42
            width: parent.width - x - 12
            height: Theme.scaled(46)
            focus: true
            text: popup.palette.text
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.text
            selectionColor: Theme.accentFill
            selectedTextColor: Theme.onAccent
            font.family: Theme.family
            font.pixelSize: Theme.scaled(15)
            selectByMouse: true
            maximumLength: 200
            renderType: Text.NativeRendering
            onTextEdited: popup.palette.text = text

            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Search or command")
            // Who hears the screen has the keyboard here and walks there.
            Accessible.description: list.currentItem !== null ? (list.currentItem as PaletteRow).Accessible.name : foot.text
            Accessible.searchEdit: true
            Keys.onPressed: event => popup.walk(event)

            Label {
                anchors.fill: parent
                visible: field.text.length === 0 && field.preeditText.length === 0
                text: qsTr("Page, command, customer, directory, error code …")
                color: Theme.quiet
                font.pixelSize: Theme.scaled(15)
                Accessible.ignored: true
            }
        }
        Rule {
            y: field.height
            width: parent.width
        }
        ListView {
            id: list

            y: field.height + 1
            width: parent.width
            height: parent.height - y - foot.height - 1
            topMargin: 6
            bottomMargin: 6
            clip: true
            model: popup.palette.lines
            currentIndex: popup.palette.current
            keyNavigationEnabled: false
            highlightFollowsCurrentItem: true
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Found")

            delegate: PaletteRow {
                width: list.width
                height: popup.lineHeight
                current: index === popup.palette.current
                onClicked: popup.palette.take(index)
            }

            T.ScrollBar.vertical: ScrollBar {}
        }
        EmptyState {
            anchors.fill: list
            visible: list.count === 0 && popup.palette.state === PaletteScreen.Answered
            iconName: "search"
            title: qsTr("Nothing found")
            text: qsTr("No command, name, address or error code on this computer contains “%1”.").arg(Format.oneLine(popup.palette.text, 80))
        }
        Rule {
            y: foot.y - 1
            width: parent.width
        }
        PaletteFoot {
            id: foot

            anchors.bottom: parent.bottom
            width: parent.width
            palette: popup.palette
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

    Connections {
        function onOpenChanged() {
            if (popup.palette.open)
                popup.open();
            else
                popup.close();
        }

        target: popup.palette
    }
}
