// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules only.

#include "backend/db/database.h"

#include <nlohmann/json.hpp>

namespace bolt::backend {

/// Sets the columns that `patch` names in one row, after checking them against the catalogue: only writable columns,
/// each of its type. Within the running write transaction. Errors: Invalid `validation`, NotFound.
Outcome patchRecord(Database &db, const TableDef &table, const std::string &id, const nlohmann::json &patch);

} // namespace bolt::backend
