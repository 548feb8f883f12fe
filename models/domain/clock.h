// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

namespace bolt {

/// Time comes in from outside so that tests fix it. Safe from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The wall clock; may jump.
    virtual Instant now() const = 0;
    /// Never goes back; its zero is arbitrary. Deadlines and ages use this one.
    virtual Micros monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
    Micros monotonic() const override;
};

/// Stands still until moved. Not for use from several threads.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant at)
        : m_now(at)
    {
    }
    Instant now() const override { return m_now; }
    Micros monotonic() const override { return m_monotonic; }
    void advance(Micros by)
    {
        m_now += by;
        m_monotonic += by;
    }
    /// Moves the wall clock only, as a wake from sleep or a set clock does.
    void jump(Micros by) { m_now += by; }

private:
    Instant m_now;
    Micros m_monotonic{0};
};

} // namespace bolt
