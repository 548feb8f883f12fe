// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/search.h"
#include "models/store/store.h"

namespace bolt {

/// What ReplicaSearch finds, found in memory, for a workspace that is not kept on disk. One pass over what is held,
/// at most `mostRead` submissions: it is done on main. At most `mostOfAKind` of each.
std::vector<SearchHit> searchStore(const Store &store, const QString &text, size_t mostOfAKind = 20,
                                   size_t mostRead = 200'000);

} // namespace bolt
