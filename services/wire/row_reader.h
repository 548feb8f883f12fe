// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/wire/json_token.h"
#include "services/wire/naming.h"
#include "services/wire/row.h"

#include <simdjson.h>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace bolt::wire {

inline constexpr ColumnMask allColumns = ~ColumnMask(0);

/// Where a row comes from decides what an unreadable cell means.
enum class Source : quint8 {
    Stream, ///< it may be the frame's fault: the row is in doubt and will be read again
    Answer  ///< it is the server's last word: that cell is odd, and the rest of the row is true
};

/// JSON object → Row of one table. Only the columns of the records are decoded; the rest is stepped over unread. The
/// order of keys is learned from row to row, so that a column is found at the first look. One per thread.
class RowReader
{
public:
    explicit RowReader(const Naming &naming);

    /// `promised`: the columns the sender said it has; one of those that does not come makes a row of the stream
    /// Incomplete, and is an odd cell of an answer's. The key must come in any case. A key that comes twice: the last
    /// one counts. An error of the JSON text itself is answered by false.
    bool read(Table table, simdjson::ondemand::object &object, ColumnMask promised, Source source, Row &row);
    /// Only the primary key, `version`, `updated_at` and `deleted_at`; `record` stays empty.
    bool readVersion(Table table, simdjson::ondemand::object &object, Row &row);

    /// The columns of the row that was read last whose value is null, or that did not come.
    ColumnMask empty() const { return ~m_filled; }

    /// Bit of a column by its name at the deployment; 0 when the desk does not use it.
    ColumnMask bitOf(Table table, std::string_view name) const;
    /// All columns a record is made of.
    static ColumnMask recordColumns(Table table);
    /// Their names, in the order of the bits.
    static std::vector<std::string_view> columnNames(Table table);

private:
    struct Learned
    {
        std::string name;
        int column = -1;
    };
    struct Order
    {
        std::vector<Learned> keys;
        size_t next = 0;
    };
    struct Odd
    {
        int column;
        OddCell::Why why;
        std::string_view raw;
    };
    int columnOf(Table table, std::string_view name) const;
    int guess(Order &order, Table table, std::string_view name);

    Naming m_naming;
    std::array<Order, tableCount> m_orders;
    std::vector<Odd> m_odd; ///< of the row that is being read
    ColumnMask m_filled = 0;
};

} // namespace bolt::wire
