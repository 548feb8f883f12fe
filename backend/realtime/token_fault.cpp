// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/token_fault.h"

#include <nlohmann/json.hpp>

namespace bolt::backend {

TokenFault expiredFault(qint64 secondsAgo)
{
    const std::string text = "Token has expired " + std::to_string(secondsAgo) + " seconds ago";
    return {"Token has expired", "InvalidJWTToken: " + text, text};
}

std::variant<Principal, TokenFault> checkToken(const Authenticator &authenticator, std::string_view token)
{
    const TokenFault malformed{"The token provided is not a valid JWT",
                               "MalformedJWT: The token provided is not a valid JWT",
                               "The token provided is not a valid JWT"};
    const auto principal = authenticator.verify(token);
    if (!principal) {
        const QString &code = principal.error().code;
        if (code == QStringLiteral("expired"))
            return expiredFault(principal.error().detail.toLongLong());
        if (code == QStringLiteral("signature")) {
            return TokenFault{"Failed to validate JWT signature", "JwtSignatureError: Failed to validate JWT signature",
                              ":signature_error"};
        }
        return malformed;
    }
    if (principal->kind == Principal::Kind::Worker)
        return malformed;
    const auto claims = nlohmann::json::parse(principal->claims, nullptr, false);
    if (!claims.contains("role") || !claims.contains("exp")) {
        const std::string text = "Fields `role` and `exp` are required in JWT";
        return TokenFault{text, "InvalidJWTToken: " + text, text};
    }
    return *principal;
}

} // namespace bolt::backend
