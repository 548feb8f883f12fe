// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"

#include <QString>
#include <optional>
#include <variant>

namespace bolt::wire {

/// Bits of the columns of one table, in the order of its list in row_reader.cpp.
using ColumnMask = quint64;

/// The primary key of a row; its index is the Table's. Hashable and ordered.
using Key = std::variant<PackageId, CustomerId, DirectoryId, WorkerId, JobId, SubmissionId, AttemptId>;

/// Calls `fn.operator()<R>()` for the record type of a table.
template<class Fn>
decltype(auto) withRecordOf(Table table, Fn fn)
{
    switch (table) {
    case Table::Packages:
        return fn.template operator()<Package>();
    case Table::Customers:
        return fn.template operator()<Customer>();
    case Table::Directories:
        return fn.template operator()<Directory>();
    case Table::Workers:
        return fn.template operator()<Worker>();
    case Table::Jobs:
        return fn.template operator()<Job>();
    case Table::Submissions:
        return fn.template operator()<Submission>();
    case Table::Attempts:
        break;
    }
    return fn.template operator()<EndedAttempt>();
}

inline Table tableOf(const Key &key) { return static_cast<Table>(key.index()); }
Key keyOf(const Record &record);
qint64 versionOf(const Record &record);
Instant updatedAtOf(const Record &record);
/// As on the wire. Empty for a null key.
QString keyText(const Key &key);
/// Nothing when `text` is no key of that table.
std::optional<Key> keyFromText(Table table, QStringView text);
/// Why a row cannot be merged as it came (contracts/supabase.md §1.8.5, rule M3).
enum class Degraded : quint8 {
    No,
    TooLarge,     ///< errors: 413, fields are missing
    Unauthorized, ///< errors: 401, the role may not read the key
    NoPrimaryKey, ///< errors: 400, a configuration fault
    ServerError,  ///< errors: any other text
    Incomplete,   ///< a column the desk needs is missing (unchanged TOASTed value, older schema)
    NotDelivered, ///< a column of a type that the stream sends cut (S1: bpchar, bit, varbit)
    Unreadable    ///< a value has the wrong type or does not parse
};

/// One row as it came by REST or by the stream, decoded as far as it could be.
struct Row
{
    std::optional<Key> key;           ///< nothing: it could not be read; the whole table is in doubt
    std::optional<Record> record;     ///< only when degraded == No and not a key-only answer
    std::optional<qint64> version;    ///< nothing: no such column came (L0)
    std::optional<Instant> updatedAt; ///< for cursors
    bool removed = false;             ///< soft-deleted: `deleted_at` is set
    Degraded degraded = Degraded::No;
    QString detail; ///< for logs: the first column that made it degraded
};

} // namespace bolt::wire

namespace bolt {

/// In this namespace because that is where the lookup for a variant of ids goes.
size_t qHash(const wire::Key &key, size_t seed = 0);

} // namespace bolt
