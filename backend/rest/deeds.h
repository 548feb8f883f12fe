// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/principal.h"
#include "backend/db/database.h"
#include "backend/db/sql.h"
#include "backend/rest/write_body.h"

#include <optional>
#include <vector>

namespace bolt::backend {

/// A table whose rows are signed by who writes them (notes) keeps staff from speaking for another: each row gets the
/// caller's address, one with another address is refused (42501). `adding`: rows that do not say get it, too.
Outcome signRows(const Principal &caller, const TableDef &table, bool adding, std::vector<WriteRow> *rows);

/// The condition on the rows of such a table that the caller may change; nothing when there is none.
std::optional<Sql> ownRows(const Principal &caller, const TableDef &table);

/// Writes a change that a person made over REST into the audit, in the same transaction. `verb`: add, edit, remove.
void auditDeed(Database &db, const Principal &caller, const TableDef &table, const char *verb,
               const std::vector<Value> &keys, const std::vector<WriteRow> &rows);

} // namespace bolt::backend
