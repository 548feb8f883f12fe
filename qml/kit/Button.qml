// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

T.Button {
    id: control

    enum Kind { Plain, Primary, Quiet, Danger }

    property int kind: Button.Plain
    property string iconName: ""
    property string shortcut: ""
    property string hint: ""
    /// Why it is disabled, in a sentence; shown on hover, because a grey button that says nothing is a riddle.
    property string whyNot: ""
    property bool busy: false

    readonly property bool primary: kind === Button.Primary
    readonly property color ink: !enabled ? Theme.faint : primary ? Theme.onAccent : kind === Button.Danger ? Theme.bad : Theme.text

    implicitWidth: Math.max(implicitHeight, contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Theme.controlHeight
    leftPadding: 10
    rightPadding: 10
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    font.family: Theme.family
    font.pixelSize: Theme.fontBody
    font.weight: primary ? Font.DemiBold : Font.Medium

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: whyNot.length > 0 ? whyNot : hint
    Accessible.onPressAction: control.clicked()

    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        id: content

        // Not the row's own width: the words would take part in what bounds them. The key has its place also while it is
        // not shown: a button that is disabled does not shrink.
        readonly property real signRoom: spinner.visible || sign.visible ? Theme.icon + line.spacing : 0
        readonly property real keyRoom: control.shortcut.length > 0 ? cap.width + line.spacing : 0
        readonly property real beside: signRoom + (cap.visible ? keyRoom : 0)

        implicitWidth: words.implicitWidth + signRoom + keyRoom
        implicitHeight: words.implicitHeight

        Row {
            id: line

            anchors.centerIn: parent
            spacing: 6

            Spinner {
                id: spinner

                anchors.verticalCenter: parent.verticalCenter
                visible: control.busy
                colour: control.ink
            }
            Icon {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                width: Theme.icon
                height: Theme.icon
                visible: control.iconName.length > 0 && !control.busy
                name: control.iconName
                colour: control.ink
            }
            Label {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, Math.max(24, content.width - content.beside))
                text: control.text
                font: control.font
                color: control.ink
            }
            KeyHint {
                id: cap

                anchors.verticalCenter: parent.verticalCenter
                visible: control.shortcut.length > 0 && control.enabled && content.width >= content.implicitWidth - 1
                keys: control.shortcut
                ink: control.primary ? Theme.onAccent : Theme.muted
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.primary && control.enabled ? (control.down || control.hovered ? Theme.accentHover : Theme.accentFill) : control.down ? Theme.selected : control.hovered && control.enabled ? Theme.hovered : control.kind === Button.Quiet ? "transparent" : Theme.surface
        border.width: control.kind === Button.Quiet || (control.primary && control.enabled) ? 0 : 1
        border.color: control.hovered && control.enabled ? Theme.lineStrong : Theme.line

        FocusRing {
            shown: control.visualFocus
        }
    }

    // A disabled control gets no hover of its own, but must still be able to say why.
    HoverHandler {
        id: pointer
    }
    Hint {
        visible: pointer.hovered && text.length > 0
        text: control.enabled ? control.hint : control.whyNot
    }
}
