// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/store/store.h"

#include <deque>

namespace bolt {

/// What came to an end (submitted, failed, rejected) in the last ten minutes, in whole and by job: the one list behind
/// the tile and the rows' rates, so that they add up. An end that was seen stays, also when the submission is tried
/// again; one that is later than the clock counts when the clock is there. What is asked is always as of the clock's
/// now. Main thread.
class RecentEnds
{
public:
    static constexpr Seconds span{600};
    /// More than this is not kept; then the means are over the time that the kept ones span.
    static constexpr size_t capacity = 50'000;

    RecentEnds(const Store &store, const Clock &clock);

    void apply(const Changed &changed);
    void clear();
    void rebuild();
    int inLastMinute() const;
    /// Mean of the span; the jobs' means add up to it.
    double perMinute() const;
    double perMinute(JobId job) const;

private:
    struct End
    {
        Instant at;
        SubmissionId submission;
        JobId job;
    };
    void note(const Submission &submission);
    void count(const End &end) const;
    void forgetOldest() const;
    /// Brings what is counted up to now.
    void settle() const;
    double minutes() const;

    const Store &m_store;
    const Clock &m_clock;
    mutable std::deque<End> m_ends;  ///< oldest first
    mutable std::deque<End> m_ahead; ///< later than the clock, oldest first
    mutable QHash<JobId, int> m_ofJob;
    mutable QHash<SubmissionId, Instant> m_latest; ///< an end is told more than once
    mutable bool m_full = false;
};

} // namespace bolt
