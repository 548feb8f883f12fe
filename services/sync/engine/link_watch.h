// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "services/sync/engine/rules.h"

#include <utility>

namespace bolt::sync {

/// Proof that the data path lives (contracts/supabase.md §4.6), and a detector for a machine that slept. Pure.
class LinkWatch
{
public:
    explicit LinkWatch(const SyncTiming &timing = {})
        : m_t(timing)
    {
    }

    /// Zero: the deployment has no tick.
    void setTickPeriod(Micros period) { m_period = period; }
    bool hasTick() const { return m_period != Micros(0); }
    void setLive(bool live, Micros now);
    /// A tick came that tells nothing, because the role may not read it. As good as none.
    void unreadableTick();

    enum class Tick : quint8 {
        Expected,
        Skipped, ///< events were dropped: catch up
        WentBack ///< the server was set back: everything known is void
    };
    Tick tick(qint64 n, Micros now);

    /// True once when no tick came for too long: join again. A join without any is tried once more; if that brings none
    /// either, the deployment has no tick until one comes: never a loop of joins.
    bool takeLate(Micros now);
    /// True once when no tick is waited for any more.
    bool takeUnticked() { return std::exchange(m_tellUnticked, false); }
    std::optional<Micros> nextWake() const { return m_deadline; }
    /// Live is shown only while the proof is fresh (I11); once a tick was missed, only when one has come again. Without
    /// ticks: always; see SyncEngine::isProven().
    bool isFresh(Micros now) const
    {
        return m_period == Micros(0) || m_unticked || (m_live && !m_missed && m_deadline && now < *m_deadline);
    }
    std::optional<Micros> tickSinceLive() const { return m_last; }
    void forget() { m_n.reset(); }

private:
    void goUnticked();
    Micros patience() const { return Micros(qint64(double(m_period.count()) * m_t.tickPeriods)); }

    SyncTiming m_t;
    Micros m_period{0};
    std::optional<qint64> m_n;
    std::optional<Micros> m_last;
    std::optional<Micros> m_deadline;
    bool m_live = false;
    bool m_missed = false;   ///< a tick did not come in time, and none has since
    bool m_barren = false;   ///< a whole join brought none, and none has come since
    bool m_unticked = false; ///< nor did the next
    bool m_tellUnticked = false;
};

} // namespace bolt::sync
