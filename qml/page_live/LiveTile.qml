// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// One of the six figures: how its value, its range and its definition are worded. NaN is "–" everywhere.
Tile {
    id: tile

    required property int index
    required property double value
    required property double extra1
    required property double extra2
    required property int n
    required property list<real> series
    required property bool known
    required property bool absent
    required property double asOfMs
    required property bool fresh
    property bool narrow: false

    readonly property bool silentWorker: index === TilesModel.Workers && !isNaN(extra2)

    function words(): string {
        switch (index) {
        case TilesModel.ActiveJobs:
            return qsTr("Active jobs");
        case TilesModel.PerMinute:
            return qsTr("Submissions / min");
        case TilesModel.SuccessRate:
            return qsTr("Success, last hour");
        case TilesModel.NeedPerson:
            return qsTr("Waiting for a person");
        case TilesModel.Queue:
            return qsTr("Queue to drain");
        }
        return qsTr("Workers");
    }
    function shortWords(): string {
        switch (index) {
        case TilesModel.ActiveJobs:
            return qsTr("jobs", "behind a number");
        case TilesModel.PerMinute:
            return qsTr("/ min", "behind a number");
        case TilesModel.SuccessRate:
            return qsTr("ok", "behind a percentage: went well");
        case TilesModel.NeedPerson:
            return qsTr("need you", "behind a number: wait for a person");
        case TilesModel.Queue:
            return qsTr("to drain", "behind a span of time: until the queue is empty");
        }
        return qsTr("workers", "behind “3 of 4”");
    }
    function figure(): string {
        switch (index) {
        case TilesModel.PerMinute:
            return Format.number(value, 1);
        case TilesModel.SuccessRate:
            return Format.percent(value);
        case TilesModel.Queue:
            return isNaN(value) ? "–" : Format.duration(value);
        case TilesModel.Workers:
            return isNaN(value) ? "–" : qsTr("%1 of %2", "workers online of all known").arg(Format.number(value)).arg(Format.number(extra1));
        }
        return Format.number(value);
    }
    function rest(): string {
        if (!known && isNaN(value))
            return absent ? qsTr("not kept by the server") : qsTr("not loaded yet");
        switch (index) {
        case TilesModel.ActiveJobs:
            return qsTr("%1 created today").arg(Format.number(extra1));
        case TilesModel.PerMinute:
            return qsTr("mean of 10 min");
        case TilesModel.SuccessRate:
            return isNaN(extra1) || narrow ? qsTr("n %1").arg(Format.number(n)) : qsTr("7-day norm %1 · n %2").arg(Format.percent(extra1)).arg(Format.number(n));
        case TilesModel.NeedPerson:
            return narrow ? qsTr("%1 captcha").arg(Format.number(extra1)) : qsTr("%1 captcha, %2 phone or mail").arg(Format.number(extra1)).arg(Format.number(extra2));
        case TilesModel.Queue:
            return qsTr("%Ln submission(s)", "", isNaN(extra1) ? 0 : extra1);
        }
        return silentWorker ? qsTr("longest silence %1").arg(Format.duration(extra2)) : qsTr("all heard from");
    }
    function meaning(): string {
        switch (index) {
        case TilesModel.ActiveJobs:
            return qsTr("Jobs that are queued, in progress or paused. The line: one sample a minute since the desk started.");
        case TilesModel.PerMinute:
            return qsTr("Submissions that came to an end (submitted, rejected, failed for good) per minute, mean of the last 10 minutes. The line: the last 60 minutes.");
        case TilesModel.SuccessRate:
            return qsTr("Submitted ÷ (submitted + rejected + failed for good) in the last 60 minutes, n in all. The norm is the same over 7 days. Retrying later changes nothing here.");
        case TilesModel.NeedPerson:
            return qsTr("Submissions of active jobs that only a person can move on: captcha, log-in, mail or phone check.");
        case TilesModel.Queue:
            return qsTr("Submissions waiting in active jobs, divided by the speed of the last 10 minutes. “–” while nothing moves.");
        }
        return qsTr("Workers heard from in the last 90 seconds, of all that are known. A worker silent for 45 seconds is named here.");
    }

    label: words()
    shortLabel: shortWords()
    figureText: figure()
    detail: !fresh && asOfMs > 0 ? qsTr("as of %1").arg(Format.clock(asOfMs)) : rest()
    detailTone: !fresh && asOfMs > 0 ? Words.Warn : silentWorker || (index === TilesModel.SuccessRate && value < extra1 - 0.05) ? Words.Bad : Words.Neutral
    definition: meaning() + " " + (asOfMs > 0 ? qsTr("As of %1.").arg(Format.clock(asOfMs)) : qsTr("Nothing loaded yet."))
    lineColour: index === TilesModel.NeedPerson && value > 0 ? Theme.bad : Theme.muted
    points: series
    fromZero: index !== TilesModel.SuccessRate
    stale: !fresh
}
