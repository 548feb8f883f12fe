// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// A line of input with its label above and its error below, all one control to the reader.
Item {
    id: field

    property string label: ""
    property string error: ""
    /// Every sentence that `error` may come to be: the room for the tallest is kept, so that nothing moves.
    property var errors: []
    property string hint: ""
    property string placeholder: ""
    property bool secret: false
    property alias text: input.text
    property alias inputMethodHints: input.inputMethodHints
    property alias readOnly: input.readOnly
    property bool revealed: false
    signal accepted()

    function grab() {
        input.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitWidth: Theme.scaled(280)
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: 4

        Label {
            width: parent.width
            text: field.label
            color: Theme.muted
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        T.TextField {
            id: input

            width: parent.width
            implicitHeight: Theme.scaled(32)
            leftPadding: 10
            rightPadding: field.secret ? Theme.scaled(34) : 10
            verticalAlignment: TextInput.AlignVCenter
            color: enabled ? Theme.text : Theme.faint
            selectionColor: Theme.accentFill
            selectedTextColor: Theme.onAccent
            placeholderText: field.placeholder
            placeholderTextColor: Theme.quiet
            font.family: Theme.family
            font.pixelSize: Theme.fontBody
            echoMode: field.secret && !field.revealed ? TextInput.Password : TextInput.Normal
            selectByMouse: true
            renderType: Text.NativeRendering
            onAccepted: field.accepted()

            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.error.length > 0 ? field.error : field.hint
            Accessible.passwordEdit: field.secret

            background: Rectangle {
                radius: Theme.radius
                color: Theme.inset
                border.width: input.activeFocus ? 2 : 1
                border.color: input.activeFocus ? Theme.accent : field.error.length > 0 ? Theme.bad : input.hovered ? Theme.faint : Theme.lineStrong
            }

            Label {
                anchors.fill: parent
                leftPadding: 11
                rightPadding: parent.rightPadding
                visible: input.text.length === 0 && input.preeditText.length === 0
                text: input.placeholderText
                color: Theme.quiet
                Accessible.ignored: true
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: 3
                anchors.verticalCenter: parent.verticalCenter
                visible: field.secret
                iconName: field.revealed ? "eye-off" : "eye"
                text: field.revealed ? qsTr("Hide the password") : qsTr("Show the password")
                onClicked: field.revealed = !field.revealed
            }
        }
        Row {
            width: parent.width
            height: Math.max(implicitHeight, ruler.childrenRect.height)
            spacing: 5
            visible: height > 0

            Icon {
                width: Theme.scaled(14)
                height: width
                visible: field.error.length > 0
                name: "alert"
                colour: Theme.bad
            }
            Label {
                width: parent.width - (field.error.length > 0 ? Theme.scaled(14) + 5 : 0)
                text: field.error.length > 0 ? field.error : field.hint
                color: field.error.length > 0 ? Theme.bad : Theme.quiet
                font.pixelSize: Theme.fontSmall
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
    Item {
        id: ruler

        visible: false
        width: parent.width - Theme.scaled(14) - 5

        Repeater {
            model: field.errors.concat(field.hint)

            Label {
                required property string modelData

                width: ruler.width
                text: modelData
                font.pixelSize: Theme.fontSmall
                wrapMode: Text.Wrap
            }
        }
    }
}
