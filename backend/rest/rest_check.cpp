// SPDX-License-Identifier: GPL-3.0-or-later
// `boltdesk_check`, as resources/supabase/live.sql has it. Tables, versions and what is pushed are the schema's here,
// and cannot be missing; the tick can.
#include "backend/auth/table_access.h"
#include "backend/db/statement.h"
#include "backend/http/json_text.h"
#include "backend/rest/rest_api.h"
#include "backend/rest/rest_error.h"

namespace bolt::backend {

Reply RestApi::check(const Principal &caller)
{
    const TableDef &tick = *schema().find("sync_tick");
    if (!mayRead(caller, tick))
        return restReply(denied(tick.name, caller.kind != Principal::Kind::Anon));
    const auto moves = m_db.read(
        [&]() -> Result<bool> {
            Statement statement = m_db.query("SELECT max(at) > ? FROM sync_tick", m_db.now() - Seconds(60));
            return statement.next() && statement.integer(0) != 0;
        },
        bounds());
    if (!moves)
        return restReply(asRestError(moves.error()));
    auto lacks = nlohmann::json::array();
    if (!*moves)
        lacks.push_back(
            {{"problem", "nothing moves public.sync_tick: a stream that fell silent is noticed later"}, {"mend", ""}});
    return Reply::jsonText(200, dumpJson(lacks));
}

} // namespace bolt::backend
