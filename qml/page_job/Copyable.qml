// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Text that can be marked and copied. Still text: no markup, no links.
TextEdit {
    id: copyable

    property string name: ""

    textFormat: TextEdit.PlainText
    readOnly: true
    selectByMouse: true
    selectByKeyboard: true
    activeFocusOnPress: true
    color: Theme.text
    selectionColor: Theme.accentFill
    selectedTextColor: Theme.onAccent
    font.family: Theme.family
    font.pixelSize: Theme.fontBody
    wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
    renderType: Text.NativeRendering

    Accessible.role: Accessible.StaticText
    Accessible.name: name.length > 0 ? name + ": " + text : text

    HoverHandler {
        cursorShape: Qt.IBeamCursor
    }
}
