// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <optional>
#include <utility>

namespace bolt::sync {

/// How long the server takes for a pass: its time alone. Pages that fail, and the waits after them, say nothing of how
/// slow it is. Pure.
class PassTime
{
public:
    /// Or the pass goes on, after an interruption.
    void begin(Micros now)
    {
        *this = PassTime();
        m_began = m_sentAt = now;
    }
    void sent(Micros now)
    {
        if (m_waitsFrom)
            m_waited += now - *std::exchange(m_waitsFrom, std::nullopt);
        m_sentAt = now;
    }
    /// The page that was sent last.
    void failed() { m_waitsFrom = m_waitsFrom.value_or(m_sentAt); }
    Micros began() const { return m_began; }
    Micros took(Micros now) const { return now - m_began - m_waited; }

private:
    Micros m_began{0}, m_waited{0}, m_sentAt{0};
    std::optional<Micros> m_waitsFrom;
};

} // namespace bolt::sync
