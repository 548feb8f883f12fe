// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/table_access.h"
#include "backend/rest/constraint_error.h"
#include "backend/rest/deeds.h"
#include "backend/rest/read_query.h"
#include "backend/rest/rest_api.h"
#include "backend/rest/written_rows.h"

namespace bolt::backend {
namespace {

/// A change of a whole table is a slip far more often than a wish.
Error needsWhere(const char *verb)
{
    return asError({400, "21000", std::string(verb) + " requires a WHERE clause", {}, {}});
}

Sql updateSql(const TableDef &table, const WriteRow &row, const Sql &keys)
{
    Sql sets;
    for (std::size_t i = 0; i < row.columns.size(); ++i)
        sets += Sql((i ? ", " : "") + quotedName(table.columns[row.columns[i]].name) + " = ?", row.values[i]);
    const std::string key = quotedName(table.key().name);
    return Sql("UPDATE " + quotedName(table.name) + " SET ") + sets + Sql(stampSql(table) + " WHERE " + key + " IN (") +
           keys + Sql(") RETURNING " + key);
}

std::vector<Value> valuesOf(Database &db, const Sql &sql)
{
    std::vector<Value> values;
    Statement statement = sql.on(db);
    while (statement.next())
        values.push_back(statement.value(0));
    return values;
}

} // namespace

Reply RestApi::update(const Request &request, const Principal &caller, const TableDef &table)
{
    if (!mayUpdate(caller, table))
        return restReply(denied(table.name, caller.kind != Principal::Kind::Anon));
    const Preferences preferences = readPreferences(request);
    const auto media = mediaOf(request);
    const auto query = readQuery(request);
    if (!media || !query)
        return restReply(asRestError(media ? query.error() : media.error()));
    if (query->wanted.filters.empty())
        return restReply(asRestError(needsWhere("UPDATE")));
    auto rows = readBody(request, caller, table, query->columns, preferences.missingDefault);
    if (!rows)
        return restReply(asRestError(rows.error()));
    if (rows->size() != 1)
        return restReply({400, "PGRST102", "Empty or invalid json", {}, {}});
    if (Outcome ours = signRows(caller, table, false, &rows.value()); !ours)
        return restReply(asRestError(ours.error()));
    SelectCompiler compiler(caller, m_options.maxRows);
    const auto keys = compiler.keys(table, query->wanted, ownRows(caller, table));
    if (!keys)
        return restReply(asRestError(keys.error()));

    const auto written = m_db.write(
        [&]() -> Result<Written> {
            Written out;
            if (!rows->front().columns.empty())
                out.keys = valuesOf(m_db, updateSql(table, rows->front(), *keys));
            if (Outcome count = checkCount(preferences, *media, out.keys.size()); !count)
                return count.error();
            if (preferences.returning == Preferences::Return::Representation) {
                auto shown = showRows(m_db, compiler, table, query->wanted, out.keys);
                if (!shown)
                    return shown.error();
                out.rows = std::move(shown).value();
            }
            auditDeed(m_db, caller, table, "edit", out.keys, *rows);
            return out;
        },
        bounds());
    if (!written)
        return restReply(constraintError(m_db, written.error(), table, *rows));
    Reply reply = writtenReply(preferences, *media, 204, 200, *written);
    reply.headers.set("X-Commit-Seq", std::to_string(m_db.commitSeq()));
    return reply;
}

Reply RestApi::remove(const Request &request, const Principal &caller, const TableDef &table)
{
    if (!mayDelete(caller, table))
        return restReply(denied(table.name, caller.kind != Principal::Kind::Anon));
    const Preferences preferences = readPreferences(request);
    const auto media = mediaOf(request);
    const auto query = readQuery(request);
    if (!media || !query)
        return restReply(asRestError(media ? query.error() : media.error()));
    if (query->wanted.filters.empty())
        return restReply(asRestError(needsWhere("DELETE")));
    SelectCompiler compiler(caller, m_options.maxRows);
    const auto keys = compiler.keys(table, query->wanted, ownRows(caller, table));
    if (!keys)
        return restReply(asRestError(keys.error()));

    const auto written = m_db.write(
        [&]() -> Result<Written> {
            Written out;
            out.keys = valuesOf(m_db, *keys);
            if (Outcome count = checkCount(preferences, *media, out.keys.size()); !count)
                return count.error();
            // Shown before they are gone.
            if (preferences.returning == Preferences::Return::Representation) {
                auto shown = showRows(m_db, compiler, table, query->wanted, out.keys);
                if (!shown)
                    return shown.error();
                out.rows = std::move(shown).value();
            }
            const std::string sql =
                "DELETE FROM " + quotedName(table.name) + " WHERE " + quotedName(table.key().name) + " = ?";
            for (const Value &key : out.keys)
                m_db.run(sql, key);
            auditDeed(m_db, caller, table, "remove", out.keys, {});
            return out;
        },
        bounds());
    if (!written)
        return restReply(constraintError(m_db, written.error(), table, {}));
    Reply reply = writtenReply(preferences, *media, 204, 200, *written);
    reply.headers.set("X-Commit-Seq", std::to_string(m_db.commitSeq()));
    return reply;
}

} // namespace bolt::backend
