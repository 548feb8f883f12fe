// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/alert_rules.h"

#include "models/tables/job_facts.h"
#include "models/tables/jobs_view.h"
#include "models/tables/outcome_ledger.h"

#include <algorithm>
#include <cmath>

namespace bolt {

namespace {

using R = AlertRules;

int minutes(Micros span) { return int(std::chrono::floor<std::chrono::minutes>(span).count()); }

std::optional<Alert> spikeAt(const Store &store, const OutcomeLedger &ledger, DirectoryId id)
{
    const auto recent = ledger.directoryRecent(id, R::spikeMinutes);
    if (recent.n() < R::spikeAttempts || recent.bad < R::spikeFailures)
        return {};
    // The norm is what came before; one bad and one good are added so that a directory without a past has one.
    const auto all = ledger.directoryWindow(id);
    const double pastBad = all.bad - recent.bad + 1, pastN = all.n() - recent.n() + 2;
    const double norm = pastBad / pastN;
    const double rate = double(recent.bad) / recent.n();
    const double chance = std::sqrt(norm * (1 - norm) / recent.n());
    if (rate < R::spikeRatio * norm || rate < norm + R::spikeSigmas * chance)
        return {};
    const Directory *directory = store.directories().find(id);
    Alert alert;
    alert.key = QStringLiteral("spike:") + id.toString();
    alert.kind = AlertsModel::ErrorSpike;
    alert.severity = 2;
    alert.subject = directory ? directory->name : id.toString();
    alert.n = recent.bad;
    alert.of = recent.n();
    alert.code = ledger.worstCode(id, R::spikeMinutes).first;
    alert.ratio = rate / norm;
    alert.directory = id;
    return alert;
}

std::optional<Alert> alertOfJob(const JobFacts &facts, const JobRow &row)
{
    const Job &job = row.job;
    Alert alert;
    alert.subject = row.customer;
    alert.job = job.id;
    alert.of = facts.remaining(job);
    if (row.estimate.etaKind == EtaKind::Stalled) {
        alert.key = QStringLiteral("stalled:") + job.id.toString();
        alert.kind = AlertsModel::Stalled;
        alert.severity = 1;
        alert.n = minutes(facts.now() - facts.quietSince(job).value_or(facts.now()));
        return alert;
    }
    if (!job.dueAt || alert.of == 0)
        return {};
    const Micros left = *job.dueAt - facts.now();
    const Micros needed = row.estimate.etaHigh >= 0 ? Micros(Seconds(row.estimate.etaHigh)) : Micros(0);
    if (left >= needed)
        return {};
    alert.key = QStringLiteral("sla:") + job.id.toString();
    alert.kind = AlertsModel::SlaAtRisk;
    alert.severity = left < Micros(0) ? 2 : 1;
    alert.n = minutes(needed - left);
    alert.until = job.dueAt;
    return alert;
}

std::optional<Alert> alertOfWorker(const Worker &worker, Instant now)
{
    if (!worker.heartbeatAt)
        return {};
    const Micros silent = now - *worker.heartbeatAt;
    const bool lost = worker.state == WorkerState::Offline ||
                      (worker.state != WorkerState::Unknown && silent > Seconds(R::workerSilentSeconds));
    if (!lost || silent > std::chrono::hours(R::workerForgottenHours))
        return {};
    Alert alert;
    alert.key = QStringLiteral("worker:") + worker.id.toString();
    alert.kind = AlertsModel::WorkerLost;
    alert.severity = 1;
    alert.subject = worker.id.toString();
    alert.until = worker.heartbeatAt;
    alert.worker = worker.id.toString();
    return alert;
}

std::optional<Alert> alertOfCircuit(const Directory &directory, Instant now)
{
    const bool open =
        directory.circuit == CircuitState::Open && (!directory.circuitOpenUntil || *directory.circuitOpenUntil > now);
    if (!open || !directory.active)
        return {};
    Alert alert;
    alert.key = QStringLiteral("circuit:") + directory.id.toString();
    alert.kind = AlertsModel::CircuitOpen;
    alert.severity = 0;
    alert.subject = directory.name;
    alert.until = directory.circuitOpenUntil;
    alert.directory = directory.id;
    return alert;
}

} // namespace

std::vector<Alert> findAlerts(const Store &store, const OutcomeLedger &ledger, const JobFacts &facts,
                              const JobsView &jobs)
{
    std::vector<Alert> alerts;
    const auto add = [&alerts](std::optional<Alert> alert) {
        if (alert)
            alerts.push_back(std::move(*alert));
    };
    for (const DirectoryId &id : ledger.directories())
        add(spikeAt(store, ledger, id));
    for (const Job &job : store.jobs().rows()) {
        const JobRow *row = isActive(job.state) ? jobs.rowOf(job.id) : nullptr;
        if (row && row->job.state == job.state)
            add(alertOfJob(facts, *row));
    }
    for (const Worker &worker : store.workers().rows())
        add(alertOfWorker(worker, facts.now()));
    for (const Directory &directory : store.directories().rows())
        add(alertOfCircuit(directory, facts.now()));
    std::sort(alerts.begin(), alerts.end(), [](const Alert &a, const Alert &b) {
        if (a.severity != b.severity)
            return a.severity > b.severity;
        if (a.kind != b.kind)
            return a.kind < b.kind;
        return a.subject != b.subject ? a.subject < b.subject : a.key < b.key;
    });
    return alerts;
}

} // namespace bolt
