// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_pace.h"

#include <algorithm>
#include <cmath>

namespace bolt {

void JobPace::settled(SubmissionId id, Instant at)
{
    unsettled(id);
    // Nearly always the newest: look from the end.
    auto place = m_events.end();
    while (place != m_events.begin() && at < std::prev(place)->at)
        --place;
    m_events.insert(place, {at, id});
    if (m_events.size() > capacity)
        m_events.erase(m_events.begin());
}

void JobPace::unsettled(SubmissionId id)
{
    const auto it = std::find_if(m_events.begin(), m_events.end(), [&](const Event &e) { return e.id == id; });
    if (it != m_events.end())
        m_events.erase(it);
}

std::optional<Instant> JobPace::last() const
{
    if (m_events.empty())
        return {};
    return m_events.back().at;
}

JobPace::Rate JobPace::rate(Instant now, Instant began) const
{
    // What was dropped from a full list is not known: then the time counted from is that of the oldest kept.
    const bool full = m_events.size() == capacity;
    const Instant from = full ? std::max(began, m_events.front().at) : began;
    const double memorySeconds = double(memory.count());
    const double seen = std::chrono::duration<double>(now - from).count();
    if (seen <= 0)
        return {};
    double weight = 0, squares = 0;
    for (auto it = m_events.begin() + (full ? 1 : 0); it != m_events.end(); ++it) {
        if (it->at < from)
            continue;
        const double age = std::max(0.0, std::chrono::duration<double>(now - it->at).count());
        const double w = std::exp(-age / memorySeconds);
        weight += w;
        squares += w * w;
    }
    if (weight <= 0)
        return {};
    // The weights of a steady stream over `seen` seconds integrate to memory × (1 − e^(−seen/memory)).
    return {weight / (memorySeconds * -std::expm1(-seen / memorySeconds)), weight * weight / squares};
}

} // namespace bolt
