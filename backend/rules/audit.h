// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules, and for what people change over REST.

#include "backend/rules/staff_actions.h"

namespace bolt::backend {

/// One action of staff as the audit trail tells it.
struct AuditEntry
{
    const char *action;     ///< `submissions.retry`, `jobs.pause`, …
    const char *targetType; ///< submission, job, package, directory, customer
    std::vector<std::string> targets;
    nlohmann::json params = nlohmann::json::object();
};

/// Forbidden `role` when the actor may not do it.
Outcome checkRole(const Actor &actor, Permission permission);
/// Appends the audit row. Within the running write transaction.
void audit(Database &db, const Actor &actor, const AuditEntry &entry, const Receipt &receipt);

} // namespace bolt::backend
