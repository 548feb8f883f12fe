// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// The figures one asks for first, in words that stand alone.
Grid {
    id: figures

    required property JobScreen job
    readonly property int across: width >= Theme.scaled(440) ? 4 : 2
    readonly property real share: (width - (across - 1) * columnSpacing) / across
    readonly property double slaLeft: job.dueMs > 0 ? (job.dueMs - Format.viewNow) / 1000 : NaN

    columns: across
    columnSpacing: 12
    rowSpacing: 12

    Figure {
        width: figures.share
        label: qsTr("Done")
        value: qsTr("%1 of %2", "done of total").arg(Format.number(figures.job.done)).arg(Format.number(figures.job.total))
        hint: qsTr("Submitted or approved, of all directories of this job")
    }
    Figure {
        width: figures.share
        label: qsTr("Failed")
        value: figures.job.failedCount === 0 ? qsTr("none") : figures.job.manual > 0 ? qsTr("%1 (%Ln need a person)", "failed submissions, of which need a person", figures.job.manual).arg(Format.number(figures.job.failedCount)) : Format.number(figures.job.failedCount)
        tone: figures.job.failedCount > 0 ? Words.Bad : Words.Neutral
        lines: 2
    }
    Figure {
        width: figures.share
        label: qsTr("Left", "time left of a job")
        value: figures.job.leftWords
        tone: figures.job.standing === JobsView.Stuck ? Words.Warn : Words.Neutral
        hint: qsTr("%1 per minute, mean of the last 10 minutes").arg(Format.number(figures.job.ratePerMin, 1))
    }
    Figure {
        width: figures.share
        label: qsTr("SLA")
        value: figures.job.completedMs > 0 ? qsTr("finished %1").arg(Format.date(figures.job.completedMs)) : isNaN(figures.slaLeft) ? "–" : figures.slaLeft < 0 ? qsTr("%1 late").arg(Format.duration(-figures.slaLeft)) : qsTr("%1 left").arg(Format.duration(figures.slaLeft))
        tone: figures.job.completedMs === 0 && figures.slaLeft < 14400 ? Words.Bad : Words.Neutral
        hint: figures.job.dueMs > 0 ? qsTr("due %1").arg(Format.absolute(figures.job.dueMs)) : ""
    }
}
