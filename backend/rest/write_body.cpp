// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/write_body.h"

#include "backend/auth/table_access.h"
#include "backend/http/json_text.h"
#include "backend/rest/rest_error.h"
#include "backend/values/literal.h"

#include <algorithm>

namespace bolt::backend {
namespace {

using nlohmann::json;

/// A client reads no more of a text, and filters of realtime go through all of it at each commit.
constexpr std::size_t kMaxText = 64 * 1024;

bool isKept(const TableDef &table, const std::string &column)
{
    return (table.versioned && column == "version") || (column == "updated_at" && table.find("updated_at"));
}

Error bodyError(const std::string &message) { return asError({400, "PGRST102", message, {}, {}}); }

Error tooLong()
{
    return asError(
        {400, "22001", "value too long for type character varying(" + std::to_string(kMaxText) + ")", {}, {}});
}

Error noColumn(const TableDef &table, const std::string &column)
{
    return asError({400,
                    "PGRST204",
                    "Could not find the '" + column + "' column of '" + table.name + "' in the schema cache",
                    {},
                    {}});
}

std::vector<std::string> keysOf(const json &object)
{
    std::vector<std::string> keys;
    for (const auto &entry : object.items())
        keys.push_back(entry.key());
    return keys;
}

/// All objects must speak of the same columns, unless `columns=` says which.
Result<std::vector<std::string>> namesOf(const json &objects, const TableDef &table,
                                         const std::optional<std::vector<std::string>> &columns)
{
    std::vector<std::string> names;
    for (const json &object : objects) {
        if (!object.is_object())
            return bodyError("Empty or invalid json");
        if (columns)
            continue;
        const auto keys = keysOf(object);
        if (&object != &objects.front() && keys != names)
            return bodyError("All object keys must match");
        names = keys;
    }
    if (columns)
        names = *columns;
    for (const std::string &name : names) {
        if (!table.find(name))
            return noColumn(table, name);
    }
    return names;
}

Result<WriteRow> readRow(const json &object, const TableDef &table, const std::vector<std::string> &names,
                         bool missingDefault)
{
    WriteRow row;
    for (const std::string &name : names) {
        const auto at = object.find(name);
        if (isKept(table, name) || (at == object.end() && missingDefault))
            continue;
        const std::size_t column = std::size_t(table.indexOf(name));
        auto value =
            at == object.end() ? Result<Value>(Value(nullptr)) : valueFromJson(table.columns[column].type, *at);
        if (!value)
            return value.error();
        if (const auto *text = std::get_if<std::string>(&*value);
            text && text->size() > kMaxText && isTextual(table.columns[column].type))
            return tooLong();
        row.columns.push_back(column);
        row.values.push_back(std::move(value).value());
    }
    return row;
}

} // namespace

const Value *WriteRow::find(std::size_t column) const
{
    const auto at = std::find(columns.begin(), columns.end(), column);
    return at == columns.end() ? nullptr : &values[std::size_t(at - columns.begin())];
}

Result<std::vector<WriteRow>> readBody(const Request &request, const Principal &caller, const TableDef &table,
                                       const std::optional<std::vector<std::string>> &columns, bool missingDefault)
{
    const std::string_view type = request.headers.get("Content-Type");
    if (!type.empty() && type.find("json") == std::string_view::npos)
        return asError({415, "PGRST102", "Content-Type not acceptable: " + std::string(type.substr(0, 100)), {}, {}});
    json body = parseJson(request.body);
    if (holdsNul(body))
        return asError(
            {400, "22P05", "unsupported Unicode escape sequence", "\\u0000 cannot be converted to text.", {}});
    if (body.is_object())
        body = json::array({std::move(body)});
    if (!body.is_array())
        return bodyError("Empty or invalid json");
    const auto names = namesOf(body, table, columns);
    if (!names)
        return names.error();
    for (const std::string &name : *names) {
        if (!mayWriteColumn(caller, table, name) && !isKept(table, name))
            return asError(denied(table.name, true));
    }
    std::vector<WriteRow> rows;
    for (const json &object : body) {
        auto row = readRow(object, table, *names, missingDefault);
        if (!row)
            return row.error();
        rows.push_back(std::move(row).value());
    }
    return rows;
}

std::string stampSql(const TableDef &table)
{
    std::string sql;
    if (table.versioned)
        sql += ", version = next_version()";
    if (table.find("updated_at"))
        sql += ", updated_at = touched(updated_at)";
    return sql;
}

} // namespace bolt::backend
