// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/authenticator.h"

#include <string>
#include <variant>

namespace bolt::backend {

/// Why a token is not taken, in the three wordings of contracts/supabase.md §1.10 and its transcripts.
struct TokenFault
{
    std::string handshake; ///< `{"error": …}` of a refused upgrade
    std::string join;      ///< reason of a join's error reply
    std::string push;      ///< `system` message after a bad access_token, or when a token ran out
};

/// Realtime tolerates no skew and needs `role` and `exp`.
std::variant<Principal, TokenFault> checkToken(const Authenticator &authenticator, std::string_view token);

TokenFault expiredFault(qint64 secondsAgo);

} // namespace bolt::backend
