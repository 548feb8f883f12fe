// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// A row of the list of alerts: the line of a kind, one alert below it, or how many more there are.
Item {
    id: line

    required property int index
    required property int row
    required property var group
    required property var item
    required property bool unfolded
    required property int hidden
    property bool current: false
    property bool dismissedView: false
    property real actionWidth: 0
    property real dismissWidth: 0
    readonly property bool narrow: width < Theme.scaled(820)
    readonly property bool isGroup: row === AlertListModel.Group
    readonly property bool isMore: row === AlertListModel.More
    readonly property bool folds: isGroup && (unfolded || group.size > 1)
    readonly property int standing: isGroup ? group.state : isMore ? AlertsModel.Open : item.state
    readonly property bool over: standing === AlertsModel.Over
    readonly property bool moved: standing === AlertsModel.Dismissed
    readonly property int stands: isMore ? hidden : isGroup ? group.size : 1
    readonly property string title: isGroup ? AlertWords.title(group) : isMore ? qsTr("%Ln more", "alerts of this kind", hidden) : Format.oneLine(AlertWords.subjectOf(item), 60)
    readonly property string stateWord: over ? qsTr("over now") : !moved ? "" : dismissedView ? qsTr("brought back") : qsTr("dismissed")
    readonly property string detail: Format.joined([stateWord, isGroup ? (folds && unfolded ? "" : AlertWords.detail(group)) : isMore ? "" : AlertWords.detailOf(item)], " · ")
    readonly property string when: isGroup || isMore ? "" : AlertWords.when(item)
    readonly property string shown: Format.joined([narrow ? when : "", detail], " · ")
    readonly property string words: Format.joined([title, detail, when], ". ")
    signal acted()
    signal clicked()
    signal foldWanted()
    signal dismissWanted()
    signal restoreWanted()

    function actionText(): string {
        if (over)
            return "";
        return isMore ? qsTr("Show all %Ln", "alerts of a kind", group.size) : isGroup ? AlertWords.action(group) : AlertWords.actionOf(item);
    }

    height: Theme.rowHeight

    Accessible.role: Accessible.TreeItem
    Accessible.name: words
    Accessible.description: folds ? (unfolded ? qsTr("expanded") : qsTr("collapsed")) : ""
    Accessible.focusable: true
    Accessible.focused: current
    Accessible.onPressAction: acted()

    Rectangle {
        anchors.fill: parent
        color: line.current ? Theme.selected : pointer.hovered ? Theme.hovered : "transparent"
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    HoverHandler {
        id: pointer
    }
    TapHandler {
        onTapped: line.clicked()
    }
    IconButton {
        id: fold

        x: 6
        anchors.verticalCenter: parent.verticalCenter
        side: Theme.scaled(22)
        visible: line.folds
        focusPolicy: Qt.NoFocus
        iconName: line.unfolded ? "chevron-down" : "chevron-right"
        text: line.unfolded ? qsTr("Collapse") : qsTr("Expand")
        onClicked: line.foldWanted()
    }
    Icon {
        id: sign

        x: Theme.scaled(36)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.icon
        height: width
        visible: line.isGroup
        name: AlertWords.icon(line.group.kind)
        colour: line.over || line.moved ? Theme.faint : AlertWords.ink(line.group.severity)
    }
    Label {
        id: head

        x: sign.x + sign.width + 10
        anchors.verticalCenter: parent.verticalCenter
        width: line.isGroup ? Math.min(implicitWidth, action.x - x - 10) : line.narrow ? (action.x - x) * 0.5 : Theme.scaled(210)
        text: line.title
        color: line.over || line.moved ? Theme.muted : Theme.text
        font.weight: line.isGroup ? Font.DemiBold : Font.Medium
        Accessible.ignored: true
    }
    Label {
        anchors.left: head.right
        anchors.leftMargin: 10
        anchors.right: late.left
        anchors.rightMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        visible: width > 24
        text: line.shown
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    Label {
        id: late

        anchors.right: action.left
        anchors.rightMargin: text.length > 0 ? 12 : 0
        anchors.verticalCenter: parent.verticalCenter
        width: text.length > 0 ? Theme.scaled(150) : 0
        text: line.narrow ? "" : line.when
        color: Theme.quiet
        font.pixelSize: Theme.fontSmall
        Accessible.ignored: true
    }
    Button {
        id: action

        anchors.right: dismiss.left
        anchors.rightMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(line.actionWidth, line.width * 0.3)
        height: Math.min(Theme.scaled(24), line.height - 4)
        focusPolicy: Qt.NoFocus
        kind: line.isGroup ? Button.Plain : Button.Quiet
        text: line.actionText()
        enabled: text.length > 0
        opacity: text.length > 0 ? 1 : 0
        font.pixelSize: Theme.fontSmall
        Accessible.name: text + ". " + line.title
        onClicked: line.acted()
    }
    Button {
        id: dismiss

        readonly property bool restores: line.dismissedView !== line.moved

        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(line.dismissWidth, line.width * 0.22)
        height: action.height
        focusPolicy: Qt.NoFocus
        kind: Button.Quiet
        text: line.over ? "" : restores ? qsTr("Bring back", "a dismissed alert") : AlertWords.dismiss(line.stands)
        enabled: text.length > 0
        opacity: text.length > 0 ? 1 : 0
        font.pixelSize: Theme.fontSmall
        Accessible.name: text + ". " + line.title
        onClicked: restores ? line.restoreWanted() : line.dismissWanted()
    }
    FocusRing {
        around: -1
        shown: line.current
    }
}
