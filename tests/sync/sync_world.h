// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/sync_world_values.h"

namespace world {

template<class Rules>
class Run
{
public:
    using A = Row<0>;
    using B = Row<1>;

    explicit Run(const Plan &plan)
        : m_plan(plan)
        , m_random(plan.seed)
    {
        boot();
    }

    /// Empty when every invariant held and the copies equal the server at the end.
    QString go()
    {
        size_t next = 0;
        int end = 120 + 420 + m_plan.keys / m_plan.cap * 40; // many small pages take their time
        if (m_plan.faults)                                   // 90 s
            end = (m_plan.moments.empty() ? 0 : m_plan.moments.back().at) + int(Seconds(90) / unit);
        if constexpr (Rules::snapshotBeforeLive)
            m_engine->trigger(Trigger::FirstLive);
        for (m_now = 0; m_now < end && m_fault.isEmpty(); ++m_now) {
            while (next < m_plan.moments.size() && m_plan.moments[next].at <= m_now)
                happen(m_plan.moments[next++]);
            connection();
            ticks();
            deliver(m_a);
            deliver(m_b);
            arrive(m_a);
            arrive(m_b);
            drive();
        }
        if (m_fault.isEmpty()) {
            compare(m_a, "A");
            compare(m_b, "B");
            if (m_fault.isEmpty() && Rules::antiEntropy && !m_plan.faults && !m_engine->allCurrent())
                m_fault = QStringLiteral("I12: not current although everything has behaved for long");
        }
        return m_fault;
    }

private:
    template<class R>
    struct Side
    {
        Server<R> server;
        Copy<R> copy, disk;
        std::optional<Instant> diskMark;
        bool diskComplete = false;
        std::deque<typename Server<R>::Event> stream;
        std::vector<Flight<R>> flights;
    };
    using Engine = SyncEngine<Rules, A, B>;

    int below(int n) { return int(m_random() % unsigned(n)); }
    Micros clock() const { return unit * m_now; }
    static Instant stamp(int step) { return Instant(unit * (step + 1000)); }
    TableLevel tableLevel() const
    {
        return {m_plan.level != Level::L0, m_plan.softDeletes && m_plan.level != Level::L0, m_plan.updatedAt};
    }

    SyncTiming timing() const
    {
        SyncTiming t;
        t.pageSize = 50;
        t.pageSizeMin = 2;
        t.idsPerFetch = 5;
        if (m_plan.faults)
            return t;
        t.confirmAfter = unit * 12;
        t.deltaEvery = unit * 60;
        t.quietEvery = unit * 20;
        t.countEvery = unit * 30;
        t.countSettle = unit * 6;
        t.pollEvery = unit * 8;
        t.reconcileEvery = unit * 150;
        t.overlap = unit * 25;
        t.overlapSingleWriter = unit * 25;
        t.dirtyDebounce = unit;
        t.degradedEvery = unit * 10;
        t.retryFirst = unit;
        t.retryMax = unit * 8;
        t.deniedEvery = unit * 10;
        t.tombstoneKeep = unit * 30;
        t.deafAfter = unit * 30;
        return t;
    }

    void boot()
    {
        m_engine = std::make_unique<Engine>(timing());
        m_engine->watch().setTickPeriod(m_plan.ticks ? m_tickSteps * unit : Micros(0));
        m_engine->each([this](auto &table) { table.setLevel(tableLevel()); });
        m_touched = true;
    }

    template<class R>
    Side<R> &side()
    {
        if constexpr (std::is_same_v<R, A>)
            return m_a;
        else
            return m_b;
    }

    // The server

