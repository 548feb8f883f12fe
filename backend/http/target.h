// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"

#include <string>
#include <string_view>

namespace bolt::backend {

/// "a%20b" to "a b"; false when an escape is broken. `plusIsSpace` for query strings.
bool percentDecode(std::string_view text, bool plusIsSpace, std::string *out);

/// Splits "/path?query" into a request's path, segments and query. False when the target is malformed: not in origin
/// form, a broken escape, a NUL, or a dot segment.
bool parseTarget(std::string_view target, Request *into);

} // namespace bolt::backend
