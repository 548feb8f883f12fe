// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtCharts
import BoltDesk.Kit
import BoltDesk.Screens

// Error rate by directory, the ten worst, as lying bars with their n.
ChartFrame {
    id: frame

    required property AnalyticsScreen analytics
    readonly property int ceiling: Math.max(20, Math.ceil(Math.max(0, ...analytics.errorRates) * 5) * 20)
    readonly property real step: count > 0 ? chart.plotArea.height / count : 1

    function feed() {
        // The chart counts upwards from the bottom; the worst stands on top.
        const values = [];
        const names = [];
        for (let row = 0; row < count; ++row) {
            values[count - 1 - row] = analytics.errorRates[row] * 100;
            names[count - 1 - row] = String(row);
        }
        bars.values = values;
        categories.categories = names;
        marked = -1;
    }

    title: qsTr("Error rate by directory")
    unit: qsTr("% of attempts, the %Ln highest", "", count)
    count: analytics.errorRates.length
    note: qsTr("only directories with at least %Ln attempt(s)", "", analytics.minAttempts)
    definition: qsTr("(rejected + failed) ÷ attempts of the range, by directory.")
    reading: marked >= 0 ? qsTr("%1: %2 of %3 attempts").arg(Format.oneLine(analytics.errorNames[marked], 60)).arg(Format.percent(analytics.errorRates[marked])).arg(Format.number(analytics.errorN[marked])) : ""
    Component.onCompleted: feed()

    Connections {
        function onReportChanged() {
            frame.feed();
        }

        target: frame.analytics
    }
    FigureScale {
        visible: frame.count > 0
        plot: chart.plotArea
        below: true
        most: frame.ceiling
    }
    Plot {
        id: chart

        anchors.fill: parent
        visible: frame.count > 0
        leftRoom: Math.min(Theme.scaled(210), width * 0.3)
        rightRoom: Theme.scaled(120)

        HorizontalBarSeries {
            barWidth: 0.62
            axisY: BarCategoryAxis {
                id: categories

                labelsVisible: false
                gridVisible: false
                lineVisible: false
            }
            axisX: FigureAxis {
                min: 0
                max: frame.ceiling
            }

            BarSet {
                id: bars

                color: Theme.markFailed
                borderColor: "transparent"
                borderWidth: 0
            }
        }
    }
    Repeater {
        model: frame.count

        Item {
            id: row

            required property int index

            y: chart.plotArea.y + index * frame.step
            width: parent ? parent.width : 0
            height: frame.step

            Rectangle {
                anchors.fill: parent
                anchors.leftMargin: 6
                anchors.rightMargin: 6
                radius: 4
                visible: row.index === frame.marked
                color: Theme.text
                opacity: 0.07
            }
            Label {
                x: Theme.pad
                width: chart.leftRoom - x - 10
                anchors.verticalCenter: parent.verticalCenter
                horizontalAlignment: Text.AlignRight
                text: Format.oneLine(frame.analytics.errorNames[row.index] ?? "", 60)
                font.pixelSize: Theme.fontSmall
                color: row.index === frame.marked ? Theme.text : Theme.muted
                Accessible.ignored: true
            }
            Label {
                anchors.right: parent.right
                anchors.rightMargin: Theme.pad
                anchors.verticalCenter: parent.verticalCenter
                width: chart.rightRoom - Theme.pad - 8
                horizontalAlignment: Text.AlignRight
                text: qsTr("%1 · n %2", "rate and number of attempts").arg(Format.percent(frame.analytics.errorRates[row.index] ?? NaN)).arg(Format.number(frame.analytics.errorN[row.index] ?? NaN))
                font.pixelSize: Theme.fontSmall
                color: row.index === frame.marked ? Theme.text : Theme.muted
                Accessible.ignored: true
            }
            HoverHandler {
                onHoveredChanged: frame.marked = hovered ? row.index : -1
            }
        }
    }
    EmptyState {
        anchors.fill: parent
        visible: frame.count === 0
        iconName: "verify"
        title: qsTr("No directory has enough attempts yet")
        text: qsTr("A rate over fewer than %Ln attempt(s) would say more about chance than about the directory.", "", frame.analytics.minAttempts)
    }
}
