// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/ticker.h"

namespace bolt::test {

/// Paces the tables by hand: nothing happens until a test says so.
class ManualTicker final : public Ticker
{
public:
    void requestFrame() override { m_wanted = true; }
    void requestFrameNow() override
    {
        m_wanted = true;
        ++m_hurried;
    }
    /// How often a person's doing asked for a frame.
    int hurried() const { return m_hurried; }
    bool wanted() const { return m_wanted; }
    /// The frame that was asked for, if one was.
    bool step()
    {
        if (!m_wanted)
            return false;
        m_wanted = false;
        Q_EMIT frame();
        return true;
    }
    /// A second passes, and the frame it asks for.
    void tick()
    {
        Q_EMIT second();
        step();
    }

private:
    bool m_wanted = false;
    int m_hurried = 0;
};

} // namespace bolt::test
