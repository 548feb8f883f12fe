// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/work_queue.h"

#include "backend/rules/circuit_breaker.h"
#include "backend/rules/job_book.h"
#include "backend/rules/processing_log.h"
#include "backend/rules/retry_delay.h"
#include "backend/rules/rule_errors.h"
#include "backend/rules/submission_book.h"
#include "backend/rules/worker_book.h"
#include "models/domain/error_code.h"

#include <QCryptographicHash>

#include <algorithm>

namespace bolt::backend {

namespace {

using Event = WorkQueue::Event;
using Progress = WorkQueue::Progress;

constexpr int maxClaims = 50;
constexpr size_t maxWorkerId = 100;

struct OpenJob
{
    std::string id;
    int room = 0; ///< how many more may be in `submitting`
};

/// Jobs that may be worked on and have room, in queue order (contracts/domain.md).
std::vector<OpenJob> openJobs(Database &db)
{
    Statement row =
        db.query("SELECT j.id, p.concurrency - (SELECT count(*) FROM submission_claims c WHERE c.job_id = j.id) AS room"
                 " FROM jobs j JOIN packages p ON p.id = j.package_type"
                 " WHERE j.status IN ('pending', 'in_progress') AND j.deleted_at IS NULL AND room > 0"
                 " ORDER BY coalesce(j.priority_override, p.priority) - (? - j.created_at) / 3.6e9 / p.sla_hours,"
                 " j.created_at, j.id",
                 db.now());
    std::vector<OpenJob> jobs;
    while (row.next())
        jobs.push_back({row.text(0), int(row.integer(1))});
    return jobs;
}

/// A job's next submissions that may be worked on now: not before their time, not at an open circuit, at a half-open
/// one only when no probe is under way.
std::vector<WorkQueue::Claim> candidates(Database &db, const std::string &jobId, int limit)
{
    Statement row =
        db.query("SELECT s.id, s.customer_id, j.package_type, d.id, d.name, d.submission_url, d.category, "
                 "c.company_name, c.website,"
                 " c.business_data, s.attempt + 1, s.max_attempts, s.success_probability, d.circuit_state = 'half_open'"
                 " FROM directory_submissions s JOIN jobs j ON j.id = s.submission_queue_id"
                 " JOIN directories d ON d.id = s.directory_id JOIN customers c ON c.id = s.customer_id"
                 " WHERE s.submission_queue_id = ? AND s.status = 'pending' AND s.deleted_at IS NULL"
                 " AND (s.next_retry_at IS NULL OR s.next_retry_at <= ?) AND (d.circuit_state = 'closed'"
                 " OR (d.circuit_state = 'half_open' AND NOT EXISTS (SELECT 1 FROM submission_claims k WHERE "
                 "k.directory_id = d.id)))"
                 " ORDER BY s.next_retry_at, s.rowid LIMIT ?",
                 jobId, db.now(), limit);
    std::vector<WorkQueue::Claim> found;
    while (row.next()) {
        WorkQueue::Claim claim;
        claim.submissionId = row.text(0);
        claim.jobId = jobId;
        claim.customerId = row.text(1);
        claim.packageType = row.text(2);
        claim.directoryId = row.text(3);
        claim.directoryName = row.text(4);
        claim.submissionUrl = row.text(5);
        claim.category = row.text(6);
        claim.companyName = row.text(7);
        claim.website = row.text(8);
        claim.businessData = nlohmann::json::parse(row.view(9), nullptr, false);
        claim.attempt = int(row.integer(10));
        claim.maxAttempts = int(row.integer(11));
        if (!row.isNull(12))
            claim.successProbability = row.real(12);
        claim.probe = row.integer(13) != 0;
        found.push_back(std::move(claim));
    }
    return found;
}

void take(Database &db, const std::string &workerId, const WorkQueue::Claim &claim)
{
    SubmissionBook(db).start(claim.submissionId);
    db.run("INSERT INTO submission_claims (submission_id, job_id, directory_id, worker_id, last_event_at, probe,"
           " started_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
           claim.submissionId, claim.jobId, claim.directoryId, workerId, db.now(), claim.probe, db.now());
}

/// The service key may write any row, also of what a worker holds: a claim on what is not being submitted any more
/// would take room for ever, and stand in the way of the next one.
void dropStaleClaims(Database &db)
{
    db.run("DELETE FROM submission_claims WHERE NOT EXISTS (SELECT 1 FROM directory_submissions s"
           " WHERE s.id = submission_id AND s.status = 'submitting')");
}

void release(Database &db, const std::string &submissionId)
{
    db.run("DELETE FROM submission_claims WHERE submission_id = ?", submissionId);
}

/// Does this worker still hold it? Notes the sign of life.
bool holds(Database &db, const std::string &workerId, const std::string &submissionId)
{
    return db.run("UPDATE submission_claims SET last_event_at = ? WHERE submission_id = ? AND worker_id = ?", db.now(),
                  submissionId, workerId) > 0;
}

void log(Database &db, const SubmissionRow &row, const Event &event, const char *level, const std::string &message)
{
    appendLog(db, {row.jobId, row.id, row.customerId, level, event.workerId, message, event.details});
}

Progress answer(const JobRow &job, std::string_view submissionStatus = {}, std::optional<Instant> nextRetryAt = {})
{
    return {std::string(submissionStatus), nextRetryAt, job.status, job.progress};
}

Progress succeeded(Database &db, const SubmissionRow &row, const Event &event)
{
    SubmissionBook book(db);
    book.submit(row.id, event.listingData, event.processingMs);
    if (event.approved)
        book.approve(row.id, nlohmann::json::object());
    release(db, row.id);
    CircuitBreaker(db).record(row.directoryId, false);
    WorkerBook(db).finished(event.workerId, false);
    log(db, row, event, "SUCCESS", (event.approved ? "Listed on " : "Submitted to ") + row.directoryName);
    return answer(JobBook(db).refresh(row.jobId), event.approved ? "approved" : "submitted");
}

Progress failed(Database &db, const SubmissionRow &row, const Event &event)
{
    SubmissionBook book(db);
    const AttemptFailure failure{event.code, event.message, event.details, event.processingMs};
    const ErrorClass kind = errorClass(QString::fromStdString(event.code));
    const std::string reason =
        row.directoryName + ": " + event.code + (event.message.empty() ? "" : ", " + event.message);
    std::optional<Instant> nextRetryAt;
    if (kind == ErrorClass::Manual) {
        book.askPerson(row, failure);
        log(db, row, event, "WARNING", reason);
    } else {
        if (retriesByItself(kind) && row.attempt < row.maxAttempts && isActive(row.jobState))
            nextRetryAt = db.now() + retryDelay(row.attempt, db.random());
        book.fail(row, failure, nextRetryAt);
        CircuitBreaker(db).record(row.directoryId, true);
        log(db, row, event, nextRetryAt ? "WARNING" : "ERROR", reason);
    }
    release(db, row.id);
    WorkerBook(db).finished(event.workerId, true);
    return answer(JobBook(db).refresh(row.jobId), kind == ErrorClass::Manual ? "needs_verification" : "failed",
                  nextRetryAt);
}

/// submission_started and directory_progress.
Progress underWay(Database &db, const SubmissionRow &row, const Event &event)
{
    WorkerBook(db).holds(event.workerId, row.id);
    const bool started = event.type == "submission_started";
    log(db, row, event, started ? "INFO" : "DEBUG",
        started ? "Submitting to " + row.directoryName : row.directoryName + ": " + event.message);
    JobEdit edit;
    edit.currentDirectory = row.directoryName;
    edit.workerId = event.workerId;
    return answer(JobBook(db).refresh(row.jobId, edit), row.status);
}

/// Where a worker's last report of its kind on this job or submission is remembered with its answer.
std::string reportKey(const Event &event)
{
    return "report:" + event.type + ":" + event.workerId + ":" + event.jobId + event.submissionId;
}

/// The same words of another attempt are no repetition.
std::string hashOf(const Event &event, int attempt)
{
    const auto said = nlohmann::json::array({attempt, event.type, event.code, event.message, event.details,
                                             event.listingData, event.approved, event.processingMs.value_or(-1)});
    const std::string text = said.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256).toHex().toStdString();
}

void remember(Database &db, const Event &event, int attempt, const Progress &progress)
{
    nlohmann::json kept{{"s", progress.submissionStatus}, {"j", progress.jobStatus}, {"p", progress.jobProgress}};
    if (progress.nextRetryAt)
        kept["r"] = toMicros(*progress.nextRetryAt);
    db.run("INSERT OR REPLACE INTO idempotency (key, actor_id, body_hash, status, answer, at) VALUES (?, ?, ?, 200, ?,"
           " ?)",
           reportKey(event), event.workerId, hashOf(event, attempt), kept.dump(), db.now());
}

/// The answer to the same report before: it was lost on its way to the worker.
std::optional<Progress> firstAnswer(Database &db, const Event &event, int attempt)
{
    Statement row = db.query("SELECT answer FROM idempotency WHERE key = ? AND actor_id = ? AND body_hash = ?",
                             reportKey(event), event.workerId, hashOf(event, attempt));
    if (!row.next())
        return {};
    const auto kept = nlohmann::json::parse(row.view(0), nullptr, false);
    if (!kept.is_object())
        return {};
    Progress progress{kept.value("s", ""), {}, kept.value("j", ""), kept.value("p", 0)};
    if (kept.contains("r"))
        progress.nextRetryAt = fromMicros(kept.value("r", qint64(0)));
    return progress;
}

/// `act` what was not reported before, and remember what it answers.
template<class Act>
Result<Progress> once(Database &db, const Event &event, int attempt, Act act)
{
    if (const auto first = firstAnswer(db, event, attempt))
        return *first;
    const Result<Progress> progress = act();
    if (progress)
        remember(db, event, attempt, *progress);
    return progress;
}

Result<Progress> ofSubmission(Database &db, const Event &event)
{
    const std::optional<SubmissionRow> row = SubmissionBook(db).find(event.submissionId);
    if (!row)
        return notFound("submission", event.submissionId);
    const int attempt = event.attempt.value_or(row->attempt);
    const bool held = holds(db, event.workerId, event.submissionId) && attempt == row->attempt;
    const auto act = [&]() -> Result<Progress> {
        if (!held)
            return conflict("not_claimed", "This worker does not hold the submission; it is " + row->status + ".");
        if (event.type == "submission_success")
            return succeeded(db, *row, event);
        return event.type == "submission_failed" ? failed(db, *row, event) : underWay(db, *row, event);
    };
    return event.type == "directory_progress" ? act() : once(db, event, attempt, act);
}

Result<Progress> ofJob(Database &db, const Event &event)
{
    JobBook book(db);
    const std::optional<JobRow> job = book.find(event.jobId);
    if (!job)
        return notFound("job", event.jobId);
    if (event.type == "job_completed") {
        // The last submission that was settled has ended it already. Nothing is written, so a repetition needs no
        // memory; and a job that staff reopened is not done.
        if (isActive(job->state))
            return conflict("job_not_done", "The job still has submissions to do.");
        return answer(*job);
    }
    const auto refusal = [&] { return conflict("bad_state", "The job is " + job->status + "."); };
    // What staff stopped is told, whatever was answered before.
    if (job->state == JobState::Paused || job->state == JobState::Cancelled)
        return refusal();
    return once(db, event, 0, [&]() -> Result<Progress> {
        if (job->state != JobState::Pending && job->state != JobState::InProgress)
            return refusal();
        JobEdit edit;
        edit.state = JobState::InProgress;
        edit.workerId = event.workerId;
        if (job->state == JobState::Pending)
            appendLog(db, {job->id, {}, job->customerId, "INFO", event.workerId, "Job started", event.details});
        return answer(book.refresh(job->id, edit));
    });
}

Progress judged(Database &db, const SubmissionRow &row, const Event &event)
{
    SubmissionBook book(db);
    if (event.approved) {
        book.approve(row.id, event.listingData);
        log(db, row, event, "SUCCESS", row.directoryName + " approved the listing");
    } else {
        book.reject(row, event.message);
        log(db, row, event, "ERROR", row.directoryName + " rejected the listing: " + event.message);
    }
    return answer(JobBook(db).refresh(row.jobId), event.approved ? "approved" : "rejected");
}

Outcome checkWorkerId(const std::string &workerId)
{
    if (!workerId.empty() && workerId.size() <= maxWorkerId)
        return Done{};
    FieldReasons reasons;
    reasons.add("worker_id", "must have 1 to 100 characters");
    return reasons.error();
}

} // namespace

