// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Copies a text, and says for a moment that it did.
Button {
    id: control

    property string label: ""
    property string toCopy: ""
    /// Before it is copied: for a text that is made only then.
    signal wanted()

    iconName: copied.running ? "check" : "copy"
    text: copied.running ? qsTr("Copied") : label
    onClicked: {
        wanted();
        clipboard.text = toCopy;
        clipboard.selectAll();
        clipboard.copy();
        copied.restart();
    }

    TextEdit {
        id: clipboard

        visible: false
        textFormat: TextEdit.PlainText
    }
    Timer {
        id: copied

        interval: 2000
    }
}
