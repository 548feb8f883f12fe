// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/submission_filter.h"

#include "backend/rules/rule_errors.h"

#include <unordered_set>

namespace bolt::backend {

namespace {

using nlohmann::json;

Error tooMany()
{
    return {Error::Kind::TooLarge,
            QStringLiteral("too_many"),
            QStringLiteral("An action takes at most %1 submissions.").arg(maxSelection),
            {}};
}

/// A WHERE clause with its values, built from known column names only.
struct Where
{
    std::string sql = "deleted_at IS NULL";
    std::vector<Value> values;
};

bool addWords(Where &where, const char *column, const json &value)
{
    const json words = value.is_array() ? value : json::array({value});
    std::string marks;
    for (const json &word : words) {
        if (!word.is_string())
            return false;
        marks += marks.empty() ? "?" : ",?";
        where.values.push_back(word.get<std::string>());
    }
    where.sql += std::string(" AND ") + column + " IN (" + marks + ")";
    return true;
}

bool addVersion(Where &where, const json &value)
{
    if (!value.is_number_integer())
        return false;
    where.sql += " AND version <= ?";
    where.values.push_back(value.get<qint64>());
    return true;
}

Result<Where> whereOf(const json &filter)
{
    constexpr std::pair<const char *, const char *> columns[] = {{"status", "status"},
                                                                 {"job_id", "submission_queue_id"},
                                                                 {"customer_id", "customer_id"},
                                                                 {"directory_id", "directory_id"},
                                                                 {"error_code", "last_error_code"}};
    if (!filter.is_object() || filter.empty())
        return invalid("bad_filter", "The filter must be an object with at least one key.");
    Where where;
    for (const auto &[key, value] : filter.items()) {
        bool taken = key == "max_version" && addVersion(where, value);
        for (const auto &[name, column] : columns)
            taken = taken || (key == name && addWords(where, column, value));
        if (!taken)
            return invalid("bad_filter", "The filter's '" + key + "' is unknown or has no fit value.");
    }
    return where;
}

Result<std::vector<std::string>> matching(Database &db, const json &filter)
{
    const Result<Where> where = whereOf(filter);
    if (!where)
        return where.error();
    Statement row = db.prepare("SELECT id FROM directory_submissions WHERE " + where->sql + " ORDER BY rowid LIMIT " +
                               std::to_string(maxSelection + 1));
    for (const Value &value : where->values)
        row.bind(value);
    std::vector<std::string> ids;
    while (row.next())
        ids.push_back(row.text(0));
    if (ids.size() > maxSelection)
        return tooMany();
    return ids;
}

} // namespace

Result<std::vector<std::string>> resolve(Database &db, const SubmissionSelection &selection)
{
    if (selection.filter)
        return matching(db, *selection.filter);
    if (selection.ids.empty())
        return invalid("no_selection", "Name ids or a filter.");
    if (selection.ids.size() > maxSelection)
        return tooMany();
    std::vector<std::string> ids;
    std::unordered_set<std::string_view> seen;
    for (const std::string &id : selection.ids) {
        if (seen.insert(id).second)
            ids.push_back(id);
    }
    return ids;
}

} // namespace bolt::backend
