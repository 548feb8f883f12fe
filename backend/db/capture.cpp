// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/capture.h"

#include "backend/db/json_cell.h"

#include <sqlite3.h>

namespace bolt::backend {

namespace {

// Arguments of capture() before the new row's columns.
constexpr int oldKey = 2;
constexpr int oldVersion = 3;
constexpr int oldUpdatedAt = 4;
constexpr int firstColumn = 5;

std::string oldColumn(const TableDef &table, ChangeKind kind, const char *name)
{
    if (kind == ChangeKind::Insert || table.indexOf(name) < 0)
        return "NULL";
    return std::string("old.\"") + name + '"';
}

std::string triggerSql(const TableDef &table, size_t index, ChangeKind kind, const char *event)
{
    std::string sql = "CREATE TEMP TRIGGER \"capture_" + table.name + "_" + event + "\" AFTER " + event +
                      " ON main.\"" + table.name + "\" BEGIN SELECT capture(" + std::to_string(index) + "," +
                      std::to_string(int(kind)) + "," + oldColumn(table, kind, table.key().name.c_str()) + "," +
                      oldColumn(table, kind, "version") + "," + oldColumn(table, kind, "updated_at");
    if (kind != ChangeKind::Delete) {
        for (const ColumnDef &column : table.columns)
            sql += ",new.\"" + column.name + '"';
    }
    return sql + "); END;";
}

} // namespace

std::string Capture::triggersSql(bool on)
{
    constexpr std::pair<ChangeKind, const char *> events[] = {
        {ChangeKind::Insert, "INSERT"}, {ChangeKind::Update, "UPDATE"}, {ChangeKind::Delete, "DELETE"}};
    std::string sql;
    const auto &tables = schema().tables();
    for (size_t i = 0; i < tables.size(); ++i) {
        for (const auto &[kind, event] : events) {
            if (on)
                sql += triggerSql(tables[i], i, kind, event);
            else
                sql += "DROP TRIGGER IF EXISTS temp.\"capture_" + tables[i].name + "_" + event + "\";";
        }
    }
    return sql;
}

void Capture::function(sqlite3_context *context, int count, sqlite3_value **values)
{
    auto *self = static_cast<Capture *>(sqlite3_user_data(context));
    const TableDef &table = schema().tables()[size_t(sqlite3_value_int(values[0]))];
    const auto kind = ChangeKind(sqlite3_value_int(values[1]));
    Q_ASSERT(count == firstColumn + (kind == ChangeKind::Delete ? 0 : int(table.columns.size())));
    Q_UNUSED(count)
    if (const char *why = self->refuse(table, kind, values))
        sqlite3_result_error(context, why, -1);
    else
        self->add(table, kind, values);
}

const char *Capture::refuse(const TableDef &table, ChangeKind kind, sqlite3_value **values) const
{
    if (kind == ChangeKind::Delete)
        return nullptr;
    const auto fresh = [&](const char *column) {
        return sqlite3_value_int64(values[firstColumn + table.indexOf(column)]);
    };
    if (table.versioned) {
        const qint64 version = fresh("version");
        if (version <= m_sequence.atBegin || version > m_sequence.last)
            return "a write did not set version = next_version()";
        if (kind == ChangeKind::Update && version <= sqlite3_value_int64(values[oldVersion]))
            return "a write did not set version = next_version()";
    }
    if (kind == ChangeKind::Update && sqlite3_value_type(values[oldUpdatedAt]) != SQLITE_NULL &&
        fresh("updated_at") <= sqlite3_value_int64(values[oldUpdatedAt]))
        return "a write did not set updated_at = touched(updated_at)";
    return nullptr;
}

void Capture::add(const TableDef &table, ChangeKind kind, sqlite3_value **values)
{
    RowChange change;
    change.table = &table;
    change.kind = kind;
    if (kind != ChangeKind::Insert) {
        change.oldRecord = "{\"" + table.key().name + "\":";
        appendJson(change.oldRecord, table.key().type, cellOf(table.key().type, values[oldKey]));
        change.oldRecord += '}';
    }
    if (kind != ChangeKind::Delete) {
        change.record.reserve(1024);
        change.spans.reserve(table.columns.size());
        for (size_t i = 0; i < table.columns.size(); ++i) {
            const ColumnDef &column = table.columns[i];
            change.record += i == 0 ? '{' : ',';
            ((change.record += '"') += column.name) += "\":";
            const size_t offset = change.record.size();
            appendJson(change.record, column.type, cellOf(column.type, values[firstColumn + int(i)]));
            change.spans.push_back({quint32(offset), quint32(change.record.size() - offset)});
        }
        change.record += '}';
    }
    m_changes.push_back(std::move(change));
}

} // namespace bolt::backend
