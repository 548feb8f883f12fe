// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/sync/engine/census.h"
#include "services/sync/engine/merge_table.h"
#include "services/sync/engine/pass_time.h"
#include "services/sync/engine/ration.h"
#include "services/sync/engine/suspects.h"
#include "services/sync/engine/trigger.h"

#include <map>
#include <utility>

namespace bolt::sync {

/// What the deployment offers for a table.
struct TableLevel
{
    bool versions = true;    ///< L1; without them only whole rows can be compared
    bool softDeletes = true; ///< removals show in delta passes
    bool deltas = true;      ///< `updated_at`; without it only whole passes find what the stream lost
    bool operator==(const TableLevel &) const = default;
};

/// How news of a table come. What was read without a stream is a base: going live runs the whole catch-up all the same.
enum class Feed : quint8 {
    None,   ///< nothing is asked for
    Polled, ///< no stream tells of it: a pass is followed by a rest and by another one
    Live
};

/// The life of one table's copy: which pass is wanted, which page comes next, when to look again. Pure: time is handed
/// in, requests come out of pump(), accepted rows out of merge().out(). One pass and one fetch of dirty keys in flight
/// (I8); a trigger that fires during a pass schedules exactly one more.
template<class R, class Rules = FullRules>
class TableSync
{
public:
    using Key = decltype(R::id);
    using Merge = MergeTable<R, Rules>;

    explicit TableSync(const SyncTiming &timing = {})
        : m_t(timing)
        , m_census(timing)
        , m_pageRation(timing.pageSize)
        , m_idsRation(timing.idsPerFetch)
    {
    }

    Merge &merge() { return m_merge; }
    const Merge &merge() const { return m_merge; }
    TableLevel level() const { return m_level; }
    void setLevel(TableLevel level);

    /// From disk: the watermark of its last complete pass. Rows are seeded into merge().
    void restore(std::optional<Instant> watermark, bool complete)
    {
        m_watermark = watermark;
        m_complete = m_loaded = complete && watermark;
    }
    /// From now on the answers show more rows than before: all are read once more, behind the scenes. What was complete
    /// stays so for what it meant.
    void widen()
    {
        ++m_widenings;
        want(PassKind::Scan);
    }
    /// No pass that showed all of them has ended yet.
    bool isWidening() const { return m_widened != m_widenings; }
    /// All rows were shown once, though some of them perhaps by their keys alone.
    bool isScanned() const { return m_complete; }
    /// And those came, too.
    bool isComplete() const { return m_complete && (m_loaded || m_merge.owed() == 0); }
    bool isDenied() const { return m_denied; }
    /// Its pages fail again and again.
    bool isStuck() const { return m_pageRetry.failures >= m_t.stuckAfter; }
    /// Complete, and nothing that happened since is still to be caught up.
    bool isCurrent() const { return m_feed == Feed::Live && isSettled(); }
    /// The same as of the last pass, where there is no stream to say what happened since.
    bool isSettled() const { return m_complete && m_merge.owed() == 0 && m_behind == 0 && !m_degraded; }
    bool isPolled() const { return m_feed == Feed::Polled; }
    /// How long a polled table rests between two passes, by what the last one took.
    Micros pollRest() const { return m_pollRest; }
    /// A pass that would have shown what the stream lost found nothing of that, and is young enough (I11).
    /// A large table without updated_at has nothing but its count, which comes as it comes.
    bool isProven(Micros now) const
    {
        const bool counts = !hasDeltas() && m_merge.rows() > size_t(m_t.pageSize);
        return m_provenAt && now < *m_provenAt + m_t.proofAge + (counts ? m_t.countEvery : Micros(0));
    }
    /// When the last pass that ended began: what it showed was so then.
    std::optional<Micros> checkedAt() const { return m_checkedAt; }
    /// When the stream last told of this table, since it tells of it.
    std::optional<Micros> heardAt() const { return m_heardAt; }
    /// Something came by the link: the stream is proven for now, and passes need not come so often.
    void setSign(std::optional<Micros> at) { m_sign = at; }
    /// The stream did not deliver, was joined again, and did not deliver again. Until an event comes.
    bool isDeaf() const { return m_deafTimes > 1; }
    /// Half a chance: deaf once more is deaf again.
    bool takeDeafRetry(Micros now)
    {
        if (!isDeaf() || now < *m_deafAt + m_t.deafMemory)
            return false;
        m_deafAt = now;
        m_deafTimes = 1;
        return true;
    }
    qint64 expected() const { return m_expected; }
    /// As of the last pass over the whole table, and what was found since.
    const Unreadable &unreadable() const { return m_unreadable; }
    /// A row that alone is more than an answer may hold: it stays as it is held, if it is.
    struct TooLarge
    {
        qint64 mark = -1; ///< its version as a page told it, or else its digest; below 0: none did
        quint32 pass = 0; ///< the last one that was told of it
    };
    const std::map<Key, TooLarge> &tooLarge() const { return m_tooLarge; }
    std::optional<Instant> watermark() const { return m_watermark; }
    int passInFlight() const { return m_pass ? 1 : 0; }
    size_t asksInFlight() const { return m_flights.size(); }
    qint64 dirtyFetches() const { return m_dirtyFetches; }
    qint64 passes() const { return m_passes; }

