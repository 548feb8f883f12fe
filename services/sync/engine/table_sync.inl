// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bodies of table_sync.h.

namespace bolt::sync {

template<class R, class Rules>
void TableSync<R, Rules>::setFeed(Feed feed, Micros now)
{
    if (feed == m_feed)
        return;
    m_feed = feed;
    m_suspects.clear();
    judgeAnew();
    voidCount(now);
    m_confirmAt.reset();
    m_deltaAt.reset();
    m_quickFrom.reset();
    m_heardAt.reset();
    m_sign.reset();
    m_pollRest = m_t.pollEvery;
    if (feed == Feed::None)
        return;
    m_passTime.begin(now);
    m_pageRetry = m_idsRetry = Retry(); // what failed before says nothing about now
    m_denied = false;
    if (!m_reconcileAt)
        m_reconcileAt = now + m_t.reconcileEvery;
    if (feed == Feed::Polled)
        return wantAll();
    m_confirmAt = now + m_t.confirmAfter;
    m_quickFrom = now;
}

/// While something comes by the stream it is proven, and what it lost may wait for a minute; otherwise only a pass can
/// prove that nothing was to come.
template<class R, class Rules>
std::optional<Micros> TableSync<R, Rules>::quickDue() const
{
    if (m_feed == Feed::Polled)
        return m_deltaAt;
    if (!m_quickFrom)
        return {};
    return std::min(*m_quickFrom + m_t.deltaEvery,
                    std::max(*m_quickFrom, m_sign.value_or(*m_quickFrom)) + m_t.quietEvery);
}

template<class R, class Rules>
bool TableSync<R, Rules>::takeDeaf(Micros now)
{
    if (!m_suspects.overdue(now, m_t.deafAfter))
        return false;
    m_deafTimes = m_deafAt && now < *m_deafAt + m_t.deafMemory ? m_deafTimes + 1 : 1;
    m_deafAt = now;
    return true;
}

template<class R, class Rules>
void TableSync<R, Rules>::setLevel(TableLevel level)
{
    m_level = level;
    if (!level.deltas)
        dropDeltas();
}

/// Whole passes instead, led by keys.
template<class R, class Rules>
void TableSync<R, Rules>::dropDeltas()
{
    m_wanted &= quint8(~bit(PassKind::Delta));
    m_behind &= quint8(~bit(PassKind::Delta));
    if (m_pass && m_pass->kind == PassKind::Delta) { // of a copy from disk, or where times lead nowhere
        dropPass();
        want(PassKind::Scan);
        m_behind |= m_wanted;
    }
}

/// Its answers will be those to nobody's question.
template<class R, class Rules>
void TableSync<R, Rules>::dropPass()
{
    m_pass.reset();
    for (auto it = m_flights.begin(); it != m_flights.end();)
        it = it->second.what == Asked::Page ? m_flights.erase(it) : std::next(it);
}

template<class R, class Rules>
void TableSync<R, Rules>::trigger(Trigger why)
{
    if (why != Trigger::FirstLive && why != Trigger::Switch && !Rules::antiEntropy)
        return;
    m_degraded = m_timeless = false; // this covers it
    judgeAnew();
    wantAll();
}

template<class R, class Rules>
void TableSync<R, Rules>::lookAtDegraded(Micros now)
{
    if (const auto due = degradedDue(); !due || now < *due)
        return;
    trigger(Trigger::DegradedTable);
    m_degradedRuns = m_wanted != 0;
}

/// Whether the stream brings what it should: a pass that began before says nothing of what comes now.
template<class R, class Rules>
void TableSync<R, Rules>::judgeAnew()
{
    m_confirmed = false;
    if (m_pass)
        m_pass->clean = m_pass->watched = false;
}

template<class R, class Rules>
void TableSync<R, Rules>::wantAll()
{
    const bool scanning = m_pass && m_pass->kind == PassKind::Scan;
    const bool first = !m_complete && !scanning;
    if (first || !hasVersions())
        want(PassKind::Scan);
    if (!first) {
        if (m_complete)
            wantDelta();
        wantReconcile();
    }
    m_behind |= m_wanted;
    // A delta pass shows all there is to know where removals are rows; ids are still compared, behind the scenes.
    if (m_complete && hasVersions() && m_level.softDeletes)
        m_behind &= quint8(~bit(PassKind::Reconcile));
}

template<class R, class Rules>
void TableSync<R, Rules>::streamed(Said<R> &&said, Micros now)
{
    m_suspects.delivered(said.key);
    noteWhole(said);
    m_heardAt = now;
    m_deafTimes = 0;
    if (said.seq) {
        m_highSeq = std::max(m_highSeq, *said.seq);
        m_overlapSmall = true;
    }
    m_merge.streamed(std::move(said), now);
}

template<class R, class Rules>
bool TableSync<R, Rules>::answered(quint64 ask, AskAnswer<R> &&answer, Micros now)
{
    const auto it = m_flights.find(ask);
    if (it == m_flights.end())
        return false;
    if (answer.seq && *answer.seq < it->second.seqSent.value_or(0)) { // from before
        m_restored = true;
        failed(ask, AskFailure::Again, {}, now);
        return true;
    }
    const Flight flight = std::move(it->second);
    m_flights.erase(it);
    if (flight.what != Asked::Count) {
        m_denied = false;
        // Not `= {}`: g++ 12 leaves members of that temporary unset.
        (flight.what == Asked::Ids ? m_idsRetry : m_pageRetry) = Retry();
    }
    if (answer.seq)
        m_highSeq = std::max(m_highSeq, *answer.seq);
    if (flight.what == Asked::Count)
        return flight.isVoid ? voidCount(now) : countAnswered(answer, now), true;
    for (Said<R> &said : answer.rows)
        said.seq = answer.seq;
    m_merge.beginAnswer();
    if (flight.what == Asked::Ids)
        idsAnswered(std::move(answer), flight, now);
    else
        pageAnswered(std::move(answer), flight, now);
    return true;
}

template<class R, class Rules>
void TableSync<R, Rules>::idsAnswered(AskAnswer<R> &&answer, const Flight &flight, Micros now)
{
    QHash<Key, bool> shown;
    const quint32 pass = m_pass ? m_pass->number : 0;
    const auto isNews = [this, complete = isComplete()](const Key &key) { return complete || !m_merge.isOwed(key); };
    m_idsRation.fitted();
    for (Said<R> &said : answer.rows) {
        shown.insert(said.key, true);
        noteWhole(said);
        const bool news = isNews(said.key);
        m_merge.answered(std::move(said), flight.t0, pass, news, now);
    }
    noteUnreadable(answer.unreadable);
    for (const Key &key : flight.keys) {
        if (shown.contains(key))
            continue;
        m_tooLarge.erase(key);
        if (answer.unreadable.rows == 0)
            m_merge.absent(key, flight.t0, answer.seq, isNews(key), now);
        else if (flight.keys.size() == 1)
            m_merge.leave(key);
        else
            m_singly = true;
    }
    m_merge.requeue(flight.keys);
    m_singly = m_singly && m_merge.dirty() > 0;
    m_dirtyAt.reset();
}

template<class R, class Rules>
void TableSync<R, Rules>::pageAnswered(AskAnswer<R> &&answer, const Flight &flight, Micros now)
{
    noteVersions(answer.rows);
    if (m_pass->kind == PassKind::Reconcile && !hasVersions()) { // it would doubt every row
        dropPass();
        m_wanted &= quint8(~bit(PassKind::Reconcile));
        m_behind &= quint8(~bit(PassKind::Reconcile));
        wantReconcile();
        m_behind |= m_wanted;
        return;
    }
    Pass &pass = *m_pass;
    if (pass.pages == 0) {
        m_expected = answer.total.value_or(m_expected);
        pass.began = answer.at ? answer.at : answer.newest;
        pass.seq = answer.seq;
    }
    pass.unreadable.rows += answer.unreadable.rows;
    if (pass.unreadable.first.isEmpty())
        pass.unreadable.first = answer.unreadable.first;
    pass.pages += !answer.rows.empty();
    const bool isWider = pass.kind == PassKind::Scan && pass.widenings != m_widened; // its rows are old ones
    const bool news = isQuick(pass.kind) && m_wasSettled && !isWider;
    // What it shows by keys alone is still missing: of a first load, and where rows could not be read until now.
    const bool owesRows = (flight.bare && !m_complete) || (pass.kind == PassKind::Reconcile && m_unreadable.rows > 0);
    for (Said<R> &said : answer.rows) {
        const Key key = said.key;
        noteWhole(said);
        const bool wasDirty = m_merge.isDirty(key);
        const bool leaves = isStillTooLarge(said) && !wasDirty; // or what an earlier page saw change is never fetched
        const qint64 before = m_merge.counts().applied;
        // Without a version nobody knows whether it is another change, or the same one in other words.
        const bool named = pass.watched && m_merge.isNamedSince(key, said.version ? pass.t0 : pass.namedFrom);
        m_merge.answered(std::move(said), flight.t0, pass.number, news, now);
        if (leaves)
            m_merge.leave(key);
        if (owesRows)
            m_merge.owe(key);
        // Of a key alone the row comes later.
        const bool isNews = m_merge.counts().applied != before || (flight.bare && !wasDirty && m_merge.isDirty(key));
        if (pass.watched && !isWider && !named && isNews)
            m_suspects.add(key, now, m_t.suspectCap);
    }
    pass.bare = pass.kind == PassKind::Delta && !m_tooLarge.empty();
    if (!flight.bare)
        m_pageRation.fitted();
    if (answer.newest)
        pass.newest = pass.newest ? std::max(*pass.newest, *answer.newest) : *answer.newest;
    if (answer.atEnd)
        return endPass(now);
    pass.after = answer.last;
    pass.afterAt = answer.lastAt;
}

/// Delta passes are the quick ones and go first, but two in a row never starve a reconciliation.
template<class R, class Rules>
PassKind TableSync<R, Rules>::nextKind() const
{
    if (wants(PassKind::Scan))
        return PassKind::Scan;
    const bool turn = m_lastPass != PassKind::Delta || !wants(PassKind::Reconcile);
    return wants(PassKind::Delta) && turn ? PassKind::Delta : PassKind::Reconcile;
}

template<class R, class Rules>
void TableSync<R, Rules>::beginPass()
{
    Pass pass;
    m_wasSettled = m_wasSettled || isSettled();
    m_loaded = isComplete();
    pass.kind = nextKind();
    m_wanted &= quint8(~bit(pass.kind));
    pass.number = m_nextPass++;
    pass.widenings = m_widenings;
    pass.t0 = m_merge.clock();
    pass.clean = m_feed == Feed::Live && m_complete && m_behind == 0;
    pass.counted = m_census.awaitsPass();
    m_countNow = false;
    pass.watched = m_confirmed && isQuick(pass.kind);
    if (isQuick(pass.kind))
        pass.namedFrom = std::exchange(m_quickT0, pass.t0);
    if (pass.kind == PassKind::Delta)
        pass.since = m_watermark.value_or(Instant()) - (m_overlapSmall ? m_t.overlapSingleWriter : m_t.overlap);
    pass.bare = pass.kind == PassKind::Delta && !m_tooLarge.empty(); // or each of them loads it in vain
    m_limit = m_t.pageSize;
    m_pass = pass;
}

template<class R, class Rules>
void TableSync<R, Rules>::endPass(Micros now)
{
    const Pass pass = *m_pass;
    m_pass.reset();
    ++m_passes;
    m_passDone = true;
    m_checkedAt = m_passTime.began();
    if (m_suspects.empty())
        m_provenAt = m_passTime.began();
    m_lastPass = pass.kind;
    if (m_feed == Feed::Polled) {
        m_pollRest = std::clamp(m_t.pollShare * passTook(now), m_t.pollEvery, m_t.pollMost);
        m_deltaAt = now + m_pollRest;
    } else if (isQuick(pass.kind) && m_quickFrom) { // a slow server is not asked all the time
        m_quickFrom = std::max(m_passTime.began(), now + passTook(now) - m_t.quietEvery);
    }
    if (pass.kind == PassKind::Delta) {
        noteUnreadable(pass.unreadable);
    } else {
        const qint64 before = m_merge.counts().applied;
        m_merge.sweep(pass.number, pass.t0, pass.seq, pass.unreadable.rows > 0, now);
        m_unreadable = pass.unreadable;
        std::erase_if(m_tooLarge, [&pass](const auto &row) { return row.second.pass < pass.number; });
        m_census.ended(m_merge.counts().applied != before, now);
    }
    if (pass.kind != PassKind::Reconcile) {
        // A pass of several pages takes its time, and rows that were committed behind its cursor may be older than the
        // newest row of its last page (I6). So the watermark is not later than its first page.
        Instant mark = pass.newest.value_or(Instant());
        if (pass.pages > 1)
            mark = std::min(mark, pass.began.value_or(Instant()));
        m_watermark = std::max(m_watermark.value_or(mark), mark);
    }
    if (pass.kind == PassKind::Scan) {
        m_complete = true;
        m_widened = pass.widenings;
        m_behind &= quint8(~bit(PassKind::Delta)) | m_wanted;
    }
    m_behind &= quint8(~bit(pass.kind)) | m_wanted;
    if (m_degradedRuns && m_wanted == 0) {
        m_degradedRuns = false;
        m_degradedRest = now + m_t.degradedEvery;
    }
    if (pass.counted && m_census.awaitsPass())
        m_census.passEnded(now);
    m_countNow = m_census.isDue(now);
    m_confirmed = m_confirmed || (isQuick(pass.kind) && pass.clean && m_feed == Feed::Live);
    m_wasSettled = m_wasSettled || isSettled();
}

template<class R, class Rules>
void TableSync<R, Rules>::failed(quint64 ask, AskFailure failure, Micros retryAfter, Micros now)
{
    const auto it = m_flights.find(ask);
    if (it == m_flights.end())
        return;
    const Flight flight = std::move(it->second);
    m_flights.erase(it);
    if (flight.what == Asked::Count)
        return m_census.failed(failure == AskFailure::TooSlow, retryAfter, now);
    if (flight.what == Asked::Ids)
        failure == AskFailure::TooLarge ? m_merge.requeueFirst(flight.keys) : m_merge.requeue(flight.keys);
    Retry &retry = flight.what == Asked::Ids ? m_idsRetry : m_pageRetry;
    if (failure == AskFailure::TooLarge && askForFewer(flight)) {
        m_denied = false;
        retry.notBefore = now + std::max(retryAfter, m_t.retryFirst);
        return;
    }
    if (flight.what == Asked::Page) {
        if (failure == AskFailure::TooSlow)
            m_limit = std::max(m_t.pageSizeMin, m_limit / 2);
        else
            m_passTime.failed();
        if (failure == AskFailure::NoWayOn)
            m_limit = m_t.pageSize; // a larger page may reach beyond
        if (failure == AskFailure::NoWayOn && m_pass->kind == PassKind::Delta) {
            m_timeless = true;
            return dropDeltas();
        }
    }
    backOff(retry, failure, retryAfter, now);
}

/// What is too large at once is asked for in parts: half of the rows, keys alone and then row by row. A row that alone
/// is too large is passed over. False: there is no smaller question.
template<class R, class Rules>
bool TableSync<R, Rules>::askForFewer(const Flight &flight)
{
    if (flight.what == Asked::Ids) {
        m_idsRation.tooMuch(int(flight.keys.size()), 1);
        if (flight.keys.size() > 1)
            return true;
        const Key &key = flight.keys.front();
        m_merge.leave(key);
        if (m_tooLarge.size() < m_t.suspectCap || m_tooLarge.contains(key))
            m_tooLarge[key].pass = m_pass ? m_pass->number : m_nextPass - 1;
        return true;
    }
    if (flight.bare)
        return false;
    const int asked = std::min(m_limit, m_pageRation.rows());
    m_pageRation.tooMuch(asked, m_t.pageSizeMin);
    m_pass->bare = asked <= m_t.pageSizeMin;
    return true;
}

/// In a pass over all of the table each of them is tried again, in others when it has changed.
template<class R, class Rules>
bool TableSync<R, Rules>::isStillTooLarge(const Said<R> &said)
{
    const auto it = m_tooLarge.find(said.key);
    if (it == m_tooLarge.end())
        return false;
    it->second.pass = m_pass->number;
    const qint64 mark = said.version.value_or(said.digest);
    return std::exchange(it->second.mark, mark) == mark && m_pass->kind == PassKind::Delta;
}

template<class R, class Rules>
void TableSync<R, Rules>::backOff(Retry &retry, AskFailure failure, Micros retryAfter, Micros now)
{
    m_denied = failure == AskFailure::Denied;
    const bool steady = m_denied || failure == AskFailure::NoWayOn;
    Micros wait = steady ? m_t.deniedEvery : m_t.retryFirst * (1 << std::min(retry.failures, 16));
    if (!steady)
        wait = std::min(wait, m_t.retryMax);
    // What the server says is neither shortened nor lengthened.
    retry.notBefore = now + (retryAfter > Micros(0) ? retryAfter : wait);
    retry.failures = std::max(retry.failures + 1, steady ? m_t.stuckAfter : 0);
}

template<class R, class Rules>
void TableSync<R, Rules>::forget()
{
    m_merge.forget();
    m_suspects.clear();
    m_census.forget();
    m_flights.clear();
    m_pass.reset();
    m_watermark.reset();
    m_provenAt.reset();
    m_checkedAt.reset();
    m_dirtyAt.reset();
    m_pageRetry = m_idsRetry = Retry();
    m_unreadable = {};
    m_tooLarge.clear();
    m_singly = false;
    m_numbered.reset();
    m_expected = -1;
    m_highSeq = 0;
    m_wanted = 0;
    m_behind = 0;
    m_regressedTold = m_merge.counts().regressed;
    m_degraded = m_degradedRuns = false;
    m_complete = m_loaded = m_confirmed = m_wasSettled = m_passDone = m_restored = false;
}

template<class R, class Rules>
bool TableSync<R, Rules>::takeRestored()
{
    const qint64 regressed = m_merge.counts().regressed;
    const bool is = m_restored || regressed != m_regressedTold;
    m_restored = false;
    m_regressedTold = regressed;
    return is;
}

template<class R, class Rules>
std::vector<Ask<R>> TableSync<R, Rules>::pump(Micros now, bool mayPass)
{
    std::vector<Ask<R>> asks;
    m_mayPass = mayPass;
    timers(now);
    bounds(now);
    if ((m_feed == Feed::None && !Rules::snapshotBeforeLive) || now < m_restUntil)
        return asks;
    if (const auto at = m_census.askAt(); at && now >= *at && mayCount()) // before the next pass begins
        asks.push_back(nextCount(now));
    if (!hasFlight(Asked::Page) && now >= m_pageRetry.notBefore) {
        if (!m_pass && m_wanted != 0 && mayPass) {
            beginPass();
            m_passTime.begin(now);
        }
        if (m_pass)
            asks.push_back(nextPage(now));
    }
    if (m_merge.dirty() > 0 && !m_dirtyAt)
        m_dirtyAt = now + m_t.dirtyDebounce;
    if (m_merge.dirty() > 0 && !hasFlight(Asked::Ids) && now >= *m_dirtyAt && now >= m_idsRetry.notBefore) {
        Ask<R> ask = nextIds();
        if (!ask.ids.empty())
            asks.push_back(std::move(ask));
    }
    return asks;
}

template<class R, class Rules>
bool TableSync<R, Rules>::isPassingWhole() const
{
    return (m_wanted & quint8(~bit(PassKind::Delta))) || (m_pass && m_pass->kind != PassKind::Delta);
}

template<class R, class Rules>
void TableSync<R, Rules>::timers(Micros now)
{
    if (isCountToJudge(now))
        judgeCount(now);
    if (m_feed == Feed::None || !m_complete || !Rules::antiEntropy)
        return;
    lookAtDegraded(now);
    if (m_confirmAt && now >= *m_confirmAt) {
        m_confirmAt.reset();
        wantQuick();
    }
    if (const auto due = quickDue(); due && now >= *due) {
        m_deltaAt.reset(); // of a polled table: until the pass has ended
        if (m_feed == Feed::Live)
            m_quickFrom = now;
        else if (!hasDeltas())
            wantReconcile();
        wantQuick();
    }
    if (m_reconcileAt && now >= *m_reconcileAt) {
        m_reconcileAt = now + m_t.reconcileEvery;
        wantReconcile();
    }
}

/// I9: what would grow without bound becomes a new pass instead.
template<class R, class Rules>
void TableSync<R, Rules>::bounds(Micros now)
{
    if (!m_merge.prune(oldestT0(), now, m_t.tombstoneKeep, m_t.tombstoneCap) && m_pass) {
        want(m_pass->kind);
        dropPass();
    }
    const bool scanning = m_pass && m_pass->kind == PassKind::Scan;
    if (m_merge.dirty() > m_t.dirtyCap && !scanning)
        want(PassKind::Scan);
}

} // namespace bolt::sync
