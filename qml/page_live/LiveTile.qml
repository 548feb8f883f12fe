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
    required property double sinceMs
    required wrong
    required property bool live
    property bool narrow: false

    readonly property bool silentWorker: index === TilesModel.Workers && !isNaN(extra2)
    readonly property bool aged: !live && asOfMs > 0

    function words(): string {
        switch (index) {
        case TilesModel.ActiveJobs:
            return qsTr("Active jobs");
        case TilesModel.PerMinute:
            return qsTr("Submissions, last minute");
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
            return wrong ? "" : qsTr("to drain", "behind a span of time: until the queue is empty");
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
            return wrong ? qsTr("Not draining", "the queue") : Format.duration(value);
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
            return Format.joined([extra1 > 0 ? together(qsTr("%1 running", "a number of jobs").arg(Format.number(extra1))) : "", together(qsTr("%1 queued", "a number of jobs").arg(Format.number(value - extra1 - extra2))), extra2 > 0 ? together(qsTr("%1 paused", "a number of jobs").arg(Format.number(extra2))) : ""], " · ");
        case TilesModel.PerMinute:
            return qsTr("10-min mean %1 / min").arg(Format.number(extra1, 1));
        case TilesModel.SuccessRate:
            return isNaN(extra1) || narrow ? qsTr("n %1").arg(Format.number(n)) : qsTr("7-day norm %1 · n %2").arg(Format.percent(extra1)).arg(Format.number(n));
        case TilesModel.NeedPerson:
            return narrow ? qsTr("%1 captcha").arg(Format.number(extra1)) : qsTr("%1 captcha · %2 phone, mail").arg(Format.number(extra1)).arg(Format.number(extra2));
        case TilesModel.Queue:
            return wrong || narrow || n === 0 || isNaN(extra1) ? qsTr("%Ln submission(s) wait", "", n) : qsTr("%1 submissions at %2 / min", "what waits and how fast it goes").arg(Format.number(n)).arg(Format.number(extra1, 1));
        }
        return workersWords();
    }
    /// On one line, where the words take two.
    function together(words: string): string {
        return words.replace(/ /g, "\u00a0");
    }
    function workersWords(): string {
        if (wrong)
            return sinceMs > 0 ? qsTr("none online since %1").arg(Format.time(sinceMs)) : qsTr("none online");
        if (silentWorker)
            return qsTr("longest silence %1").arg(Format.duration(extra2));
        return extra1 === 0 ? qsTr("none known") : value === extra1 ? qsTr("all online") : qsTr("%1 offline", "a number of workers").arg(Format.number(extra1 - value));
    }
    function meaning(): string {
        switch (index) {
        case TilesModel.ActiveJobs:
            return qsTr("Jobs that are queued, in progress or paused. The line: one sample a minute since the desk started.");
        case TilesModel.PerMinute:
            return qsTr("Submissions that came to an end (submitted, rejected, failed for good) in the last 60 seconds. The mean is that of the last 10 minutes; the jobs’ rates add up to it. The line: the last 60 minutes.");
        case TilesModel.SuccessRate:
            return qsTr("Submitted ÷ (submitted + rejected + failed for good) in the last 60 minutes, n in all. The norm is the same over 7 days. Retrying later changes nothing here.");
        case TilesModel.NeedPerson:
            return qsTr("Submissions of active jobs that only a person can move on: captcha, log-in, mail or phone check.");
        case TilesModel.Queue:
            return qsTr("Submissions waiting in jobs that are not paused, divided by the mean of the last 10 minutes. Not draining: no worker is online, or nothing ended in that time.");
        }
        return qsTr("Workers heard from in the last 90 seconds, of all that are known. From 45 seconds of silence on, the longest is told here.");
    }

    label: words()
    shortLabel: shortWords()
    figureText: figure()
    detail: aged ? qsTr("as of %1").arg(Format.clock(asOfMs)) : rest()
    detailTone: aged ? Words.Warn : silentWorker || (index === TilesModel.SuccessRate && value < extra1 - 0.05) ? Words.Bad : Words.Neutral
    definition: Format.joined([meaning(), asOfMs > 0 ? qsTr("As of %1.").arg(Format.clock(asOfMs)) : known ? "" : qsTr("Nothing loaded yet.")], " ")
    lineColour: wrong && index === TilesModel.Workers ? Theme.bad : Theme.muted
    points: series
    fromZero: index !== TilesModel.SuccessRate
    stale: !live
}
