// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules only.

#include "backend/db/randomness.h"
#include "models/domain/instant.h"

namespace bolt::backend {

/// Full-jitter exponential back-off after the `attempt`-th try (1, 2, …): anything from 0 to min(6 h, 60 s ·
/// 2^(attempt-1)). Source: contracts/domain.md, Retries.
Micros retryDelay(int attempt, Randomness &random);

} // namespace bolt::backend
