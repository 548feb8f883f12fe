// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"

#include <optional>

namespace bolt::backend {

/// What time itself does: silent workers, stalled submissions, retries that are due, circuits that half-open, aging
/// priority, the tick that proves the data path. Call `tick` about once a second; each duty keeps its own period by the
/// database's clock. Backend thread.
class Maintenance
{
public:
    explicit Maintenance(Database &db)
        : m_db(db)
    {
    }

    struct Report
    {
        int workersLost = 0;
        int stallsEnded = 0;
        int retriesDue = 0;
        int circuitsHalfOpened = 0;
        int scoresRefreshed = 0;
        bool ticked = false;
    };
    Result<Report> tick();

private:
    Database &m_db;
    std::optional<Micros> m_lastSyncTick; ///< monotonic, as are the others
    std::optional<Micros> m_lastAging;
    std::optional<Micros> m_lastPrune;
    std::optional<Micros> m_lastSweep;
    size_t m_nextForgotten = 0; ///< whose turn it is
};

} // namespace bolt::backend
