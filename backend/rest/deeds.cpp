// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/deeds.h"

#include "backend/db/json_row.h"
#include "backend/rest/rest_error.h"
#include "backend/rules/audit.h"

namespace bolt::backend {
namespace {

constexpr std::string_view kAuthor = "author_email";

bool isSigned(const Principal &caller, const TableDef &table) { return caller.isStaff() && table.find(kAuthor); }

/// "directories" → "directory"; the audit names one thing.
std::string oneOf(std::string table)
{
    if (table.ends_with("ies"))
        return table.replace(table.size() - 3, 3, "y");
    table.pop_back();
    return table;
}

nlohmann::json jsonOf(const TableDef &table, const WriteRow &row)
{
    nlohmann::json object = nlohmann::json::object();
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
        const ColumnDef &column = table.columns[row.columns[i]];
        std::string text;
        appendJson(text, column.type, row.values[i]);
        object[column.name] = nlohmann::json::parse(text, nullptr, false);
    }
    return object;
}

std::string textOf(const Value &key)
{
    const auto *number = std::get_if<qint64>(&key);
    return number ? std::to_string(*number) : std::get<std::string>(key);
}

} // namespace

Outcome signRows(const Principal &caller, const TableDef &table, bool adding, std::vector<WriteRow> *rows)
{
    if (!isSigned(caller, table))
        return Done{};
    const auto author = std::size_t(table.indexOf(kAuthor));
    for (WriteRow &row : *rows) {
        const Value *value = row.find(author);
        if (value && *value != Value(caller.email)) {
            return asError(
                {403, "42501", "new row violates row-level security policy for table \"" + table.name + "\"", {}, {}});
        }
        if (!value && adding) {
            row.columns.push_back(author);
            row.values.emplace_back(caller.email);
        }
    }
    return Done{};
}

std::optional<Sql> ownRows(const Principal &caller, const TableDef &table)
{
    if (!isSigned(caller, table))
        return {};
    return Sql(quotedName(kAuthor) + " = ?", Value(caller.email));
}

void auditDeed(Database &db, const Principal &caller, const TableDef &table, const char *verb,
               const std::vector<Value> &keys, const std::vector<WriteRow> &rows)
{
    if (!caller.isStaff() || keys.empty())
        return;
    const std::string action = table.name + "." + verb;
    const std::string target = oneOf(table.name);
    Receipt receipt;
    for (const Value &key : keys)
        receipt.applied.push_back(textOf(key));
    AuditEntry entry{action.c_str(), target.c_str(), receipt.applied};
    if (rows.size() == 1)
        entry.params = jsonOf(table, rows.front());
    audit(db, {db.random().uuid(), caller.userId, caller.email, caller.role}, entry, receipt);
}

} // namespace bolt::backend
