// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/compile_select.h"
#include "backend/rest/content_range.h"
#include "backend/rest/media.h"
#include "backend/rest/preferences.h"
#include "backend/rest/read_query.h"
#include "backend/rest/rest_api.h"
#include "backend/rest/rest_error.h"

namespace bolt::backend {
namespace {

struct Page
{
    std::string rows; ///< JSON objects parted by commas
    qint64 count = 0;
    std::optional<qint64> total;
    qint64 commitSeq = 0;
};

} // namespace

Reply RestApi::read(const Request &request, const Principal &caller, const TableDef &table)
{
    const auto media = mediaOf(request);
    if (!media)
        return restReply(asRestError(media.error()));
    const auto query = readQuery(request);
    if (!query)
        return restReply(asRestError(query.error()));
    const Wanted &wanted = query->wanted;
    const Preferences preferences = readPreferences(request);
    SelectCompiler compiler(caller, m_options.maxRows);
    auto rows = compiler.rows(table, wanted);
    if (!rows)
        return restReply(asRestError(rows.error()));
    const qint64 limit = std::min(wanted.limit.value_or(m_options.maxRows), m_options.maxRows);
    const Sql page = *rows + Sql(" LIMIT ?", Value(limit)) + Sql(" OFFSET ?", Value(wanted.offset));
    std::optional<Sql> count;
    if (preferences.count) {
        auto counting = compiler.count(table, wanted);
        if (!counting)
            return restReply(asRestError(counting.error()));
        count = std::move(counting).value();
    }

    const auto answer = m_db.read(
        [&]() -> Result<Page> {
            Page out;
            out.commitSeq = m_db.commitSeq();
            {
                Statement statement = page.on(m_db);
                while (statement.next()) {
                    out.rows += out.count++ == 0 ? "" : ",";
                    out.rows += statement.view(0);
                }
            }
            if (count) {
                Statement statement = count->on(m_db);
                out.total = statement.next() ? statement.integer(0) : 0;
            }
            return out;
        },
        bounds());
    if (!answer)
        return restReply(asRestError(answer.error()));

    const ContentRange range{wanted.offset, answer->count, answer->total};
    if (range.isBeyond()) {
        Reply reply = restReply({416,
                                 "PGRST103",
                                 "Requested range not satisfiable",
                                 "An offset of " + std::to_string(wanted.offset) +
                                     " was requested, but there are only " + std::to_string(*answer->total) + " rows.",
                                 {}});
        reply.headers.set("Content-Range", range.text());
        return reply;
    }
    if (*media == Media::Object && answer->count != 1)
        return restReply(notOneRow(answer->count));
    Reply reply = *media == Media::Object ? Reply::jsonText(200, answer->rows)
                                          : Reply::jsonText(range.status(), "[" + answer->rows + "]");
    if (*media == Media::Object)
        reply.headers.set("Content-Type", "application/vnd.pgrst.object+json; charset=utf-8");
    reply.headers.set("Content-Range", range.text());
    reply.headers.set("X-Commit-Seq", std::to_string(answer->commitSeq));
    if (!preferences.applied.empty())
        reply.headers.set("Preference-Applied", preferences.applied);
    return reply;
}

} // namespace bolt::backend
