// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Carries a person's choices into the tokens.
Item {
    id: look

    required property AppearanceScreen appearance
    required property bool frozen

    visible: false

    Binding {
        target: Theme
        property: "dark"
        value: look.appearance.dark
    }
    Binding {
        target: Theme
        property: "dense"
        value: look.appearance.density === AppearanceScreen.Dense
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: look.appearance.reducedMotion
    }
    Binding {
        target: Theme
        property: "textScale"
        value: look.appearance.textScale
    }
    Binding {
        target: Format
        property: "held"
        value: look.frozen
    }
    Shortcut {
        sequences: ["Ctrl++", "Ctrl+="]
        onActivated: look.appearance.textScale += 10
    }
    Shortcut {
        sequence: "Ctrl+-"
        onActivated: look.appearance.textScale -= 10
    }
    Shortcut {
        sequence: "Ctrl+0"
        onActivated: look.appearance.textScale = 100
    }
}
