// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace bolt::backend {

/// The payload of a phx_join (contracts/supabase.md §1.6).
struct JoinConfig
{
    bool ack = false;
    bool self = false;
    bool isPrivate = false;
    bool presence = false;
    std::string presenceKey;
    std::vector<nlohmann::json> bindings;
    std::optional<std::string> token; ///< absent, or an opaque key: the connection's token serves
};

/// The error's message is the reason of the error reply.
Result<JoinConfig> readJoin(const nlohmann::json &payload);

/// A token as a client may send it: a text that is no opaque key.
std::optional<std::string> usableToken(const nlohmann::json &payload, const char *key);

} // namespace bolt::backend
