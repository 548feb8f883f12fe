// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"
#include "backend/rest/ast.h"
#include "models/domain/result.h"

#include <optional>
#include <string>
#include <vector>

namespace bolt::backend {

/// A request's query string (and Range field), read.
struct RestQuery
{
    Wanted wanted;
    std::optional<std::vector<std::string>> columns; ///< `columns=`
    std::vector<std::string> onConflict;
};

/// Errors: PGRST100, PGRST108.
Result<RestQuery> readQuery(const Request &request);

} // namespace bolt::backend
