// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/db only.

#include "backend/db/commit.h"

#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_context;
struct sqlite3_value;

namespace bolt::backend {

/// The one sequence behind every `version`.
struct VersionSequence
{
    qint64 last = 0;    ///< handed out
    qint64 atBegin = 0; ///< `last` when the running transaction began
    qint64 stored = 0;  ///< `last` as it is in the database
};

/// Builds change events from the writes of the running transaction. TEMP triggers on every public table hand the new
/// row to the SQL function `capture`, which renders it at once; so there is nothing to read back after COMMIT, the
/// order is that of the statements, and a rollback only forgets. A write that does not take a new `version` and a later
/// `updated_at` fails there.
class Capture
{
public:
    explicit Capture(const VersionSequence &sequence)
        : m_sequence(sequence)
    {
    }

    /// SQL to create or drop the triggers.
    static std::string triggersSql(bool on);

    size_t size() const { return m_changes.size(); }
    void truncate(size_t size) { m_changes.resize(size); }
    std::vector<RowChange> take() { return std::exchange(m_changes, {}); }

    /// `capture(table, kind, old key, old version, old updated_at, new columns…)`; user data is the Capture.
    static void function(sqlite3_context *context, int count, sqlite3_value **values);

private:
    /// Why this write is not acceptable; null when it is.
    const char *refuse(const TableDef &table, ChangeKind kind, sqlite3_value **values) const;
    void add(const TableDef &table, ChangeKind kind, sqlite3_value **values);

    const VersionSequence &m_sequence;
    std::vector<RowChange> m_changes;
};

} // namespace bolt::backend
