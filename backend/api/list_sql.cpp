// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/list_sql.h"

#include "backend/db/json_row.h"
#include "backend/db/schema.h"

namespace bolt::backend::api {
namespace {

Sql rowsOf(std::string_view table)
{
    return Sql("SELECT " + columnList(*schema().find(table)) + " FROM " + std::string(table) + " WHERE ");
}

Sql equals(std::string_view column, const std::optional<std::string> &value)
{
    return value ? Sql(" AND " + std::string(column) + " = ?", *value) : Sql();
}

/// And along the index of it, which serves only those who say its condition (0007_lists_of_staff.sql).
Sql along(std::string_view column, const std::optional<std::string> &value)
{
    return value ? equals(column, value) + Sql(" AND " + std::string(column) + " <> ''") : Sql();
}

Sql olderThan(const Cursor &from)
{
    return Sql("(created_at, id) < (?", qint64(toMicros(from.at))) + Sql(", ?)", from.id);
}

Sql newestFirst(int limit) { return Sql(" ORDER BY created_at DESC, id DESC LIMIT ?", qint64(limit) + 1); }

} // namespace

Sql jobsPage(const Cursor &from, const std::optional<std::string> &status, int limit)
{
    const Sql which = status ? equals("status", status) : Sql(" AND status IN ('pending', 'in_progress', 'paused')");
    return rowsOf("jobs") + olderThan(from) + which + Sql(" AND deleted_at IS NULL") + newestFirst(limit);
}

Sql auditPage(const Cursor &from, const std::optional<std::string> &action,
              const std::optional<std::string> &actorEmail, int limit)
{
    return rowsOf("admin_actions") + olderThan(from) + along("action", action) + along("actor_email", actorEmail) +
           newestFirst(limit);
}

Sql logsPage(qint64 before, const LogFilter &filter, int limit)
{
    const bool ofOne = filter.jobId || filter.submissionId; // has fewer lines than a level
    return rowsOf("processing_logs") + Sql("id < ?", before) + equals("job_id", filter.jobId) +
           equals("submission_id", filter.submissionId) +
           (ofOne ? equals("level", filter.level) : along("level", filter.level)) +
           Sql(" ORDER BY id DESC LIMIT ?", qint64(limit) + 1);
}

} // namespace bolt::backend::api
