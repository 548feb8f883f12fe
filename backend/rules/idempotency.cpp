// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/idempotency.h"

#include "backend/rules/rule_errors.h"

namespace bolt::backend {

Result<std::optional<Idempotency::Answer>> Idempotency::find(const std::string &key, const std::string &actorId,
                                                             const std::string &requestHash)
{
    Statement row = m_db.query("SELECT actor_id, body_hash, status, answer FROM idempotency WHERE key = ?", key);
    if (!row.next())
        return std::optional<Answer>();
    if (row.view(0) != actorId || row.view(1) != requestHash)
        return invalid("key_reused", "This Idempotency-Key came with another request before.");
    return std::optional(Answer{int(row.integer(2)), row.text(3)});
}

Outcome Idempotency::remember(const std::string &key, const std::string &actorId, const std::string &requestHash,
                              const Answer &answer)
{
    return m_db.write([&]() -> Outcome {
        m_db.run("INSERT INTO idempotency (key, actor_id, body_hash, status, answer, at) VALUES (?, ?, ?, ?, ?, ?)",
                 key, actorId, requestHash, answer.status, answer.body, m_db.now());
        return Done{};
    });
}

} // namespace bolt::backend
