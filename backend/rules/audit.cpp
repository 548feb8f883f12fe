// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/audit.h"

namespace bolt::backend {

std::string Receipt::status() const
{
    if (rejected.empty())
        return "applied";
    return applied.empty() ? "rejected" : "partly_applied";
}

Outcome checkRole(const Actor &actor, Permission permission)
{
    if (may(actor.role, permission))
        return Done{};
    return Error{Error::Kind::Forbidden,
                 QStringLiteral("role"),
                 QStringLiteral("This takes the role %1 or above; yours is %2.")
                     .arg(wordOf(neededRole(permission)), wordOf(actor.role)),
                 {}};
}

void audit(Database &db, const Actor &actor, const AuditEntry &entry, const Receipt &receipt)
{
    nlohmann::json rejected = nlohmann::json::array();
    for (const Refusal &refusal : receipt.rejected)
        rejected.push_back({{"id", refusal.id}, {"code", refusal.code}, {"message", refusal.message}});
    nlohmann::json result{{"applied", receipt.applied.size()}, {"rejected", std::move(rejected)}};
    if (!receipt.reopened.empty())
        result["reopened"] = receipt.reopened;
    const auto text = [](const nlohmann::json &value) {
        return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    };
    db.run(
        "INSERT INTO admin_actions (id, actor_id, actor_email, action, target_type, target_ids, params, status, result)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.key, actor.id, actor.email, entry.action, entry.targetType, text(entry.targets), text(entry.params),
        receipt.status(), text(result));
}

} // namespace bolt::backend
