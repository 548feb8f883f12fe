// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// All that is wrong of one kind, in one line of the panel, with the one action that answers it. While a person is here
// what is over or was dismissed keeps its place.
Item {
    id: line

    required property var group
    property bool slim: false
    property string trail: ""
    property real actionWidth: 0
    readonly property bool over: group.state === AlertsModel.Over
    readonly property bool dismissed: group.state === AlertsModel.Dismissed
    readonly property string title: AlertWords.title(group)
    readonly property string detail: over ? qsTr("over now") : dismissed ? qsTr("dismissed") : slim ? trail : AlertWords.detail(group)
    signal acted()
    signal dismissWanted()
    signal restoreWanted()

    Accessible.role: Accessible.Grouping
    Accessible.name: title
    Accessible.description: detail

    Icon {
        id: sign

        x: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.icon
        height: width
        name: AlertWords.icon(line.group.kind)
        colour: line.over || line.dismissed ? Theme.faint : AlertWords.ink(line.group.severity)
    }
    Label {
        id: head

        anchors.left: sign.right
        anchors.leftMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, action.x - x - (line.slim ? Math.min(tail.implicitWidth, action.x * 0.3) + 10 : 0) - 8)
        text: line.title
        color: line.over || line.dismissed ? Theme.muted : Theme.text
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    Label {
        id: tail

        anchors.left: head.right
        anchors.leftMargin: 10
        anchors.right: action.left
        anchors.rightMargin: 10
        anchors.baseline: head.baseline
        visible: width > 24
        text: line.detail
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    HoverHandler {
        id: pointer
    }
    Hint {
        visible: pointer.hovered && (head.truncated || tail.truncated) && !action.hovered && !close.hovered
        text: Format.joined([line.title, line.detail], " · ")
    }
    Button {
        id: action

        anchors.right: close.left
        anchors.rightMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, Math.min(line.actionWidth, line.width * 0.4))
        height: Math.min(Theme.scaled(24), line.height - 4)
        text: line.dismissed ? qsTr("Undo") : line.over ? qsTr("Over", "what was wrong is over") : AlertWords.action(line.group)
        enabled: text.length > 0 && !line.over
        opacity: text.length > 0 ? 1 : 0
        font.pixelSize: Theme.fontSmall
        Accessible.name: text + ". " + line.title
        onClicked: line.dismissed ? line.restoreWanted() : line.acted()
    }
    IconButton {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        side: Math.min(Theme.scaled(24), line.height - 4)
        enabled: !line.over && !line.dismissed
        iconName: "close"
        text: AlertWords.dismiss(line.group.size)
        Accessible.name: text + ". " + line.title
        onClicked: line.dismissWanted()
    }
}
