// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// All words of the desk. Data is text, never markup.
Text {
    textFormat: Text.PlainText
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.fontBody
    elide: Text.ElideRight
    // Said, not left to the text: an Arabic name in a column of names stands where the others stand.
    horizontalAlignment: Text.AlignLeft
    verticalAlignment: Text.AlignVCenter
    renderType: Text.NativeRendering
}
