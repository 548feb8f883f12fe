// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Job
import BoltDesk.Tables

// The mosaic with its pointer and its keyboard: arrows walk, hover tells, click or Enter opens, n goes to the next failed one.
FocusScope {
    id: view

    required property MosaicModel cells
    property string submissionId: ""
    required property IdSet selection
    readonly property int failedCount: mosaic.failedCount
    signal chosen(string id)
    signal nextFailedWanted()
    signal previousFailedWanted()

    function step(right: int, down: int) {
        const id = mosaic.idAt(mosaic.walk(right, down));
        if (id.length > 0)
            chosen(id);
    }
    function selectFailed() {
        selection.setIds(mosaic.failedIds());
    }
    function tell(cell: int): string {
        return cell < 0 ? "" : Format.oneLine(mosaic.directoryAt(cell), 80) + " · " + Words.bucket(mosaic.bucketAt(cell));
    }

    implicitHeight: mosaic.implicitHeight
    activeFocusOnTab: true

    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Mosaic of %Ln submission(s)", "", mosaic.count)
    Accessible.description: tell(mosaic.current)

    Keys.onLeftPressed: step(-1, 0)
    Keys.onRightPressed: step(1, 0)
    Keys.onUpPressed: step(0, -1)
    Keys.onDownPressed: step(0, 1)
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Home)
            view.chosen(mosaic.idAt(0));
        else if (event.key === Qt.Key_End)
            view.chosen(mosaic.idAt(mosaic.count - 1));
        else if (event.text === "x" && view.submissionId.length > 0)
            view.selection.toggle(view.submissionId);
        else if (event.text === "X")
            view.selectFailed();
        else if (event.text === "n")
            view.nextFailedWanted();
        else if (event.text === "N")
            view.previousFailedWanted();
        else
            event.accepted = false;
    }

    Mosaic {
        id: mosaic

        width: parent.width
        height: implicitHeight
        roomHeight: Theme.scaled(236)
        model: view.cells
        currentId: view.submissionId
        selectedIds: view.selection.ids
    }
    HoverHandler {
        onPointChanged: hovered ? mosaic.hover(point.position.x, point.position.y) : mosaic.unhover()
        onHoveredChanged: if (!hovered) mosaic.unhover()
    }
    TapHandler {
        acceptedModifiers: Qt.KeyboardModifierMask
        onTapped: (point, button) => {
            const id = mosaic.idAt(mosaic.cellAt(point.position.x, point.position.y));
            view.forceActiveFocus(Qt.MouseFocusReason);
            if (id.length > 0 && point.modifiers & Qt.ControlModifier)
                view.selection.toggle(id);
            else if (id.length > 0)
                view.chosen(id);
        }
    }
    Rectangle {
        x: mosaic.currentBox.x - 3
        y: mosaic.currentBox.y - 3
        width: mosaic.currentBox.width + 6
        height: mosaic.currentBox.height + 6
        visible: mosaic.current >= 0
        radius: 4
        color: "transparent"
        border.width: 2
        // Where the arrows go from; faint while the keyboard is elsewhere.
        border.color: view.activeFocus ? Theme.accent : Theme.muted
    }
    Rectangle {
        id: spot

        x: mosaic.hoveredBox.x - 2
        y: mosaic.hoveredBox.y - 2
        width: mosaic.hoveredBox.width + 4
        height: mosaic.hoveredBox.height + 4
        visible: mosaic.hovered >= 0 && mosaic.hovered !== mosaic.current
        radius: 3
        color: "transparent"
        border.width: 1
        border.color: Theme.text
    }
    Item {
        x: mosaic.hoveredBox.x
        y: mosaic.hoveredBox.y
        width: mosaic.hoveredBox.width
        height: mosaic.hoveredBox.height

        Hint {
            delay: 120
            visible: mosaic.hovered >= 0
            text: view.tell(mosaic.hovered)
        }
    }
    FocusRing {
        shown: view.activeFocus && mosaic.current < 0
        around: 4
    }
}
