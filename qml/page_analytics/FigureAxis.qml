// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtCharts

// An axis that only scales. Its words and its grid are FigureScale's: the chart drops words at the edges, and its grid was seen
// to keep the place of an earlier size.
ValuesAxis {
    labelsVisible: false
    gridVisible: false
    minorGridVisible: false
    lineVisible: false
    shadesVisible: false
    tickCount: 2
}
