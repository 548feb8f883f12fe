// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"

#include <nlohmann/json.hpp>

namespace bolt::backend {

/// Contracts/domain.md: onboarding, "Which directories". Backend thread. Errors: Invalid `validation` (detail is a JSON
/// object field → reason, safe to show), NotFound, Conflict `duplicate_email`, `no_allowance` (the package's allocation
/// is used up), `customer_inactive`.
class Onboarding
{
public:
    explicit Onboarding(Database &db)
        : m_db(db)
    {
    }

    struct Registration
    {
        std::string email;
        std::string companyName;
        std::string website;
        std::string packageId = "starter";
        nlohmann::json businessData = nlohmann::json::object();
    };
    /// The new customer's id.
    Result<std::string> registerCustomer(const Registration &registration);

    struct Purchase
    {
        std::string customerId;
        std::string packageId; ///< empty: the customer's package
        nlohmann::json metadata = nlohmann::json::object();
    };
    struct QueuedJob
    {
        std::string jobId;
        int submissions = 0;
        Instant dueAt;
    };
    /// One job and its submissions, in one transaction. Another package than before becomes the customer's package.
    Result<QueuedJob> submit(const Purchase &purchase);

private:
    Database &m_db;
};

} // namespace bolt::backend
