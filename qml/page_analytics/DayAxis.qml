// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit

// Days under a plot: as many words as fit, the guide over the marked day, and the pointer that marks it.
Item {
    id: axis

    required property rect plot
    required property list<double> days
    property int marked: -1
    readonly property real step: days.length > 0 ? plot.width / days.length : 1
    readonly property int every: Math.max(1, Math.ceil(Theme.scaled(62) / Math.max(1, step)))
    signal pointed(int day)

    Repeater {
        model: axis.days

        Label {
            required property int index
            required property double modelData

            visible: (axis.days.length - 1 - index) % axis.every === 0
            x: Math.max(0, Math.min(axis.width - width, axis.plot.x + (index + 0.5) * axis.step - width / 2))
            y: axis.plot.y + axis.plot.height + 5
            text: Format.date(modelData)
            color: index === axis.marked ? Theme.text : Theme.quiet
            font.pixelSize: Theme.fontTiny
            Accessible.ignored: true
        }
    }
    Rectangle {
        x: axis.plot.x + axis.marked * axis.step
        y: axis.plot.y
        width: Math.max(1, axis.step)
        height: axis.plot.height
        visible: axis.marked >= 0
        color: Theme.text
        opacity: 0.07
    }
    Item {
        x: axis.plot.x
        y: axis.plot.y
        width: axis.plot.width
        height: axis.plot.height

        HoverHandler {
            onPointChanged: axis.pointed(hovered ? Math.max(0, Math.min(axis.days.length - 1, Math.floor(point.position.x / axis.step))) : -1)
            onHoveredChanged: if (!hovered) axis.pointed(-1)
        }
    }
}
