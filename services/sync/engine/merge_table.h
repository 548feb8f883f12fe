// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/sync/engine/delta_buffer.h"
#include "services/sync/engine/rules.h"
#include "services/sync/engine/said.h"
#include "services/sync/engine/weight.h"

#include <algorithm>
#include <deque>
#include <limits>

namespace bolt::sync {

struct MergeCounts
{
    qint64 applied = 0;
    qint64 dropped = 0;   ///< older than what is known
    qint64 doubtful = 0;  ///< M3
    qint64 regressed = 0; ///< answers that show an older row than an earlier answer did: the server was set back
};

/// Rules M1 to M5 and M8 of contracts/supabase.md §4.4 for one table. Holds what is known about each key, never the row
/// itself; accepted rows go to the buffer. Not thread safe, no clock, no I/O.
///
/// One entry a key carries the contract's `rows` (version), `tomb`, `seen` and `dirty`. Levels are told from the input:
/// with a commit sequence on both sides (L2) positions decide; with versions (L1) versions do; without (L0) `seen`
/// does, and a digest in the version's place tells a row that is as it was.
template<class R, class Rules = FullRules>
class MergeTable
{
public:
    using Key = decltype(R::id);

    /// Of the last thing any source said. A request remembers it when it is sent (t0).
    quint64 clock() const { return m_clock; }
    size_t rows() const { return m_present; }
    /// Over the versions of the rows: weightOf().
    qint64 sum() const { return m_sum; }
    /// What rows() was since beginSpan(), and whether anything was accepted since.
    struct Span
    {
        size_t low = 0, high = 0;
        bool stoodStill = false;
    };
    void beginSpan()
    {
        m_low = m_high = m_present;
        m_spanFrom = m_counts.applied;
    }
    Span span() const { return {m_low, m_high, m_spanFrom == m_counts.applied}; }
    /// The stream was the last to speak of the key, and later than then, or what it told is still to be fetched.
    bool isNamedSince(const Key &key, quint64 clock) const
    {
        const auto it = m_entries.constFind(key);
        return it != m_entries.cend() && it->named && (it->dirty || it->seen > clock);
    }
    size_t dirty() const { return m_dirtyCount; }
    /// Marks the keys that are on their way now; `fetched`: those that were asked for already.
    void awaitDirty(const std::vector<Key> &fetched)
    {
        m_awaitedAt = m_clock;
        const auto await = [this](const Key &key) {
            const auto it = m_entries.find(key);
            if (it == m_entries.end() || !it->dirty || it->awaited)
                return;
            it->awaited = true;
            ++m_awaited;
        };
        std::for_each(m_queue.begin(), m_queue.end(), await);
        std::for_each(fetched.begin(), fetched.end(), await);
    }
    /// Those of which no answer came that was asked for since.
    size_t awaited() const { return m_awaited; }
    /// Rows that are missing: a pass showed them by their keys alone, and nothing came of them since.
    size_t owed() const { return m_owed; }
    bool isOwed(const Key &key) const
    {
        const auto it = m_entries.constFind(key);
        return it != m_entries.cend() && it->owed;
    }
    void owe(const Key &key)
    {
        const auto it = m_entries.find(key);
        if (it == m_entries.end() || !it->dirty || it->owed)
            return;
        it->owed = true;
        ++m_owed;
    }
    size_t tombstones() const { return m_tombs.size(); }
    size_t queued() const { return m_queue.size(); }
    /// Keys of which anything is known, present or not (I9).
    size_t known() const { return size_t(m_entries.size()); }
    const MergeCounts &counts() const { return m_counts; }
    DeltaBuffer<R> &out() { return m_out; }
    bool isDirty(const Key &key) const
    {
        const auto it = m_entries.constFind(key);
        return it != m_entries.cend() && it->dirty;
    }

    /// A row read from disk: known, said by nobody. With a digest where it has no version.
    void seed(const Key &key, qint64 version, qint64 digest = 0, bool odd = false)
    {
        Entry &e = m_entries[key];
        setOdd(e, odd);
        setRow(e, version == 0 ? std::optional<qint64>() : version, digest);
    }

