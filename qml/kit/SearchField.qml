// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// A filter as one types it. Esc empties it, and once empty gives the keyboard back.
T.TextField {
    id: field

    property string name: ""
    property string shortcut: "/"
    signal leaving()

    implicitWidth: Theme.scaled(190)
    implicitHeight: Theme.tall(26)
    leftPadding: Theme.scaled(28)
    // The words end before what stands at the right, and its place is kept while it is empty.
    rightPadding: Theme.scaled(26)
    clip: true
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    selectionColor: Theme.accentFill
    selectedTextColor: Theme.onAccent
    font.family: Theme.family
    font.pixelSize: Theme.fontSmall
    selectByMouse: true
    maximumLength: 200
    renderType: Text.NativeRendering

    Accessible.role: Accessible.EditableText
    Accessible.name: name
    Accessible.searchEdit: true

    Keys.onEscapePressed: text.length > 0 ? clear() : leaving()
    Keys.onDownPressed: leaving()
    onAccepted: leaving()

    background: Rectangle {
        radius: Theme.radius
        color: Theme.inset
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.accent : field.hovered ? Theme.faint : Theme.line
    }

    Icon {
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.scaled(14)
        height: width
        name: "search"
        colour: Theme.quiet
    }
    Label {
        anchors.fill: parent
        leftPadding: field.leftPadding + 1
        rightPadding: keys.visible ? keys.width + 10 : field.rightPadding
        visible: field.text.length === 0 && field.preeditText.length === 0
        text: field.name
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    KeyHint {
        id: keys

        anchors.right: parent.right
        anchors.rightMargin: 6
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text.length === 0 && !field.activeFocus && field.shortcut.length > 0
        keys: field.shortcut
    }
    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: 1
        anchors.verticalCenter: parent.verticalCenter
        side: Theme.tall(22)
        visible: field.text.length > 0
        iconName: "close"
        text: qsTr("Clear filter")
        onClicked: field.clear()
    }
}