Result<std::vector<WorkQueue::Claim>> WorkQueue::claim(const std::string &workerId, const std::string &workerVersion,
                                                       int limit)
{
    if (Outcome checked = checkWorkerId(workerId); !checked)
        return checked.error();
    return m_db.write([&]() -> Result<std::vector<Claim>> {
        std::vector<Claim> claims;
        if (WorkerBook(m_db).seen(workerId, workerVersion) == WorkerState::Draining)
            return claims;
        dropStaleClaims(m_db);
        const int wanted = std::clamp(limit, 1, maxClaims);
        for (const OpenJob &job : openJobs(m_db)) {
            const int room = std::min(job.room, wanted - int(claims.size()));
            if (room == 0)
                break;
            std::vector<Claim> taken = candidates(m_db, job.id, room);
            if (taken.empty())
                continue;
            for (const Claim &claim : taken)
                take(m_db, workerId, claim);
            JobEdit edit;
            edit.state = JobState::InProgress;
            edit.workerId = workerId;
            edit.currentDirectory = taken.front().directoryName;
            JobBook(m_db).refresh(job.id, edit);
            std::move(taken.begin(), taken.end(), std::back_inserter(claims));
        }
        if (!claims.empty())
            WorkerBook(m_db).holds(workerId, claims.front().submissionId);
        return claims;
    });
}

