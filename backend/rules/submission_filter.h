// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules only.

#include "backend/db/database.h"
#include "backend/rules/staff_actions.h"

namespace bolt::backend {

/// A bulk action takes this many submissions at most (contracts/domain.md, Backend API).
inline constexpr size_t maxSelection = 10000;

/// The submissions that are meant: the ids as given, each once, or what matches the filter now, oldest first. Errors:
/// Invalid `bad_filter`, `no_selection`, TooLarge `too_many`.
Result<std::vector<std::string>> resolve(Database &db, const SubmissionSelection &selection);

} // namespace bolt::backend
