// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bodies of table_sync.h: the next requests, and when.

namespace bolt::sync {

template<class R, class Rules>
Ask<R> TableSync<R, Rules>::nextPage(Micros now)
{
    Ask<R> ask;
    ask.id = m_nextAsk++;
    using What = typename Ask<R>::What;
    ask.what = m_pass->kind == PassKind::Scan    ? What::Scan
               : m_pass->kind == PassKind::Delta ? What::Delta
                                                 : What::Versions;
    ask.after = m_pass->after;
    ask.afterAt = m_pass->afterAt;
    ask.since = m_pass->since;
    ask.limit = std::min(m_limit, m_pageRation.rows());
    ask.bare = m_pass->bare;
    ask.first = m_pass->pages == 0;
    m_flights[ask.id] = Flight{Asked::Page, m_merge.clock(), {}, m_highSeq, false, ask.bare};
    m_passTime.sent(now);
    return ask;
}

template<class R, class Rules>
Ask<R> TableSync<R, Rules>::nextIds()
{
    Ask<R> ask;
    ask.what = Ask<R>::What::Ids;
    ask.ids = m_merge.nextDirty(m_singly ? 1 : m_idsRation.rows());
    ask.limit = int(ask.ids.size());
    if (ask.ids.empty())
        return ask;
    ask.id = m_nextAsk++;
    ++m_dirtyFetches;
    m_flights[ask.id] = Flight{Asked::Ids, m_merge.clock(), ask.ids, m_highSeq};
    return ask;
}

template<class R, class Rules>
Ask<R> TableSync<R, Rules>::nextCount(Micros now)
{
    Ask<R> ask;
    ask.id = m_nextAsk++;
    ask.what = Ask<R>::What::Count;
    m_flights[ask.id] = Flight{Asked::Count, m_merge.clock(), {}, m_highSeq};
    m_census.asked(now);
    m_countNow = false;
    m_merge.beginSpan();
    return ask;
}

template<class R, class Rules>
quint64 TableSync<R, Rules>::oldestT0() const
{
    quint64 oldest = m_pass ? m_pass->t0 : m_merge.clock();
    for (const auto &[id, flight] : m_flights)
        oldest = std::min(oldest, flight.t0);
    return oldest;
}

template<class R, class Rules>
bool TableSync<R, Rules>::hasFlight(Asked what) const
{
    return std::any_of(m_flights.begin(), m_flights.end(), [what](const auto &f) { return f.second.what == what; });
}

template<class R, class Rules>
std::optional<Micros> TableSync<R, Rules>::nextWake() const
{
    std::optional<Micros> at;
    const auto consider = [&at](std::optional<Micros> candidate) {
        if (candidate)
            at = at ? std::min(*at, *candidate) : *candidate;
    };
    if (m_feed == Feed::None)
        return at;
    if (m_complete) {
        consider(m_confirmAt);
        consider(degradedDue());
        consider(quickDue());
        consider(m_reconcileAt);
    }
    consider(m_suspects.next(m_t.deafAfter));
    consider(m_census.judgeAt());
    if (mayCount())
        consider(m_census.askAt());
    if (isDeaf())
        consider(*m_deafAt + m_t.deafMemory);
    if (m_merge.dirty() > 0 && !hasFlight(Asked::Ids) && m_dirtyAt)
        consider(std::max(*m_dirtyAt, m_idsRetry.notBefore));
    if ((m_pass || (m_wanted && m_mayPass)) && !hasFlight(Asked::Page))
        consider(m_pageRetry.notBefore);
    if (at)
        at = std::max(*at, m_restUntil);
    return at;
}

} // namespace bolt::sync
