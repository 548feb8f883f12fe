// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "services/wire/naming.h"
#include "services/wire/row.h"

#include <QStringList>
#include <memory>
#include <string_view>
#include <vector>

namespace bolt::wire {

/// The body of a PostgREST read: an array of objects → rows, in order. A cell that does not decode is an odd cell of
/// its record, and a row without a readable key is degraded; a body that is no array of objects is an Error (code
/// `body`). Bytes that no JSON text may hold are an Error of code `encoding`, or, mended, U+FFFD. One per thread.
class RowsDecoder
{
public:
    enum class Want : quint8 {
        Records, ///< all columns of the table
        Versions ///< `id`, and `version`, `updated_at`, `deleted_at` where they came
    };
    explicit RowsDecoder(const Naming &naming);
    ~RowsDecoder();
    /// `asked`: columns that were asked for, so that one that does not come is missing.
    Result<std::vector<Row>> decode(Table table, Want want, std::string_view body, ColumnMask asked = 0,
                                    bool mend = false);
    /// The bits of our names of columns.
    ColumnMask maskOf(Table table, const QStringList &columns) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace bolt::wire
