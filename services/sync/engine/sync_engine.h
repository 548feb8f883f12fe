// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link_reason.h"
#include "services/sync/engine/link_watch.h"
#include "services/sync/engine/table_sync.h"

#include <QString>
#include <array>
#include <tuple>
#include <type_traits>

namespace bolt::sync {

/// All tables of a workspace and the link they share. Pure and clock-free: the worker and the tests feed it events,
/// answers and the time, and do what it asks for. The tables are given in the order in which they are loaded: parents
/// first.
template<class Rules, class... Rs>
class SyncEngine
{
public:
    explicit SyncEngine(const SyncTiming &timing = {})
        : m_t(timing)
        , m_tables(TableSync<Rs, Rules>(timing)...)
        , m_watch(timing)
    {
    }

    template<class R>
    TableSync<R, Rules> &of()
    {
        return std::get<TableSync<R, Rules>>(m_tables);
    }
    template<class R>
    const TableSync<R, Rules> &of() const
    {
        return std::get<TableSync<R, Rules>>(m_tables);
    }
    template<class Fn>
    void each(Fn fn)
    {
        std::apply([&fn](auto &...table) { (fn(table), ...); }, m_tables);
    }
    template<class Fn>
    void each(Fn fn) const
    {
        std::apply([&fn](const auto &...table) { (fn(table), ...); }, m_tables);
    }
    LinkWatch &watch() { return m_watch; }
    const LinkWatch &watch() const { return m_watch; }

    /// "Subscribed to PostgreSQL". `again`: on a channel that was live already (T5).
    void live(bool again, Micros now)
    {
        m_watch.setLive(true, now);
        const Trigger why = again ? Trigger::SubscribedAgain : m_wasLive ? Trigger::Rejoined : Trigger::FirstLive;
        const bool known = m_wasLive && again;
        m_wasLive = m_isLive = true;
        m_isPolled = false;
        each([&](auto &table) { feed(table, now); });
        if (!Rules::snapshotBeforeLive || known)
            trigger(why);
    }
    void interrupted(Micros now)
    {
        m_watch.setLive(false, now);
        m_isLive = m_isPolled = false;
        each([&](auto &table) { feed(table, now); });
    }
    /// No stream came to be for too long, or none that tells of the tables; until then nothing is asked for.
    void setPolled(bool polled, Micros now)
    {
        m_isPolled = polled && !m_isLive;
        each([&](auto &table) { feed(table, now); });
    }
    bool isPolled() const { return m_isPolled; }
    /// Whether the stream tells of a table, in the order of the tables; before live().
    void setStreamed(size_t table, bool streamed) { m_unstreamed[table] = !streamed; }
    void trigger(Trigger why)
    {
        ++m_triggers;
        each([&](auto &table) { table.trigger(why); });
    }
    /// A person asks for all of it, now.
    void tryNow()
    {
        each([](auto &table) { table.tryNow(); });
        trigger(Trigger::Refresh);
    }
    void tick(qint64 n, Micros now)
    {
        switch (m_watch.tick(n, now)) {
        case LinkWatch::Tick::Expected:
            break;
        case LinkWatch::Tick::Skipped:
            trigger(Trigger::LateTick);
            break;
        case LinkWatch::Tick::WentBack:
            m_restored = true;
            break;
        }
    }

    /// Looks at the watches. To be called before pumping the tables.
    void look(Micros now)
    {
        bool deaf = false, retry = false;
        bool restored = std::exchange(m_restored, false);
        each([&, sign = signAt()](auto &table) {
            table.setSign(sign);
            deaf |= table.takeDeaf(now) && !table.isDeaf();
            retry |= table.takeDeafRetry(now);
            restored |= table.takeRestored();
            feedAgain(table, now);
        });
        if (m_watch.takeLate(now))
            m_rejoin = LinkReason::NoTicks;
        else if (deaf)
            m_rejoin = LinkReason::NoChanges;
        else if (retry)
            m_rejoin = LinkReason::MayTellAgain;
        if (restored && (!m_restoredAt || *m_restoredAt + m_t.restoreRest <= now)) {
            m_restoredAt = now;
            forget();
            trigger(Trigger::Switch);
        }
    }
    /// Everything known is void: another copy, or the server was set back. The store must be emptied, too.
    void forget()
    {
        each([](auto &table) { table.forget(); });
        m_watch.forget();
        m_reset = true;
    }

