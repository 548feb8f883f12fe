// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace bolt::backend {

/// JSON Web Tokens, HS256 only: the algorithm is pinned, whatever the token's head says.
class TokenSigner
{
public:
    /// `secret`: at least 32 bytes.
    explicit TokenSigner(std::string secret)
        : m_secret(std::move(secret))
    {
    }

    std::string sign(const nlohmann::json &claims) const;

    /// The claims as JSON text. Codes of Error: "malformed" (no JWT, wrong algorithm), "signature", "expired" (its
    /// `detail` holds the seconds since), "not_yet", "issued_later". `leeway` is how long past `exp` a token is still
    /// taken.
    Result<std::string> verify(std::string_view token, Instant now, Seconds leeway = Seconds(0)) const;

private:
    std::string m_secret;
};

} // namespace bolt::backend
