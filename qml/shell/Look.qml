// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Carries a person's choices into the tokens; the text size is kept with the window.
Item {
    id: look

    required property AppearanceScreen appearance
    required property NavigationScreen navigation
    required property bool frozen

    function setScale(percent: int) {
        Theme.textScale = percent;
        navigation.store("textScale", Theme.textScale);
    }

    visible: false
    Component.onCompleted: {
        const kept = Number(navigation.restore("textScale"));
        if (kept >= 80 && kept <= 200)
            Theme.textScale = kept;
    }

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
        target: Format
        property: "held"
        value: look.frozen
    }
    Shortcut {
        sequences: [StandardKey.ZoomIn, "Ctrl+="]
        onActivated: look.setScale(Theme.textScale + 10)
    }
    Shortcut {
        sequences: [StandardKey.ZoomOut]
        onActivated: look.setScale(Theme.textScale - 10)
    }
    Shortcut {
        sequence: "Ctrl+0"
        onActivated: look.setScale(100)
    }
}
