// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/submission_book.h"

#include "backend/db/json_row.h"

namespace bolt::backend {

namespace {

/// As stored: compact, and with what is no UTF-8 replaced instead of thrown at.
std::string stored(const nlohmann::json &value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string logEntry(Instant at, int attempt, const AttemptFailure &failure)
{
    std::string when;
    appendJsonInstant(when, at);
    return stored({{"at", when.substr(1, when.size() - 2)},
                   {"attempt", attempt},
                   {"code", failure.code},
                   {"message", failure.message},
                   {"details", failure.details}});
}

/// Worker messages say where in the form they were; only a short word is kept.
std::optional<std::string> stepOf(const AttemptFailure &failure)
{
    constexpr size_t longest = 100;
    const auto step = failure.details.is_object() ? failure.details.find("step") : failure.details.end();
    if (!failure.details.is_object() || step == failure.details.end() || !step->is_string())
        return {};
    const auto &word = step->get_ref<const std::string &>();
    return word.empty() || word.size() > longest ? std::nullopt : std::optional(word);
}

/// One row of `submission_attempts`, of the submission as it stands and whoever holds it (contracts/domain.md,
/// Metrics).
struct AttemptEnd
{
    const char *outcome;
    std::optional<int> ms;
    std::optional<std::string> code;
    std::optional<std::string> step;
};

void append(Database &db, const std::string &id, const AttemptEnd &end)
{
    db.run("INSERT INTO submission_attempts (submission_id, job_id, customer_id, directory_id, package_type,"
           " directory_tier, attempt, worker_id, started_at, ended_at, ms, outcome, code, step, predicted)"
           " SELECT s.id, s.submission_queue_id, s.customer_id, s.directory_id, j.package_type, d.priority_tier,"
           " s.attempt, c.worker_id, c.started_at, ?, ?, ?, ?, ?, s.success_probability FROM directory_submissions s"
           " JOIN jobs j ON j.id = s.submission_queue_id JOIN directories d ON d.id = s.directory_id"
           " LEFT JOIN submission_claims c ON c.submission_id = s.id WHERE s.id = ?",
           db.now(), end.ms, end.outcome, end.code, end.step, id);
}

void append(Database &db, const SubmissionRow &row, const char *outcome, const AttemptFailure &failure)
{
    append(db, row.id,
           {outcome, failure.processingMs, failure.code.empty() ? std::nullopt : std::optional(failure.code),
            stepOf(failure)});
}

} // namespace

std::optional<SubmissionRow> SubmissionBook::find(const std::string &id)
{
    Statement row =
        m_db.query("SELECT s.submission_queue_id, s.customer_id, s.directory_id, d.name, s.status, s.attempt,"
                   " s.max_attempts, j.status FROM directory_submissions s"
                   " JOIN jobs j ON j.id = s.submission_queue_id JOIN directories d ON d.id = s.directory_id"
                   " WHERE s.id = ? AND s.deleted_at IS NULL",
                   id);
    if (!row.next())
        return {};
    return SubmissionRow{id,
                         row.text(0),
                         row.text(1),
                         row.text(2),
                         row.text(3),
                         submissionState(QString::fromStdString(row.text(4))),
                         row.text(4),
                         int(row.integer(5)),
                         int(row.integer(6)),
                         jobState(QString::fromStdString(row.text(7))),
                         row.text(7)};
}

void SubmissionBook::start(const std::string &id)
{
    m_db.run("UPDATE directory_submissions SET status = 'submitting', attempt = attempt + 1, next_retry_at = NULL,"
             " version = next_version(), updated_at = touched(updated_at) WHERE id = ?",
             id);
}

void SubmissionBook::submit(const std::string &id, const nlohmann::json &listingData, std::optional<int> processingMs)
{
    m_db.run("UPDATE directory_submissions SET status = 'submitted', submitted_at = ?, failed_at = NULL, next_retry_at "
             "= NULL,"
             " listing_data = json_patch(listing_data, ?), processing_ms = coalesce(?, processing_ms),"
             " version = next_version(), updated_at = touched(updated_at) WHERE id = ?",
             m_db.now(), stored(listingData), processingMs, id);
    append(m_db, id, {"submitted", processingMs, {}, {}});
}

void SubmissionBook::approve(const std::string &id, const nlohmann::json &listingData)
{
    m_db.run("UPDATE directory_submissions SET status = 'approved', approved_at = ?,"
             " listing_data = json_patch(listing_data, ?), version = next_version(), updated_at = touched(updated_at)"
             " WHERE id = ?",
             m_db.now(), stored(listingData), id);
    append(m_db, id, {"approved", {}, {}, {}});
}

void SubmissionBook::reject(const SubmissionRow &row, const std::string &message)
{
    const AttemptFailure failure{"REJECTED", message, nlohmann::json::object(), {}};
    m_db.run("UPDATE directory_submissions SET status = 'rejected', last_error_code = 'REJECTED',"
             " error_log = json_insert(error_log, '$[#]', json(?)), version = next_version(),"
             " updated_at = touched(updated_at) WHERE id = ?",
             logEntry(m_db.now(), row.attempt, failure), row.id);
    append(m_db, row, "rejected", failure);
}

void SubmissionBook::fail(const SubmissionRow &row, const AttemptFailure &failure, std::optional<Instant> nextRetryAt)
{
    m_db.run(
        "UPDATE directory_submissions SET status = 'failed', failed_at = ?, next_retry_at = ?, last_error_code = ?,"
        " error_log = json_insert(error_log, '$[#]', json(?)), processing_ms = coalesce(?, processing_ms),"
        " version = next_version(), updated_at = touched(updated_at) WHERE id = ?",
        m_db.now(), nextRetryAt, failure.code, logEntry(m_db.now(), row.attempt, failure), failure.processingMs,
        row.id);
    append(m_db, row, nextRetryAt ? "failed" : "failed_for_good", failure);
}

void SubmissionBook::askPerson(const SubmissionRow &row, const AttemptFailure &failure)
{
    m_db.run("UPDATE directory_submissions SET status = 'needs_verification', last_error_code = ?,"
             " error_log = json_insert(error_log, '$[#]', json(?)), processing_ms = coalesce(?, processing_ms),"
             " version = next_version(), updated_at = touched(updated_at) WHERE id = ?",
             failure.code, logEntry(m_db.now(), row.attempt, failure), failure.processingMs, row.id);
    append(m_db, row, "needs_verification", failure);
}

void SubmissionBook::giveBack(const SubmissionRow &row, const AttemptFailure &failure)
{
    m_db.run("UPDATE directory_submissions SET status = 'pending', last_error_code = ?,"
             " error_log = json_insert(error_log, '$[#]', json(?)), version = next_version(),"
             " updated_at = touched(updated_at) WHERE id = ?",
             failure.code, logEntry(m_db.now(), row.attempt, failure), row.id);
    append(m_db, row, "failed", failure);
}

void SubmissionBook::makePending(const std::string &id, std::optional<Instant> notBefore)
{
    m_db.run("UPDATE directory_submissions SET status = 'pending', next_retry_at = ?, failed_at = NULL,"
             " max_attempts = max(max_attempts, attempt + 1), version = next_version(),"
             " updated_at = touched(updated_at) WHERE id = ?",
             notBefore, id);
}

void SubmissionBook::skip(const std::string &id)
{
    m_db.run("UPDATE directory_submissions SET status = 'skipped', next_retry_at = NULL, version = next_version(),"
             " updated_at = touched(updated_at) WHERE id = ?",
             id);
}

} // namespace bolt::backend
