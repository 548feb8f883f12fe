// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace bolt::backend {

/// Parses what a peer sent. Discarded (see nlohmann::json::is_discarded) for bad JSON and for nesting deeper than 64
/// levels: writing a value out again recurses, and no peer may end the process.
nlohmann::json parseJson(std::string_view text);

/// PostgreSQL takes no NUL in text or jsonb; neither do we.
bool holdsNul(const nlohmann::json &value);

/// Compact text; broken UTF-8 is replaced, never thrown at.
std::string dumpJson(const nlohmann::json &value);

} // namespace bolt::backend
