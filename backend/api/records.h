// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bolt::backend::api {

/// JSON list of the rows of `table` with these ids, as REST prints them. Within a running transaction.
std::string recordsById(Database &db, std::string_view table, const std::vector<std::string> &ids);

/// Where a list goes on: after the row with this time and id. Opaque to clients.
struct Cursor
{
    Instant at;
    std::string id;
    std::string toText() const;
    static std::optional<Cursor> fromText(std::string_view text);
};

/// One page of a list: `{"items": [...], "next_cursor": "…" or null}`, or the same with more in front of it.
struct ListPage
{
    std::string items = "[]"; ///< JSON
    std::optional<Cursor> next;
    std::string toJson(std::string_view before = {}) const;
};

} // namespace bolt::backend::api
