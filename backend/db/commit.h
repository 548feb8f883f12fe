// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/schema.h"
#include "models/domain/instant.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bolt::backend {

enum class ChangeKind : quint8 { Insert, Update, Delete };

/// One changed row, with its JSON as contracts/supabase.md §1.8.7 wants it.
struct RowChange
{
    const TableDef *table = nullptr;
    ChangeKind kind = ChangeKind::Insert;
    std::string record;    ///< the whole new row as a JSON object; empty for Delete
    std::string oldRecord; ///< the primary key only (replica identity "default"), empty for Insert
    /// Where each column's JSON text lies within `record`, in the order of table->columns.
    struct Span
    {
        quint32 offset = 0;
        quint32 length = 0;
    };
    std::vector<Span> spans;

    /// JSON text of one column of `record`; for filters, projections and the 413 form without parsing.
    std::string_view field(size_t column) const
    {
        return std::string_view(record).substr(spans[column].offset, spans[column].length);
    }
};

/// All row changes of one transaction, in statement order. `seq` grows by one for each commit that changed something
/// that is published, is kept across restarts, and is the backend's commit order.
struct Commit
{
    qint64 seq = 0;
    Instant at;
    std::vector<RowChange> changes;
};

/// Called on the backend thread right after COMMIT, in commit order. It must not write.
using CommitListener = std::function<void(const Commit &)>;

} // namespace bolt::backend
