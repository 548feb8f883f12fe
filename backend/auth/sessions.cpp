// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/sessions.h"

#include "backend/auth/secret.h"

namespace bolt::backend {

std::string SessionStore::tokenOf(const std::string &sessionId, qint64 parent) const
{
    return base64Url(hmacSha256(m_secret, "refresh:" + sessionId + ":" + std::to_string(parent)));
}

Result<SessionStore::Opened> SessionStore::open(const std::string &userId, std::string_view userAgent)
{
    return m_db.write([&]() -> Result<Opened> {
        // Session ids are secrets' inputs: not from the database's randomness, which tests may fix.
        const std::string hex = randomHex(16);
        Opened opened;
        opened.sessionId = hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-4" + hex.substr(13, 3) + "-8" +
                           hex.substr(17, 3) + "-" + hex.substr(20, 12);
        opened.refreshToken = tokenOf(opened.sessionId, 0);
        const Instant now = m_db.now();
        m_db.run("INSERT INTO auth_sessions (id, user_id, created_at, updated_at, user_agent) VALUES (?, ?, ?, ?, ?)",
                 opened.sessionId, userId, now, now, userAgent.substr(0, 200));
        m_db.run("INSERT INTO auth_refresh_tokens (token_hash, session_id, created_at) VALUES (?, ?, ?)",
                 sha256Hex(opened.refreshToken), opened.sessionId, now);
        m_db.run("UPDATE auth_users SET last_sign_in_at = ? WHERE id = ?", now, userId);
        return opened;
    });
}

Result<SessionStore::Refreshed> SessionStore::refresh(const std::string &token)
{
    return m_db.write([&]() -> Result<Refreshed> {
        qint64 id = 0;
        std::string sessionId;
        std::string userId;
        std::optional<Instant> usedAt;
        {
            auto row = m_db.query("SELECT t.id, t.session_id, s.user_id, t.used_at FROM auth_refresh_tokens t "
                                  "JOIN auth_sessions s ON s.id = t.session_id WHERE t.token_hash = ?",
                                  sha256Hex(token));
            if (!row.next())
                return Refreshed{};
            id = row.integer(0);
            sessionId = row.text(1);
            userId = row.text(2);
            usedAt = row.instant(3);
        }
        return usedAt ? repeat(sessionId, userId, id, *usedAt) : rotate(sessionId, userId, id);
    });
}

Result<SessionStore::Refreshed> SessionStore::rotate(const std::string &sessionId, const std::string &userId,
                                                     qint64 tokenId)
{
    const Instant now = m_db.now();
    const std::string next = tokenOf(sessionId, tokenId);
    m_db.run("UPDATE auth_refresh_tokens SET used_at = ? WHERE id = ?", now, tokenId);
    m_db.run("INSERT INTO auth_refresh_tokens (token_hash, session_id, parent_id, created_at) VALUES (?, ?, ?, ?)",
             sha256Hex(next), sessionId, tokenId, now);
    m_db.run("UPDATE auth_sessions SET refreshed_at = ?, updated_at = ? WHERE id = ?", now, now, sessionId);
    return Refreshed{Refreshed::Verdict::Fresh, sessionId, userId, next};
}

Result<SessionStore::Refreshed> SessionStore::repeat(const std::string &sessionId, const std::string &userId,
                                                     qint64 tokenId, Instant usedAt)
{
    qint64 activeParent = -1;
    {
        auto active = m_db.query("SELECT coalesce(parent_id, 0) FROM auth_refresh_tokens "
                                 "WHERE session_id = ? AND used_at IS NULL ORDER BY id DESC LIMIT 1",
                                 sessionId);
        if (active.next())
            activeParent = active.integer(0);
    }
    const bool tolerated = activeParent == tokenId || m_db.now() - usedAt <= m_reuseWindow;
    if (activeParent >= 0 && tolerated)
        return Refreshed{Refreshed::Verdict::Fresh, sessionId, userId, tokenOf(sessionId, activeParent)};
    m_db.run("DELETE FROM auth_sessions WHERE id = ?", sessionId);
    return Refreshed{Refreshed::Verdict::AlreadyUsed, {}, {}, {}};
}

Result<bool> SessionStore::exists(const std::string &sessionId)
{
    return m_db.read([&]() -> Result<bool> {
        auto row = m_db.query("SELECT 1 FROM auth_sessions WHERE id = ?", sessionId);
        return row.next();
    });
}

Outcome SessionStore::revoke(const std::string &userId, const std::string &sessionId, Scope scope)
{
    return m_db.write([&]() -> Outcome {
        switch (scope) {
        case Scope::Global:
            m_db.run("DELETE FROM auth_sessions WHERE user_id = ?", userId);
            break;
        case Scope::Local:
            m_db.run("DELETE FROM auth_sessions WHERE id = ? AND user_id = ?", sessionId, userId);
            break;
        case Scope::Others:
            m_db.run("DELETE FROM auth_sessions WHERE user_id = ? AND id <> ?", userId, sessionId);
            break;
        }
        return Done{};
    });
}

} // namespace bolt::backend
