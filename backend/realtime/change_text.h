// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/commit.h"

#include <string>
#include <string_view>
#include <vector>

namespace bolt::backend {

/// The `data` object of a postgres_changes frame (contracts/supabase.md §1.8.1, with `commit_seq` beside). `stamp` is
/// the commit's timestamp text. `columns`: a binding's `select`, or null for all. Over 1 MiB it takes the 413 form.
std::string changeData(const RowChange &change, std::string_view stamp, qint64 commitSeq,
                       const std::vector<size_t> *columns);

/// `2026-08-21T12:00:00.123Z`
std::string commitStamp(Instant at);

constexpr std::size_t kMaxChange = 1'048'576;

} // namespace bolt::backend
