// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/engine/link_watch.h"

namespace bolt::sync {

void LinkWatch::setLive(bool live, Micros now)
{
    m_live = live;
    m_last.reset();
    if (live && m_period != Micros(0))
        m_deadline = now + patience();
    else
        m_deadline.reset();
}

LinkWatch::Tick LinkWatch::tick(qint64 n, Micros now)
{
    m_last = now;
    m_missed = false;
    if (m_live && m_period != Micros(0))
        m_deadline = now + patience();
    const auto before = std::exchange(m_n, n);
    if (!before || n == *before || n == *before + 1)
        return Tick::Expected;
    return n < *before ? Tick::WentBack : Tick::Skipped;
}

bool LinkWatch::takeLate(Micros now)
{
    if (!m_live || !m_deadline || now < *m_deadline)
        return false;
    m_missed = true;
    m_deadline = now + patience();
    return true;
}

} // namespace bolt::sync
