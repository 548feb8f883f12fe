// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"

#include <span>

namespace bolt {

/// Whether somebody works, and since when nobody does: contracts/domain.md "Stalls", a worker silent for 90 s is gone.
struct Fleet
{
    static constexpr Seconds silence{90};
    static constexpr Seconds together{60}; ///< who left so shortly before the last one left with it

    int online = 0;
    int working = 0;                  ///< draining ones among them: they finish what they have
    std::optional<Instant> goneSince; ///< the last sign of life of any; nothing while somebody works, or never did
    int leftTogether = 0;
    Seconds within{0};
};

bool isLost(const Worker &worker, Instant now);
Fleet fleetOf(std::span<const Worker> workers, Instant now);

} // namespace bolt
