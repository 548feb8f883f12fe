// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bolt::wire {

/// How one deployment names a table, its columns and its status words. Data, made by a connector; wire itself knows the
/// names of contracts/domain.md only.
struct TableNaming
{
    struct Alias
    {
        std::string theirs;
        std::string ours;
    };
    std::string name;           ///< the table, e.g. `directory_submissions`
    std::vector<Alias> columns; ///< only those that differ; where a row carries both names, the last one counts
    std::vector<Alias> words;   ///< status words that differ
};

struct Naming
{
    std::string schema = "public";
    std::array<TableNaming, tableCount> tables; ///< in the order of enum Table
    std::string tick = "sync_tick";             ///< empty: the deployment has none

    const TableNaming &of(Table table) const { return tables[static_cast<size_t>(table)]; }
    std::optional<Table> find(std::string_view tableName) const;
};

} // namespace bolt::wire
