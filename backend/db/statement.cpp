// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/statement.h"

#include "backend/db/database_impl.h"

#include <sqlite3.h>

namespace bolt::backend {

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_handle(std::exchange(other.m_handle, nullptr))
    , m_bound(other.m_bound)
{
}

Statement::~Statement()
{
    if (m_handle)
        m_database->m->giveBack(m_handle);
}

void Statement::check(int code)
{
    if (code != SQLITE_OK)
        m_database->m->poisonWith(sqlError(m_database->m->handle));
}

void Statement::bind(std::nullptr_t)
{
    if (m_handle)
        check(sqlite3_bind_null(m_handle, ++m_bound));
}

void Statement::bind(qint64 value)
{
    if (m_handle)
        check(sqlite3_bind_int64(m_handle, ++m_bound, value));
}

void Statement::bind(double value)
{
    if (m_handle)
        check(sqlite3_bind_double(m_handle, ++m_bound, value));
}

void Statement::bind(std::string_view value)
{
    // A null pointer would bind NULL.
    const char *data = value.data() ? value.data() : "";
    if (m_handle)
        check(sqlite3_bind_text64(m_handle, ++m_bound, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(const Value &value)
{
    std::visit([this](const auto &held) { bind(held); }, value);
}

void Statement::rewind()
{
    m_bound = 0;
    if (m_handle) {
        sqlite3_reset(m_handle);
        sqlite3_clear_bindings(m_handle);
    }
}

bool Statement::next()
{
    if (!m_handle || m_database->m->poison)
        return false;
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_database->m->poisonWith(sqlError(m_database->m->handle));
    // A finished statement would start again at the next step.
    sqlite3_reset(m_handle);
    return false;
}

int Statement::columnCount() const { return m_handle ? sqlite3_column_count(m_handle) : 0; }

bool Statement::isNull(int column) const { return !m_handle || sqlite3_column_type(m_handle, column) == SQLITE_NULL; }

qint64 Statement::integer(int column) const { return m_handle ? sqlite3_column_int64(m_handle, column) : 0; }

double Statement::real(int column) const { return m_handle ? sqlite3_column_double(m_handle, column) : 0; }

std::string_view Statement::view(int column) const
{
    if (!m_handle)
        return {};
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    if (!text)
        return {};
    return {text, size_t(sqlite3_column_bytes(m_handle, column))};
}

std::optional<Instant> Statement::instant(int column) const
{
    if (isNull(column))
        return {};
    return fromMicros(integer(column));
}

Value Statement::value(int column) const
{
    if (!m_handle)
        return nullptr;
    switch (sqlite3_column_type(m_handle, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_NULL:
        return nullptr;
    default:
        return text(column);
    }
}

} // namespace bolt::backend
