// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"

#include <span>

namespace bolt {

/// Whether somebody works, and since when nobody does: contracts/domain.md "Stalls", a worker silent for 90 s is gone,
/// whatever its row says.
struct Crew
{
    static constexpr Seconds silence{90};
    static constexpr Seconds together{60}; ///< who left so shortly before the last one left with it

    bool listed = false; ///< the workers' table is here in full: whoever is not in it is not there
    int known = 0;
    int online = 0;
    int busy = 0;                     ///< online ones that hold a submission
    int working = 0;                  ///< draining ones, too: they finish what they have
    std::optional<Instant> goneSince; ///< the last sign of life of any; nothing while somebody works, or never did
    int leftTogether = 0;
    Seconds within{0};
    std::optional<Micros> longestQuiet; ///< of those online

    /// None takes anything up. Of workers that are neither listed nor known, nothing can be said.
    bool gone() const { return (listed || known > 0) && online == 0; }
    bool operator==(const Crew &) const = default;
};

bool isLost(const Worker &worker, Instant now);
Crew crewOf(std::span<const Worker> workers, bool listed, Instant now);

} // namespace bolt
