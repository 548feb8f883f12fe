// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/db only.

#include "backend/db/schema.h"

struct sqlite3_value;

namespace bolt::backend {

/// A stored value as rendering sees it, without owning it: only the member that fits the column's type is set.
struct JsonCell
{
    bool null = true;
    qint64 integer = 0;
    double real = 0;
    std::string_view text;
};

/// Of an argument of an SQL function.
JsonCell cellOf(PgType type, sqlite3_value *value);
void appendJson(std::string &out, PgType type, const JsonCell &cell);

} // namespace bolt::backend
