// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"
#include "models/domain/instant.h"

#include <cstdint>
#include <string>

namespace bolt::backend {

/// Sign-in sessions and their refresh tokens (contracts/supabase.md §2.4). A token is derived from a secret, its
/// session and its parent, so that only its hash is stored and a tolerated repeat can be answered with the same token
/// again. Backend thread.
class SessionStore
{
public:
    struct Opened
    {
        std::string sessionId;
        std::string refreshToken;
    };
    struct Refreshed
    {
        enum class Verdict : std::uint8_t { Fresh, NotFound, AlreadyUsed };
        Verdict verdict = Verdict::NotFound;
        std::string sessionId;
        std::string userId;
        std::string refreshToken;
    };
    enum class Scope : std::uint8_t { Global, Local, Others };

    SessionStore(Database &db, std::string secret, Seconds reuseWindow)
        : m_db(db)
        , m_secret(std::move(secret))
        , m_reuseWindow(reuseWindow)
    {
    }

    Result<Opened> open(const std::string &userId, std::string_view userAgent);
    /// Rotates. A used token is taken once more when it is the parent of the active one or was used within the reuse
    /// window; otherwise it was stolen or copied, and the session ends.
    Result<Refreshed> refresh(const std::string &token);
    Result<bool> exists(const std::string &sessionId);
    Outcome revoke(const std::string &userId, const std::string &sessionId, Scope scope);

private:
    std::string tokenOf(const std::string &sessionId, qint64 parent) const;
    Result<Refreshed> rotate(const std::string &sessionId, const std::string &userId, qint64 tokenId);
    Result<Refreshed> repeat(const std::string &sessionId, const std::string &userId, qint64 tokenId, Instant usedAt);

    Database &m_db;
    std::string m_secret;
    Seconds m_reuseWindow;
};

} // namespace bolt::backend