    /// M1, M2, M3. Returns whether anything was accepted.
    bool streamed(Said<R> &&said, Micros now)
    {
        ++m_clock;
        Entry &e = m_entries[said.key];
        if (said.seq && (*said.seq < e.seq || (*said.seq == e.seq && e.answered))) {
            ++m_counts.dropped; // L2: an answer already stood on this commit or a later one
            return false;
        }
        e.seen = m_clock;
        e.seq = said.seq.value_or(0);
        e.answered = false;
        e.named = true;
        if (said.doubtful && !(Rules::mergeTruncated && said.record)) {
            ++m_counts.doubtful;
            mark(said.key, e);
            return false;
        }
        if (isStale(e, said)) {
            ++m_counts.dropped;
            return false;
        }
        if (isSame(e, said))
            return false;
        accept(std::move(said), e, true, now);
        return true;
    }

    /// M3 for a change without a key: somebody else orders the pass.
    void countUnreadable() { ++m_counts.doubtful; }

    /// M4 for one row of an answer to a request sent at t0. `pass`: the pass that is running, 0 if none.
    void answered(Said<R> &&said, quint64 t0, quint32 pass, bool news, Micros now)
    {
        Entry &e = m_entries[said.key];
        if (pass)
            e.pass = pass;
        const bool exact = said.seq && e.seq != 0;
        const std::optional<qint64> seq = said.seq;
        if (exact ? !mergeByPosition(std::move(said), e, news, now)
                  : !mergeByVersion(std::move(said), e, e.seen > t0, news, now))
            return;
        if (exact || e.seen <= t0)
            unmark(e);
        else if (t0 >= m_awaitedAt)
            heard(e); // and changed again: that is another story
        e.seen = m_clock;
        e.named = false;
        if (seq && (*seq >= e.seq)) {
            e.seq = *seq;
            e.answered = true;
        }
    }

    /// M5: a key that the answer to a request sent at t0 covered and did not show.
    void absent(const Key &key, quint64 t0, std::optional<qint64> seq, bool news, Micros now)
    {
        const auto it = m_entries.find(key);
        if (it == m_entries.end())
            return;
        const bool newer = seq && it->seq ? it->seq > *seq : it->seen > t0;
        if (newer && !Rules::missingIsRemoved)
            return mark(key, *it);
        unmark(*it);
        const bool exact = it->buried && it->exact;
        bury(key, *it, {}, now, news); // also a key that never had a row: an older answer may still show one
        it->exact = exact;
        it->seen = m_clock;
        it->named = false;
        if (seq) {
            it->seq = *seq;
            it->answered = true;
        }
    }

    /// A key that was asked for is perhaps that of a row without one: it stays as it is until it is doubted again.
    void leave(const Key &key)
    {
        const auto it = m_entries.find(key);
        if (it != m_entries.end())
            unmark(*it);
    }

    /// M5 at the end of a pass over the whole table that began at t0: all that it did not show. `unsure`: rows came
    /// whose keys could not be read, so each of those keys is asked for by itself.
    void sweep(quint32 pass, quint64 t0, std::optional<qint64> seq, bool unsure, Micros now)
    {
        std::vector<Key> missing;
        for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
            if (it->pass != pass && (it->present || it->dirty || !it->buried))
                missing.push_back(it.key());
        }
        for (const Key &key : missing) {
            if (unsure)
                doubt(key);
            else
                absent(key, t0, seq, false, now);
        }
    }

    /// To be called once for each processed answer, before its rows.
    void beginAnswer() { ++m_clock; }

    /// M8: the next keys to be fetched, oldest first; they stay dirty until an answer speaks about them.
    std::vector<Key> nextDirty(int limit)
    {
        std::vector<Key> keys;
        while (!m_queue.empty() && int(keys.size()) < limit) {
            const Key key = m_queue.front();
            m_queue.pop_front();
            auto it = m_entries.find(key);
            if (it == m_entries.end())
                continue;
            const bool wanted = it->dirty && it->queued;
            it->queued = false;
            if (wanted)
                keys.push_back(key);
        }
        return keys;
    }
    /// Keys whose fetch failed, or that stayed dirty.
    void requeue(const std::vector<Key> &keys)
    {
        for (const Key &key : keys) {
            if (isToQueue(key))
                m_queue.push_back(key);
        }
    }
    /// Keys whose rows were too much at once are next, or the one that alone is too much is always found among others.
    void requeueFirst(const std::vector<Key> &keys)
    {
        for (auto it = keys.rbegin(); it != keys.rend(); ++it) {
            if (isToQueue(*it))
                m_queue.push_front(*it);
        }
    }
    void doubt(const Key &key)
    {
        Entry &e = m_entries[key];
        mark(key, e);
    }

