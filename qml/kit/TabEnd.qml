// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Stands unseen before the first or behind the last control of a pane that keeps the keyboard; whoever comes to it is
// to be sent on.
Item {
    property string name: ""
    signal reached()

    width: 1
    height: 1
    activeFocusOnTab: true
    Accessible.role: Accessible.Pane
    Accessible.name: name
    onActiveFocusChanged: if (activeFocus) reached()
}
