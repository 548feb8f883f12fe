// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace bolt::backend {

/// The words of `level`.
constexpr std::string_view logLevels[] = {"DEBUG", "INFO", "SUCCESS", "WARNING", "ERROR"};

/// One line of processing_logs. Empty ids are stored as null.
struct LogLine
{
    std::string jobId;
    std::string submissionId;
    std::string customerId;
    std::string level = "INFO";
    std::string source; ///< backend, a worker's id, webhook, staff
    std::string message;
    nlohmann::json details = nlohmann::json::object();
};

/// Within the running write transaction.
void appendLog(Database &db, const LogLine &line);

} // namespace bolt::backend
