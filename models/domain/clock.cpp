// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/clock.h"

namespace bolt {

Instant SystemClock::now() const { return std::chrono::floor<Micros>(std::chrono::system_clock::now()); }

Micros SystemClock::monotonic() const
{
    return std::chrono::floor<Micros>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace bolt
