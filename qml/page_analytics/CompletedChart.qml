// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtCharts
import BoltDesk.Kit
import BoltDesk.Screens

// Jobs completed per day, as bars.
ChartFrame {
    id: frame

    required property AnalyticsScreen analytics
    readonly property int ceiling: Math.max(4, Math.ceil(Math.max(0, ...analytics.completed) * 1.05 / 4) * 4)

    function feed() {
        bars.values = analytics.completed;
        const days = [];
        for (let day = 0; day < count; ++day)
            days[day] = String(day);
        categories.categories = days;
        value.max = ceiling;
        marked = -1;
    }

    title: qsTr("Jobs completed per day")
    unit: qsTr("jobs")
    count: analytics.completed.length
    note: qsTr("n %1 · %2", "total and time zone").arg(Format.number(analytics.completedTotal)).arg(analytics.timeZone)
    definition: qsTr("Jobs completed on that day, in your time zone.")
    reading: marked >= 0 ? qsTr("%1: %Ln job(s)", "", analytics.completed[marked]).arg(Format.date(analytics.dayStarts[marked])) : ""
    Component.onCompleted: feed()

    Connections {
        function onReportChanged() {
            frame.feed();
        }

        target: frame.analytics
    }
    FigureScale {
        plot: chart.plotArea
        most: frame.ceiling
        percent: false
    }
    Plot {
        id: chart

        anchors.fill: parent

        BarSeries {
            barWidth: 0.72
            axisX: BarCategoryAxis {
                id: categories

                labelsVisible: false
                gridVisible: false
                lineVisible: false
            }
            axisY: FigureAxis {
                id: value

                min: 0
                max: 4
            }

            BarSet {
                id: bars

                color: Theme.markApproved
                borderColor: "transparent"
                borderWidth: 0
            }
        }
    }
    DayAxis {
        anchors.fill: parent
        plot: chart.plotArea
        days: frame.analytics.dayStarts
        marked: frame.marked
        onPointed: day => frame.marked = day
    }
}
