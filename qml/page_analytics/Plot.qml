// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtCharts
import BoltDesk.Kit

// A bare chart in the desk's colours: no legend, no title, no margins, the plot where we say. Axis words of days and names are
// drawn by the frames, because the chart's own cannot be thinned out or elided.
ChartView {
    property int leftRoom: Theme.scaled(46)
    property int rightRoom: Theme.scaled(22)
    property int topRoom: 14
    property int bottomRoom: Theme.scaled(24)

    antialiasing: true
    backgroundColor: "transparent"
    backgroundRoundness: 0
    plotAreaColor: "transparent"
    dropShadowEnabled: false
    legend.visible: false
    localizeNumbers: true
    animationOptions: ChartView.NoAnimation
    margins {
        left: 0
        right: 0
        top: 0
        bottom: 0
    }
    plotArea: Qt.rect(leftRoom, topRoom, Math.max(1, width - leftRoom - rightRoom), Math.max(1, height - topRoom - bottomRoom))
}
