// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/records.h"
#include "backend/db/sql.h"

#include <optional>
#include <string>

namespace bolt::backend::api {

/// One page of a list, newest first, and one row more, which tells that there is a next page. A condition that nobody
/// asked for does not stand there: of `? IS NULL OR …` SQLite would take no index, and read the whole table while
/// everybody waits.

/// Without a status: the jobs that are under way.
Sql jobsPage(const Cursor &from, const std::optional<std::string> &status, int limit);
Sql auditPage(const Cursor &from, const std::optional<std::string> &action,
              const std::optional<std::string> &actorEmail, int limit);

struct LogFilter
{
    std::optional<std::string> jobId;
    std::optional<std::string> submissionId;
    std::optional<std::string> level;
};
/// The key of processing_logs grows with time, so it alone is the cursor.
Sql logsPage(qint64 before, const LogFilter &filter, int limit);

} // namespace bolt::backend::api
