// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace bolt::backend {

/// SQL LIKE over UTF-8: '%' any run, '_' one character, '\' takes the next as it is. Without recursion: its time is at
/// most the product of both lengths. `noCase` folds ASCII.
bool like(std::string_view text, std::string_view pattern, bool noCase);

} // namespace bolt::backend
