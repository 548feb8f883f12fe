// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtCharts
import BoltDesk.Kit

// An axis of figures: quiet grid, no line, the desk's font.
ValuesAxis {
    labelsColor: Theme.quiet
    labelsFont.family: Theme.family
    labelsFont.pixelSize: Theme.fontTiny
    gridLineColor: Theme.line
    color: Theme.lineStrong
    lineVisible: false
    shadesVisible: false
    minorGridVisible: false
    tickCount: 5
}
