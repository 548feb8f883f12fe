// SPDX-License-Identifier: GPL-3.0-or-later
// `boltdesk_checksum`, as resources/supabase/live.sql has it: how many rows of a table a copy should hold, and an
// order-free sum over their versions. By it a copy finds out what no change told it, at the price of one number.
#include "backend/auth/table_access.h"
#include "backend/db/sql.h"
#include "backend/http/json_text.h"
#include "backend/rest/rest_api.h"
#include "backend/rest/rest_error.h"
#include "backend/values/literal.h"

#include <algorithm>
#include <array>

namespace bolt::backend {
namespace {

using nlohmann::json;

struct Counted
{
    std::string_view table;
    std::string_view since; ///< the column that a copy's window goes by; empty: it is followed whole
};
constexpr std::array<Counted, 7> counted{{{"packages", ""},
                                          {"customers", ""},
                                          {"directories", ""},
                                          {"workers", ""},
                                          {"jobs", "created_at"},
                                          {"directory_submissions", "created_at"},
                                          {"submission_attempts", "ended_at"}}};

struct Sum
{
    qint64 rows = 0;
    qint64 sum = 0;
    qint64 commitSeq = 0;
};

} // namespace

Reply RestApi::checksum(const Request &request, const Principal &caller)
{
    const json body = parseJson(request.body);
    if (!body.is_object())
        return restReply({400, "PGRST102", "Empty or invalid json", {}, {}});
    const auto of = body.find("of_table");
    if (of == body.end() || !of->is_string())
        return restReply(unknownFunction("boltdesk_checksum"));
    const std::string name = of->get<std::string>();
    const auto *known =
        std::find_if(counted.begin(), counted.end(), [&name](const Counted &c) { return c.table == name; });
    if (known == counted.end())
        return restReply({404, "42P01", "relation \"" + name + "\" is none that the desk follows", {}, {}});
    const TableDef &table = *schema().find(name);
    if (!mayRead(caller, table))
        return restReply(denied(name, caller.kind != Principal::Kind::Anon));
    Sql sql("SELECT count(*), coalesce(sum((version % 2147483647) * (version % 2147483647) % 4294967291), 0) FROM " +
            quotedName(name) + " WHERE deleted_at IS NULL");
    const auto since = body.find("since");
    if (since != body.end() && !since->is_null() && !known->since.empty()) {
        const auto at = valueFromJson(PgType::TimestampTz, *since);
        if (!at)
            return restReply(asRestError(at.error()));
        sql += Sql(" AND " + quotedName(known->since) + " >= ?", *at);
    }
    const auto answer = m_db.read(
        [&]() -> Result<Sum> {
            Statement statement = sql.on(m_db);
            if (!statement.next())
                return Sum{};
            return Sum{statement.integer(0), statement.integer(1), m_db.commitSeq()};
        },
        bounds());
    if (!answer)
        return restReply(asRestError(answer.error()));
    Reply reply = Reply::jsonText(200, dumpJson(json::array({{{"rows", answer->rows}, {"sum", answer->sum}}})));
    reply.headers.set("X-Commit-Seq", std::to_string(answer->commitSeq));
    return reply;
}

} // namespace bolt::backend
