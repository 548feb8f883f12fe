// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/constraint_error.h"

#include "backend/db/json_row.h"
#include "backend/db/sql.h"

#include <algorithm>

namespace bolt::backend {
namespace {

/// A value as PostgreSQL shows it in `Key (…)=(…)`.
std::string shown(PgType type, const Value &value)
{
    std::string json;
    appendJson(json, type, value);
    return json.size() >= 2 && json.front() == '"' ? json.substr(1, json.size() - 2) : json;
}

/// "UNIQUE constraint failed: notes.id, notes.body" names its columns.
std::vector<std::size_t> columnsNamed(const std::string &words, const TableDef &table)
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string name = table.name + "." + table.columns[i].name;
        const std::size_t at = words.find(name);
        const std::size_t end = at + name.size();
        if (at != std::string::npos && (end == words.size() || words[end] == ',' || words[end] == ' '))
            columns.push_back(i);
    }
    return columns;
}

bool exists(Database &db, const std::string &table, const std::vector<std::string> &columns,
            const std::vector<Value> &values)
{
    Sql sql("SELECT 1 FROM " + quotedName(table) + " WHERE 1");
    for (std::size_t i = 0; i < columns.size(); ++i)
        sql += Sql(" AND " + quotedName(columns[i]) + " = ?", values[i]);
    const auto found = db.read([&]() -> Result<bool> { return sql.on(db).next(); });
    return found && *found;
}

struct Key
{
    std::vector<std::string> names;
    std::vector<Value> values;
    std::string text; ///< "(id)=(1)"
};

bool keyOf(const WriteRow &row, const TableDef &table, const std::vector<std::size_t> &columns, Key *key)
{
    std::string names;
    std::string values;
    for (const std::size_t column : columns) {
        const Value *value = row.find(column);
        if (!value)
            return false;
        key->names.push_back(table.columns[column].name);
        key->values.push_back(*value);
        names += (names.empty() ? "" : ", ") + table.columns[column].name;
        values += (values.empty() ? "" : ", ") + shown(table.columns[column].type, *value);
    }
    key->text = "(" + names + ")=(" + values + ")";
    return !columns.empty();
}

RestError unique(Database &db, const std::string &words, const TableDef &table, const std::vector<WriteRow> &rows)
{
    const auto columns = columnsNamed(words, table);
    std::string constraint = table.name;
    if (columns.size() == 1 && columns.front() == table.primaryKey) {
        constraint += "_pkey";
    } else {
        for (const std::size_t column : columns)
            constraint += "_" + table.columns[column].name;
        constraint += "_key";
    }
    RestError error{409, "23505", "duplicate key value violates unique constraint \"" + constraint + "\"", {}, {}};
    for (const WriteRow &row : rows) {
        Key key;
        if (!keyOf(row, table, columns, &key))
            continue;
        // The first one that is there, else any: then the body holds it twice.
        error.details = "Key " + key.text + " already exists.";
        if (exists(db, table.name, key.names, key.values))
            break;
    }
    return error;
}

RestError missingTarget(Database &db, const TableDef &table, const std::vector<WriteRow> &rows)
{
    for (const RelationDef &relation : table.relations) {
        const std::size_t column = std::size_t(std::max(0, table.indexOf(relation.column)));
        for (const WriteRow &row : rows) {
            Key key;
            if (!relation.toOne || !keyOf(row, table, {column}, &key) ||
                std::holds_alternative<std::nullptr_t>(key.values.front()) ||
                exists(db, relation.target->name, {relation.targetColumn}, key.values))
                continue;
            return {409,
                    "23503",
                    "insert or update on table \"" + table.name + "\" violates foreign key constraint \"" +
                        relation.constraint + "\"",
                    "Key " + key.text + " is not present in table \"" + relation.target->name + "\".",
                    {}};
        }
    }
    // Nothing that was written points nowhere: so something points at what was to go.
    for (const RelationDef &relation : table.relations) {
        if (relation.toOne)
            continue;
        return {409,
                "23503",
                "update or delete on table \"" + table.name + "\" violates foreign key constraint \"" +
                    relation.constraint + "\" on table \"" + relation.target->name + "\"",
                "Key is still referenced from table \"" + relation.target->name + "\".",
                {}};
    }
    return {409, "23503", "update or delete violates foreign key constraint", {}, {}};
}

std::string firstWord(const std::string &words)
{
    const std::size_t colon = words.find(": ");
    if (colon == std::string::npos)
        return {};
    const std::string rest = words.substr(colon + 2);
    const std::size_t from = rest.find_first_of("abcdefghijklmnopqrstuvwxyz_");
    return from == std::string::npos
               ? std::string()
               : rest.substr(from, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", from) - from);
}

} // namespace

RestError constraintError(Database &db, const Error &error, const TableDef &table, const std::vector<WriteRow> &rows)
{
    const std::string words = error.detail.toStdString();
    const std::string code = error.code.toStdString();
    if (code == "23505")
        return unique(db, words, table, rows);
    if (code == "23503")
        return missingTarget(db, table, rows);
    if (code == "23502") {
        const auto columns = columnsNamed(words, table);
        const std::string column = columns.empty() ? std::string("?") : table.columns[columns.front()].name;
        return {400,
                code,
                "null value in column \"" + column + "\" of relation \"" + table.name +
                    "\" violates not-null constraint",
                {},
                {}};
    }
    if (code == "23514") {
        return {400,
                code,
                "new row for relation \"" + table.name + "\" violates check constraint \"" + table.name + "_" +
                    firstWord(words) + "_check\"",
                {},
                {}};
    }
    if (words.find("ON CONFLICT clause does not match") != std::string::npos) {
        return {
            400, "42P10", "there is no unique or exclusion constraint matching the ON CONFLICT specification", {}, {}};
    }
    return asRestError(error);
}

} // namespace bolt::backend