    template<class R>
    void commitOne(Side<R> &s, std::mt19937 &r, qint64 seq, int begun)
    {
        const int key = int(r() % unsigned(m_plan.keys));
        auto it = s.server.rows.find(key);
        const bool present = it != s.server.rows.end() && !it->second.deleted;
        const bool remove = present && r() % 100 < 35;
        const qint64 version = ++m_version;
        Said<R> said;
        said.key = key;
        if (m_plan.level == Level::L2)
            said.seq = seq;
        Instant at = stamp(begun);
        if (it != s.server.rows.end())
            at = std::max(at, it->second.row.updatedAt + Micros(1));
        if (remove && !m_plan.softDeletes) {
            s.server.rows.erase(it);
            said.removed = true;
        } else {
            R row{key, version, at, int(r() % 9)};
            s.server.rows[key] = {row, remove, seq};
            if (m_plan.level != Level::L0)
                said.version = version;
            said.removed = remove;
            if (!remove) {
                s.server.history[key].insert({version, row.value});
                said.record = row;
                said.digest = digestOf(row);
            }
            if (!remove && r() % 100 < 10) {
                said.doubtful = true;
                said.record->value = -1; // a truncated row under its true version
            }
        }
        const bool lost = m_plan.loss && (r() % 100 < 20 || m_now < m_deafUntil);
        if (!m_live || lost || m_isDeafForGood || m_unpublished == (std::is_same_v<R, A> ? 0 : 1))
            return;
        const int arrives = m_now + int(r() % 5);
        s.stream.push_back({arrives, said, m_plan.loss && r() % 100 < 4});
        if (m_plan.loss && r() % 100 < 5)
            s.stream.push_back({arrives, said, false}); // a duplicate
    }

    void happen(const Moment &m)
    {
        std::mt19937 r(m.seed);
        switch (m.what) {
        case Moment::Commit: {
            const int ops = std::array{1, 1, 1, 3}[r() % 4];
            const int begun = m_now - std::array{0, 0, 1, 2, 8, 20}[r() % 6];
            ++m_seq;
            for (int i = 0; i < ops; ++i)
                r() % 3 ? commitOne(m_a, r, m_seq, begun) : commitOne(m_b, r, m_seq, begun);
            break;
        }
        case Moment::SocketLost:
            if (m_live) {
                lose(1 + int(r() % 15));
                m_engine->trigger(Trigger::SocketReopened);
            }
            break;
        case Moment::Deaf:
            m_deafUntil = m_now + 1 + int(r() % 60);
            break;
        case Moment::SecondOk:
            if (m_live)
                m_engine->live(true, clock());
            break;
        case Moment::ChannelError:
            if (m_live)
                lose(1 + int(r() % 3));
            break;
        case Moment::Crash:
            crash();
            break;
        case Moment::Forget:
            for (auto &f : m_a.flights)
                f.old = true;
            for (auto &f : m_b.flights)
                f.old = true;
            m_engine->forget();
            m_engine->trigger(Trigger::Switch);
            break;
        case Moment::RestTrouble:
            m_restTroubleUntil = m_now + 1 + int(r() % 20);
            break;
        case Moment::StreamDown:
            if (m_live)
                lose(30 + int(r() % 90));
            break;
        case Moment::Unpublished:
            m_unpublished = int(r() % 3) - 1;
            if (m_live)
                lose(1);
            break;
        case Moment::DeletionLost:
        case Moment::LeavesSight:
        case Moment::ComesInSight:
            r() % 3 ? hush(m_a, m.what, r()) : hush(m_b, m.what, r());
            return; // nobody hears of it
        case Moment::DeafForGood:
            m_isDeafForGood = true;
            return;
        case Moment::What_Count:
            break;
        }
        m_touched = true;
    }
    /// What happens without an event.
    template<class R>
    void hush(Side<R> &s, Moment::What what, unsigned which)
    {
        auto &from = what == Moment::ComesInSight ? s.server.unseen : s.server.rows;
        if (from.empty())
            return;
        const auto it = std::next(from.begin(), long(which % from.size()));
        const auto kept = *it;
        from.erase(it);
        if (what == Moment::ComesInSight)
            s.server.rows.insert(kept); // not in place of a newer one
        else if (what == Moment::LeavesSight)
            s.server.unseen.insert(kept);
    }

    // The stream

