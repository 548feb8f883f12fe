// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtCharts
import BoltDesk.Kit
import BoltDesk.Screens

// Success rate per day, 0 to 100 %. A day without attempts is a gap, not a zero.
ChartFrame {
    id: frame

    required property AnalyticsScreen analytics

    function addRun(points: var) {
        const kind = points.length > 1 ? ChartView.SeriesTypeLine : ChartView.SeriesTypeScatter;
        const run = chart.createSeries(kind, "", axisX, axisY);
        run.color = Theme.submitted;
        if (points.length > 1) {
            run.width = 2;
        } else {
            run.markerSize = 6;
            run.borderColor = "transparent";
        }
        for (const point of points)
            run.append(point.x, point.y);
    }
    function feed() {
        chart.removeAllSeries();
        axisX.max = Math.max(1, analytics.successRate.length);
        let points = [];
        for (let day = 0; day < analytics.successRate.length; ++day) {
            const rate = analytics.successRate[day];
            if (!isNaN(rate)) {
                points.push(Qt.point(day + 0.5, rate * 100));
            } else if (points.length > 0) {
                addRun(points);
                points = [];
            }
        }
        if (points.length > 0)
            addRun(points);
        marked = -1;
    }

    title: qsTr("Success rate")
    unit: qsTr("% per day")
    count: analytics.successRate.length
    note: qsTr("n %1 attempts · gap: none that day").arg(Format.number(analytics.attemptedTotal))
    definition: qsTr("(submitted + approved) ÷ (submitted + approved + rejected + failed) of each day.")
    reading: marked >= 0 ? qsTr("%1: %2 · n %3").arg(Format.date(analytics.dayStarts[marked])).arg(Format.percent(analytics.successRate[marked])).arg(Format.number(analytics.successN[marked])) : ""
    Component.onCompleted: feed()

    Connections {
        function onReportChanged() {
            frame.feed();
        }

        target: frame.analytics
    }
    Connections {
        function onChanged() {
            frame.feed();
        }

        target: Theme
    }
    FigureScale {
        plot: chart.plotArea
    }
    Plot {
        id: chart

        anchors.fill: parent

        FigureAxis {
            id: axisX

            min: 0
            max: 1
        }
        FigureAxis {
            id: axisY

            min: 0
            max: 100
        }
    }
    DayAxis {
        anchors.fill: parent
        plot: chart.plotArea
        days: frame.analytics.dayStarts
        marked: frame.marked
        onPointed: day => frame.marked = day

        Rectangle {
            readonly property double rate: frame.marked >= 0 ? frame.analytics.successRate[frame.marked] : NaN

            x: chart.plotArea.x + (frame.marked + 0.5) * parent.step - width / 2
            y: chart.plotArea.y + chart.plotArea.height * (1 - rate) - height / 2
            width: 8
            height: 8
            radius: 4
            visible: !isNaN(rate)
            color: Theme.submitted
            border.width: 2
            border.color: Theme.surface
        }
    }
}
