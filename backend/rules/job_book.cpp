// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/job_book.h"

#include "backend/db/json_row.h"

#include <cmath>
#include <cstdio>

namespace bolt::backend {

namespace {

struct Counts
{
    int total = 0;
    int completed = 0;
    int failed = 0;

    int progress() const { return total == 0 ? 0 : 100 * (completed + failed) / total; }
    bool allSettled() const { return total > 0 && completed + failed == total; }
    bool operator==(const Counts &) const = default;
};

/// Source: contracts/domain.md, States. A failed submission without a time for its next try has no attempts left.
Counts count(Database &db, const std::string &jobId)
{
    Statement row =
        db.query("SELECT count(*), sum(status IN ('submitted', 'approved')), sum(status IN ('rejected', 'skipped')"
                 " OR (status = 'failed' AND next_retry_at IS NULL)) FROM directory_submissions"
                 " WHERE submission_queue_id = ?",
                 jobId);
    if (!row.next())
        return {};
    return {int(row.integer(0)), int(row.integer(1)), int(row.integer(2))};
}

/// A job's columns that `refresh` may change; compared to see whether anything does.
struct Written
{
    std::string status;
    std::string score;
    Counts counts;
    int progress = 0;
    std::string currentDirectory;
    std::string workerId;
    std::optional<Instant> startedAt;
    std::optional<Instant> completedAt;
    std::string pause;    ///< of `metadata`, as JSON; empty: none
    std::string reopened; ///< likewise; while it runs again
    bool operator==(const Written &) const = default;
};

struct Loaded
{
    Written written;
    std::string customerId;
    int priority = 0;
    int slaHours = 1;
    Instant createdAt;
};

// Of `metadata`: JobEdit.
constexpr std::string_view pauseKey = "pause";
constexpr std::string_view reopenedKey = "reopened";

std::string pathOf(std::string_view key) { return "'$." + std::string(key) + "'"; }

/// SQL for `metadata` with this deed, bound twice: empty takes it away.
std::string withDeed(const std::string &metadata, std::string_view key)
{
    const std::string path = pathOf(key);
    return "(SELECT CASE ? WHEN coalesce(json_extract(m, " + path + "), '') THEN m WHEN '' THEN json_remove(m, " +
           path + ") ELSE json_set(m, " + path + ", json(?)) END FROM (SELECT " + metadata + " AS m))";
}

std::optional<Loaded> loadJob(Database &db, const std::string &jobId)
{
    static const std::string sql =
        "SELECT j.status, j.priority_score, j.directories_total, j.directories_completed,"
        " j.directories_failed, j.progress, j.current_directory, j.worker_id, j.started_at,"
        " j.completed_at, j.customer_id, coalesce(j.priority_override, p.priority), p.sla_hours,"
        " j.created_at, json_extract(j.metadata, " +
        pathOf(pauseKey) + "), json_extract(j.metadata, " + pathOf(reopenedKey) +
        ") FROM jobs j JOIN packages p ON p.id = j.package_type WHERE j.id = ?";
    Statement row = db.query(sql, jobId);
    if (!row.next())
        return {};
    Loaded job;
    job.written = {row.text(0),         row.text(1),    {int(row.integer(2)), int(row.integer(3)), int(row.integer(4))},
                   int(row.integer(5)), row.text(6),    row.text(7),
                   row.instant(8),      row.instant(9), row.text(14),
                   row.text(15)};
    job.customerId = row.text(10);
    job.priority = int(row.integer(11));
    job.slaHours = int(row.integer(12));
    job.createdAt = fromMicros(row.integer(13));
    return job;
}

JobState stateOf(const std::string &word) { return jobState(QString::fromStdString(word)); }

/// Sets the state with the stamps and fields that follow from it.
void enter(Written &job, JobState state, Instant now)
{
    job.status = wordOf(state).toStdString();
    if (state == JobState::InProgress && !job.startedAt)
        job.startedAt = now;
    if (state == JobState::Completed && !job.completedAt)
        job.completedAt = now;
    if (state != JobState::Paused)
        job.pause.clear();
    if (!isActive(state)) {
        job.currentDirectory.clear();
        job.reopened.clear();
    }
}

void store(Database &db, const std::string &jobId, const Written &job)
{
    const auto orNull = [](const std::string &text) { return text.empty() ? std::nullopt : std::optional(text); };
    static const std::string sql =
        "UPDATE jobs SET status = ?, priority_score = ?, directories_total = ?, directories_completed = ?,"
        " directories_failed = ?, progress = ?, current_directory = ?, worker_id = ?, started_at = ?, completed_at = ?,"
        " metadata = " +
        withDeed(withDeed("metadata", pauseKey), reopenedKey) +
        ", version = next_version(), updated_at = touched(updated_at) WHERE id = ?";
    db.run(sql, job.status, job.score, job.counts.total, job.counts.completed, job.counts.failed, job.progress,
           orNull(job.currentDirectory), orNull(job.workerId), job.startedAt, job.completedAt, job.reopened,
           job.reopened, job.pause, job.pause, jobId);
}

/// Who did it, and when.
std::string deedText(const std::string &by, Instant at)
{
    std::string text = "{\"by\":";
    appendJsonString(text, by);
    text += ",\"at\":";
    appendJsonInstant(text, at);
    return text + '}';
}

} // namespace

std::string JobBook::score(int priority, Micros waiting, int slaHours)
{
    constexpr double microsPerHour = 3.6e9;
    const double value = priority - double(waiting.count()) / microsPerHour / slaHours;
    char text[40];
    std::snprintf(text, sizeof text, "%.3f", std::abs(value) < 0.0005 ? 0.0 : value);
    return text;
}

nlohmann::json JobBook::withoutDeeds(nlohmann::json metadata)
{
    for (const std::string_view key : {pauseKey, reopenedKey})
        metadata.erase(std::string(key));
    return metadata;
}

std::optional<JobRow> JobBook::find(const std::string &jobId)
{
    Statement row =
        m_db.query("SELECT status, customer_id, progress FROM jobs WHERE id = ? AND deleted_at IS NULL", jobId);
    if (!row.next())
        return {};
    return JobRow{jobId, row.text(1), stateOf(row.text(0)), row.text(0), int(row.integer(2))};
}

JobRow JobBook::refresh(const std::string &jobId, const JobEdit &edit)
{
    const std::optional<Loaded> loaded = loadJob(m_db, jobId);
    if (!loaded)
        return {};
    const Instant now = m_db.now();
    Written job = loaded->written;
    job.counts = count(m_db, jobId);
    job.progress = job.counts.progress();
    if (edit.currentDirectory)
        job.currentDirectory = *edit.currentDirectory;
    if (edit.workerId)
        job.workerId = *edit.workerId;
    if (edit.state)
        enter(job, *edit.state, now);
    if (!edit.pausedBy.empty())
        job.pause = deedText(edit.pausedBy, now);
    if (!edit.reopenedBy.empty())
        job.reopened = deedText(edit.reopenedBy, now);
    if (isActive(stateOf(job.status)) && job.counts.allSettled())
        enter(job, 2 * job.counts.completed >= job.counts.total ? JobState::Completed : JobState::Failed, now);
    // Aging alone is no reason to write: Maintenance does that.
    if (job != loaded->written) {
        if (isActive(stateOf(job.status)))
            job.score = score(loaded->priority, now - loaded->createdAt, loaded->slaHours);
        store(m_db, jobId, job);
    }
    return {jobId, loaded->customerId, stateOf(job.status), job.status, job.progress};
}

void JobBook::setPriority(const std::string &jobId, std::optional<int> priority)
{
    const std::optional<Loaded> job = loadJob(m_db, jobId);
    if (!job)
        return;
    Statement package =
        m_db.query("SELECT p.priority FROM jobs j JOIN packages p ON p.id = j.package_type WHERE j.id = ?", jobId);
    const int byPackage = package.next() ? int(package.integer(0)) : 0;
    m_db.run("UPDATE jobs SET priority_override = ?, priority_score = ?, version = next_version(),"
             " updated_at = touched(updated_at) WHERE id = ?",
             priority, score(priority.value_or(byPackage), m_db.now() - job->createdAt, job->slaHours), jobId);
}

int JobBook::agePriorities()
{
    Statement row =
        m_db.query("SELECT j.id, coalesce(j.priority_override, p.priority), j.created_at, p.sla_hours FROM jobs j"
                   " JOIN packages p ON p.id = j.package_type WHERE j.status IN ('pending', 'in_progress', 'paused')"
                   " AND abs(coalesce(j.priority_override, p.priority) - (? - j.created_at) / 3.6e9 / p.sla_hours"
                   " - j.priority_score) >= 0.05 LIMIT 200",
                   m_db.now());
    std::vector<std::pair<std::string, std::string>> aged;
    while (row.next())
        aged.emplace_back(row.text(0),
                          score(int(row.integer(1)), m_db.now() - fromMicros(row.integer(2)), int(row.integer(3))));
    for (const auto &[id, value] : aged)
        m_db.run("UPDATE jobs SET priority_score = ?, version = next_version(), updated_at = touched(updated_at) WHERE "
                 "id = ?",
                 value, id);
    return int(aged.size());
}

} // namespace bolt::backend
