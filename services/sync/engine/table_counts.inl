// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bodies of table_sync.h: counts held against the copy.

namespace bolt::sync {

/// What was counted is not held against a copy that the stream did not follow since.
template<class R, class Rules>
void TableSync<R, Rules>::voidCount(Micros now)
{
    for (auto &[id, flight] : m_flights)
        flight.isVoid |= flight.what == Asked::Count;
    if (!hasFlight(Asked::Count))
        m_census.dropped();
    m_census.start(now);
}

/// Whatever a count would find, a pass over the whole table finds, too.
template<class R, class Rules>
bool TableSync<R, Rules>::mayJudge() const
{
    return m_complete && !isWidening() && m_behind == 0 && !isPassingWhole() && Rules::antiEntropy;
}

/// A polled copy is what the server has just after a pass, if ever. Where each pass is over all of the table, none is
/// needed.
template<class R, class Rules>
bool TableSync<R, Rules>::mayCount() const
{
    return mayJudge() && (m_feed != Feed::Polled || (m_countNow && hasDeltas()));
}

template<class R, class Rules>
void TableSync<R, Rules>::countAnswered(const AskAnswer<R> &answer, Micros now)
{
    if (!answer.total)
        return m_census.failed(true, {}, now); // a server that does not count
    m_census.answered(*answer.total, answer.sum, now);
    if (m_feed != Feed::Polled)
        return;
    m_census.awaitPass();
    const qint64 fewer = *answer.total - qint64(m_merge.span().low);
    if (fewer < 0 && !m_census.isKnown(fewer)) // rows that the last pass showed are gone: whether it tells of them
        m_deltaAt = now;
}

template<class R, class Rules>
bool TableSync<R, Rules>::isCountToJudge(Micros now) const
{
    const auto at = m_census.judgeAt();
    return at && (now >= *at || (m_census.isAwaiting() && m_merge.awaited() == 0));
}

/// A table whose keys are always on their way would never be judged, so only those count that are so now.
template<class R, class Rules>
void TableSync<R, Rules>::awaitDirty(Micros now)
{
    std::vector<Key> fetched;
    for (const auto &[id, flight] : m_flights) {
        if (flight.what == Asked::Ids)
            fetched.insert(fetched.end(), flight.keys.begin(), flight.keys.end());
    }
    m_merge.awaitDirty(fetched);
    m_census.await(now);
}

template<class R, class Rules>
void TableSync<R, Rules>::judgeCount(Micros now)
{
    if (!mayJudge())
        return m_census.dropped();
    if (!m_census.isAwaiting())
        awaitDirty(now);
    if (m_merge.awaited() > 0) {
        if (now >= *m_census.judgeAt())
            m_census.undecided();
        return;
    }
    const auto span = m_merge.span();
    const Census::Held held{qint64(span.low), qint64(span.high), m_merge.sum(), span.stoodStill};
    switch (m_census.judge(held, m_feed == Feed::Polled, now)) {
    case Census::Finding::Equal:
        if (!hasDeltas())
            m_provenAt = std::max(m_provenAt.value_or(m_census.askedAt()), m_census.askedAt());
        break;
    case Census::Finding::Differs:
        wantReconcile();
        m_behind |= m_wanted;
        break;
    case Census::Finding::Again:
    case Census::Finding::Known:
        break;
    }
}

} // namespace bolt::sync
