// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/gate.h"
#include "backend/db/database.h"
#include "backend/rules/idempotency.h"
#include "backend/rules/onboarding.h"

namespace bolt::backend::api {

/// Health and onboarding: calls that need no credentials.
class PublicRoutes
{
public:
    explicit PublicRoutes(Database &db);
    void addTo(Router &router, Gate &gate);

private:
    Reply health();
    Reply packages();
    Reply registerCustomer(const Request &request);
    Reply submit(const Request &request);
    Result<Idempotency::Answer> purchase(const Onboarding::Purchase &purchase);

    Database &m_db;
    Onboarding m_onboarding;
    Idempotency m_idempotency;
    Micros m_startedAt;
    /// Anybody may ask for health as often as he likes, so the counting is done once a second at most.
    std::optional<Micros> m_countedAt;
    std::optional<int> m_queueDepth;
};

} // namespace bolt::backend::api