    /// Forgets removals that no request in flight can still contradict. False: over the cap, a new pass must begin.
    bool prune(quint64 oldestT0, Micros now, Micros keep, size_t cap)
    {
        for (size_t left = m_tombs.size(); left > 0; --left) {
            const Tomb tomb = m_tombs.front();
            if (tomb.clock > oldestT0 || (tomb.at + keep > now && m_tombs.size() <= cap))
                break;
            m_tombs.pop_front();
            const auto it = m_entries.find(tomb.key);
            if (it == m_entries.end() || it->present)
                continue;
            if (it->dirty || it->seen > tomb.clock)
                m_tombs.push_back({tomb.key, it->seen, now}); // spoken of since: looked at again, or it stays for ever
            else
                m_entries.erase(it);
        }
        return m_tombs.size() <= cap;
    }

    /// Another account, another copy: nothing is known.
    void forget()
    {
        m_entries.clear();
        m_queue.clear();
        m_tombs.clear();
        m_present = m_dirtyCount = m_owed = m_oddRows = m_awaited = 0;
        m_sum = 0;
        m_out.clear();
    }

private:
    struct Entry
    {
        qint64 version = 0; ///< or the digest
        qint64 seq = 0;
        quint64 seen = 0;
        quint32 pass = 0;
        bool present : 1 = false;
        bool buried : 1 = false; ///< a tombstone; `version` is the last one known
        bool exact : 1 = false;  ///< the tombstone's version is the removal's own (soft delete)
        bool dirty : 1 = false;
        bool queued : 1 = false;
        bool answered : 1 = false; ///< `seq` is of an answer, which holds all of that commit
        bool digested : 1 = false;
        bool named : 1 = false;   ///< `seen` is of the stream
        bool odd : 1 = false;     ///< a cell of the row could not be read
        bool owed : 1 = false;    ///< dirty since a pass showed its key alone
        bool awaited : 1 = false; ///< dirty since awaitDirty()
    };
    /// Where more rows than this have odd cells they are this server's nature, and not asked for again.
    static constexpr size_t oddCap = 2'000;
    struct Tomb
    {
        Key key;
        quint64 clock;
        Micros at;
    };

    static bool isStale(const Entry &e, const Said<R> &said)
    {
        if (!Rules::versions || !said.version || e.digested)
            return false;
        if (e.present)
            return *said.version <= e.version;
        return e.buried && e.exact && *said.version <= e.version;
    }
    /// L0: the row as it is held.
    static bool isSame(const Entry &e, const Said<R> &said)
    {
        return e.present && e.digested && said.record && !said.version && said.digest == e.version;
    }

    // Both return whether the answer settles the key.
    bool mergeByPosition(Said<R> &&said, Entry &e, bool news, Micros now)
    {
        if (*said.seq < e.seq)
            return false;
        const bool same = e.present && !e.digested && !said.removed && said.version && *said.version == e.version;
        if (same)
            return knows(std::move(said), e, news, now);
        if (isSame(e, said))
            return true;
        if (!said.record && !said.removed)
            return mark(said.key, e), false;
        accept(std::move(said), e, news, now);
        return true;
    }

