// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/record_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{
    "packages"_L1,           "customers"_L1, "directories"_L1, "workers"_L1, "jobs"_L1, "directory_submissions"_L1,
    "submission_attempts"_L1};

QJsonValue json(Instant at) { return formatInstant(at); }
QJsonValue json(const std::optional<Instant> &at) { return at ? json(*at) : QJsonValue(); }
QJsonValue json(const std::optional<int> &n) { return n ? QJsonValue(*n) : QJsonValue(); }
QJsonValue json(const std::optional<float> &n) { return n ? QJsonValue(double(*n)) : QJsonValue(); }
template<class Id>
QJsonValue nullable(const Id &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}

/// With what came instead where a cell could not be read, or not exactly.
QJsonObject withOdd(QJsonObject json, const OddCells &cells)
{
    if (cells.empty())
        return json;
    QJsonObject odd;
    for (const OddCell &cell : cells.all())
        odd.insert(cell.column, QJsonObject{{u"why"_s, wordOf(cell.why)}, {u"text"_s, cell.text}});
    json.insert(u"odd"_s, odd);
    return json;
}

template<class R>
using Sorted = std::vector<std::pair<QString, const R *>>;

template<class R>
void add(QJsonObject &all, Table table, Sorted<R> sorted)
{
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QJsonArray list;
    for (const auto &[id, row] : sorted)
        list.append(toJson(*row));
    all.insert(tableName(table), list);
}

template<class R>
void add(QJsonObject &all, Table table, const RecordTable<R> &rows)
{
    Sorted<R> sorted;
    sorted.reserve(rows.size());
    for (const R &row : rows.rows())
        sorted.emplace_back(row.id.toString(), &row);
    add(all, table, std::move(sorted));
}

} // namespace

QString tableName(Table table) { return names[size_t(table)]; }

std::optional<Table> tableFromName(QStringView name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == names[i])
            return Table(i);
    }
    return {};
}

QJsonObject toJson(const Package &r)
{
    return withOdd({{u"id"_s, r.id.toString()},
                    {u"name"_s, r.name},
                    {u"price_cents"_s, r.priceCents},
                    {u"currency"_s, r.currency},
                    {u"directory_limit"_s, json(r.directoryLimit)},
                    {u"max_directory_tier"_s, r.maxDirectoryTier},
                    {u"priority"_s, r.priority},
                    {u"sla_hours"_s, r.slaHours},
                    {u"concurrency"_s, r.concurrency},
                    {u"max_attempts"_s, r.maxAttempts},
                    {u"updated_at"_s, json(r.updatedAt)},
                    {u"version"_s, r.version}},
                   r.odd);
}

QJsonObject toJson(const Customer &r)
{
    return withOdd({{u"id"_s, r.id.toString()},
                    {u"company_name"_s, r.companyName},
                    {u"email"_s, r.email},
                    {u"website"_s, r.website},
                    {u"package_id"_s, nullable(r.package)},
                    {u"directories_used"_s, r.directoriesUsed},
                    {u"status"_s, r.status},
                    {u"created_at"_s, json(r.createdAt)},
                    {u"updated_at"_s, json(r.updatedAt)},
                    {u"version"_s, r.version}},
                   r.odd);
}

QJsonObject toJson(const Directory &r)
{
    return withOdd({{u"id"_s, r.id.toString()},
                    {u"name"_s, r.name},
                    {u"website"_s, r.website},
                    {u"category"_s, r.category},
                    {u"da_score"_s, r.daScore},
                    {u"priority_tier"_s, r.priorityTier},
                    {u"is_active"_s, r.active},
                    {u"circuit_state"_s, saidWord(r.circuit, r.circuitWord)},
                    {u"circuit_open_until"_s, json(r.circuitOpenUntil)},
                    {u"updated_at"_s, json(r.updatedAt)},
                    {u"version"_s, r.version}},
                   r.odd);
}

QJsonObject toJson(const Worker &r)
{
    return withOdd({{u"id"_s, r.id.toString()},
                    {u"status"_s, saidWord(r.state, r.stateWord)},
                    {u"software_version"_s, r.softwareVersion},
                    {u"current_submission_id"_s, nullable(r.currentSubmission)},
                    {u"heartbeat_at"_s, json(r.heartbeatAt)},
                    {u"processed"_s, r.processed},
                    {u"failed"_s, r.failed},
                    {u"updated_at"_s, json(r.updatedAt)},
                    {u"version"_s, r.version}},
                   r.odd);
}

