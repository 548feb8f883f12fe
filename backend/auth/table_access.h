// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/principal.h"
#include "backend/db/schema.h"

namespace bolt::backend {

/// Who may do what with a table over REST and realtime: the service key everything, staff by the schema's roles,
/// anybody may read the packages (they are the price list).
bool mayRead(const Principal &caller, const TableDef &table);
bool mayInsert(const Principal &caller, const TableDef &table);
bool mayUpdate(const Principal &caller, const TableDef &table);
bool mayDelete(const Principal &caller, const TableDef &table);
/// May this caller set this column? The service key any; staff those that the schema gives away.
bool mayWriteColumn(const Principal &caller, const TableDef &table, std::string_view column);

} // namespace bolt::backend
