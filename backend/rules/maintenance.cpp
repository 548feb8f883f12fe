// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/maintenance.h"

#include "backend/rules/circuit_breaker.h"
#include "backend/rules/forgetting.h"
#include "backend/rules/job_book.h"
#include "backend/rules/processing_log.h"
#include "backend/rules/submission_book.h"
#include "backend/rules/worker_book.h"

#include <algorithm>

namespace bolt::backend {

namespace {

// contracts/domain.md: Stalls, sync_tick.
constexpr Micros stalledAfter = std::chrono::minutes(2);
constexpr Micros syncTickEvery = Seconds(15);
// A worker that lives but has forgotten a submission (restarted under its name) says nothing about it any more.
constexpr Micros forgottenAfter = std::chrono::minutes(30);
constexpr Micros agingEvery = std::chrono::minutes(1);
constexpr Micros pruneEvery = Seconds(5);
constexpr Micros sweepEvery = std::chrono::minutes(1);
// One tick must not hold up the server: the rest follows in the next.
constexpr int maxPerTick = 500;
// What is to be forgotten gets a little time instead, and as many steps as fit into it.
constexpr Micros forgettingTakes = Millis(20);
// And no more changes than a desk takes in without a pause.
constexpr int maxTold = 1000;

bool isDue(std::optional<Micros> &last, Micros every, Micros now)
{
    if (last && now - *last < every)
        return false;
    last = now;
    return true;
}

struct Stall
{
    std::string submissionId;
    std::string workerId;
};

std::vector<Stall> stalls(Database &db)
{
    Statement row = db.query(
        "SELECT c.submission_id, c.worker_id FROM submission_claims c LEFT JOIN workers w ON w.id = c.worker_id"
        " WHERE coalesce(w.heartbeat_at, 0) <= ? OR c.last_event_at <= ? LIMIT ?",
        db.now() - stalledAfter, db.now() - forgottenAfter, maxPerTick);
    std::vector<Stall> found;
    while (row.next())
        found.push_back({row.text(0), row.text(1)});
    return found;
}

void endStall(Database &db, const Stall &stall)
{
    SubmissionBook book(db);
    const std::optional<SubmissionRow> row = book.find(stall.submissionId);
    const bool open = row && row->state == SubmissionState::Submitting;
    const AttemptFailure failure{
        "TIMEOUT", "Worker " + stall.workerId + " fell silent", {{"worker_id", stall.workerId}}, {}};
    // The attempt counts: what was the last one, or belongs to a job that has ended, does not come back.
    if (open && row->attempt < row->maxAttempts && isActive(row->jobState))
        book.giveBack(*row, failure);
    else if (open)
        book.fail(*row, failure, {});
    db.run("DELETE FROM submission_claims WHERE submission_id = ?", stall.submissionId);
    if (!open)
        return;
    appendLog(db, {row->jobId, row->id, row->customerId, "WARNING", "backend",
                   row->directoryName + ": given back, worker " + stall.workerId + " fell silent", failure.details});
    JobBook(db).refresh(row->jobId);
}

int endStalls(Database &db)
{
    const std::vector<Stall> found = stalls(db);
    for (const Stall &stall : found)
        endStall(db, stall);
    return int(found.size());
}

/// failed → pending, when its time has come. No counter moves: a failed one that waits is not counted as failed.
int makeDueRetries(Database &db)
{
    Statement row =
        db.query("SELECT id FROM directory_submissions WHERE status = 'failed' AND next_retry_at IS NOT NULL"
                 " AND next_retry_at <= ? ORDER BY next_retry_at LIMIT ?",
                 db.now(), maxPerTick);
    std::vector<std::string> ids;
    while (row.next())
        ids.push_back(row.text(0));
    SubmissionBook book(db);
    for (const std::string &id : ids)
        book.makePending(id, {});
    return int(ids.size());
}

/// The service key may write any row: what is in `submitting` without anybody who holds it is given back.
int giveBackUnheld(Database &db)
{
    std::vector<std::string> ids;
    Statement row = db.query("SELECT s.id FROM jobs j JOIN directory_submissions s ON s.submission_queue_id = j.id"
                             " WHERE j.status IN ('pending', 'in_progress', 'paused') AND s.status = 'submitting'"
                             " AND NOT EXISTS (SELECT 1 FROM submission_claims c WHERE c.submission_id = s.id) LIMIT ?",
                             maxPerTick);
    while (row.next())
        ids.push_back(row.text(0));
    for (const std::string &id : ids)
        endStall(db, {id, "(nobody)"});
    return int(ids.size());
}

/// Step by step, each of another kind than the one before; the next tick goes on with `next`, so that none is left out.
/// False: the tick's bounds ended it after something went, so there may be more.
bool forget(Database &db, size_t &next)
{
    const std::span<const Forgetting> kinds = forgettings();
    const Micros until = db.clock().monotonic() + forgettingTakes;
    int mayTell = maxTold;
    bool went = false;
    bool late = false;
    std::optional<size_t> untold;                          // the first whose rows may not be told any more
    for (size_t done = 0; done < kinds.size() && !late;) { // done: in a row
        const size_t turn = next++ % kinds.size();
        const Forgetting &kind = kinds[turn];
        const int most = kind.told ? std::min(maxPerTick, mayTell) : maxPerTick;
        if (most == 0 && !untold)
            untold = turn;
        const int gone = most > 0 ? int(db.run(kind.sql, db.now() - kind.kept, most)) : 0;
        mayTell -= kind.told ? gone : 0;
        went = went || gone > 0;
        done = gone > 0 && gone == most ? 0 : done + 1;
        late = db.clock().monotonic() >= until;
    }
    next = untold.value_or(next);
    return !untold && !(late && went);
}

} // namespace

Result<Maintenance::Report> Maintenance::tick()
{
    return m_db.write([&]() -> Result<Report> {
        const Micros now = m_db.clock().monotonic();
        Report report;
        report.workersLost = WorkerBook(m_db).loseSilent();
        report.stallsEnded = endStalls(m_db);
        report.retriesDue = makeDueRetries(m_db);
        report.circuitsHalfOpened = CircuitBreaker(m_db).halfOpenDue();
        if (isDue(m_lastAging, agingEvery, now))
            report.scoresRefreshed = JobBook(m_db).agePriorities();
        if (isDue(m_lastPrune, pruneEvery, now) && !forget(m_db, m_nextForgotten))
            m_lastPrune.reset();
        if (isDue(m_lastSweep, sweepEvery, now))
            report.stallsEnded += giveBackUnheld(m_db);
        report.ticked = isDue(m_lastSyncTick, syncTickEvery, now);
        if (report.ticked)
            m_db.run("UPDATE sync_tick SET n = n + 1, at = ? WHERE name = 'backend'", m_db.now());
        return report;
    });
}

} // namespace bolt::backend
