// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"

#include <QtGlobal>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bolt::backend {

/// PostgreSQL types of the public tables. Stored in SQLite as: Int4, Int8, Bool (0/1), TimestampTz (µs UTC) INTEGER;
/// Float4 REAL; Numeric TEXT with its exact digits; Jsonb TEXT (compact JSON); Uuid, Text, Bpchar TEXT.
enum class PgType : quint8 { Uuid, Text, Bpchar, Int4, Int8, Numeric, Float4, Bool, TimestampTz, Jsonb };

/// pg_type.typname, as `columns[].type` of a change and as REST casts name it.
std::string_view typeName(PgType type);
std::optional<PgType> typeFromName(std::string_view name);

struct ColumnDef
{
    std::string name;
    PgType type = PgType::Text;
    bool nullable = false;
    bool hasDefault = false; ///< may be left out of an INSERT
};

struct TableDef;

/// A way from one table to another that REST may embed.
struct RelationDef
{
    std::string constraint; ///< PostgreSQL name, for `rel!jobs_customer_id_fkey`
    std::string column;     ///< of this table
    const TableDef *target = nullptr;
    std::string targetColumn;
    bool toOne = false; ///< else to-many, seen from this table
};

struct TableDef
{
    std::string name;
    std::vector<ColumnDef> columns; ///< attnum order
    size_t primaryKey = 0;          ///< index into columns; every table has exactly one key column
    /// Has `version` and `deleted_at`; every write must set `version = next_version(), updated_at =
    /// touched(updated_at)`.
    bool versioned = false;
    std::vector<RelationDef> relations;
    /// The least staff role that may read it, or do the write over REST; nothing: nobody but the service role.
    std::optional<Role> reader;
    std::optional<Role> inserter;
    std::optional<Role> updater;
    std::optional<Role> remover;
    /// Columns that staff may write over REST; ids, versions, stamps and counters belong to the backend.
    std::vector<std::string> writable;

    /// -1 when there is no such column.
    int indexOf(std::string_view column) const;
    const ColumnDef *find(std::string_view column) const;
    const ColumnDef &key() const { return columns[primaryKey]; }
};

/// The public tables of contracts/domain.md: the one truth for REST, realtime, change capture and seeding. A test holds
/// it against the SQL migrations. All of them are published to realtime; auth_* and the backend's own tables are not
/// here.
class Schema
{
public:
    Schema();
    Schema(const Schema &) = delete; // relations point into it
    Schema &operator=(const Schema &) = delete;
    const std::vector<TableDef> &tables() const { return m_tables; }
    const TableDef *find(std::string_view name) const;

private:
    std::vector<TableDef> m_tables;
};

/// Constant data, built once; safe from any thread.
const Schema &schema();

} // namespace bolt::backend
