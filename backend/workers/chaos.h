// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/workers/luck.h"

namespace bolt::workers {

/// How often things go wrong that are nobody's fault: probabilities for one submission (vanish, slow) or one request.
struct Chaos
{
    double vanish = 0;    ///< the worker dies without a word
    double slow = 0;      ///< the site takes ten times as long
    double lost = 0;      ///< an answer does not arrive; the worker asks again
    double duplicate = 0; ///< a report is sent twice

    static Chaos ofLevel(int level)
    {
        switch (level) {
        case 1:
            return {0.005, 0.02, 0.01, 0.01};
        case 2:
            return {0.03, 0.05, 0.05, 0.05};
        case 3:
            return {0.12, 0.1, 0.15, 0.15};
        default:
            return {};
        }
    }
};

} // namespace bolt::workers
