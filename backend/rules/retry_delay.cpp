// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/retry_delay.h"

#include <algorithm>

namespace bolt::backend {

Micros retryDelay(int attempt, Randomness &random)
{
    constexpr Micros base = Seconds(60);
    constexpr Micros cap = std::chrono::hours(6);
    constexpr int doublingsToCap = 9; // 60 s · 2^9 is beyond 6 h
    const int doublings = std::clamp(attempt - 1, 0, doublingsToCap);
    const Micros bound = std::min(cap, base * (1 << doublings));
    return Micros(qint64(random.below(quint64(bound.count()) + 1)));
}

} // namespace bolt::backend
