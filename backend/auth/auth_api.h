// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/authenticator.h"
#include "backend/auth/rate_limit.h"
#include "backend/auth/sessions.h"
#include "backend/auth/users.h"
#include "backend/http/router.h"

#include <variant>

namespace bolt::backend {

struct AuthOptions
{
    Seconds accessLife{3600};
    Seconds reuseWindow{10};
    RateLimit::Rate tokenRate; ///< of POST /token, per address
    PasswordCost passwordCost;
    std::string issuer = "boltdesk/auth/v1";
};

/// `/auth/v1`: the part of GoTrue that staff need (contracts/supabase.md §2). Backend thread.
class AuthApi
{
public:
    /// `db` and `authenticator` outlive it.
    AuthApi(Database &db, const Authenticator &authenticator, AuthOptions options = {});
    AuthApi(const AuthApi &) = delete;
    AuthApi &operator=(const AuthApi &) = delete;

    void addTo(Router &router);
    UserStore &users() { return m_users; }
    SessionStore &sessions() { return m_sessions; }
    /// An access token for a user, as a sign-in makes it.
    std::string accessToken(const User &user, const std::string &sessionId) const;

private:
    struct SignedIn
    {
        Principal principal;
        User user;
    };
    Reply token(const Request &request);
    Reply byPassword(const Request &request, const nlohmann::json &body);
    Reply byRefreshToken(const Request &request, const nlohmann::json &body);
    Reply session(const User &user, const std::string &sessionId, const std::string &refreshToken) const;
    /// The signed-in user with a living session, or the refusal.
    std::variant<SignedIn, Reply> signedIn(const Request &request);
    Reply getUser(const Request &request);
    Reply putUser(const Request &request);
    Reply logout(const Request &request);

    const Authenticator &m_authenticator;
    AuthOptions m_options;
    PasswordHasher m_hasher;
    UserStore m_users;
    SessionStore m_sessions;
    RateLimit m_tokenLimit;
};

} // namespace bolt::backend
