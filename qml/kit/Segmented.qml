// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// A choice of a few, all in sight: a range, a theme. Arrow keys move it.
FocusScope {
    id: control

    property list<string> options
    property int current: 0
    property string name: ""
    signal chosen(int index)

    implicitWidth: line.implicitWidth + 4
    implicitHeight: Theme.controlHeight
    activeFocusOnTab: true

    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Keys.onLeftPressed: if (current > 0) chosen(current - 1)
    Keys.onRightPressed: if (current < options.length - 1) chosen(current + 1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.inset
        border.color: Theme.line
    }
    Row {
        id: line

        x: 2
        height: parent.height

        Repeater {
            model: control.options

            T.AbstractButton {
                id: option

                required property int index
                required property string modelData
                readonly property bool on: index === control.current

                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                implicitWidth: word.implicitWidth + 20
                implicitHeight: control.height - 4
                focusPolicy: Qt.NoFocus
                hoverEnabled: true
                text: modelData
                onClicked: control.chosen(index)

                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData
                Accessible.checked: on
                Accessible.onPressAction: control.chosen(index)

                contentItem: Label {
                    id: word

                    horizontalAlignment: Text.AlignHCenter
                    text: option.modelData
                    color: option.on || option.hovered ? Theme.text : Theme.muted
                    font.pixelSize: Theme.fontSmall
                    font.weight: Font.Medium
                    Accessible.ignored: true
                }
                background: Rectangle {
                    radius: Theme.radius - 2
                    color: option.on ? Theme.selected : "transparent"
                    border.width: option.on ? 1 : 0
                    border.color: Theme.lineStrong
                }
            }
        }
    }
    FocusRing {
        shown: control.activeFocus
    }
}
