// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/keys.h"
#include "backend/auth/principal.h"
#include "backend/auth/token.h"
#include "backend/http/request.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"

#include <string>
#include <string_view>

namespace bolt::backend {

/// Who sent this? Verifies the credentials of a request; knows nothing of what the caller may do.
class Authenticator
{
public:
    /// `clock` outlives it.
    Authenticator(Keys keys, const Clock &clock);

    /// `Authorization: Bearer`, else `apikey` (field, or query). Error.kind is Unauthorized; codes: "no_api_key"
    /// (neither was sent) and those of TokenSigner::verify. 30 s past `exp` are tolerated, as PostgREST does.
    Result<Principal> caller(const Request &request) const;
    /// One token or key by itself; `leeway` past `exp`.
    Result<Principal> verify(std::string_view token, Seconds leeway = Seconds(0)) const;

    const Keys &keys() const { return m_keys; }
    const TokenSigner &signer() const { return m_signer; }
    const Clock &clock() const { return m_clock; }

private:
    Keys m_keys;
    TokenSigner m_signer;
    const Clock &m_clock;
};

/// "Bearer x" to "x"; empty for anything else.
std::string_view bearerOf(const Request &request);

/// The `apikey` field, else the query's `apikey`; empty when there is none.
std::string_view apiKeyOf(const Request &request);

/// Equal, in a time that does not depend on where they differ.
bool equalsConstantTime(std::string_view a, std::string_view b);

} // namespace bolt::backend
