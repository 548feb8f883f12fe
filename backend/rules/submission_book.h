// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules only.

#include "backend/db/database.h"
#include "models/domain/states.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace bolt::backend {

/// What the rules need to know of a submission and its job.
struct SubmissionRow
{
    std::string id;
    std::string jobId;
    std::string customerId;
    std::string directoryId;
    std::string directoryName;
    SubmissionState state = SubmissionState::Unknown;
    std::string status; ///< the state's word
    int attempt = 0;
    int maxAttempts = 0;
    JobState jobState = JobState::Unknown;
    std::string jobStatus;
};

/// Why an attempt did not succeed; one entry of error_log.
struct AttemptFailure
{
    std::string code;
    std::string message;
    nlohmann::json details = nlohmann::json::object();
    std::optional<int> processingMs;
};

/// The submissions as the rules write them: each function is one change of state, which the caller has found to be
/// allowed. Within the running write transaction.
///
/// What ends an attempt or judges it later also appends its row to `submission_attempts`; it names the worker that
/// still holds the submission, so claims are given back afterwards.
class SubmissionBook
{
public:
    explicit SubmissionBook(Database &db)
        : m_db(db)
    {
    }

    std::optional<SubmissionRow> find(const std::string &id);

    /// → submitting, as the next attempt.
    void start(const std::string &id);
    /// → submitted.
    void submit(const std::string &id, const nlohmann::json &listingData, std::optional<int> processingMs);
    /// submitted → approved; `listingData` is merged in.
    void approve(const std::string &id, const nlohmann::json &listingData);
    /// submitted → rejected.
    void reject(const SubmissionRow &row, const std::string &message);
    /// → failed; without `nextRetryAt` it has no attempts left.
    void fail(const SubmissionRow &row, const AttemptFailure &failure, std::optional<Instant> nextRetryAt);
    /// submitting → needs_verification.
    void askPerson(const SubmissionRow &row, const AttemptFailure &failure);
    /// submitting → pending: its worker is gone.
    void giveBack(const SubmissionRow &row, const AttemptFailure &failure);
    /// → pending, not to be claimed before `notBefore`; a further attempt is granted when all are used up.
    void makePending(const std::string &id, std::optional<Instant> notBefore);
    /// → skipped.
    void skip(const std::string &id);

private:
    Database &m_db;
};

} // namespace bolt::backend
