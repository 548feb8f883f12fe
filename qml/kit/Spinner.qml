// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Something the person started is under way. Stands still with reduced motion.
Icon {
    id: spinner

    width: Theme.icon
    height: Theme.icon
    name: "retry"
    colour: Theme.muted

    RotationAnimator on rotation {
        running: spinner.visible && Theme.motion > 0
        from: 0
        to: 360
        duration: 900
        loops: Animation.Infinite
    }
}
