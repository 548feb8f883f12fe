// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// What is wrong, in words: of a kind in one line, of one alert in a row, and what can be done about it.
QtObject {
    /// What each kind is looked for by, in the order of AlertsModel.Kind.
    readonly property list<string> kindWords: [qsTr("no workers online", "words by which alerts are found"), qsTr("missed its SLA, late, overdue", "words by which alerts are found"), qsTr("stuck", "words by which alerts are found"), qsTr("fails more than usual, errors", "words by which alerts are found"), qsTr("under 4 h, may miss its SLA, at risk", "words by which alerts are found"), qsTr("worker lost, silent", "words by which alerts are found"), qsTr("shut off, circuit open", "words by which alerts are found")]

    function icon(kind: int): string {
        switch (kind) {
        case AlertsModel.NoWorkers:
        case AlertsModel.WorkerLost:
            return "worker";
        case AlertsModel.SlaMissed:
        case AlertsModel.SlaAtRisk:
            return "clock";
        case AlertsModel.CircuitOpen:
            return "circuit";
        }
        return "alert";
    }
    function isOfJobs(kind: int): bool {
        return kind === AlertsModel.SlaMissed || kind === AlertsModel.Stalled || kind === AlertsModel.SlaAtRisk;
    }
    function isOfWorkers(kind: int): bool {
        return kind === AlertsModel.NoWorkers || kind === AlertsModel.WorkerLost;
    }
    /// A time of day; with its date where it is not near.
    function moment(at: double, minutes: int): string {
        return minutes < 720 ? Format.time(at) : qsTr("%1, %2", "date, time").arg(Format.date(at)).arg(Format.time(at));
    }
    function span(minutes: int): string {
        return Format.duration(minutes * 60);
    }

    function subjectOf(item: var): string {
        return isOfJobs(item.kind) ? Words.customer(item.subject) : item.subject;
    }
    function title(group: var): string {
        const first = group.first;
        if (group.size === 1)
            return titleOf(first, Format.name(subjectOf(first)));
        switch (group.kind) {
        case AlertsModel.SlaMissed:
            return qsTr("%Ln job(s) missed their SLA", "", group.size);
        case AlertsModel.Stalled:
            return qsTr("%Ln job(s) stuck", "", group.size);
        case AlertsModel.ErrorSpike:
            return qsTr("%Ln directory(s) fail more than usual", "", group.size);
        case AlertsModel.SlaAtRisk:
            return group.longest < 240 ? qsTr("%Ln job(s) under 4 h", "due in less than four hours", group.size) : qsTr("%Ln job(s) may miss their SLA", "", group.size);
        case AlertsModel.WorkerLost:
            return qsTr("%Ln worker(s) lost", "", group.size);
        }
        return qsTr("%Ln directory(s) shut off", "", group.size);
    }
    function titleOf(item: var, name: string): string {
        switch (item.kind) {
        case AlertsModel.NoWorkers:
            return item.atMs > 0 ? qsTr("No workers online since %1").arg(moment(item.atMs, item.minutes)) : qsTr("No workers online");
        case AlertsModel.SlaMissed:
            return qsTr("%1 missed its SLA", "a customer's job").arg(name);
        case AlertsModel.Stalled:
            return qsTr("%1 is stuck", "a customer's job").arg(name);
        case AlertsModel.ErrorSpike:
            return qsTr("%1 fails %2 × as often as usual", "a directory").arg(name).arg(Format.number(item.extra, item.extra < 10 ? 1 : 0));
        case AlertsModel.SlaAtRisk:
            return qsTr("%1 may miss its SLA", "a customer's job").arg(name);
        case AlertsModel.WorkerLost:
            return qsTr("%1 is silent", "a worker").arg(name);
        }
        return qsTr("%1 is shut off", "a directory").arg(name);
    }
    function detail(group: var): string {
        const first = group.first;
        if (group.size === 1)
            return Format.joined([group.kind === AlertsModel.ErrorSpike ? "" : when(first), detailOf(first)], " · ");
        switch (group.kind) {
        case AlertsModel.SlaMissed:
            return qsTr("newest %1, due %2 · oldest %3 late").arg(Format.name(subjectOf(first))).arg(moment(first.atMs, first.minutes)).arg(span(group.longest));
        case AlertsModel.CircuitOpen:
            return Format.joined([causes(group.causes), first.atMs > 0 ? qsTr("the first tries again at %1").arg(Format.time(first.atMs)) : ""], " · ");
        }
        return Format.joined(group.top.map(item => inBrief(item)), " · ");
    }
    /// One of several in a line: its name and how bad it is.
    function inBrief(item: var): string {
        const much = item.kind === AlertsModel.ErrorSpike ? qsTr("%1 of %2").arg(Format.number(item.n)).arg(Format.number(item.of)) : span(item.minutes);
        return qsTr("%1 %2", "name of a customer, directory or worker, then how bad it is: Smith 26 min").arg(Format.name(subjectOf(item), 40)).arg(much);
    }
    function causes(counts: var): string {
        const known = [counts[AlertsModel.Captcha] > 0 ? qsTr("%Ln for captcha", "directories that are shut off", counts[AlertsModel.Captcha]) : "", counts[AlertsModel.NoAnswer] > 0 ? qsTr("%Ln do not answer", "directories", counts[AlertsModel.NoAnswer]) : "", counts[AlertsModel.FormChanged] > 0 ? qsTr("%Ln changed their form", "directories", counts[AlertsModel.FormChanged]) : ""];
        const words = Format.joined(known, ", ");
        return words.length > 0 && counts[AlertsModel.OtherCause] > 0 ? words + ", " + qsTr("%Ln for other reasons", "directories that are shut off", counts[AlertsModel.OtherCause]) : words;
    }
    /// When, or how much: the column beside the details.
    function when(item: var): string {
        switch (item.kind) {
        case AlertsModel.SlaMissed:
            return qsTr("due %1, %2 late", "time, time span").arg(moment(item.atMs, item.minutes)).arg(span(item.minutes));
        case AlertsModel.SlaAtRisk:
            return qsTr("due %1, in %2", "time, time span").arg(moment(item.atMs, item.minutes)).arg(span(item.minutes));
        case AlertsModel.Stalled:
            return qsTr("no progress for %1").arg(span(item.minutes));
        case AlertsModel.ErrorSpike:
            return qsTr("%1 × as often as usual").arg(Format.number(item.extra, item.extra < 10 ? 1 : 0));
        case AlertsModel.WorkerLost:
            return qsTr("last heard %1 ago").arg(span(item.minutes));
        case AlertsModel.CircuitOpen:
            return item.atMs > 0 ? qsTr("until %1").arg(Format.time(item.atMs)) : "";
        }
        return "";
    }
    function detailOf(item: var): string {
        switch (item.kind) {
        case AlertsModel.NoWorkers:
            return Format.joined([item.of > 1 ? qsTr("%Ln left within %1", "workers", item.of).arg(Format.duration(Math.max(1, item.extra))) : "", item.n > 0 ? qsTr("%Ln submission(s) wait, nothing is being sent", "", item.n) : qsTr("nothing waits to be sent")], " · ");
        case AlertsModel.ErrorSpike:
            return qsTr("%1 of %2 failed in the last 20 min, most often %3").arg(Format.number(item.n)).arg(Format.number(item.of)).arg(Words.error(Format.oneLine(item.code, 40)));
        case AlertsModel.WorkerLost:
            return qsTr("its work goes back to the queue");
        case AlertsModel.CircuitOpen:
            return Format.joined([Words.error(Format.oneLine(item.code, 40)), jobsWait(item.jobs)], " · ");
        case AlertsModel.SlaAtRisk:
            return Format.joined([done(item), item.extra > 0 ? qsTr("up to %1 late at this speed").arg(span(item.extra)) : ""], " · ");
        }
        return Format.joined([done(item), item.jobState === JobsView.Paused ? Words.jobState(item.jobState, "") : ""], " · ");
    }
    function done(item: var): string {
        return qsTr("%1 of %2 done", "submissions").arg(Format.number(item.n)).arg(Format.number(item.of));
    }
    function jobsWait(jobs: int): string {
        return jobs > 0 ? qsTr("%Ln job(s) wait", "", jobs) : qsTr("no job waits");
    }
    /// Named at the side, where a kind has no line of its own.
    function rest(kind: int, count: int): string {
        switch (kind) {
        case AlertsModel.NoWorkers:
            return qsTr("no workers online");
        case AlertsModel.SlaMissed:
            return qsTr("%Ln missed their SLA", "jobs", count);
        case AlertsModel.Stalled:
            return qsTr("%Ln stuck", "jobs", count);
        case AlertsModel.ErrorSpike:
            return qsTr("%Ln fail often", "directories", count);
        case AlertsModel.SlaAtRisk:
            return qsTr("%Ln at risk", "jobs", count);
        case AlertsModel.WorkerLost:
            return qsTr("%Ln silent", "workers", count);
        }
        return qsTr("%Ln shut off", "directories", count);
    }
    function action(group: var): string {
        if (group.size === 1 || isOfWorkers(group.kind))
            return actionOf(group.first);
        return isOfJobs(group.kind) ? showJobs(group.size) : showDirectories(group.size);
    }
    function actionOf(item: var): string {
        return isOfWorkers(item.kind) ? qsTr("Show workers") : isOfJobs(item.kind) ? qsTr("Open job") : item.jobs > 0 ? showJobs(item.jobs) : "";
    }
    function showJobs(count: int): string {
        return qsTr("Show %Ln job(s)", "", count);
    }
    function showDirectories(count: int): string {
        return qsTr("Show %Ln directory(s)", "", count);
    }
    function dismiss(count: int): string {
        return count > 1 ? qsTr("Dismiss %Ln", "alerts", count) : qsTr("Dismiss", "an alert");
    }
    /// Over the table: which jobs are in it.
    function only(kind: int, count: int): string {
        switch (kind) {
        case AlertsModel.SlaMissed:
            return qsTr("%Ln job(s) that missed their SLA", "", count);
        case AlertsModel.Stalled:
            return qsTr("%Ln job(s) that are stuck", "", count);
        }
        return qsTr("%Ln job(s) that may miss their SLA", "", count);
    }
    function onlyAt(name: string, count: int): string {
        return qsTr("%Ln job(s) with work at %1", "a directory", count).arg(Format.name(name, 40));
    }
    function ink(severity: int): color {
        return severity > 1 ? Theme.bad : severity > 0 ? Theme.warn : Theme.submitted;
    }
}
