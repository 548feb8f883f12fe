// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/authenticator.h"
#include "backend/auth/rate_limit.h"
#include "backend/auth/sessions.h"
#include "backend/auth/side_thread.h"
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
    /// Passwords are hashed beside this loop; null: on the caller's thread.
    Loop *loop = nullptr;
    std::size_t passwordsWaiting = 32; ///< more are told to come again
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
    void token(const Request &request, const Respond &respond);
    void byPassword(const Request &request, const nlohmann::json &body, const Respond &respond);
    /// The answer once the password was seen to be right: the account may have changed meanwhile.
    Reply open(const Request &request, const User &checked);
    Reply byRefreshToken(const Request &request, const nlohmann::json &body);
    Reply session(const User &user, const std::string &sessionId, const std::string &refreshToken) const;
    /// The signed-in user with a living session, or the refusal.
    std::variant<SignedIn, Reply> signedIn(const Request &request);
    Reply getUser(const Request &request);
    void putUser(const Request &request, const Respond &respond);
    Reply change(const Request &request, const std::string &userId, const std::optional<nlohmann::json> &words,
                 const std::string &newHash);
    /// Runs beside the loop, or says that it cannot now.
    void aside(const Request &request, const Respond &respond, SideThread::Work work);
    Reply logout(const Request &request);

    const Authenticator &m_authenticator;
    AuthOptions m_options;
    PasswordHasher m_hasher;
    UserStore m_users;
    SessionStore m_sessions;
    RateLimit m_tokenLimit;
    SideThread m_passwords; ///< ends first: what it runs uses the rest
};

} // namespace bolt::backend