    /// Once when the channel should be joined again, with the reason; else None.
    LinkReason::Kind takeRejoin() { return std::exchange(m_rejoin, LinkReason::None); }
    /// True once after forget().
    bool takeReset() { return std::exchange(m_reset, false); }

    /// Parents first: a table may begin its first scan when those before it are through or cannot be had, for now too.
    template<class R>
    bool mayPass() const
    {
        bool may = true;
        bool reached = false;
        each([&]<class T>(const TableSync<T, Rules> &table) {
            reached |= std::is_same_v<T, R>;
            may = may && (reached || table.isScanned() || table.isDenied() || table.isStuck());
        });
        return may;
    }
    bool allCurrent() const
    {
        bool all = true;
        each([&all](const auto &table) {
            all &= table.isCurrent() || table.isDenied() || (table.isPolled() && table.isSettled());
        });
        return all;
    }
    /// I11: "live" may be shown. By a tick or an event, or by a pass over each table, that is young enough; where there
    /// are ticks, not while one is late.
    bool isProven(Micros now) const
    {
        if (!m_watch.isFresh(now))
            return false;
        if (const auto sign = signAt(); sign && now < *sign + m_t.proofAge)
            return true;
        bool all = true;
        each([&](const auto &table) { all &= table.isDenied() || table.isPolled() || table.isProven(now); });
        return all;
    }
    std::optional<Micros> nextWake() const
    {
        std::optional<Micros> at = m_watch.nextWake();
        each([&at](const auto &table) {
            if (const auto next = table.nextWake())
                at = at ? std::min(*at, *next) : *next;
        });
        return at;
    }
    qint64 triggers() const { return m_triggers; }

private:
    /// When the stream last brought anything since it is live.
    std::optional<Micros> signAt() const
    {
        std::optional<Micros> at = m_watch.tickSinceLive();
        each([&at](const auto &table) { at = std::max(at, table.heardAt()); });
        return at;
    }
    template<class R>
    void feed(TableSync<R, Rules> &table, Micros now)
    {
        constexpr size_t index = indexOf<R>();
        const bool polled = m_isPolled || (m_isLive && (m_unstreamed[index] || table.isDeaf()));
        table.setFeed(polled ? Feed::Polled : m_isLive ? Feed::Live : Feed::None, now);
    }
    /// A table of which the stream does not tell, though it should, is polled until it does.
    template<class R>
    void feedAgain(TableSync<R, Rules> &table, Micros now)
    {
        const bool was = table.isPolled();
        feed(table, now);
        if (was && !table.isPolled() && m_isLive)
            table.trigger(Trigger::Rejoined);
    }
    template<class R>
    static constexpr size_t indexOf()
    {
        size_t at = 0;
        (void)((std::is_same_v<R, Rs> || (++at, false)) || ...);
        return at;
    }

    SyncTiming m_t;
    std::tuple<TableSync<Rs, Rules>...> m_tables;
    LinkWatch m_watch;
    LinkReason::Kind m_rejoin = LinkReason::None;
    std::optional<Micros> m_restoredAt;
    qint64 m_triggers = 0;
    std::array<bool, sizeof...(Rs)> m_unstreamed{};
    bool m_wasLive = false;
    bool m_isLive = false;
    bool m_isPolled = false;
    bool m_restored = false;
    bool m_reset = false;
};

} // namespace bolt::sync
