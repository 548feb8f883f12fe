// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit

// The figures of an axis, five and evenly spread, beside or below a plot, with their grid and the line the bars stand on.
Item {
    id: axis

    required property rect plot
    property bool below: false
    property double most: 100
    property bool percent: true

    Repeater {
        model: 5

        Rectangle {
            required property int index
            readonly property double share: index / 4

            x: Math.round(axis.plot.x + (axis.below ? share * axis.plot.width : 0))
            y: Math.round(axis.plot.y + (axis.below ? 0 : (1 - share) * axis.plot.height))
            width: axis.below ? 1 : axis.plot.width
            height: axis.below ? axis.plot.height : 1
            color: index === 0 ? Theme.lineStrong : Theme.line
        }
    }
    Repeater {
        model: 5

        Label {
            required property int index
            readonly property double share: index / 4

            x: axis.below ? Math.round(axis.plot.x + share * axis.plot.width - width / 2) : axis.plot.x - width - 8
            y: axis.below ? axis.plot.y + axis.plot.height + 5 : Math.round(axis.plot.y + (1 - share) * axis.plot.height - height / 2)
            text: axis.percent ? Format.percent(share * axis.most / 100, 0) : Format.number(share * axis.most)
            color: Theme.quiet
            font.pixelSize: Theme.fontTiny
            Accessible.ignored: true
        }
    }
}
