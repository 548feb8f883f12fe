// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/auth_api.h"

#include "backend/auth/auth_error.h"
#include "backend/auth/gateway.h"
#include "backend/http/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bolt::backend {
namespace {

using nlohmann::json;

constexpr std::size_t kMinPassword = 6;
/// Each token carries them, and a token that is longer than TokenSigner takes would lock its owner out.
constexpr std::size_t kMaxWords = 4096;
/// When passwords wait in line: about what the line takes.
constexpr Seconds kPasswordsRest{3};

std::string textOf(const json &object, const char *name)
{
    const auto at = object.find(name);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

Reply failed(const Request &request, const Error &)
{
    return authError(request, 500, "unexpected_failure", "Unexpected failure, please try again later");
}

Reply tooMany(const Request &request, Seconds wait)
{
    Reply reply = authError(request, 429, "over_request_rate_limit", "Request rate limit reached");
    reply.headers.set("Retry-After", std::to_string(wait.count()));
    return reply;
}

/// As GoTrue words it where it is switched off: never 5xx, after which its client tries again.
Reply notOffered(const Request &request)
{
    struct Call
    {
        std::string_view name;
        int status;
        std::string_view code;
        std::string_view message;
    };
    static constexpr std::string_view byMail = "Email logins are disabled";
    static constexpr Call calls[] = {{"otp", 422, "otp_disabled", "Signups not allowed for otp"},
                                     {"magiclink", 422, "otp_disabled", "Signups not allowed for otp"},
                                     {"recover", 422, "email_provider_disabled", byMail},
                                     {"resend", 422, "email_provider_disabled", byMail},
                                     {"reauthenticate", 422, "email_provider_disabled", byMail},
                                     {"verify", 403, "otp_expired", "Token has expired or is invalid"},
                                     {"factors", 422, "mfa_totp_enroll_not_enabled", "MFA enroll is disabled for TOTP"},
                                     {"sso", 422, "saml_provider_disabled", "SAML 2.0 is disabled"},
                                     {"invite", 403, "not_admin", "User not allowed"},
                                     {"admin", 403, "not_admin", "User not allowed"}};
    const std::string_view name = request.segments.size() > 2 ? std::string_view(request.segments[2]) : "";
    for (const Call &call : calls) {
        if (call.name == name)
            return authError(request, call.status, call.code, call.message);
    }
    return authError(request, 404, "not_found", "There is nothing at this path");
}

/// Why what a user said of himself may not become `words`, by adding `said`. Empty: it may.
std::string refusalOf(const json &said, const json &words, const json &old)
{
    if (holdsNul(said))
        return "User metadata holds a NUL";
    const std::size_t bytes = dumpJson(words).size();
    if (bytes <= kMaxWords)
        return {};
    // Who has more from before there was a bound is not locked in with it.
    const std::size_t most = std::max(kMaxWords, dumpJson(old).size());
    return bytes > most ? "User metadata takes more than " + std::to_string(most) + " bytes" : std::string();
}

Reply settings(const Request &)
{
    return Reply::json(200, {{"external", {{"email", true}, {"phone", false}, {"anonymous_users", false}}},
                             {"disable_signup", true},
                             {"mailer_autoconfirm", true},
                             {"phone_autoconfirm", false},
                             {"sms_provider", ""},
                             {"mfa_enabled", false},
                             {"saml_enabled", false}});
}

} // namespace

AuthApi::AuthApi(Database &db, const Authenticator &authenticator, AuthOptions options)
    : m_authenticator(authenticator)
    , m_options(std::move(options))
    , m_hasher(m_options.passwordCost)
    , m_users(db, m_hasher)
    , m_sessions(db, authenticator.keys().jwtSecret, m_options.reuseWindow)
    , m_tokenLimit(m_options.tokenRate, authenticator.clock())
    , m_passwords(m_options.loop, m_options.passwordsWaiting)
{
}

void AuthApi::addTo(Router &router)
{
    const auto gated = [this](auto method) -> Handler {
        return [this, method](const Request &request) {
            if (auto refused = refusedAtGate(m_authenticator, request))
                return std::move(*refused);
            return (this->*method)(request);
        };
    };
    const auto gatedLate = [this](auto method) -> LateHandler {
        return [this, method](const Request &request, const Respond &respond) {
            if (auto refused = refusedAtGate(m_authenticator, request))
                respond(std::move(*refused));
            else
                (this->*method)(request, respond);
        };
    };
    router.setErrorForm("/auth/v1", [](int status, std::string_view code, std::string_view message) {
        return authError(Request(), status, status == 400 ? "validation_failed" : code, message);
    });
    router.addLate(Method::Post, "/auth/v1/token", gatedLate(&AuthApi::token));
    router.add(Method::Get, "/auth/v1/user", gated(&AuthApi::getUser));
    router.addLate(Method::Put, "/auth/v1/user", gatedLate(&AuthApi::putUser));
    router.add(Method::Post, "/auth/v1/logout", gated(&AuthApi::logout));
    router.add(Method::Post, "/auth/v1/signup", [this](const Request &request) {
        if (auto refused = refusedAtGate(m_authenticator, request))
            return std::move(*refused);
        return authError(request, 422, "signup_disabled", "Signups not allowed for this instance");
    });
    router.add(Method::Get, "/auth/v1/settings", settings);
    router.add(Method::Get, "/auth/v1/health", [](const Request &) {
        return Reply::json(200,
                           {{"version", BOLT_VERSION}, {"name", "BoltDesk"}, {"description", "Sign-in of BoltDesk"}});
    });
    router.add(Method::Get, "/auth/v1/.well-known/jwks.json", [](const Request &) {
        return Reply::json(200, {{"keys", json::array()}});
    });
    router.add(Method::Post, "/auth/v1/*", notOffered);
}

void AuthApi::aside(const Request &request, const Respond &respond, SideThread::Work work)
{
    if (!m_passwords.run(std::move(work), [request, respond] { respond(failed(request, Error())); }))
        respond(tooMany(request, kPasswordsRest));
}

void AuthApi::token(const Request &request, const Respond &respond)
{
    if (const Seconds wait = m_tokenLimit.take(request.peer.address); wait.count() > 0) {
        respond(tooMany(request, wait));
        return;
    }
    const std::string_view grant = request.queryValue("grant_type");
    const json body = parseJson(request.body);
    if (grant != "password" && grant != "refresh_token")
        respond(
            Reply::json(400, {{"error", "unsupported_grant_type"}, {"error_description", "unsupported_grant_type"}}));
    else if (!body.is_object())
        respond(authError(request, 400, "bad_json", "Could not parse request body as JSON"));
    else if (grant == "password")
        byPassword(request, body, respond);
    else
        respond(byRefreshToken(request, body));
}

void AuthApi::byPassword(const Request &request, const json &body, const Respond &respond)
{
    const std::string email = textOf(body, "email");
    if (email.empty()) {
        respond(authError(request, 400, "validation_failed", "missing email or phone"));
        return;
    }
    auto found = m_users.byEmail(email);
    if (!found) {
        respond(failed(request, found.error()));
        return;
    }
    // Nobody's password is checked as long as somebody's.
    aside(request, respond,
          [this, request, respond, user = found.value().value_or(User()),
           password = textOf(body, "password")]() -> SideThread::After {
              const bool fits = m_hasher.verify(password, user.passwordHash);
              return [this, request, respond, user, fits] {
                  respond(fits ? open(request, user)
                               : authError(request, 400, "invalid_credentials", "Invalid login credentials"));
              };
          });
}

Reply AuthApi::open(const Request &request, const User &checked)
{
    auto user = m_users.byId(checked.id);
    if (!user)
        return failed(request, user.error());
    if (!user.value() || user.value()->passwordHash != checked.passwordHash)
        return authError(request, 400, "invalid_credentials", "Invalid login credentials");
    auto opened = m_sessions.open(checked.id, request.headers.get("User-Agent"));
    if (!opened)
        return failed(request, opened.error());
    user.value()->lastSignInAt = m_authenticator.clock().now();
    return session(*user.value(), opened->sessionId, opened->refreshToken);
}

Reply AuthApi::byRefreshToken(const Request &request, const json &body)
{
    const std::string token = textOf(body, "refresh_token");
    if (token.empty())
        return authError(request, 400, "validation_failed", "refresh_token required");
    auto refreshed = m_sessions.refresh(token);
    if (!refreshed)
        return failed(request, refreshed.error());
    using Verdict = SessionStore::Refreshed::Verdict;
    if (refreshed->verdict == Verdict::AlreadyUsed)
        return authError(request, 400, "refresh_token_already_used", "Invalid Refresh Token: Already Used");
    if (refreshed->verdict == Verdict::NotFound) {
        return authError(request, 400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found");
    }
    auto user = m_users.byId(refreshed->userId);
    if (!user)
        return failed(request, user.error());
    if (!user.value())
        return authError(request, 400, "session_not_found", "Session not found");
    return session(*user.value(), refreshed->sessionId, refreshed->refreshToken);
}

std::string AuthApi::accessToken(const User &user, const std::string &sessionId) const
{
    const qint64 now = toMicros(m_authenticator.clock().now()) / 1'000'000;
    return m_authenticator.signer().sign({{"iss", m_options.issuer},
                                          {"sub", user.id},
                                          {"aud", "authenticated"},
                                          {"exp", now + m_options.accessLife.count()},
                                          {"iat", now},
                                          {"email", user.email},
                                          {"phone", ""},
                                          {"app_metadata", user.appMetadata},
                                          {"user_metadata", user.userMetadata},
                                          {"role", "authenticated"},
                                          {"aal", "aal1"},
                                          {"amr", {{{"method", "password"}, {"timestamp", now}}}},
                                          {"session_id", sessionId},
                                          {"is_anonymous", false}});
}

Reply AuthApi::session(const User &user, const std::string &sessionId, const std::string &refreshToken) const
{
    const qint64 now = toMicros(m_authenticator.clock().now()) / 1'000'000;
    Reply reply = Reply::json(200, {{"access_token", accessToken(user, sessionId)},
                                    {"token_type", "bearer"},
                                    {"expires_in", m_options.accessLife.count()},
                                    {"expires_at", now + m_options.accessLife.count()},
                                    {"refresh_token", refreshToken},
                                    {"user", userJson(user)}});
    reply.headers.set("Cache-Control", "no-store");
    reply.headers.set("sb-auth-user-id", user.id);
    reply.headers.set("sb-auth-session-id", sessionId);
    return reply;
}

std::variant<AuthApi::SignedIn, Reply> AuthApi::signedIn(const Request &request)
{
    const std::string_view bearer = bearerOf(request);
    if (bearer.empty())
        return authError(request, 401, "no_authorization", "This endpoint requires a valid Bearer token");
    auto principal = m_authenticator.verify(bearer);
    if (!principal)
        return authError(request, 403, "bad_jwt",
                         "invalid JWT: unable to parse or verify signature, " +
                             principal.error().message.toStdString());
    if (principal->kind != Principal::Kind::Authenticated || principal->userId.empty())
        return authError(request, 403, "bad_jwt", "invalid claim: missing sub claim");
    auto alive = m_sessions.exists(principal->sessionId);
    if (!alive)
        return failed(request, alive.error());
    if (!alive.value())
        return authError(request, 403, "session_not_found", "Session from session_id claim in JWT does not exist");
    auto user = m_users.byId(principal->userId);
    if (!user)
        return failed(request, user.error());
    if (!user.value())
        return authError(request, 403, "user_not_found", "User from sub claim in JWT does not exist");
    return SignedIn{*principal, *user.value()};
}

Reply AuthApi::getUser(const Request &request)
{
    auto who = signedIn(request);
    if (auto *refused = std::get_if<Reply>(&who))
        return std::move(*refused);
    return Reply::json(200, userJson(std::get<SignedIn>(who).user));
}

void AuthApi::putUser(const Request &request, const Respond &respond)
{
    auto who = signedIn(request);
    if (auto *refused = std::get_if<Reply>(&who)) {
        respond(std::move(*refused));
        return;
    }
    const User &user = std::get<SignedIn>(who).user;
    if (const Seconds wait = m_tokenLimit.take(user.id); wait.count() > 0) {
        respond(tooMany(request, wait));
        return;
    }
    const json body = parseJson(request.body);
    std::optional<json> words;
    std::string refusal;
    if (const auto data = body.is_object() ? body.find("data") : body.end(); data != body.end() && data->is_object()) {
        words = user.userMetadata;
        words->merge_patch(*data);
        refusal = refusalOf(*data, *words, user.userMetadata);
    }
    const std::string password = body.is_object() ? textOf(body, "password") : std::string();
    if (!body.is_object())
        respond(authError(request, 400, "bad_json", "Could not parse request body as JSON"));
    else if (body.contains("email") || body.contains("phone"))
        respond(authError(request, 422, "validation_failed", "Addresses are changed by an administrator"));
    else if (!refusal.empty())
        respond(authError(request, 422, "validation_failed", refusal));
    else if (!body.contains("password"))
        respond(change(request, user.id, words, {}));
    else if (password.size() < kMinPassword)
        respond(authError(request, 422, "weak_password", "Password should be at least 6 characters."));
    else
        aside(request, respond, [this, request, respond, user, words, password]() -> SideThread::After {
            const bool same = m_hasher.verify(password, user.passwordHash);
            const std::string hash = same ? std::string() : m_hasher.hash(password);
            return [this, request, respond, id = user.id, words, same, hash] {
                if (same)
                    respond(authError(request, 422, "same_password",
                                      "New password should be different from the old password."));
                else
                    respond(hash.empty() ? failed(request, Error()) : change(request, id, words, hash));
            };
        });
}

Reply AuthApi::change(const Request &request, const std::string &userId, const std::optional<json> &words,
                      const std::string &newHash)
{
    if (!newHash.empty()) {
        if (Outcome set = m_users.setPasswordHash(userId, newHash); !set)
            return failed(request, set.error());
    }
    if (words) {
        if (Outcome set = m_users.setUserMetadata(userId, *words); !set)
            return failed(request, set.error());
    }
    auto changed = m_users.byId(userId);
    return changed && changed.value() ? Reply::json(200, userJson(*changed.value())) : failed(request, Error());
}

Reply AuthApi::logout(const Request &request)
{
    const std::string_view scope = request.queryValue("scope");
    auto range = SessionStore::Scope::Global;
    if (scope == "local")
        range = SessionStore::Scope::Local;
    else if (scope == "others")
        range = SessionStore::Scope::Others;
    else if (!scope.empty() && scope != "global")
        return authError(request, 400, "validation_failed", "Unsupported logout scope \"" + std::string(scope) + "\"");
    auto who = signedIn(request);
    if (auto *refused = std::get_if<Reply>(&who))
        return std::move(*refused);
    const Principal &principal = std::get<SignedIn>(who).principal;
    if (Outcome revoked = m_sessions.revoke(principal.userId, principal.sessionId, range); !revoked)
        return failed(request, revoked.error());
    return Reply::empty(204);
}

} // namespace bolt::backend