    void lose(int down)
    {
        m_live = false;
        m_downUntil = m_now + down;
        m_downSince = m_now;
        m_a.stream.clear();
        m_b.stream.clear();
        m_tickStream.clear();
        m_engine->interrupted(clock());
    }
    void connection()
    {
        if (m_live)
            return;
        if (m_now < m_plan.liveAt || m_now < m_downUntil) {
            if (!Rules::snapshotBeforeLive && m_now - m_downSince == m_plan.pollAfter) {
                m_engine->setPolled(true, clock());
                m_touched = true;
            }
            return;
        }
        m_live = true;
        m_touched = true;
        m_engine->setStreamed(0, m_unpublished != 0);
        m_engine->setStreamed(1, m_unpublished != 1);
        m_engine->live(false, clock());
    }
    void ticks()
    {
        if (!m_plan.ticks)
            return;
        if (m_now % m_tickSteps == 0) {
            ++m_tick;
            if (m_live && m_now >= m_deafUntil)
                m_tickStream.push_back({m_now + 2, m_tick});
        }
        while (!m_tickStream.empty() && m_tickStream.front().first <= m_now) {
            m_engine->tick(m_tickStream.front().second, clock());
            m_tickStream.pop_front();
            m_touched = true;
        }
    }
    template<class R>
    void deliver(Side<R> &s)
    {
        while (!s.stream.empty() && s.stream.front().at <= m_now) {
            Said<R> said = s.stream.front().said;
            const bool keyless = s.stream.front().keyless;
            s.stream.pop_front();
            ++m_step;
            if (keyless)
                m_engine->template of<R>().streamedUnreadable(clock());
            else
                m_engine->template of<R>().streamed(std::move(said), clock());
            drain(s, -1);
            m_touched = true;
        }
    }

    // REST

    template<class R>
    void send(Side<R> &s, std::vector<Ask<R>> asks)
    {
        for (Ask<R> &ask : asks) {
            using What = Ask<R>::What;
            const auto kind = [](const Ask<R> &a) {
                return a.what == What::Ids || a.what == What::Count ? a.what : What::Scan;
            };
            const auto same = std::count_if(s.flights.begin(), s.flights.end(),
                                            [&](const Flight<R> &f) { return kind(f.ask) == kind(ask) && !f.old; });
            if (same > 0)
                m_fault = QStringLiteral("I8: two of kind %1 in flight").arg(int(kind(ask)));
            std::mt19937 r(m_plan.seed ^ unsigned(ask.id * 7919 + unsigned(m_now)));
            Flight<R> f{ask, m_step, m_now + int(r() % 4), 0, {}, {}, false};
            f.arriveAt = f.snapAt + int(r() % 6);
            if (m_now < m_restTroubleUntil && r() % 2)
                f.failure = std::array{AskFailure::Again, AskFailure::TooSlow, AskFailure::Denied}[r() % 3];
            s.flights.push_back(std::move(f));
        }
    }

    /// Of what a row shows: its version never does at L0, and without updated_at a value may come back.
    template<class R>
    qint64 digestOf(const R &row) const
    {
        if (m_plan.level != Level::L0)
            return 0;
        return 1 + row.value + (m_plan.updatedAt ? 10 * toMicros(row.updatedAt) : 0);
    }

    template<class R>
    Said<R> show(const typename Server<R>::Kept &kept, bool whole)
    {
        Said<R> said;
        said.key = kept.row.id;
        said.removed = kept.deleted;
        if (m_plan.level != Level::L0)
            said.version = kept.row.version;
        if (whole && !kept.deleted) {
            said.record = kept.row;
            said.digest = digestOf(kept.row);
            if (m_plan.level == Level::L0)
                said.record->version = kept.row.version; // kept for the checks of this test only
        }
        return said;
    }

    template<class R>
    AskAnswer<R> counted(const Side<R> &s, AskAnswer<R> a)
    {
        a.total = 0;
        if (m_plan.level != Level::L0)
            a.sum = 0;
        for (const auto &[key, kept] : s.server.rows) {
            if (kept.deleted)
                continue;
            ++*a.total;
            if (a.sum)
                *a.sum += weightOf(kept.row.version);
        }
        return a;
    }

