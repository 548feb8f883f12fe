// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"
#include "backend/rest/rest_error.h"
#include "backend/rest/write_body.h"

namespace bolt::backend {

/// A refused write in PostgreSQL's words, with the key that was in the way. Asks the database (rolled back by now)
/// which row it was. `rows` may be empty (a delete). Any other error passes through.
RestError constraintError(Database &db, const Error &error, const TableDef &table, const std::vector<WriteRow> &rows);

} // namespace bolt::backend
