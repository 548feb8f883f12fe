// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace bolt::backend {

Seconds RateLimit::take(const std::string &key)
{
    const Micros now = m_clock.monotonic();
    if (m_buckets.size() >= kKeys && !m_buckets.count(key))
        forgetFull(now);
    auto [at, fresh] = m_buckets.try_emplace(key, Bucket{m_rate.burst, now});
    Bucket &bucket = at->second;
    if (!fresh) {
        bucket.tokens =
            std::min(m_rate.burst, bucket.tokens + double((now - bucket.at).count()) / 1e6 * m_rate.perSecond);
        bucket.at = now;
    }
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return Seconds(0);
    }
    return Seconds(std::max(1LL, std::llround(std::ceil((1 - bucket.tokens) / m_rate.perSecond))));
}

/// A full bucket says nothing that a new one would not; if all are in use the memory of the oldest world is dropped.
void RateLimit::forgetFull(Micros now)
{
    for (auto it = m_buckets.begin(); it != m_buckets.end();) {
        const double refilled = it->second.tokens + double((now - it->second.at).count()) / 1e6 * m_rate.perSecond;
        it = refilled >= m_rate.burst ? m_buckets.erase(it) : std::next(it);
    }
    if (m_buckets.size() >= kKeys)
        m_buckets.clear();
}

} // namespace bolt::backend
