// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules only.

#include "models/domain/instant.h"

#include <span>
#include <string_view>

namespace bolt::backend {

/// Rows that nobody needs after a while.
struct Forgetting
{
    std::string_view sql; ///< deletes rows from before ?1, at most ?2
    Micros kept;
};

/// Answers and log lines, which come by the thousand.
std::span<const Forgetting> forgottenSoon();
/// Sign-ins and what was told to staff.
std::span<const Forgetting> forgottenLate();

} // namespace bolt::backend
