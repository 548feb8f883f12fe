// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/store/store.h"

#include <QSet>
#include <deque>
#include <optional>

namespace bolt {

/// The outcomes of the last ten minutes, in whole and by job: the one list behind the tile and the rows' rates, so that
/// they add up, and of the same rows of `submission_attempts` as OutcomeLedger. One that is later than the clock counts
/// when the clock is there. What is asked is always as of the clock's now. Main thread.
class RecentEnds
{
public:
    static constexpr Seconds span{600};
    /// More than this is not kept; then the means are over the time that the kept ones span.
    static constexpr size_t capacity = 50'000;

    explicit RecentEnds(const Clock &clock);

    /// The same attempt may come again and again: it counts once.
    void apply(const Changed &changed);
    void clear();
    /// Not while the outcomes are not here in full: a rate of some of them would be a wrong one.
    void setKnown(bool known) { m_known = known; }
    bool known() const { return m_known; }
    int inLastMinute() const;
    /// Mean of the span, nothing while it is not known; the jobs' means add up to it.
    std::optional<double> perMinute() const;
    std::optional<double> perMinute(JobId job) const;

private:
    struct End
    {
        Instant at;
        AttemptId attempt;
        JobId job;
    };
    void note(const EndedAttempt &attempt);
    void forget(AttemptId id);
    void count(const End &end) const;
    void uncount(JobId job) const;
    void forgetOldest() const;
    /// Brings what is counted up to now.
    void settle() const;
    double minutes() const;

    const Clock &m_clock;
    mutable std::deque<End> m_ends;  ///< oldest first
    mutable std::deque<End> m_ahead; ///< later than the clock, oldest first
    mutable QHash<JobId, int> m_ofJob;
    mutable QSet<AttemptId> m_seen; ///< those of both lists
    mutable bool m_full = false;
    bool m_known = true;
};

} // namespace bolt
