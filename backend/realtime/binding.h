// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/principal.h"
#include "backend/realtime/filter.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace bolt::backend {

/// One entry of a join's `postgres_changes`. It has an id whether or not it can be subscribed to.
class Binding
{
public:
    explicit Binding(nlohmann::json sent);

    qint64 id() const { return m_id; }
    /// What was sent, verbatim, with its id: the join reply's entry.
    nlohmann::json echo() const;

    /// Checks it against the schema and the caller's rights. The error's message is the `system` message.
    Outcome subscribe(const Principal &caller);
    bool matches(const RowChange &change) const;
    /// Columns asked for by `select`, the key included; null for all.
    const std::vector<size_t> *columns() const { return m_columns.empty() ? nullptr : &m_columns; }

private:
    Error refused(const std::string &why, const std::vector<FilterTerm> &terms) const;
    Error noParams() const;
    Outcome selectColumns(const TableDef &table);

    nlohmann::json m_sent;
    std::string m_event;
    std::string m_schema;
    std::string m_table;
    std::string m_filterText;
    qint64 m_id = 0;
    std::vector<const TableDef *> m_tables; ///< what it follows since subscribe()
    RowFilter m_filter;
    std::vector<size_t> m_columns;
};

} // namespace bolt::backend
