// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/db only.

#include "models/domain/result.h"

#include <QByteArray>
#include <vector>

namespace bolt::backend {

/// `PRAGMA application_id` of our files: "BOLT".
inline constexpr int applicationId = 0x424f4c54;

/// The numbered SQL files of resources/sql/backend in their order: number n is at index n - 1. `PRAGMA user_version` of
/// a database is the number of the last one it has seen.
Result<std::vector<QByteArray>> migrations();

} // namespace bolt::backend
