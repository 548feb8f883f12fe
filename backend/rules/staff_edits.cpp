// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/audit.h"
#include "backend/rules/circuit_breaker.h"
#include "backend/rules/record_patch.h"
#include "backend/rules/rule_errors.h"
#include "backend/rules/staff_actions.h"

namespace bolt::backend {

namespace {

/// `change` answers a refusal, nothing when done, or an error that leaves no trace.
template<class Change>
Result<Receipt> runOnRecord(Database &db, const Actor &actor, Permission permission, const AuditEntry &entry,
                            Change change)
{
    if (Outcome allowed = checkRole(actor, permission); !allowed)
        return allowed.error();
    return db.write([&]() -> Result<Receipt> {
        Result<std::optional<Refusal>> refusal = change(entry.targets.front());
        if (!refusal)
            return refusal.error();
        Receipt receipt;
        receipt.actionId = actor.key;
        if (*refusal)
            receipt.rejected.push_back(std::move(**refusal));
        else
            receipt.applied = entry.targets;
        audit(db, actor, entry, receipt);
        return receipt;
    });
}

Result<Receipt> runPatch(Database &db, const Actor &actor, Permission permission, const AuditEntry &entry,
                         const char *table)
{
    return runOnRecord(db, actor, permission, entry, [&](const std::string &id) -> Result<std::optional<Refusal>> {
        if (Outcome patched = patchRecord(db, *schema().find(table), id, entry.params); !patched)
            return patched.error();
        return std::optional<Refusal>();
    });
}

bool exists(Database &db, std::string_view sql, const std::string &id)
{
    Statement row = db.query(sql, id);
    return row.next();
}

} // namespace

Result<Receipt> StaffActions::editPackage(const Actor &actor, const std::string &packageId, const nlohmann::json &patch)
{
    return runPatch(m_db, actor, Permission::EditPackage, {"packages.edit", "package", {packageId}, patch}, "packages");
}

Result<Receipt> StaffActions::editDirectory(const Actor &actor, const std::string &directoryId,
                                            const nlohmann::json &patch)
{
    return runPatch(m_db, actor, Permission::EditDirectory, {"directories.edit", "directory", {directoryId}, patch},
                    "directories");
}

Result<Receipt> StaffActions::closeCircuit(const Actor &actor, const std::string &directoryId)
{
    return runOnRecord(m_db, actor, Permission::CloseCircuit, {"directories.close-circuit", "directory", {directoryId}},
                       [this](const std::string &id) -> Result<std::optional<Refusal>> {
                           if (!exists(m_db, "SELECT 1 FROM directories WHERE id = ?", id))
                               return notFound("directory", id);
                           if (CircuitBreaker(m_db).close(id))
                               return std::optional<Refusal>();
                           return std::optional(Refusal{id, "bad_state", "Its circuit is closed already."});
                       });
}

Result<Receipt> StaffActions::changeCustomerPackage(const Actor &actor, const std::string &customerId,
                                                    const std::string &packageId)
{
    return runOnRecord(m_db, actor, Permission::ChangeCustomerPackage,
                       {"customers.package", "customer", {customerId}, {{"package_id", packageId}}},
                       [&](const std::string &id) -> Result<std::optional<Refusal>> {
                           if (!exists(m_db, "SELECT 1 FROM customers WHERE id = ? AND deleted_at IS NULL", id))
                               return notFound("customer", id);
                           if (!exists(m_db, "SELECT 1 FROM packages WHERE id = ? AND deleted_at IS NULL", packageId))
                               return notFound("package", packageId);
                           m_db.run("UPDATE customers SET package_id = ?, version = next_version(),"
                                    " updated_at = touched(updated_at) WHERE id = ?",
                                    packageId, id);
                           return std::optional<Refusal>();
                       });
}

} // namespace bolt::backend
