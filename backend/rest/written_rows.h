// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"
#include "backend/rest/compile_select.h"
#include "backend/rest/media.h"
#include "backend/rest/preferences.h"

#include <string>
#include <vector>

namespace bolt::backend {

/// What a write touched, and how it is shown.
struct Written
{
    std::vector<Value> keys;
    std::string rows; ///< JSON objects parted by commas, when a representation was asked for
    qint64 inserted = 0;
};

/// The rows with these keys, in their order, within the running transaction. Errors poison it.
Result<std::string> showRows(Database &db, SelectCompiler &compiler, const TableDef &table, const Wanted &wanted,
                             const std::vector<Value> &keys);

/// 406 when one object was asked for and there are more or less; PGRST124 over max-affected. Both roll back.
Outcome checkCount(const Preferences &preferences, Media media, std::size_t rows);

/// The answer of a write that was done.
Reply writtenReply(const Preferences &preferences, Media media, int minimalStatus, int shownStatus,
                   const Written &written);

} // namespace bolt::backend
