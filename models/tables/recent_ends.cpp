// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/recent_ends.h"

#include <algorithm>

namespace bolt {

namespace {

template<class Deque, class End>
void insert(Deque &ends, const End &added)
{
    // Nearly always the newest: look from the end.
    auto place = ends.end();
    while (place != ends.begin() && added.at < std::prev(place)->at)
        --place;
    ends.insert(place, added);
}

} // namespace

RecentEnds::RecentEnds(const Clock &clock)
    : m_clock(clock)
{
}

void RecentEnds::clear()
{
    m_ends.clear();
    m_ahead.clear();
    m_ofJob.clear();
    m_seen.clear();
    m_full = false;
}

void RecentEnds::apply(const Changed &changed)
{
    if (changed.reset)
        clear();
    for (const AttemptId &id : changed.attemptsGone)
        forget(id);
    for (const EndedAttempt &attempt : changed.attempts)
        note(attempt);
}

void RecentEnds::note(const EndedAttempt &attempt)
{
    const Instant now = m_clock.now();
    if (!isOutcome(attempt.outcome) || now - attempt.endedAt >= span || m_seen.contains(attempt.id))
        return;
    m_seen.insert(attempt.id);
    const End added{attempt.endedAt, attempt.id, attempt.job};
    if (added.at <= now)
        count(added);
    else
        insert(m_ahead, added);
}

void RecentEnds::forget(AttemptId id)
{
    if (!m_seen.remove(id))
        return;
    const auto isIt = [id](const End &end) { return end.attempt == id; };
    if (const auto end = std::find_if(m_ends.begin(), m_ends.end(), isIt); end != m_ends.end()) {
        uncount(end->job);
        m_ends.erase(end);
    } else {
        std::erase_if(m_ahead, isIt);
    }
}

void RecentEnds::uncount(JobId job) const
{
    if (const auto count = m_ofJob.find(job); count != m_ofJob.end() && --*count == 0)
        m_ofJob.erase(count);
}

void RecentEnds::count(const End &end) const
{
    insert(m_ends, end);
    ++m_ofJob[end.job];
    if (m_ends.size() > capacity) {
        m_full = true;
        forgetOldest();
    }
}

void RecentEnds::forgetOldest() const
{
    uncount(m_ends.front().job);
    m_seen.remove(m_ends.front().attempt);
    m_ends.pop_front();
}

void RecentEnds::settle() const
{
    const Instant now = m_clock.now();
    while (!m_ahead.empty() && m_ahead.front().at <= now) {
        count(m_ahead.front());
        m_ahead.pop_front();
    }
    while (!m_ends.empty() && now - m_ends.front().at >= span) {
        m_full = false;
        forgetOldest();
    }
}

int RecentEnds::inLastMinute() const
{
    settle();
    const Instant from = m_clock.now() - std::chrono::minutes(1);
    const auto first =
        std::upper_bound(m_ends.begin(), m_ends.end(), from, [](Instant at, const End &end) { return at < end.at; });
    return int(m_ends.end() - first);
}

double RecentEnds::minutes() const
{
    const Micros seen = m_full && !m_ends.empty() ? m_clock.now() - m_ends.front().at : Micros(span);
    return std::chrono::duration<double, std::chrono::minutes::period>(std::max(seen, Micros(Seconds(1)))).count();
}

std::optional<double> RecentEnds::perMinute() const
{
    settle();
    return m_known ? std::optional(double(m_ends.size()) / minutes()) : std::nullopt;
}

std::optional<double> RecentEnds::perMinute(JobId job) const
{
    settle();
    return m_known ? std::optional(m_ofJob.value(job) / minutes()) : std::nullopt;
}

} // namespace bolt
