// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/data_clock.h"

#include <algorithm>

namespace bolt {

Instant DataClock::now() const
{
    const LinkHealth &health = m_link.health();
    const Instant now = m_wall.now();
    if (isLive(health)) {
        Instant at = now;
        for (const TableHealth &table : health.tables) { // what derives from all of them is as old as what is polled
            if (table.phase == LinkPhase::Polling && table.asOf)
                at = std::min(at, *table.asOf);
        }
        return at;
    }
    std::optional<Instant> asOf = health.asOf;
    if (!asOf) { // one table was never read: as old as the oldest of the others
        for (const TableHealth &table : health.tables) {
            if (table.asOf)
                asOf = asOf ? std::min(*asOf, *table.asOf) : *table.asOf;
        }
    }
    return asOf ? std::min(*asOf, now) : now;
}

} // namespace bolt
