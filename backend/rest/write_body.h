// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/principal.h"
#include "backend/db/schema.h"
#include "backend/db/statement.h"
#include "backend/http/request.h"
#include "models/domain/result.h"

#include <optional>
#include <string>
#include <vector>

namespace bolt::backend {

/// One object of a body: which columns it sets, to what.
struct WriteRow
{
    std::vector<std::size_t> columns;
    std::vector<Value> values;

    const Value *find(std::size_t column) const;
};

/// The body of a POST (object or array) or PATCH (object). `columns`: `columns=`; what a row lacks of them is null, or
/// is left to its default. Columns that the backend itself keeps (version, updated_at) are passed over. Errors:
/// PGRST102, PGRST204, 22P02 and its kin, 42501 for a column that the caller may not write.
Result<std::vector<WriteRow>> readBody(const Request &request, const Principal &caller, const TableDef &table,
                                       const std::optional<std::vector<std::string>> &columns, bool missingDefault);

/// `, version = next_version(), updated_at = touched(updated_at)`, as far as the table has them.
std::string stampSql(const TableDef &table);

} // namespace bolt::backend
