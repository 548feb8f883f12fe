// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/authenticator.h"

#include <nlohmann/json.hpp>

namespace bolt::backend {
namespace {

constexpr Seconds kRestLeeway{30};

std::string claimText(const nlohmann::json &object, const char *name)
{
    const auto at = object.find(name);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

Instant expiryOf(const nlohmann::json &claims)
{
    const auto at = claims.find("exp");
    if (at == claims.end() || !at->is_number())
        return Instant::max();
    const double seconds = at->get<double>();
    // Beyond the range of Instant is as good as never, or as long ago as can be told.
    if (seconds > 9e12)
        return Instant::max();
    return seconds < -9e12 ? Instant::min() : fromMicros(qint64(seconds * 1e6));
}

Error malformed(QString message)
{
    return Error{Error::Kind::Unauthorized, QStringLiteral("malformed"), std::move(message), {}, 0};
}

Result<Principal> principalOf(const std::string &claimsText)
{
    const auto claims = nlohmann::json::parse(claimsText, nullptr, false);
    Principal principal;
    principal.claims = claimsText;
    const std::string role = claimText(claims, "role");
    if (role == "service_role") {
        principal.kind = Principal::Kind::Service;
        principal.role = Role::Admin;
    } else if (role == "authenticated") {
        principal.kind = Principal::Kind::Authenticated;
    } else if (!role.empty() && role != "anon") {
        return malformed(QStringLiteral("The token's role is not known here"));
    }
    principal.userId = claimText(claims, "sub");
    principal.email = claimText(claims, "email");
    principal.sessionId = claimText(claims, "session_id");
    principal.expires = expiryOf(claims);
    const auto meta = claims.find("app_metadata");
    if (meta != claims.end() && meta->is_object()) {
        principal.customerId = claimText(*meta, "customer_id");
        // Who is no customer is staff: so what names one in no way known here must not be read as none.
        if (principal.customerId.empty() && !meta->value("customer_id", nlohmann::json()).is_null())
            return malformed(QStringLiteral("The token names its customer by no text"));
        if (principal.kind == Principal::Kind::Authenticated)
            principal.role = roleFromWord(QString::fromStdString(claimText(*meta, "role")));
    }
    return principal;
}

} // namespace

std::string_view Principal::databaseRole() const
{
    switch (kind) {
    case Kind::Anon:
        return "anon";
    case Kind::Authenticated:
        return "authenticated";
    case Kind::Service:
        return "service_role";
    case Kind::Worker:
        return "worker";
    }
    return {};
}

Authenticator::Authenticator(Keys keys, const Clock &clock)
    : m_keys(std::move(keys))
    , m_signer(m_keys.jwtSecret)
    , m_clock(clock)
{
}

Result<Principal> Authenticator::verify(std::string_view token, Seconds leeway) const
{
    if (!m_keys.workerToken.empty() && equalsConstantTime(token, m_keys.workerToken)) {
        Principal worker;
        worker.kind = Principal::Kind::Worker;
        return worker;
    }
    auto claims = m_signer.verify(token, m_clock.now(), leeway);
    if (!claims)
        return claims.error();
    return principalOf(*claims);
}

Result<Principal> Authenticator::caller(const Request &request) const
{
    if (const std::string_view bearer = bearerOf(request); !bearer.empty())
        return verify(bearer, kRestLeeway);
    if (const std::string_view key = apiKeyOf(request); !key.empty())
        return verify(key, kRestLeeway);
    return Error{
        Error::Kind::Unauthorized, QStringLiteral("no_api_key"), QStringLiteral("No credentials were sent"), {}, 0};
}

std::string_view bearerOf(const Request &request)
{
    const std::string_view field = request.headers.get("Authorization");
    constexpr std::string_view scheme = "bearer ";
    if (field.size() <= scheme.size() || !equalsNoCase(field.substr(0, scheme.size()), scheme))
        return {};
    return field.substr(scheme.size());
}

std::string_view apiKeyOf(const Request &request)
{
    const std::string_view field = request.headers.get("apikey");
    return field.empty() ? request.queryValue("apikey") : field;
}

} // namespace bolt::backend
