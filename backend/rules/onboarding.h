// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace bolt::backend {

/// Contracts/domain.md: onboarding, "Which directories". Backend thread. Errors: Invalid `validation` (detail is a JSON
/// object field → reason, safe to show), NotFound, Conflict `no_allowance` (the package's allocation is used up),
/// `no_directories` (none is left that it reaches), `customer_inactive`.
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
    /// The new customer's id. The address of a customer gets one, too, of nobody: whoever asks must not learn which
    /// addresses are customers.
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
    /// With an id of nobody the answer and the work are the same, and nothing is booked.
    Result<QueuedJob> submit(const Purchase &purchase);

private:
    Result<QueuedJob> buy(const Purchase &purchase);
    /// What a customer of this package who has bought those would be answered.
    Result<QueuedJob> rehearse(const Purchase &purchase, const std::string &packageId,
                               const std::vector<std::string> &bought);

    Database &m_db;
};

} // namespace bolt::backend
