// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

struct sqlite3_stmt;

namespace bolt::backend {

class Database;

/// A value of a column as it is stored: integers also carry bool (0/1) and timestamptz (µs UTC); text also carries
/// uuid, numeric (exact digits) and jsonb (compact JSON).
using Value = std::variant<std::nullptr_t, qint64, double, std::string>;

/// A lease on one of the database's cached statements; it is reset when the lease ends. Get it from Database::query.
///
/// A failure is not answered here: it poisons the running transaction (see Database), `next` says false and columns
/// read as null. Backend thread.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Binds the next parameter, in order. Text is copied.
    void bind(std::nullptr_t);
    void bind(qint64 value);
    void bind(int value) { bind(qint64(value)); }
    void bind(bool value) { bind(qint64(value)); }
    void bind(double value);
    void bind(std::string_view value);
    void bind(const std::string &value) { bind(std::string_view(value)); }
    void bind(const char *value) { bind(std::string_view(value)); }
    void bind(Instant value) { bind(qint64(toMicros(value))); }
    void bind(const Value &value);
    template<class T>
    void bind(const std::optional<T> &value)
    {
        if (value)
            bind(*value);
        else
            bind(nullptr);
    }

    /// Back to before the first row, with nothing bound.
    void rewind();

    /// Steps to the next row; false at the end and on failure.
    bool next();

    /// Columns of the current row, counted from 0. Views live until the next `next`.
    int columnCount() const;
    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    std::string_view view(int column) const;
    std::string text(int column) const { return std::string(view(column)); }
    std::optional<Instant> instant(int column) const;
    Value value(int column) const;

private:
    friend class Database;
    Statement(Database &database, sqlite3_stmt *handle)
        : m_database(&database)
        , m_handle(handle)
    {
    }
    void check(int code);

    Database *m_database;
    sqlite3_stmt *m_handle; ///< null after a failed prepare
    int m_bound = 0;
};

} // namespace bolt::backend
