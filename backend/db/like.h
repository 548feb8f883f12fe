// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace bolt::backend {

/// What a peer may give for a pattern.
constexpr std::size_t kMaxPattern = 1024;

/// SQL LIKE over UTF-8: '%' any run, '_' one character, '\' takes the next as it is. `noCase` folds ASCII. Its time
/// grows with the text, and with the pattern by 64 characters at a time, whatever stands in them.
bool like(std::string_view text, std::string_view pattern, bool noCase);

} // namespace bolt::backend