    void setFeed(Feed feed, Micros now);
    void trigger(Trigger why);
    void streamed(Said<R> &&said, Micros now);
    /// A change of this table whose key could not be read. Where nothing else comes, passes do not follow each other
    /// without a rest.
    void streamedUnreadable(Micros now)
    {
        m_merge.countUnreadable();
        m_degraded = true;
        lookAtDegraded(now);
    }

    /// False: not an ask of ours any more; nothing changed.
    bool answered(quint64 ask, AskAnswer<R> &&answer, Micros now);
    void failed(quint64 ask, AskFailure failure, Micros retryAfter, Micros now);
    /// The server asked to be left alone: no request until then, whatever happens.
    void rest(Micros until) { m_restUntil = std::max(m_restUntil, until); }
    /// A person wants it: what is due is asked for once, whatever rest the server wished for or a failure ordered.
    void tryNow() { m_restUntil = m_pageRetry.notBefore = m_idsRetry.notBefore = Micros(0); }
    /// Nothing is known any more; answers in flight will be ignored.
    void forget();

    /// The requests to be sent now. `mayPass`: its turn among the tables has come.
    std::vector<Ask<R>> pump(Micros now, bool mayPass = true);
    /// When pump() should be called again at the latest.
    std::optional<Micros> nextWake() const;

    /// True once after a pass: the watermark moved together with the rows that went out before.
    bool takePassDone() { return std::exchange(m_passDone, false); }
    /// True once when an answer showed that the server was set back (restore, fresh database).
    bool takeRestored();
    /// True once when rows that the stream should have brought came by a delta pass only (§4.6).
    bool takeDeaf(Micros now);

private:
    struct Pass
    {
        PassKind kind = PassKind::Scan;
        quint32 number = 0;
        quint64 t0 = 0;
        std::optional<qint64> seq;
        std::optional<Key> after;
        std::optional<Instant> afterAt, since, newest;
        std::optional<Instant> began; ///< the server's clock at the first answer
        Unreadable unreadable;
        int pages = 0;
        int widenings = 0;     ///< as of its first page
        bool bare = false;     ///< its next page tells keys only
        bool clean = false;    ///< begun while nothing was known to be missing
        bool counted = false;  ///< it shows what the count knew that came before it began
        bool watched = false;  ///< its news should have come by the stream as well
        quint64 namedFrom = 0; ///< what the stream named since then is no secret to it
    };
    enum class Asked : quint8 { Page, Ids, Count };
    struct Flight
    {
        Asked what = Asked::Page;
        quint64 t0 = 0;
        std::vector<Key> keys;
        std::optional<qint64> seqSent;
        bool isVoid = false; ///< asked before an interruption
        bool bare = false;
    };
    struct Retry
    {
        int failures = 0;
        Micros notBefore{0};
    };

