// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"
#include "backend/db/statement.h"

#include <string>
#include <string_view>
#include <vector>

namespace bolt::backend {

/// A piece of SQL with the values of its `?`, in the order of the text. Values are never pasted into the text.
struct Sql
{
    std::string text;
    std::vector<Value> values;

    Sql() = default;
    Sql(std::string_view t)
        : text(t)
    {
    }
    Sql(std::string_view t, Value value)
        : text(t)
        , values{std::move(value)}
    {
    }

    Sql &operator+=(const Sql &other)
    {
        text += other.text;
        values.insert(values.end(), other.values.begin(), other.values.end());
        return *this;
    }
    Sql &operator+=(std::string_view t)
    {
        text += t;
        return *this;
    }
    bool isEmpty() const { return text.empty(); }

    Statement on(Database &db) const
    {
        Statement statement = db.prepare(text);
        for (const Value &value : values)
            statement.bind(value);
        return statement;
    }
};

inline Sql operator+(Sql a, const Sql &b)
{
    a += b;
    return a;
}

/// A name that the schema knows, for SQL.
inline std::string quotedName(std::string_view name) { return "\"" + std::string(name) + "\""; }

} // namespace bolt::backend
