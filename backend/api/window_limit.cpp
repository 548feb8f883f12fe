// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/window_limit.h"

#include <algorithm>
#include <vector>

namespace bolt::backend::api {

Seconds WindowLimit::take(const std::string &key)
{
    const Micros now = m_clock.monotonic();
    if (m_counts.size() >= mostKeys && !m_counts.contains(key))
        forgetOld(now);
    Count &count = m_counts.try_emplace(key, Count{now, 0}).first->second;
    if (now - count.since >= m_window)
        count = {now, 0};
    if (count.calls < m_calls) {
        ++count.calls;
        return Seconds(0);
    }
    return std::max(Seconds(1), std::chrono::ceil<Seconds>(count.since + m_window - now));
}

void WindowLimit::forgetOld(Micros now)
{
    std::erase_if(m_counts, [&](const auto &entry) { return now - entry.second.since >= m_window; });
    if (m_counts.size() < mostKeys)
        return;
    // Everybody is within a window: the oldest half makes room.
    std::vector<Micros> starts;
    starts.reserve(m_counts.size());
    for (const auto &[key, count] : m_counts)
        starts.push_back(count.since);
    const auto middle = starts.begin() + std::ptrdiff_t(starts.size() / 2);
    std::nth_element(starts.begin(), middle, starts.end());
    std::erase_if(m_counts, [&](const auto &entry) { return entry.second.since <= *middle; });
}

} // namespace bolt::backend::api
