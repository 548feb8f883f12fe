// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/worker_book.h"

namespace bolt::backend {

namespace {

constexpr Micros writeSignAfter = Seconds(1);
constexpr Micros offlineAfter = Seconds(90); // contracts/domain.md, Stalls

} // namespace

WorkerState WorkerBook::seen(const std::string &workerId, std::string_view softwareVersion,
                             std::optional<WorkerState> state)
{
    const Instant now = m_db.now();
    Statement row = m_db.query("SELECT status, software_version, heartbeat_at FROM workers WHERE id = ?", workerId);
    if (!row.next()) {
        const WorkerState first = state.value_or(WorkerState::Online);
        m_db.run("INSERT INTO workers (id, status, software_version, heartbeat_at, started_at) VALUES (?, ?, ?, ?, ?)",
                 workerId, wordOf(first).toStdString(), softwareVersion, now, now);
        return first;
    }
    const WorkerState before = workerState(QString::fromStdString(row.text(0)));
    const WorkerState after =
        state.value_or(before == WorkerState::Draining ? WorkerState::Draining : WorkerState::Online);
    const bool newVersion = !softwareVersion.empty() && softwareVersion != row.view(1);
    const bool back = before == WorkerState::Offline && after != before;
    if (before == after && !newVersion && now - fromMicros(row.integer(2)) < writeSignAfter)
        return after;
    m_db.run(
        "UPDATE workers SET status = ?, software_version = iif(?, ?, software_version), heartbeat_at = ?,"
        " started_at = iif(?, ?, started_at), version = next_version(), updated_at = touched(updated_at) WHERE id = ?",
        wordOf(after).toStdString(), newVersion, softwareVersion, now, back, now, workerId);
    return after;
}

void WorkerBook::holds(const std::string &workerId, const std::string &submissionId)
{
    m_db.run("UPDATE workers SET current_submission_id = ?, heartbeat_at = ?, version = next_version(),"
             " updated_at = touched(updated_at) WHERE id = ? AND current_submission_id IS NOT ?",
             submissionId, m_db.now(), workerId, submissionId);
}

void WorkerBook::finished(const std::string &workerId, bool failed)
{
    m_db.run(
        "UPDATE workers SET processed = processed + 1, failed = failed + ?, heartbeat_at = ?,"
        " current_submission_id = (SELECT submission_id FROM submission_claims WHERE worker_id = workers.id LIMIT 1),"
        " version = next_version(), updated_at = touched(updated_at) WHERE id = ?",
        failed, m_db.now(), workerId);
}

int WorkerBook::loseSilent()
{
    return int(m_db.run("UPDATE workers SET status = 'offline', current_submission_id = NULL, version = next_version(),"
                        " updated_at = touched(updated_at) WHERE status <> 'offline' AND heartbeat_at <= ?",
                        m_db.now() - offlineAfter));
}

} // namespace bolt::backend