Outcome WorkQueue::heartbeat(const std::string &workerId, const std::string &workerVersion, const std::string &status)
{
    if (Outcome checked = checkWorkerId(workerId); !checked)
        return checked;
    const WorkerState state = workerState(QString::fromStdString(status));
    if (state == WorkerState::Unknown) {
        FieldReasons reasons;
        reasons.add("status", "must be online, draining or offline");
        return reasons.error();
    }
    return m_db.write([&]() -> Outcome {
        WorkerBook(m_db).seen(workerId, workerVersion, state);
        return Done{};
    });
}

Result<WorkQueue::Progress> WorkQueue::report(const Event &event)
{
    constexpr std::string_view jobEvents[] = {"job_started", "job_completed"};
    constexpr std::string_view submissionEvents[] = {"submission_started", "submission_success", "submission_failed",
                                                     "directory_progress"};
    const auto isOneOf = [&](const auto &names) {
        return std::find(std::begin(names), std::end(names), event.type) != std::end(names);
    };
    const bool forJob = isOneOf(jobEvents);
    if (!forJob && !isOneOf(submissionEvents))
        return invalid("unknown_event", "There is no event '" + event.type + "'.");
    if (Outcome checked = checkWorkerId(event.workerId); !checked)
        return checked.error();
    return m_db.write([&]() -> Result<Progress> {
        WorkerBook(m_db).seen(event.workerId);
        return forJob ? ofJob(m_db, event) : ofSubmission(m_db, event);
    });
}

Result<WorkQueue::Progress> WorkQueue::directoryAnswer(const Event &event)
{
    if (Outcome checked = checkWorkerId(event.workerId); !checked)
        return checked.error();
    return m_db.write([&]() -> Result<Progress> {
        const std::optional<SubmissionRow> row = SubmissionBook(m_db).find(event.submissionId);
        if (!row)
            return notFound("submission", event.submissionId);
        return once(m_db, event, event.attempt.value_or(row->attempt), [&]() -> Result<Progress> {
            if (row->state != SubmissionState::Submitted)
                return conflict("bad_state", "The submission is " + row->status + ".");
            return judged(m_db, *row, event);
        });
    });
}

} // namespace bolt::backend
