// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace bolt::backend {

/// The work of the fleet: contracts/domain.md, "Queue order", "Retries", "Circuit breaker". Counters, progress and logs
/// change in the same transaction as what they count. Backend thread.
class WorkQueue
{
public:
    explicit WorkQueue(Database &db)
        : m_db(db)
    {
    }

    /// All that a worker needs to do one submission.
    struct Claim
    {
        std::string submissionId;
        std::string jobId;
        std::string customerId;
        std::string packageType;
        std::string directoryId;
        std::string directoryName;
        std::string submissionUrl;
        std::string category;
        std::string companyName;
        std::string website;
        nlohmann::json businessData;
        int attempt = 0;
        int maxAttempts = 0;
        std::optional<double> successProbability;
        bool probe = false; ///< the one probe of a half-open circuit
    };
    /// Up to `limit` (1 to 50) submissions, taken in queue order; empty when nothing may be worked on. Counts as a
    /// heartbeat. A draining worker gets none.
    Result<std::vector<Claim>> claim(const std::string &workerId, const std::string &workerVersion, int limit);

    /// `status` is online, draining or offline.
    Outcome heartbeat(const std::string &workerId, const std::string &workerVersion, const std::string &status);

    struct Event
    {
        std::string type; ///< job_started, submission_started, submission_success, submission_failed,
                          ///< directory_progress, job_completed
        std::string workerId;
        std::string jobId;        ///< for the job events
        std::string submissionId; ///< for the others
        std::string code;         ///< submission_failed
        std::string message;      ///< submission_failed, directory_progress
        nlohmann::json details = nlohmann::json::object();
        nlohmann::json listingData = nlohmann::json::object(); ///< submission_success
        std::optional<int> processingMs;
        std::optional<int> attempt; ///< which one it tells of; nothing: the one under way
        bool approved = false;      ///< submission_success: listed at once; a directory's answer: yes
    };
    struct Progress
    {
        std::string submissionStatus; ///< empty for job events
        std::optional<Instant> nextRetryAt;
        std::string jobStatus;
        int jobProgress = 0;
    };
    /// The same report again is answered as the first time and changes nothing, for as long as `Idempotency` keeps
    /// answers; `directory_progress` is a sign of life, and each is answered by what is so now.
    /// Errors: Invalid `unknown_event`, NotFound, Conflict `not_claimed` (the worker does not hold it any more: stalled
    /// and given back), `bad_state`, `job_not_done`.
    Result<Progress> report(const Event &event);

    /// A directory's own answer about a submitted listing, `approved` or not, as `workerId` brings it; the same again
    /// is answered as above. Conflict `bad_state` unless it is `submitted`.
    Result<Progress> directoryAnswer(const Event &event);

private:
    Database &m_db;
};

} // namespace bolt::backend