    bool mergeByVersion(Said<R> &&said, Entry &e, bool touched, bool news, Micros now)
    {
        const bool whole = said.record || said.removed;
        if (isSame(e, said))
            return true;
        if (!said.version || !Rules::versions) {
            if (!whole || (touched && !said.version))
                return mark(said.key, e), false;
        } else if (e.present && e.digested) { // the server has versions by now
            if (!whole || touched)
                return mark(said.key, e), false;
        } else if (e.present) {
            if (*said.version < e.version && !touched)
                ++m_counts.regressed;
            if (*said.version == e.version)
                return knows(std::move(said), e, news, now);
            if (*said.version < e.version)
                return true;
            if (!whole)
                return mark(said.key, e), false;
        } else if (!said.removed) {
            if (e.buried && touched && Rules::tombstones) {
                if (*said.version > e.version)
                    mark(said.key, e);
                return false;
            }
            if (!whole)
                return mark(said.key, e), false;
        } else if (e.buried && *said.version <= e.version) {
            return true;
        }
        accept(std::move(said), e, news, now);
        return true;
    }

    /// The row of that version is held. What could not be read of it may have been the fault of one answer, so that
    /// each reconciliation asks once more.
    bool knows(Said<R> &&said, Entry &e, bool news, Micros now)
    {
        if (!e.odd || m_oddRows > oddCap || said.removed)
            return true;
        if (!said.record)
            return mark(said.key, e), false;
        if (!said.odd)
            accept(std::move(said), e, news, now);
        return true;
    }

    void accept(Said<R> &&said, Entry &e, bool news, Micros now)
    {
        if (said.removed)
            bury(said.key, e, said.version, now, news);
        else
            put(e, std::move(said), news);
    }

    void put(Entry &e, Said<R> &&said, bool news)
    {
        e.buried = false;
        settle(e);
        setOdd(e, said.odd);
        setRow(e, said.version, said.digest);
        ++m_counts.applied;
        m_out.upsert(std::move(*said.record), news);
    }

    void setOdd(Entry &e, bool odd)
    {
        m_oddRows += size_t(odd) - size_t(e.odd);
        e.odd = odd;
    }

    void setRow(Entry &e, std::optional<qint64> version, qint64 digest)
    {
        m_sum -= weight(e);
        m_present += !e.present;
        m_high = std::max(m_high, m_present);
        e.present = true;
        e.digested = !version && digest != 0;
        e.version = version.value_or(digest);
        m_sum += weight(e);
    }
    static qint64 weight(const Entry &e) { return e.present && !e.digested ? weightOf(e.version) : 0; }

    void bury(const Key &key, Entry &e, std::optional<qint64> version, Micros now, bool news)
    {
        if (e.present) {
            m_sum -= weight(e);
            m_low = std::min(m_low, --m_present);
            ++m_counts.applied;
            m_out.remove(key, news);
        }
        e.present = false;
        setOdd(e, false);
        e.buried = true;
        e.exact = version.has_value();
        e.version = std::max(e.digested ? 0 : e.version, version.value_or(0));
        e.digested = false;
        m_tombs.push_back({key, m_clock, now});
    }

    void mark(const Key &key, Entry &e)
    {
        if (e.dirty)
            return;
        e.dirty = true;
        ++m_dirtyCount;
        if (!e.queued) // its place in the queue outlives unmark()
            m_queue.push_back(key);
        e.queued = true;
    }
    bool isToQueue(const Key &key)
    {
        const auto it = m_entries.find(key);
        const bool is = it != m_entries.end() && it->dirty && !it->queued;
        if (is)
            it->queued = true;
        return is;
    }
    void unmark(Entry &e)
    {
        m_dirtyCount -= e.dirty;
        e.dirty = false;
        heard(e);
        settle(e);
    }
    void heard(Entry &e)
    {
        m_awaited -= e.awaited;
        e.awaited = false;
    }
    void settle(Entry &e)
    {
        m_owed -= e.owed;
        e.owed = false;
    }

    QHash<Key, Entry> m_entries;
    std::deque<Key> m_queue;
    std::deque<Tomb> m_tombs;
    size_t m_present = 0;
    size_t m_low = 0, m_high = 0;
    size_t m_dirtyCount = 0, m_owed = 0, m_awaited = 0;
    size_t m_oddRows = 0;
    qint64 m_sum = 0;
    qint64 m_spanFrom = 0;
    quint64 m_clock = 0, m_awaitedAt = 0;
    MergeCounts m_counts;
    DeltaBuffer<R> m_out;
};

} // namespace bolt::sync
