// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtCharts
import BoltDesk.Kit

// An axis of figures: a quiet grid. Its words are FigureScale's: the chart's own are dropped at the edges.
ValuesAxis {
    labelsVisible: false
    gridLineColor: Theme.line
    color: Theme.lineStrong
    lineVisible: false
    shadesVisible: false
    minorGridVisible: false
    tickCount: 5
}
