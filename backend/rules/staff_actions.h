// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"
#include "models/domain/role.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace bolt::backend {

/// Who asks, and under which key. The key becomes the id of the audit row.
struct Actor
{
    std::string key;
    std::string id;
    std::string email;
    Role role = Role::Viewer;
};

struct Refusal
{
    std::string id;
    std::string code; ///< not_found, bad_state, job_final, job_cancelled
    std::string message;
};

/// What an action did. It is also what the audit row says.
struct Receipt
{
    std::string actionId;
    std::vector<std::string> applied;
    std::vector<Refusal> rejected;
    std::vector<std::string> reopened; ///< jobs that had ended
    /// applied, partly_applied, rejected; nothing to do counts as applied.
    std::string status() const;
};

/// Which submissions a bulk action means: `ids`, or all that match `filter` now (at most 10,000, else TooLarge).
/// Filter keys, all optional, AND: `status` (word or list), `job_id`, `customer_id`, `directory_id`, `error_code` (word
/// or list), `max_version` (leaves out what changed after the preview). Another key is Invalid `bad_filter`.
struct SubmissionSelection
{
    std::vector<std::string> ids;
    std::optional<nlohmann::json> filter;
};

/// The admin actions of contracts/domain.md. Each writes its change and its audit row in one transaction; a state that
/// does not allow it is a Refusal in the receipt (also for single jobs), not an Error. Errors: Forbidden `role`,
/// Invalid, TooLarge `too_many`, NotFound (packages, directories, customers). Call within Database::write to store the
/// idempotent answer in the same transaction. Backend thread.
class StaffActions
{
public:
    explicit StaffActions(Database &db)
        : m_db(db)
    {
    }

    Result<Receipt> retry(const Actor &actor, const SubmissionSelection &which, std::optional<Instant> notBefore = {});
    Result<Receipt> skip(const Actor &actor, const SubmissionSelection &which);
    /// needs_verification → submitted when `listingData` is given, else → pending.
    Result<Receipt> verify(const Actor &actor, const SubmissionSelection &which,
                           const std::optional<nlohmann::json> &listingData = {});

    Result<Receipt> pauseJob(const Actor &actor, const std::string &jobId);
    /// Also a failed job, which then retries what failed.
    Result<Receipt> resumeJob(const Actor &actor, const std::string &jobId);
    /// What is not done yet is skipped; what a worker holds is finished.
    Result<Receipt> cancelJob(const Actor &actor, const std::string &jobId);
    /// `applied` holds the submissions.
    Result<Receipt> retryFailedOfJob(const Actor &actor, const std::string &jobId);
    /// Nothing gives the job back to its package's priority.
    Result<Receipt> changePriority(const Actor &actor, const std::string &jobId, std::optional<int> priority);

    /// `patch` holds columns to set; unknown or unfit ones are Invalid `validation` (detail: field → reason).
    Result<Receipt> editPackage(const Actor &actor, const std::string &packageId, const nlohmann::json &patch);
    Result<Receipt> editDirectory(const Actor &actor, const std::string &directoryId, const nlohmann::json &patch);
    Result<Receipt> closeCircuit(const Actor &actor, const std::string &directoryId);
    Result<Receipt> changeCustomerPackage(const Actor &actor, const std::string &customerId,
                                          const std::string &packageId);

private:
    Database &m_db;
};

} // namespace bolt::backend
