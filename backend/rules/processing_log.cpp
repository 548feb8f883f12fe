// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/processing_log.h"

namespace bolt::backend {

void appendLog(Database &db, const LogLine &line)
{
    const auto orNull = [](const std::string &id) { return id.empty() ? std::nullopt : std::optional(id); };
    db.run("INSERT INTO processing_logs (job_id, submission_id, customer_id, level, source, message, details)"
           " VALUES (?, ?, ?, ?, ?, ?, ?)",
           orNull(line.jobId), orNull(line.submissionId), orNull(line.customerId), line.level, line.source,
           line.message, line.details.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace bolt::backend
