// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"

#include <optional>
#include <string>

namespace bolt::backend {

/// The first answer of each mutating admin call, kept 48 h so that the same key is never applied twice. `find` and
/// `remember` belong into the same Database::write as the action itself. Backend thread.
class Idempotency
{
public:
    explicit Idempotency(Database &db)
        : m_db(db)
    {
    }

    struct Answer
    {
        int status = 200;
        std::string body;
    };
    /// Nothing: not seen yet. Invalid `key_reused`: the key came with another request or from another actor.
    /// `requestHash` covers method, path and body.
    Result<std::optional<Answer>> find(const std::string &key, const std::string &actorId,
                                       const std::string &requestHash);
    Outcome remember(const std::string &key, const std::string &actorId, const std::string &requestHash,
                     const Answer &answer);

private:
    Database &m_db;
};

} // namespace bolt::backend