    void want(PassKind kind) { m_wanted |= bit(kind); }
    bool wants(PassKind kind) const { return m_wanted & bit(kind); }
    static quint8 bit(PassKind kind) { return quint8(1u << quint8(kind)); }
    void judgeAnew();
    void voidCount(Micros now);
    void wantAll();
    void dropPass();
    void dropDeltas();
    void wantDelta()
    {
        if (hasDeltas())
            want(PassKind::Delta);
    }
    bool hasDeltas() const { return m_level.deltas && !m_timeless; }
    /// A column that is there and empty in all that was answered tells nothing.
    bool hasVersions() const { return m_level.versions && m_numbered.value_or(true); }
    void noteVersions(const std::vector<Said<R>> &rows)
    {
        const auto has = [](const Said<R> &said) { return said.version.has_value(); };
        if (!rows.empty())
            m_numbered = m_numbered.value_or(false) || std::any_of(rows.begin(), rows.end(), has);
    }
    void wantReconcile() { want(hasVersions() ? PassKind::Reconcile : PassKind::Scan); }
    /// Shows all that is new: where there is no updated_at, the whole of a small table.
    void wantQuick()
    {
        wantDelta();
        if (!hasDeltas() && m_merge.rows() <= size_t(m_t.pageSize))
            want(PassKind::Scan);
    }
    bool isQuick(PassKind kind) const { return kind == PassKind::Delta || (kind == PassKind::Scan && !hasDeltas()); }
    std::optional<Micros> quickDue() const;
    /// Nothing while the passes run that the last of them ordered.
    std::optional<Micros> degradedDue() const
    {
        return m_degraded && !m_degradedRuns ? std::optional(m_degradedRest) : std::nullopt;
    }
    void lookAtDegraded(Micros now);
    bool isPassingWhole() const;
    bool mayJudge() const;
    bool mayCount() const;
    void countAnswered(const AskAnswer<R> &answer, Micros now);
    bool isCountToJudge(Micros now) const;
    void awaitDirty(Micros now);
    void judgeCount(Micros now);
    PassKind nextKind() const;
    void beginPass();
    void endPass(Micros now);
    void pageAnswered(AskAnswer<R> &&answer, const Flight &flight, Micros now);
    /// What a pass over the whole table does not take back stays: it was found by a question for less.
    void noteUnreadable(const Unreadable &found)
    {
        if (found.rows > m_unreadable.rows)
            m_unreadable = found;
    }
    bool askForFewer(const Flight &flight);
    /// The whole of a row came after all, or it is gone.
    void noteWhole(const Said<R> &said)
    {
        if (!m_tooLarge.empty() && (said.record || said.removed))
            m_tooLarge.erase(said.key);
    }
    bool isStillTooLarge(const Said<R> &said);
    void idsAnswered(AskAnswer<R> &&answer, const Flight &flight, Micros now);
    Ask<R> nextPage(Micros now);
    Ask<R> nextIds();
    Ask<R> nextCount(Micros now);
    quint64 oldestT0() const;
    bool hasFlight(Asked what) const;
    void timers(Micros now);
    Micros passTook(Micros now) const { return std::min(m_t.pollMost, m_passTime.took(now)); }
    void bounds(Micros now);
    void backOff(Retry &retry, AskFailure failure, Micros retryAfter, Micros now);

    SyncTiming m_t;
    Merge m_merge;
    Census m_census;
    TableLevel m_level;
    Suspects<Key> m_suspects;
    Ration m_pageRation, m_idsRation;
    std::map<Key, TooLarge> m_tooLarge;
    std::map<quint64, Flight> m_flights;
    std::optional<Pass> m_pass;
    std::optional<bool> m_numbered; ///< a row with a version was answered; nothing: no row
    std::optional<Instant> m_watermark;
    std::optional<Micros> m_confirmAt, m_deltaAt, m_reconcileAt, m_dirtyAt, m_provenAt, m_checkedAt;
    std::optional<Micros> m_quickFrom; ///< live: from when the time to the next quick pass counts
    std::optional<Micros> m_heardAt, m_sign, m_deafAt;
    Retry m_pageRetry, m_idsRetry;
    Micros m_restUntil{0};
    PassTime m_passTime;
    Micros m_pollRest{0};
    Micros m_degradedRest{0};
    Unreadable m_unreadable;
    qint64 m_expected = -1;
    qint64 m_highSeq = 0;
    qint64 m_dirtyFetches = 0;
    qint64 m_passes = 0;
    qint64 m_regressedTold = 0;
    quint64 m_nextAsk = 1;
    quint32 m_nextPass = 1;
    quint64 m_quickT0 = 0; ///< of the last quick pass that began
    int m_deafTimes = 0;   ///< in a row
    int m_limit = 0;
    int m_widenings = 0, m_widened = 0;
    PassKind m_lastPass = PassKind::Scan;
    quint8 m_wanted = 0;
    Feed m_feed = Feed::None;
    bool m_mayPass = true; ///< as of the last pump
    bool m_complete = false;
    bool m_loaded = false;     ///< it was complete when the last pass began
    quint8 m_behind = 0;       ///< kinds of passes that must end before the copy is current again
    bool m_confirmed = false;  ///< a clean pass has run: later news of delta passes were lost by the stream
    bool m_wasSettled = false; ///< from then on what a quick pass shows is news
    bool m_denied = false;
    bool m_timeless = false; ///< a page whose rows have no readable time led a delta pass nowhere; until a trigger
    bool m_passDone = false;
    bool m_countNow = false;     ///< polled: a count was due when the last pass ended, and is not asked for yet
    bool m_degraded = false;     ///< unreadable changes came, and no pass was ordered for them yet
    bool m_degradedRuns = false; ///< passes that were
    bool m_singly = false; ///< keys are fetched one by one: among several, nobody knows which has a row without one
    bool m_restored = false;
    bool m_overlapSmall = false; ///< the server shows a commit sequence
};

} // namespace bolt::sync

#include "services/sync/engine/table_asks.inl"
#include "services/sync/engine/table_counts.inl"
#include "services/sync/engine/table_sync.inl"
