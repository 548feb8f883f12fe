// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/alert_rules.h"

#include "models/tables/crew.h"
#include "models/tables/job_facts.h"
#include "models/tables/jobs_view.h"
#include "models/tables/open_work.h"
#include "models/tables/outcome_ledger.h"

#include <algorithm>
#include <cmath>

namespace bolt {

namespace {

using R = AlertRules;
using Found = std::vector<Alert>;

int minutes(Micros span) { return int(std::chrono::floor<std::chrono::minutes>(span).count()); }

Alert alertAt(const AlertGround &ground, AlertKind kind, const char *prefix, DirectoryId id)
{
    const Directory *directory = ground.store.directories().find(id);
    Alert alert;
    alert.key = QLatin1String(prefix) + id.toString();
    alert.kind = kind;
    alert.subject = directory ? directory->name : id.toString();
    alert.directory = id;
    alert.jobs = ground.work.jobCount(id);
    return alert;
}

void findSpike(const AlertGround &ground, DirectoryId id, Found &found)
{
    const OutcomeLedger &ledger = ground.ledger;
    const auto recent = ledger.directoryRecent(id, R::spikeMinutes);
    if (recent.n() < R::spikeAttempts || recent.bad < R::spikeFailures)
        return;
    // The norm is what came before; one bad and one good are added so that a directory without a past has one.
    const auto all = ledger.directoryWindow(id);
    const double pastBad = all.bad - recent.bad + 1, pastN = all.n() - recent.n() + 2;
    const double norm = pastBad / pastN;
    const double rate = double(recent.bad) / recent.n();
    const double chance = std::sqrt(norm * (1 - norm) / recent.n());
    if (rate < R::spikeRatio * norm || rate < norm + R::spikeSigmas * chance)
        return;
    Alert alert = alertAt(ground, AlertKind::ErrorSpike, "spike:", id);
    alert.severity = 1;
    alert.n = alert.weight = recent.bad;
    alert.of = recent.n();
    alert.code = ledger.worstCode(id, R::spikeMinutes).first;
    alert.extra = rate / norm;
    alert.rank = -recent.bad;
    found.push_back(std::move(alert));
}

Alert alertOf(const JobRow &row, AlertKind kind, const char *prefix)
{
    Alert alert;
    alert.key = QLatin1String(prefix) + row.job.id.toString();
    alert.kind = kind;
    alert.severity = 1;
    alert.subject = row.customer;
    alert.job = row.job.id;
    alert.state = row.job.state;
    alert.n = row.done();
    alert.of = row.job.directoriesTotal;
    return alert;
}

void findStalled(const JobFacts &facts, const JobRow &row, Found &found)
{
    if (row.standing.kind != Standing::Stuck)
        return;
    Alert alert = alertOf(row, AlertKind::Stalled, "stalled:");
    const Instant since = row.standing.since.value_or(facts.now());
    alert.at = since;
    alert.minutes = alert.weight = minutes(facts.now() - since);
    alert.rank = toMillis(since);
    found.push_back(std::move(alert));
}

void findSla(const JobFacts &facts, const JobRow &row, Found &found)
{
    const auto due = row.due();
    if (!due || facts.remaining(row.job) + row.counts[JobCounts::Manual] == 0)
        return;
    const Micros left = *due - facts.now();
    const bool missed = left < Micros(0);
    const bool estimated = row.standing.range.high >= 0;
    const Micros needed = estimated ? Micros(Seconds(row.standing.range.high)) : Micros(R::slaClose);
    if (!missed && left >= needed)
        return;
    Alert alert = alertOf(row, missed ? AlertKind::SlaMissed : AlertKind::SlaAtRisk, "sla:");
    alert.at = due;
    alert.minutes = minutes(missed ? -left : left);
    alert.severity = missed ? 2 : 1;
    alert.weight = missed ? alert.minutes : 0;
    // What was missed just now can still be explained to the customer; what is due first can still be saved.
    alert.rank = missed ? -toMillis(*due) : toMillis(*due);
    if (!missed && estimated)
        alert.extra = std::max(1, minutes(needed - left));
    found.push_back(std::move(alert));
}

/// Nobody works: one alert, whoever left. Otherwise each that left without a word.
void findWorkers(const AlertGround &ground, int waiting, Found &found)
{
    const auto workers = ground.store.workers().rows();
    const Instant now = ground.facts.now();
    const Crew crew = crewOf(workers, true, now);
    if (crew.working == 0) {
        if (waiting == 0 && workers.empty())
            return; // nothing was ever worked here, and nothing is to be
        Alert alert;
        alert.key = QStringLiteral("workers");
        alert.kind = AlertKind::NoWorkers;
        alert.severity = waiting > 0 ? 2 : 1;
        alert.n = alert.weight = waiting;
        alert.of = crew.leftTogether;
        alert.extra = double(crew.within.count());
        alert.at = crew.goneSince;
        alert.minutes = crew.goneSince ? minutes(now - *crew.goneSince) : 0;
        found.push_back(std::move(alert));
        return;
    }
    for (const Worker &worker : workers) {
        if (!worker.heartbeatAt || !isLost(worker, now) || now - *worker.heartbeatAt > R::workerForgotten)
            continue;
        Alert alert;
        alert.key = QStringLiteral("worker:") + worker.id.toString();
        alert.kind = AlertKind::WorkerLost;
        alert.severity = 1;
        alert.subject = worker.id.toString();
        alert.at = worker.heartbeatAt;
        alert.minutes = minutes(now - *worker.heartbeatAt);
        alert.rank = -toMillis(*worker.heartbeatAt);
        found.push_back(std::move(alert));
    }
}

void findCircuit(const AlertGround &ground, const Directory &directory, Found &found)
{
    const bool open = directory.circuit == CircuitState::Open &&
                      (!directory.circuitOpenUntil || *directory.circuitOpenUntil > ground.facts.now());
    if (!open || !directory.active)
        return;
    Alert alert = alertAt(ground, AlertKind::CircuitOpen, "circuit:", directory.id);
    alert.code = ground.ledger.worstCode(directory.id, R::causeMinutes).first;
    alert.at = directory.circuitOpenUntil;
    alert.rank =
        directory.circuitOpenUntil ? toMillis(*directory.circuitOpenUntil) : std::numeric_limits<qint64>::max();
    found.push_back(std::move(alert));
}

} // namespace

std::vector<Alert> findAlerts(const AlertGround &ground)
{
    Found found;
    int waiting = 0;
    for (const JobId &id : ground.store.activeJobs()) {
        const JobRow *row = ground.jobs.rowOf(id);
        const JobState state = ground.store.jobs().find(id)->state;
        if (!row || row->job.state != state)
            continue;
        if (state != JobState::Paused)
            waiting += row->counts[JobCounts::Waiting];
        findSla(ground.facts, *row, found);
        findStalled(ground.facts, *row, found);
    }
    if (ground.workersKnown)
        findWorkers(ground, waiting, found);
    for (const DirectoryId &id : ground.ledger.directories())
        findSpike(ground, id, found);
    for (const Directory &directory : ground.store.directories().rows())
        findCircuit(ground, directory, found);
    std::sort(found.begin(), found.end(), comesBefore);
    return found;
}

} // namespace bolt
