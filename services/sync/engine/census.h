// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/sync/engine/rules.h"

#include <algorithm>
#include <optional>

namespace bolt::sync {

/// When the server is asked how many rows of a table there are, and what its answer means. What left without a change
/// that anybody could see (a deletion that the stream lost, a row that leaves a policy's sight) shows by nothing else,
/// contracts/supabase.md §4.8. Pure.
///
/// The answer is of some moment between question and answer, and the stream may be behind it. So it is held against all
/// that the copy was from the question until it has settled and all keys came that were on their way then, and what
/// differs is asked once more. A difference that a whole pass did not mend (rows without a readable key, a server that
/// counts otherwise) is remembered and rests, and another one waits longer each time: never a loop.
class Census
{
public:
    /// What the copy was since the question.
    struct Held
    {
        qint64 low = 0, high = 0; ///< rows, the least and the most
        qint64 sum = 0;
        bool stoodStill = false; ///< only then is the sum that of the server's moment
    };

    explicit Census(const SyncTiming &timing)
        : m_t(timing)
    {
    }

    /// Everything was just read, or is about to be.
    void start(Micros now) { m_notBefore = now + m_t.countEvery; }
    /// A whole pass has ended. Did it mend what differed? Asked at once, before anything else comes. `mended`: it took
    /// rows away, so what still differs is another thing.
    void ended(bool mended, Micros now)
    {
        if (m_known == Difference())
            return;
        m_notBefore = now;
        if (mended) {
            m_known = {};
            m_wait = m_t.countEvery;
        }
    }
    /// When the next question should be sent; nothing: one is under way.
    std::optional<Micros> askAt() const { return m_step == Step::Idle ? std::optional(m_notBefore) : std::nullopt; }
    bool isDue(Micros now) const { return now >= m_notBefore; }
    void asked(Micros now)
    {
        m_step = Step::Asked;
        m_askedAt = now;
    }
    void answered(qint64 rows, std::optional<qint64> sum, Micros now)
    {
        m_step = Step::Settling;
        m_rows = rows;
        m_sum = sum;
        m_judgeAt = now + m_t.countSettle;
        rest(now);
    }
    /// Where no stream brings what the answer knew, a pass that begins later does. Judged when that has ended.
    void awaitPass() { m_judgeAt.reset(); }
    /// A whole pass was ordered for so many rows more or less, and did not mend it.
    bool isKnown(qint64 rows) const { return m_known.rows == rows; }
    bool awaitsPass() const { return m_step == Step::Settling && !m_judgeAt; }
    void passEnded(Micros now) { m_judgeAt = now; }
    /// A whole pass began meanwhile and will show all there is.
    void dropped()
    {
        m_step = Step::Idle;
        m_again = false;
    }
    /// No answer, or none that counts. How long nobody answered says nothing of how long a count takes.
    void failed(bool tookLong, Micros wait, Micros now)
    {
        dropped();
        if (tookLong)
            rest(now);
        m_notBefore = std::max(m_notBefore, now + std::max(m_t.countEvery, wait));
    }
    /// Or, while keys are awaited, when that is given up.
    std::optional<Micros> judgeAt() const { return m_step >= Step::Settling ? m_judgeAt : std::nullopt; }
    /// Keys are on their way: there or not.
    void await(Micros now)
    {
        m_step = Step::Awaiting;
        m_judgeAt = now + m_t.countEvery;
    }
    bool isAwaiting() const { return m_step == Step::Awaiting; }
    /// They did not come, and what was found before still stands.
    void undecided() { m_step = Step::Idle; }
    Micros askedAt() const { return m_askedAt; }

    enum class Finding : quint8 {
        Equal,
        Again, ///< it differs: asked once more at once
        Known, ///< it differs as it did, or too soon
        Differs
    };
    /// `sure`: nothing can still be on its way, so it is not asked once more.
    Finding judge(const Held &held, bool sure, Micros now)
    {
        m_step = Step::Idle;
        Difference found;
        found.rows = m_rows < held.low ? m_rows - held.low : std::max<qint64>(0, m_rows - held.high);
        if (found.rows == 0 && m_sum && held.stoodStill)
            found.sum = qint64(quint64(*m_sum) - quint64(held.sum)); // whatever the server says
        if (found == Difference()) {
            m_again = false;
            m_known = {};
            m_wait = Micros(0);
            m_same = 0;
            return Finding::Equal;
        }
        if (!sure && !std::exchange(m_again, !m_again)) {
            m_notBefore = now;
            return Finding::Again;
        }
        m_same = found == m_known ? m_same + 1 : 0;
        if (m_same == sameIsSteady)
            m_wait = m_t.countEvery; // another one would be news
        if (now < m_knownAt + (m_same > 0 ? m_t.reconcileEvery : m_wait)) {
            if (m_same == 0)
                m_known = {}; // that one is gone
            return Finding::Known;
        }
        m_same = 0;
        m_known = found;
        m_knownAt = now;
        m_wait = std::clamp(2 * m_wait, m_t.countEvery, m_t.reconcileEvery);
        return Finding::Differs;
    }
    void forget() { *this = Census(m_t); }

private:
    enum class Step : quint8 { Idle, Asked, Settling, Awaiting };
    struct Difference
    {
        qint64 rows = 0, sum = 0;
        bool operator==(const Difference &) const = default;
    };
    /// A table that takes the server long to count is counted less often.
    void rest(Micros now)
    {
        m_notBefore = std::max(m_askedAt + m_t.countEvery, now + m_t.countShare * (now - m_askedAt));
    }

    SyncTiming m_t;
    Micros m_askedAt{0}, m_notBefore{0};
    std::optional<Micros> m_judgeAt;
    qint64 m_rows = 0;
    std::optional<qint64> m_sum;
    Difference m_known; ///< what a whole pass was ordered for and may not have mended
    Micros m_knownAt{0}, m_wait{0};
    static constexpr int sameIsSteady = 3;
    int m_same = 0; ///< so often in a row it was found again
    Step m_step = Step::Idle;
    bool m_again = false; ///< this is the second question
};

} // namespace bolt::sync
