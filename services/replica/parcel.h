// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/delta.h"

#include <memory>
#include <optional>

namespace bolt {

/// How far the copy of one table reaches. Written together with the rows it speaks about (I7).
struct TableCursor
{
    Table table = Table::Packages;
    std::optional<Instant> watermark; ///< contracts/supabase.md §4.7, server's clock
    bool complete = false;
    std::optional<Instant> asOf; ///< local clock; for showing the age only
};

/// What the wire thread hands over at once: to main for the store, and the same object to the replica for the disk.
struct Parcel
{
    Delta state; ///< rows of a snapshot; first
    Delta news;
    std::vector<TableCursor> cursors;

    size_t size() const { return state.size() + news.size(); }
    bool empty() const { return state.empty() && news.empty() && cursors.empty(); }
};

using SharedParcel = std::shared_ptr<const Parcel>;

} // namespace bolt
