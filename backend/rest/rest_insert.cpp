// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/table_access.h"
#include "backend/rest/constraint_error.h"
#include "backend/rest/deeds.h"
#include "backend/rest/read_query.h"
#include "backend/rest/rest_api.h"
#include "backend/rest/written_rows.h"

#include <QUrl>
#include <algorithm>

namespace bolt::backend {
namespace {

using Resolution = Preferences::Resolution;

struct Upsert
{
    const RestQuery &query;
    Resolution resolution;
    std::optional<Sql> mayMerge; ///< what holds for a row that may be merged with; nothing: any may
};

/// ` ON CONFLICT (…) DO …`, or nothing.
Result<Sql> conflictSql(const TableDef &table, const Upsert &upsert, const WriteRow &row)
{
    if (upsert.resolution == Resolution::None)
        return Sql();
    std::vector<std::string> target = upsert.query.onConflict;
    if (target.empty())
        target = {table.key().name};
    std::string columns;
    for (const std::string &name : target) {
        if (!table.find(name))
            return asError(unknownColumn(table.name, name));
        columns += (columns.empty() ? "" : ", ") + quotedName(name);
    }
    std::string sql = " ON CONFLICT (" + columns + ") DO ";
    if (upsert.resolution == Resolution::Ignore)
        return Sql(sql + "NOTHING");
    std::string sets;
    for (const std::size_t column : row.columns) {
        const std::string &name = table.columns[column].name;
        if (std::find(target.begin(), target.end(), name) == target.end())
            sets += ", " + quotedName(name) + " = excluded." + quotedName(name);
    }
    sets += stampSql(table);
    if (sets.empty())
        return Sql(sql + "NOTHING");
    const Sql merge(sql + "UPDATE SET " + sets.substr(2));
    return upsert.mayMerge ? merge + Sql(" WHERE ") + *upsert.mayMerge : merge;
}

Result<Sql> insertSql(const TableDef &table, const Upsert &upsert, const WriteRow &row)
{
    const auto conflict = conflictSql(table, upsert, row);
    if (!conflict)
        return conflict.error();
    std::string columns;
    Sql values;
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
        columns += (i ? ", " : "") + quotedName(table.columns[row.columns[i]].name);
        values += Sql(i ? ", ?" : "?", row.values[i]);
    }
    const std::string returning = " RETURNING " + quotedName(table.key().name);
    Sql sql("INSERT INTO " + quotedName(table.name));
    if (columns.empty())
        return sql + Sql(" DEFAULT VALUES" + returning);
    return sql + Sql(" (" + columns + ") VALUES (") + values + Sql(")") + *conflict + Sql(returning);
}

qint64 countRows(Database &db, const TableDef &table)
{
    Statement statement = db.query("SELECT count(*) FROM " + quotedName(table.name));
    return statement.next() ? statement.integer(0) : 0;
}

Error notOurs(const TableDef &table)
{
    return asError({403,
                    "42501",
                    "new row violates row-level security policy (USING expression) for table \"" + table.name + "\"",
                    {},
                    {}});
}

void setLocation(Reply *reply, const TableDef &table, const Written &written)
{
    if (written.keys.size() != 1)
        return;
    const Value &key = written.keys.front();
    const auto *text = std::get_if<std::string>(&key);
    const auto *number = std::get_if<qint64>(&key);
    const std::string shown = text ? *text : number ? std::to_string(*number) : std::string();
    reply->headers.set("Location", "/" + table.name + "?" + table.key().name + "=eq." +
                                       QUrl::toPercentEncoding(QString::fromStdString(shown)).toStdString());
}

} // namespace

Reply RestApi::insert(const Request &request, const Principal &caller, const TableDef &table)
{
    const Preferences preferences = readPreferences(request);
    const bool upsert = preferences.resolution != Resolution::None;
    if (!mayInsert(caller, table) || (upsert && !mayUpdate(caller, table)))
        return restReply(denied(table.name, caller.kind != Principal::Kind::Anon));
    const auto media = mediaOf(request);
    const auto query = readQuery(request);
    if (!media || !query)
        return restReply(asRestError(media ? query.error() : media.error()));
    auto rows = readBody(request, caller, table, query->columns, preferences.missingDefault);
    if (!rows)
        return restReply(asRestError(rows.error()));
    if (Outcome signedNotes = signRows(caller, table, true, &rows.value()); !signedNotes)
        return restReply(asRestError(signedNotes.error()));

    const Upsert merging{*query, preferences.resolution, ownRows(caller, table)};
    const bool ownOnly = preferences.resolution == Resolution::Merge && merging.mayMerge;

    const auto written = m_db.write(
        [&]() -> Result<Written> {
            Written out;
            const qint64 before = upsert ? countRows(m_db, table) : 0;
            for (const WriteRow &row : *rows) {
                const auto sql = insertSql(table, merging, row);
                if (!sql)
                    return sql.error();
                Statement statement = sql->on(m_db);
                const std::size_t count = out.keys.size();
                while (statement.next())
                    out.keys.push_back(statement.value(0));
                if (ownOnly && out.keys.size() == count)
                    return notOurs(table);
            }
            out.inserted = upsert ? countRows(m_db, table) - before : qint64(out.keys.size());
            if (Outcome count = checkCount(preferences, *media, out.keys.size()); !count)
                return count.error();
            if (preferences.returning == Preferences::Return::Representation) {
                SelectCompiler compiler(caller, m_options.maxRows);
                auto shown = showRows(m_db, compiler, table, query->wanted, out.keys);
                if (!shown)
                    return shown.error();
                out.rows = std::move(shown).value();
            }
            auditDeed(m_db, caller, table, "add", out.keys, *rows);
            return out;
        },
        bounds());
    if (!written)
        return restReply(constraintError(m_db, written.error(), table, *rows));
    const int status = upsert && written->inserted == 0 ? 200 : 201;
    Reply reply = writtenReply(preferences, *media, status, status, *written);
    if (preferences.returning == Preferences::Return::HeadersOnly)
        setLocation(&reply, table, *written);
    reply.headers.set("X-Commit-Seq", std::to_string(m_db.commitSeq()));
    return reply;
}

} // namespace bolt::backend
