// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "services/wire/naming.h"
#include "services/wire/row.h"

#include <QStringList>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace bolt::wire {

/// A move of the `sync_tick` row: proof that the data path lives (contracts/supabase.md §4.6).
struct Tick
{
    QString name;
    qint64 n = 0;
    std::optional<Instant> at;
};

/// One `postgres_changes` message, decoded: contracts/supabase.md §1.8.
struct ChangeEvent
{
    enum class Type : quint8 { Insert, Update, Delete };

    Type type = Type::Update;
    std::vector<qint64> ids;         ///< the bindings it matched
    std::optional<Table> table;      ///< nothing: a table the desk does not follow, or the tick
    std::optional<qint64> commitSeq; ///< only servers that have one (L2)
    QStringList errors;
    /// Insert and Update: the new row. Delete: only its key (`row.record` is nothing, `row.removed` is true).
    Row row;
    std::optional<Key> oldKey; ///< set when `old_record` shows another primary key: delete that one
    std::optional<Tick> tick;
    bool isTick = false; ///< a move of the tick; nothing in `tick`: it could not be read
    /// Fingerprint of the `columns` text; another one for the same table means that its schema changed (T13). 0: none
    /// came.
    quint64 columnsMark = 0;
    /// Columns with a value of a type that is not known to arrive whole: the row is held against the same one by REST,
    /// see ChangeDecoder::settle().
    ColumnMask unproven = 0;

    /// M3: nothing of it may be merged.
    bool isDegraded() const { return row.degraded != Degraded::No; }
};

/// Payload text of a `postgres_changes` frame → value. An Error means that the frame is no change at all (count it and
/// catch up, T11); a readable frame with a doubtful row is a ChangeEvent with row.degraded set. One per thread.
class ChangeDecoder
{
public:
    explicit ChangeDecoder(Naming naming);
    ~ChangeDecoder();
    Result<ChangeEvent> decode(std::string_view payload);
    /// Columns of types nobody knows arrive whole, or not at all: true until the table's columns are others.
    void settle(Table table, ColumnMask columns, bool whole);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// The kinds are told apart by the number in the text (`Error 413: …`).
Degraded degradedFrom(const QStringList &errors);

} // namespace bolt::wire
