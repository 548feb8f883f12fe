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
    bool told = false; ///< its rows are published: each that goes is a change that everybody hears of
};

std::span<const Forgetting> forgettings();

} // namespace bolt::backend
