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
}

void SubmissionBook::approve(const std::string &id, const nlohmann::json &listingData)
{
    m_db.run("UPDATE directory_submissions SET status = 'approved', approved_at = ?,"
             " listing_data = json_patch(listing_data, ?), version = next_version(), updated_at = touched(updated_at)"
             " WHERE id = ?",
             m_db.now(), stored(listingData), id);
}

void SubmissionBook::reject(const SubmissionRow &row, const std::string &message)
{
    const AttemptFailure failure{"REJECTED", message, nlohmann::json::object(), {}};
    m_db.run("UPDATE directory_submissions SET status = 'rejected', last_error_code = 'REJECTED',"
             " error_log = json_insert(error_log, '$[#]', json(?)), version = next_version(),"
             " updated_at = touched(updated_at) WHERE id = ?",
             logEntry(m_db.now(), row.attempt, failure), row.id);
}

void SubmissionBook::fail(const SubmissionRow &row, const AttemptFailure &failure, std::optional<Instant> nextRetryAt)
{
    m_db.run(
        "UPDATE directory_submissions SET status = 'failed', failed_at = ?, next_retry_at = ?, last_error_code = ?,"
        " error_log = json_insert(error_log, '$[#]', json(?)), processing_ms = coalesce(?, processing_ms),"
        " version = next_version(), updated_at = touched(updated_at) WHERE id = ?",
        m_db.now(), nextRetryAt, failure.code, logEntry(m_db.now(), row.attempt, failure), failure.processingMs,
        row.id);
}

void SubmissionBook::askPerson(const SubmissionRow &row, const AttemptFailure &failure)
{
    m_db.run("UPDATE directory_submissions SET status = 'needs_verification', last_error_code = ?,"
             " error_log = json_insert(error_log, '$[#]', json(?)), processing_ms = coalesce(?, processing_ms),"
             " version = next_version(), updated_at = touched(updated_at) WHERE id = ?",
             failure.code, logEntry(m_db.now(), row.attempt, failure), failure.processingMs, row.id);
}

void SubmissionBook::giveBack(const SubmissionRow &row, const AttemptFailure &failure)
{
    m_db.run("UPDATE directory_submissions SET status = 'pending', last_error_code = ?,"
             " error_log = json_insert(error_log, '$[#]', json(?)), version = next_version(),"
             " updated_at = touched(updated_at) WHERE id = ?",
             failure.code, logEntry(m_db.now(), row.attempt, failure), row.id);
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
