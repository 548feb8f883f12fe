// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/table_access.h"
#include "backend/rest/constraint_error.h"
#include "backend/rest/read_query.h"
#include "backend/rest/rest_api.h"
#include "backend/rest/written_rows.h"

#include <QUrl>
#include <algorithm>

namespace bolt::backend {
namespace {

using Resolution = Preferences::Resolution;

/// ` ON CONFLICT (…) DO …`, or nothing.
Result<std::string> conflictSql(const TableDef &table, const RestQuery &query, Resolution resolution,
                                const WriteRow &row)
{
    if (resolution == Resolution::None)
        return std::string();
    std::vector<std::string> target = query.onConflict;
    if (target.empty())
        target = {table.key().name};
    std::string columns;
    for (const std::string &name : target) {
        if (!table.find(name))
            return asError(unknownColumn(table.name, name));
        columns += (columns.empty() ? "" : ", ") + quotedName(name);
    }
    std::string sql = " ON CONFLICT (" + columns + ") DO ";
    if (resolution == Resolution::Ignore)
        return sql + "NOTHING";
    std::string sets;
    for (const std::size_t column : row.columns) {
        const std::string &name = table.columns[column].name;
        if (std::find(target.begin(), target.end(), name) == target.end())
            sets += ", " + quotedName(name) + " = excluded." + quotedName(name);
    }
    sets += stampSql(table);
    return sets.empty() ? sql + "NOTHING" : sql + "UPDATE SET " + sets.substr(2);
}

Result<Sql> insertSql(const TableDef &table, const RestQuery &query, Resolution resolution, const WriteRow &row)
{
    const auto conflict = conflictSql(table, query, resolution, row);
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
    return sql + Sql(" (" + columns + ") VALUES (") + values + Sql(")" + *conflict + returning);
}

qint64 countRows(Database &db, const TableDef &table)
{
    Statement statement = db.query("SELECT count(*) FROM " + quotedName(table.name));
    return statement.next() ? statement.integer(0) : 0;
}

/// A note is signed by who writes it: nobody speaks for another.
Outcome signNotes(const Principal &caller, const TableDef &table, std::vector<WriteRow> *rows)
{
    const int author = table.indexOf("author_email");
    if (!caller.isStaff() || author < 0)
        return Done{};
    for (WriteRow &row : *rows) {
        const Value *value = row.find(std::size_t(author));
        if (!value) {
            row.columns.push_back(std::size_t(author));
            row.values.emplace_back(caller.email);
        } else if (*value != Value(caller.email)) {
            return asError(
                {403, "42501", "new row violates row-level security policy for table \"" + table.name + "\"", {}, {}});
        }
    }
    return Done{};
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
    if (Outcome signedNotes = signNotes(caller, table, &rows.value()); !signedNotes)
        return restReply(asRestError(signedNotes.error()));

    const auto written = m_db.write(
        [&]() -> Result<Written> {
            Written out;
            const qint64 before = upsert ? countRows(m_db, table) : 0;
            for (const WriteRow &row : *rows) {
                const auto sql = insertSql(table, *query, preferences.resolution, row);
                if (!sql)
                    return sql.error();
                Statement statement = sql->on(m_db);
                while (statement.next())
                    out.keys.push_back(statement.value(0));
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
