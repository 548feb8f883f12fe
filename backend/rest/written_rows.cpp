// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/written_rows.h"

#include "backend/rest/content_range.h"

namespace bolt::backend {

Result<std::string> showRows(Database &db, SelectCompiler &compiler, const TableDef &table, const Wanted &wanted,
                             const std::vector<Value> &keys)
{
    Wanted shape;
    shape.items = wanted.items;
    const auto sql = compiler.rows(table, shape, Sql(quotedName(table.key().name) + " = ?"));
    if (!sql)
        return sql.error();
    std::string rows;
    Statement statement = db.prepare(sql->text);
    for (const Value &key : keys) {
        statement.rewind();
        // The key's own parameter stands last: nothing is ordered and nothing filtered behind it.
        for (std::size_t i = 0; i < sql->values.size(); ++i)
            statement.bind(sql->values[i]);
        statement.bind(key);
        if (!statement.next())
            continue;
        rows += rows.empty() ? "" : ",";
        rows += statement.view(0);
    }
    return rows;
}

Outcome checkCount(const Preferences &preferences, Media media, std::size_t rows)
{
    if (preferences.maxAffected && qint64(rows) > *preferences.maxAffected) {
        return asError({400,
                        "PGRST124",
                        "Query result exceeds max-affected preference constraint",
                        "The query affects " + std::to_string(rows) + " rows",
                        {}});
    }
    const bool shown = preferences.returning == Preferences::Return::Representation;
    if (shown && media == Media::Object && rows != 1)
        return asError(notOneRow(qint64(rows)));
    return Done{};
}

Reply writtenReply(const Preferences &preferences, Media media, int minimalStatus, int shownStatus,
                   const Written &written)
{
    Reply reply = Reply::empty(minimalStatus);
    if (preferences.returning == Preferences::Return::Representation) {
        reply = media == Media::Object ? Reply::jsonText(shownStatus, written.rows)
                                       : Reply::jsonText(shownStatus, "[" + written.rows + "]");
        if (media == Media::Object)
            reply.headers.set("Content-Type", "application/vnd.pgrst.object+json; charset=utf-8");
    }
    const qint64 count = qint64(written.keys.size());
    const ContentRange range{0, minimalStatus == 204 ? count : 0,
                             preferences.count ? std::optional<qint64>(count) : std::nullopt};
    reply.headers.set("Content-Range", range.text());
    if (!preferences.applied.empty())
        reply.headers.set("Preference-Applied", preferences.applied);
    return reply;
}

} // namespace bolt::backend
