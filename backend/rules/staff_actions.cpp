// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/staff_actions.h"

#include "backend/db/json_row.h"
#include "backend/rules/audit.h"
#include "backend/rules/job_book.h"
#include "backend/rules/processing_log.h"
#include "backend/rules/submission_book.h"
#include "backend/rules/submission_filter.h"

#include <functional>
#include <map>

namespace bolt::backend {

namespace {

using nlohmann::json;

/// A bulk action on submissions: what each of them becomes, and how.
struct BulkAction
{
    AuditEntry entry;
    Permission permission;
    const char *done; ///< for the log: "retried", …
    bool reopens;     ///< also of jobs that are completed
    std::function<std::optional<Refusal>(const SubmissionRow &)> refuse;
    std::function<void(SubmissionBook &, const SubmissionRow &)> apply;
};

Refusal badState(const SubmissionRow &row, const char *verb)
{
    return {row.id, "bad_state", "A submission that is " + row.status + " cannot be " + verb + "."};
}

std::optional<Refusal> refuseByJob(const SubmissionRow &row, bool reopens)
{
    if (row.jobState == JobState::Cancelled)
        return Refusal{row.id, "job_cancelled", "Its job is cancelled."};
    if (isFinal(row.jobState) && !reopens)
        return Refusal{row.id, "job_final", "Its job is " + row.jobStatus + "."};
    return {};
}

/// Applies one action to many submissions; afterwards each job is counted once. A job that had ended and got work again
/// runs again.
Receipt applyToAll(Database &db, const Actor &actor, const BulkAction &action, const std::vector<std::string> &ids)
{
    Receipt receipt;
    receipt.actionId = actor.key;
    SubmissionBook book(db);
    std::map<std::string, int> jobs; // ordered, so that the commit's order does not depend on hashing
    for (const std::string &id : ids) {
        const std::optional<SubmissionRow> row = book.find(id);
        std::optional<Refusal> refusal;
        if (!row)
            refusal = Refusal{id, "not_found", "There is no such submission."};
        else if (!(refusal = refuseByJob(*row, action.reopens)))
            refusal = action.refuse(*row);
        if (refusal) {
            receipt.rejected.push_back(std::move(*refusal));
            continue;
        }
        action.apply(book, *row);
        receipt.applied.push_back(id);
        ++jobs[row->jobId];
    }
    JobBook jobBook(db);
    for (const auto &[jobId, count] : jobs) {
        const std::optional<JobRow> job = jobBook.find(jobId);
        JobEdit edit;
        const bool ended = job && (job->state == JobState::Failed || job->state == JobState::Completed);
        if (ended)
            edit.state = JobState::InProgress;
        const bool reopened = ended && action.reopens;
        if (reopened) {
            edit.reopenedBy = actor.email;
            receipt.reopened.push_back(jobId);
        }
        const JobRow after = jobBook.refresh(jobId, edit);
        const std::string what = count == 1 ? "1 submission " : std::to_string(count) + " submissions ";
        appendLog(db, {jobId,
                       {},
                       after.customerId,
                       "INFO",
                       "staff",
                       (reopened ? "Job reopened: " : "") + what + action.done + " by " + actor.email});
    }
    return receipt;
}

Result<Receipt> runBulk(Database &db, const Actor &actor, BulkAction action, const SubmissionSelection &which)
{
    if (Outcome allowed = checkRole(actor, action.permission); !allowed)
        return allowed.error();
    return db.write([&]() -> Result<Receipt> {
        Result<std::vector<std::string>> ids = resolve(db, which);
        if (!ids)
            return ids.error();
        if (which.filter)
            action.entry.params["filter"] = *which.filter;
        const Receipt receipt = applyToAll(db, actor, action, *ids);
        action.entry.targets = std::move(*ids);
        audit(db, actor, action.entry, receipt);
        return receipt;
    });
}

BulkAction retryAction(std::optional<Instant> notBefore)
{
    json params = json::object();
    if (notBefore) {
        std::string when;
        appendJsonInstant(when, *notBefore);
        params["not_before"] = json::parse(when);
    }
    return {{"submissions.retry", "submission", {}, std::move(params)},
            Permission::RetrySubmission,
            "retried",
            true,
            [](const SubmissionRow &row) -> std::optional<Refusal> {
                if (row.state == SubmissionState::Failed)
                    return {};
                return badState(row, "retried");
            },
            [notBefore](SubmissionBook &book, const SubmissionRow &row) { book.makePending(row.id, notBefore); }};
}

std::vector<std::string> submissionsOf(Database &db, const std::string &jobId, std::string_view condition)
{
    Statement row =
        db.query("SELECT id FROM directory_submissions WHERE submission_queue_id = ? AND deleted_at IS NULL AND " +
                     std::string(condition) + " ORDER BY rowid",
                 jobId);
    std::vector<std::string> ids;
    while (row.next())
        ids.push_back(row.text(0));
    return ids;
}

/// An action on one job: `change` says why not, or does it.
using JobChange = std::function<std::optional<Refusal>(JobBook &, const JobRow &)>;

Result<Receipt> runOnJob(Database &db, const Actor &actor, Permission permission, AuditEntry entry, const char *done,
                         const JobChange &change)
{
    if (Outcome allowed = checkRole(actor, permission); !allowed)
        return allowed.error();
    return db.write([&]() -> Result<Receipt> {
        const std::string &jobId = entry.targets.front();
        Receipt receipt;
        receipt.actionId = actor.key;
        JobBook book(db);
        const std::optional<JobRow> job = book.find(jobId);
        std::optional<Refusal> refusal;
        if (!job)
            refusal = Refusal{jobId, "not_found", "There is no such job."};
        else
            refusal = change(book, *job);
        if (refusal) {
            receipt.rejected.push_back(std::move(*refusal));
        } else {
            receipt.applied.push_back(jobId);
            appendLog(db,
                      {jobId, {}, job->customerId, "INFO", "staff", std::string("Job ") + done + " by " + actor.email});
        }
        audit(db, actor, entry, receipt);
        return receipt;
    });
}

Refusal jobInBadState(const JobRow &job, const char *verb)
{
    return {job.id, isFinal(job.state) ? "job_final" : "bad_state",
            "A job that is " + job.status + " cannot be " + verb + "."};
}

} // namespace

Result<Receipt> StaffActions::retry(const Actor &actor, const SubmissionSelection &which,
                                    std::optional<Instant> notBefore)
{
    return runBulk(m_db, actor, retryAction(notBefore), which);
}

Result<Receipt> StaffActions::skip(const Actor &actor, const SubmissionSelection &which)
{
    return runBulk(m_db, actor,
                   {{"submissions.skip", "submission", {}},
                    Permission::SkipSubmission,
                    "skipped",
                    false,
                    [](const SubmissionRow &row) -> std::optional<Refusal> {
                        if (mayChange(row.state, SubmissionState::Skipped))
                            return {};
                        return badState(row, "skipped");
                    },
                    [](SubmissionBook &book, const SubmissionRow &row) { book.skip(row.id); }},
                   which);
}

Result<Receipt> StaffActions::verify(const Actor &actor, const SubmissionSelection &which,
                                     const std::optional<json> &listingData)
{
    json params = json::object();
    if (listingData)
        params["listing_data"] = *listingData;
    return runBulk(m_db, actor,
                   {{"submissions.verify", "submission", {}, std::move(params)},
                    Permission::VerifySubmission,
                    "verified",
                    false,
                    [](const SubmissionRow &row) -> std::optional<Refusal> {
                        if (row.state == SubmissionState::NeedsVerification)
                            return {};
                        return badState(row, "marked verified");
                    },
                    [&listingData](SubmissionBook &book, const SubmissionRow &row) {
                        if (listingData)
                            book.submit(row.id, *listingData, {});
                        else
                            book.makePending(row.id, {});
                    }},
                   which);
}

Result<Receipt> StaffActions::pauseJob(const Actor &actor, const std::string &jobId)
{
    return runOnJob(m_db, actor, Permission::PauseJob, {"jobs.pause", "job", {jobId}}, "paused",
                    [&actor](JobBook &book, const JobRow &job) -> std::optional<Refusal> {
                        if (!mayChange(job.state, JobState::Paused))
                            return jobInBadState(job, "paused");
                        JobEdit edit;
                        edit.state = JobState::Paused;
                        edit.pausedBy = actor.email;
                        book.refresh(job.id, edit);
                        return {};
                    });
}

Result<Receipt> StaffActions::resumeJob(const Actor &actor, const std::string &jobId)
{
    return runOnJob(m_db, actor, Permission::ResumeJob, {"jobs.resume", "job", {jobId}}, "resumed",
                    [this](JobBook &book, const JobRow &job) -> std::optional<Refusal> {
                        if (job.state != JobState::Paused && job.state != JobState::Failed)
                            return jobInBadState(job, "resumed");
                        if (job.state == JobState::Failed) {
                            SubmissionBook submissions(m_db);
                            for (const std::string &id : submissionsOf(m_db, job.id, "status = 'failed'"))
                                submissions.makePending(id, {});
                        }
                        JobEdit edit;
                        edit.state = JobState::InProgress;
                        book.refresh(job.id, edit);
                        return {};
                    });
}

Result<Receipt> StaffActions::cancelJob(const Actor &actor, const std::string &jobId)
{
    return runOnJob(m_db, actor, Permission::CancelJob, {"jobs.cancel", "job", {jobId}}, "cancelled",
                    [this](JobBook &book, const JobRow &job) -> std::optional<Refusal> {
                        if (!mayChange(job.state, JobState::Cancelled))
                            return jobInBadState(job, "cancelled");
                        SubmissionBook submissions(m_db);
                        constexpr std::string_view open =
                            "(status = 'pending' OR (status = 'failed' AND next_retry_at IS NOT NULL))";
                        for (const std::string &id : submissionsOf(m_db, job.id, open))
                            submissions.skip(id);
                        JobEdit edit;
                        edit.state = JobState::Cancelled;
                        book.refresh(job.id, edit);
                        return {};
                    });
}

Result<Receipt> StaffActions::retryFailedOfJob(const Actor &actor, const std::string &jobId)
{
    if (Outcome allowed = checkRole(actor, Permission::RetrySubmission); !allowed)
        return allowed.error();
    return m_db.write([&]() -> Result<Receipt> {
        BulkAction action = retryAction({});
        action.entry = {"jobs.retry-failed", "job", {jobId}};
        Receipt receipt;
        receipt.actionId = actor.key;
        const std::optional<JobRow> job = JobBook(m_db).find(jobId);
        if (!job)
            receipt.rejected.push_back({jobId, "not_found", "There is no such job."});
        else if (job->state == JobState::Cancelled)
            receipt.rejected.push_back(jobInBadState(*job, "retried"));
        else
            receipt = applyToAll(m_db, actor, action, submissionsOf(m_db, jobId, "status = 'failed'"));
        audit(m_db, actor, action.entry, receipt);
        return receipt;
    });
}

Result<Receipt> StaffActions::changePriority(const Actor &actor, const std::string &jobId, std::optional<int> priority)
{
    json params{{"priority_override", nullptr}};
    if (priority)
        params["priority_override"] = *priority;
    return runOnJob(m_db, actor, Permission::ChangePriority, {"jobs.priority", "job", {jobId}, std::move(params)},
                    "given another priority", [&](JobBook &book, const JobRow &job) -> std::optional<Refusal> {
                        if (!isActive(job.state) && job.state != JobState::Failed)
                            return jobInBadState(job, "given another priority");
                        book.setPriority(job.id, priority);
                        return {};
                    });
}

} // namespace bolt::backend