QJsonObject toJson(const Job &r)
{
    return withOdd({{u"id"_s, r.id.toString()},
                    {u"customer_id"_s, nullable(r.customer)},
                    {u"package_type"_s, nullable(r.package)},
                    {u"status"_s, saidWord(r.state, r.stateWord)},
                    {u"priority_score"_s, r.priorityScore},
                    {u"priority_override"_s, json(r.priorityOverride)},
                    {u"directories_total"_s, r.directoriesTotal},
                    {u"directories_completed"_s, r.directoriesCompleted},
                    {u"directories_failed"_s, r.directoriesFailed},
                    {u"progress"_s, r.progress},
                    {u"current_directory"_s, r.currentDirectory},
                    {u"worker_id"_s, nullable(r.worker)},
                    {u"due_at"_s, json(r.dueAt)},
                    {u"started_at"_s, json(r.startedAt)},
                    {u"completed_at"_s, json(r.completedAt)},
                    {u"paused_by"_s, r.pausedBy},
                    {u"paused_at"_s, json(r.pausedAt)},
                    {u"created_at"_s, json(r.createdAt)},
                    {u"updated_at"_s, json(r.updatedAt)},
                    {u"version"_s, r.version}},
                   r.odd);
}

QJsonObject toJson(const Submission &r)
{
    return withOdd({{u"id"_s, r.id.toString()},
                    {u"submission_queue_id"_s, nullable(r.job)},
                    {u"customer_id"_s, nullable(r.customer)},
                    {u"directory_id"_s, nullable(r.directory)},
                    {u"status"_s, saidWord(r.state, r.stateWord)},
                    {u"attempt"_s, r.attempt},
                    {u"max_attempts"_s, r.maxAttempts},
                    {u"last_error_code"_s, r.lastErrorCode},
                    {u"next_retry_at"_s, json(r.nextRetryAt)},
                    {u"success_probability"_s, json(r.successProbability)},
                    {u"processing_ms"_s, json(r.processingMs)},
                    {u"submitted_at"_s, json(r.submittedAt)},
                    {u"approved_at"_s, json(r.approvedAt)},
                    {u"failed_at"_s, json(r.failedAt)},
                    {u"created_at"_s, json(r.createdAt)},
                    {u"updated_at"_s, json(r.updatedAt)},
                    {u"version"_s, r.version}},
                   r.odd);
}

QJsonObject toJson(const EndedAttempt &r)
{
    return withOdd({{u"id"_s, r.id.toString()},
                    {u"submission_id"_s, nullable(r.submission)},
                    {u"job_id"_s, nullable(r.job)},
                    {u"customer_id"_s, nullable(r.customer)},
                    {u"directory_id"_s, nullable(r.directory)},
                    {u"attempt"_s, r.attempt},
                    {u"ended_at"_s, json(r.endedAt)},
                    {u"ms"_s, json(r.ms)},
                    {u"outcome"_s, saidWord(r.outcome, r.outcomeWord)},
                    {u"code"_s, r.code},
                    {u"updated_at"_s, json(r.updatedAt)},
                    {u"version"_s, r.version}},
                   r.odd);
}

QByteArray dumpOf(const Store &store, const HeldAttempts &attempts, const std::vector<Table> &tables)
{
    QJsonObject all;
    Sorted<EndedAttempt> ended;
    ended.reserve(attempts.size());
    for (const auto &[id, attempt] : attempts)
        ended.emplace_back(id.toString(), &attempt);
    for (const Table table : tables) {
        switch (table) {
        case Table::Packages:
            add(all, table, store.packages());
            break;
        case Table::Customers:
            add(all, table, store.customers());
            break;
        case Table::Directories:
            add(all, table, store.directories());
            break;
        case Table::Workers:
            add(all, table, store.workers());
            break;
        case Table::Jobs:
            add(all, table, store.jobs());
            break;
        case Table::Submissions:
            add(all, table, store.submissions());
            break;
        case Table::Attempts:
            add(all, table, ended);
            break;
        }
    }
    return QJsonDocument(all).toJson(QJsonDocument::Indented);
}

} // namespace bolt
