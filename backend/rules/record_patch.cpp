// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/record_patch.h"

#include "backend/rules/rule_errors.h"

#include <algorithm>
#include <limits>

namespace bolt::backend {

namespace {

using nlohmann::json;

constexpr size_t maxPatchText = 2000;

/// The stored form of a JSON value, or why it does not fit.
struct Fit
{
    Value value = nullptr;
    std::string reason;
};

Fit fit(const ColumnDef &column, const json &value)
{
    if (value.is_null())
        return {nullptr, column.nullable ? "" : "must not be null"};
    switch (column.type) {
    case PgType::Int4:
    case PgType::Int8: {
        if (!value.is_number_integer() || value.get<double>() > std::numeric_limits<int>::max() ||
            value.get<double>() < std::numeric_limits<int>::min())
            return {nullptr, "must be a whole number"};
        return {value.get<qint64>(), {}};
    }
    case PgType::Bool:
        if (!value.is_boolean())
            return {nullptr, "must be true or false"};
        return {qint64(value.get<bool>()), {}};
    case PgType::Jsonb:
        return {value.dump(), {}};
    case PgType::Text:
    case PgType::Bpchar:
        if (!value.is_string() || value.get_ref<const std::string &>().size() > maxPatchText)
            return {nullptr, "must be a text of at most 2000 bytes"};
        return {value.get<std::string>(), {}};
    default:
        return {nullptr, "cannot be set"};
    }
}

} // namespace

Outcome patchRecord(Database &db, const TableDef &table, const std::string &id, const json &patch)
{
    FieldReasons reasons;
    std::string assignments;
    std::vector<Value> values;
    if (!patch.is_object() || patch.empty())
        reasons.add("body", "must be an object that names at least one column");
    else {
        for (const auto &[name, value] : patch.items()) {
            if (std::find(table.writable.begin(), table.writable.end(), name) == table.writable.end()) {
                reasons.add(name, "cannot be set");
                continue;
            }
            Fit fitted = fit(*table.find(name), value);
            if (!fitted.reason.empty())
                reasons.add(name, fitted.reason);
            assignments += '"' + name + "\" = ?, ";
            values.push_back(std::move(fitted.value));
        }
    }
    if (!reasons.empty())
        return reasons.error();
    // A savepoint of its own: a value outside of the table's bounds is the caller's fault, not the database's.
    qint64 changed = 0;
    const Outcome written = db.write([&]() -> Outcome {
        Statement statement = db.prepare("UPDATE \"" + table.name + "\" SET " + assignments +
                                         "version = next_version(), updated_at = touched(updated_at) WHERE \"" +
                                         table.key().name + "\" = ? AND deleted_at IS NULL RETURNING 1");
        for (const Value &value : values)
            statement.bind(value);
        statement.bind(id);
        while (statement.next())
            ++changed;
        return Done{};
    });
    if (!written && written.error().kind == Error::Kind::Invalid) {
        reasons.add("body", "has a value outside of its bounds");
        return reasons.error();
    }
    if (!written)
        return written;
    return changed > 0 ? written : Outcome(notFound(table.name, id));
}

} // namespace bolt::backend
