// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/token.h"

#include "backend/auth/authenticator.h"
#include "backend/auth/secret.h"
#include "backend/http/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bolt::backend {
namespace {

constexpr std::size_t kMaxToken = 8 * 1024;
constexpr double kClocksDiffer = 30; // seconds, between two servers
constexpr double kFarthest = 9e12;   // seconds from 1970: what an Instant can hold

Error refused(QString code, QString message, QString detail = {})
{
    return Error{Error::Kind::Unauthorized, std::move(code), std::move(message), std::move(detail), 0};
}

Error malformed() { return refused(QStringLiteral("malformed"), QStringLiteral("This is no token of this server")); }

nlohmann::json parseObject(std::string_view text)
{
    auto value = parseJson(text);
    return value.is_object() ? value : nlohmann::json();
}

/// Seconds since 1970 of a numeric claim, cut to what an Instant can hold; false when it is there and no number.
bool secondsOf(const nlohmann::json &claims, const char *name, std::optional<double> *out)
{
    const auto claim = claims.find(name);
    if (claim == claims.end() || claim->is_null())
        return true;
    if (!claim->is_number())
        return false;
    *out = std::clamp(claim->get<double>(), -kFarthest, kFarthest);
    return true;
}

} // namespace

std::string TokenSigner::sign(const nlohmann::json &claims) const
{
    std::string token = base64Url(R"({"alg":"HS256","typ":"JWT"})");
    token += "." + base64Url(claims.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return token + "." + base64Url(hmacSha256(m_secret, token));
}

Result<std::string> TokenSigner::verify(std::string_view token, Instant now, Seconds leeway) const
{
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (token.size() > kMaxToken || second == std::string_view::npos ||
        token.find('.', second + 1) != std::string_view::npos)
        return malformed();
    std::string headText;
    std::string claimsText;
    std::string mac;
    if (!fromBase64Url(token.substr(0, first), &headText) ||
        !fromBase64Url(token.substr(first + 1, second - first - 1), &claimsText) ||
        !fromBase64Url(token.substr(second + 1), &mac))
        return malformed();
    const auto head = parseObject(headText);
    const auto alg = head.is_object() ? head.find("alg") : head.end();
    // `crit` names what must be understood, and nothing of it is here.
    if (alg == head.end() || *alg != "HS256" || head.contains("crit"))
        return malformed();
    if (!equalsConstantTime(mac, hmacSha256(m_secret, token.substr(0, second))))
        return refused(QStringLiteral("signature"), QStringLiteral("The token's signature is wrong"));

    const auto claims = parseObject(claimsText);
    std::optional<double> expires;
    std::optional<double> notBefore;
    std::optional<double> issued;
    if (!claims.is_object() || !secondsOf(claims, "exp", &expires) || !secondsOf(claims, "nbf", &notBefore) ||
        !secondsOf(claims, "iat", &issued))
        return malformed();
    const double at = double(toMicros(now)) / 1e6;
    if (expires && at >= *expires + double(leeway.count())) {
        return refused(QStringLiteral("expired"), QStringLiteral("The token has expired"),
                       QString::number(qint64(at - *expires)));
    }
    if (notBefore && at + double(std::max<qint64>(leeway.count(), 0)) < *notBefore)
        return refused(QStringLiteral("not_yet"), QStringLiteral("The token is not valid yet"));
    if (issued && at + kClocksDiffer < *issued)
        return refused(QStringLiteral("issued_later"), QStringLiteral("The token was issued in the future"));
    return claimsText;
}

} // namespace bolt::backend
