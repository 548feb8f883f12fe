// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/rest/rest_error.h"

#include <QtGlobal>
#include <optional>
#include <string>

namespace bolt::backend {

/// `Content-Range` and the status that goes with it (contracts/supabase.md §3.2).
struct ContentRange
{
    qint64 offset = 0;
    qint64 rows = 0;
    std::optional<qint64> total;

    std::string text() const
    {
        const std::string whole = total ? std::to_string(*total) : "*";
        if (rows == 0)
            return "*/" + whole;
        return std::to_string(offset) + "-" + std::to_string(offset + rows - 1) + "/" + whole;
    }
    /// 206 when the total is known and the page is not all of it.
    int status() const { return total && rows < *total ? 206 : 200; }
    bool isBeyond() const { return total && offset > *total; }
};

/// 406 for `Accept: application/vnd.pgrst.object+json`.
inline RestError notOneRow(qint64 rows)
{
    return {406,
            "PGRST116",
            "Cannot coerce the result to a single JSON object",
            "The result contains " + std::to_string(rows) + " rows",
            {}};
}

} // namespace bolt::backend