    template<class R>
    AskAnswer<R> snapshot(Side<R> &s, const Ask<R> &ask)
    {
        AskAnswer<R> a;
        a.at = stamp(m_now);
        if (m_plan.level == Level::L2)
            a.seq = m_seq;
        if (ask.what == Ask<R>::What::Count)
            return counted(s, a);
        const bool whole = ask.what != Ask<R>::What::Versions;
        std::vector<const typename Server<R>::Kept *> found;
        for (const auto &[key, kept] : s.server.rows) {
            if (ask.what == Ask<R>::What::Ids) {
                if (std::count(ask.ids.begin(), ask.ids.end(), key))
                    found.push_back(&kept);
            } else if (ask.what == Ask<R>::What::Delta) {
                if (!m_plan.updatedAt)
                    m_fault = QStringLiteral("a delta pass over rows without updated_at");
                const auto at = std::make_pair(kept.row.updatedAt, key);
                if (kept.row.updatedAt >= *ask.since && (!ask.after || at > std::make_pair(*ask.afterAt, *ask.after)))
                    found.push_back(&kept);
            } else if (!ask.after || key > *ask.after) {
                found.push_back(&kept);
            }
        }
        if (ask.what == Ask<R>::What::Delta)
            std::sort(found.begin(), found.end(), [](auto *x, auto *y) {
                return std::make_pair(x->row.updatedAt, x->row.id) < std::make_pair(y->row.updatedAt, y->row.id);
            });
        if (ask.what != Ask<R>::What::Ids)
            found.resize(std::min(found.size(), size_t(std::min(ask.limit, m_plan.cap))));
        a.atEnd = found.empty();
        for (const auto *kept : found) {
            a.rows.push_back(show<R>(*kept, whole));
            a.last = kept->row.id;
            if (!m_plan.updatedAt)
                continue;
            a.lastAt = kept->row.updatedAt;
            a.newest = std::max(a.newest.value_or(kept->row.updatedAt), kept->row.updatedAt);
        }
        return a;
    }

    template<class R>
    void arrive(Side<R> &s)
    {
        for (Flight<R> &f : s.flights) {
            if (!f.answer && f.snapAt <= m_now)
                f.answer = snapshot(s, f.ask);
        }
        for (size_t i = 0; i < s.flights.size();) {
            if (s.flights[i].arriveAt > m_now || !s.flights[i].answer) {
                ++i;
                continue;
            }
            Flight<R> f = std::move(s.flights[i]);
            s.flights.erase(s.flights.begin() + long(i));
            ++m_step;
            m_touched = true;
            auto &table = m_engine->template of<R>();
            const size_t held = table.merge().rows();
            if (f.failure)
                table.failed(f.ask.id, *f.failure, {}, clock());
            else
                table.answered(f.ask.id, std::move(*f.answer), clock());
            if (f.old && (table.merge().rows() != held || table.merge().out().size() != 0))
                m_fault = QStringLiteral("I10: an answer of an old generation was merged");
            drain(s, f.sentStep);
        }
    }

    // The client

    void drive()
    {
        const auto wake = m_engine->nextWake();
        if (!m_touched && !(wake && *wake <= clock()))
            return; // what the engine does not ask for it does not get: nextWake() is under test, too
        m_touched = false;
        m_engine->look(clock());
        takeReset();
        if (m_engine->takeRejoin() != LinkReason::None && m_live) {
            m_deafUntil = m_now; // a rejoin mostly revives a dead channel
            lose(1);
        }
        send(m_a, m_engine->template of<A>().pump(clock(), m_engine->template mayPass<A>()));
        send(m_b, m_engine->template of<B>().pump(clock(), m_engine->template mayPass<B>()));
        drain(m_a, m_step);
        drain(m_b, m_step);
    }

    /// What is in the buffers came after the reset.
    void takeReset()
    {
        if (m_engine->takeReset()) {
            forgetCopy(m_a);
            forgetCopy(m_b);
        }
    }
    template<class R>
    static void forgetCopy(Side<R> &s)
    {
        s.copy = s.disk = {};
        s.diskMark.reset();
        s.diskComplete = false;
    }

    template<class R>
    void drain(Side<R> &s, int sentStep)
    {
        takeReset();
        auto &table = m_engine->template of<R>();
        TableDelta<R> news, state;
        table.merge().out().take(1u << 20, news, state);
        for (auto *delta : {&state, &news}) {
            for (R &row : delta->upserts)
                upsert(s, row, sentStep);
            for (int key : delta->removals) {
                s.copy.removed[key] = {m_step, s.copy.rows.count(key) ? s.copy.rows[key].version : 0, sentStep < 0};
                s.copy.rows.erase(key);
            }
        }
        if (table.takePassDone()) {
            checkWatermark(s, table);
            s.disk = s.copy;
            s.diskMark = table.watermark();
            s.diskComplete = table.isComplete();
        } else if (m_step % 7 == 0) {
            s.disk = s.copy; // rows may be ahead of the watermark on disk, never behind
        }
    }

