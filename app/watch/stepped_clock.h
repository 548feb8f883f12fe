// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <vector>

namespace bolt {

/// The system's clock, which somebody sets `by` so much `after` so long: what a woken machine or a corrected clock
/// looks like to the client. The monotonic one is left alone. From any thread.
class SteppedClock final : public Clock
{
public:
    struct Step
    {
        Micros after{0}; ///< since the clock was made
        Micros by{0};
    };

    explicit SteppedClock(std::vector<Step> steps)
        : m_steps(std::move(steps))
        , m_began(m_real.monotonic())
    {
    }
    Instant now() const override
    {
        Instant at = m_real.now();
        const Micros age = m_real.monotonic() - m_began;
        for (const Step &step : m_steps) {
            if (age >= step.after)
                at += step.by;
        }
        return at;
    }
    Micros monotonic() const override { return m_real.monotonic(); }

private:
    SystemClock m_real;
    std::vector<Step> m_steps;
    Micros m_began;
};

} // namespace bolt
