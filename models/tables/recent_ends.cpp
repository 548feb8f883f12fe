// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/recent_ends.h"

#include <algorithm>

namespace bolt {

namespace {

/// When its latest attempt ended; nothing while it has not, or where a person put it aside.
std::optional<Instant> endOf(const Submission &s)
{
    switch (s.state) {
    case SubmissionState::Submitted:
    case SubmissionState::Approved:
        return s.submittedAt ? *s.submittedAt : s.approvedAt ? *s.approvedAt : s.updatedAt;
    case SubmissionState::Failed:
    case SubmissionState::Rejected:
        return s.failedAt.value_or(s.updatedAt);
    default:
        return {};
    }
}

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

RecentEnds::RecentEnds(const Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
    rebuild();
}

void RecentEnds::clear()
{
    m_ends.clear();
    m_ahead.clear();
    m_ofJob.clear();
    m_latest.clear();
    m_full = false;
}

void RecentEnds::rebuild()
{
    clear();
    for (const Submission &submission : m_store.submissions().rows())
        note(submission);
}

void RecentEnds::apply(const Changed &changed)
{
    if (changed.reset) {
        rebuild();
        return;
    }
    for (const auto *ids : {&changed.submissions.inserted, &changed.submissions.updated}) {
        for (const SubmissionId &id : *ids) {
            if (const Submission *submission = m_store.submissions().find(id))
                note(*submission);
        }
    }
}

void RecentEnds::note(const Submission &submission)
{
    const auto at = endOf(submission);
    const Instant now = m_clock.now();
    if (!at || now - *at >= span)
        return;
    const auto known = m_latest.constFind(submission.id);
    if (known != m_latest.cend() && *at <= *known)
        return;
    m_latest.insert(submission.id, *at);
    const End added{*at, submission.id, submission.job};
    if (*at <= now)
        count(added);
    else
        insert(m_ahead, added);
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
    const End &end = m_ends.front();
    if (const auto count = m_ofJob.find(end.job); count != m_ofJob.end() && --*count == 0)
        m_ofJob.erase(count);
    if (const auto latest = m_latest.constFind(end.submission); latest != m_latest.cend() && *latest == end.at)
        m_latest.erase(latest);
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

double RecentEnds::perMinute() const
{
    settle();
    return double(m_ends.size()) / minutes();
}

double RecentEnds::perMinute(JobId job) const
{
    settle();
    return m_ofJob.value(job) / minutes();
}

} // namespace bolt
