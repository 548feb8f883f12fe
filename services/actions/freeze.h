// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bulk.h"

#include <functional>

namespace bolt {

/// The parts of a bulk action, in the order of its ids, each with the key under which it will be sent, however often.
/// Ids that are null or named before are left out. A job verb acts on one job a call (contracts/domain.md), so each job
/// is a part; submissions go `atOnce` a part.
std::vector<ActionStatus> freeze(const BulkCommand &command, const BulkId &id, Instant now, size_t atOnce,
                                 const std::function<ActionId()> &newKey);

} // namespace bolt