    template<class R>
    void upsert(Side<R> &s, const R &row, int sentStep)
    {
        if (!s.server.history[row.id].count({row.version, row.value}))
            m_fault = QStringLiteral("I1: invented value of key %1").arg(row.id);
        const auto it = s.copy.rows.find(row.id);
        if (m_plan.level != Level::L0 && it != s.copy.rows.end() && row.version < it->second.version)
            m_fault = QStringLiteral("I2: version of key %1 went back").arg(row.id);
        const auto gone = s.copy.removed.find(row.id);
        if (it == s.copy.rows.end() && gone != s.copy.removed.end() && sentStep >= 0 && sentStep < gone->second.step &&
            row.version <= gone->second.version)
            m_fault = QStringLiteral("I3: key %1 came back to life").arg(row.id);
        s.copy.rows[row.id] = row;
    }

    template<class R>
    void checkWatermark(Side<R> &s, const TableSync<R, Rules> &table)
    {
        if (!table.watermark() || !Rules::antiEntropy || !m_plan.updatedAt || m_plan.faults)
            return; // what comes in sight is older than any watermark
        for (const auto &[key, kept] : s.server.rows) {
            if (kept.deleted || kept.row.updatedAt > *table.watermark() - timing().overlap ||
                table.merge().isDirty(key))
                continue;
            const auto it = s.copy.rows.find(key);
            if (it == s.copy.rows.end()) {
                const auto gone = s.copy.removed.find(key);
                if (gone == s.copy.removed.end() || !gone->second.byEvent)
                    m_fault = QStringLiteral("I6: key %1 is missing below the watermark").arg(key);
            } else if (m_plan.level != Level::L0 && it->second.version < kept.row.version) {
                m_fault = QStringLiteral("I6: key %1 is old below the watermark").arg(key);
            }
        }
    }

    void crash()
    {
        m_a.copy = m_a.disk;
        m_b.copy = m_b.disk;
        m_a.copy.removed.clear();
        m_b.copy.removed.clear();
        m_a.flights.clear();
        m_b.flights.clear();
        lose(1 + below(10));
        boot();
        reload(m_a);
        reload(m_b);
    }
    template<class R>
    void reload(Side<R> &s)
    {
        auto &table = m_engine->template of<R>();
        for (const auto &[key, row] : s.copy.rows)
            table.merge().seed(key, m_plan.level == Level::L0 ? 0 : row.version, digestOf(row));
        table.restore(s.diskMark, s.diskComplete);
    }

    template<class R>
    void compare(Side<R> &s, const char *name)
    {
        std::map<int, R> truth;
        for (const auto &[key, kept] : s.server.rows) {
            if (!kept.deleted)
                truth[key] = kept.row;
        }
        std::map<int, R> held = s.copy.rows;
        if (m_plan.level == Level::L0 && !m_plan.updatedAt) { // only the value is shown
            for (auto *rows : {&truth, &held}) {
                for (auto &[key, row] : *rows)
                    row = R{key, 0, {}, row.value};
            }
        }
        if (truth != held)
            m_fault = QStringLiteral("not converged: table %1").arg(QLatin1StringView(name));
    }

    Plan m_plan;
    std::mt19937 m_random;
    std::unique_ptr<Engine> m_engine;
    Side<A> m_a;
    Side<B> m_b;
    std::deque<std::pair<int, qint64>> m_tickStream;
    QString m_fault;
    qint64 m_version = 0, m_seq = 0, m_tick = 0;
    int m_now = 0, m_step = 0;
    int m_downUntil = -1, m_downSince = 0, m_unpublished = -1;
    int m_deafUntil = -1, m_restTroubleUntil = -1;
    bool m_live = false;
    bool m_touched = false;
    bool m_isDeafForGood = false;
    const int m_tickSteps = m_plan.faults ? 150 : 15;
};

template<class Rules>
QString run(const Plan &plan)
{
    return Run<Rules>(plan).go();
}

} // namespace world
