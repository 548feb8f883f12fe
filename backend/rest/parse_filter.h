// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/rest/ast.h"
#include "models/domain/result.h"

#include <string_view>

namespace bolt::backend {

/// `name=value` of the query string as a filter: `status=in.(a,b)`, `or=(…)`, `not.and=(…)`. Errors: PGRST100.
Result<FilterNode> parseFilter(std::string_view name, std::string_view value);

} // namespace bolt::backend
