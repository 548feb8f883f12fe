// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/ports/link.h"

namespace bolt {

/// The time by which everything derived is counted: rates, what is left, who is stuck, alerts. While the link is fresh
/// it is the wall clock. Otherwise it stands at the moment of which the data is, so that nothing is concluded from a
/// silence of the server, and jumps to now when the data is fresh again. Ages ("4 min old") and due dates go by the
/// wall clock. A function of the link's health only. Main thread.
class DataClock final : public Clock
{
public:
    /// Both outlive it.
    DataClock(const Clock &wall, const Link &link)
        : m_wall(wall)
        , m_link(link)
    {
    }
    Instant now() const override;
    Micros monotonic() const override { return m_wall.monotonic(); }

private:
    const Clock &m_wall;
    const Link &m_link;
};

} // namespace bolt
