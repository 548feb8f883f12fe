// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/db only.

#include "models/domain/result.h"

#include <QByteArray>
#include <string_view>
#include <vector>

namespace bolt::backend {

/// `PRAGMA application_id` of our files: "BOLT".
inline constexpr int applicationId = 0x424f4c54;

/// The numbered SQL files of resources/sql/backend in their order: number n is at index n - 1. `PRAGMA user_version` of
/// a database is the number of the last one it has seen.
Result<std::vector<QByteArray>> migrations();
/// Does one of them give this name to a table or an index?
bool makesName(const std::vector<QByteArray> &migrations, std::string_view name);

} // namespace bolt::backend
