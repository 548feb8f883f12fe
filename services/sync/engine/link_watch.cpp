// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/engine/link_watch.h"

namespace bolt::sync {

void LinkWatch::setLive(bool live, Micros now)
{
    m_live = live;
    m_last.reset();
    if (live && m_period != Micros(0) && !m_unticked)
        m_deadline = now + patience();
    else
        m_deadline.reset();
}

LinkWatch::Tick LinkWatch::tick(qint64 n, Micros now)
{
    m_last = now;
    m_missed = m_barren = m_unticked = false;
    if (m_live && m_period != Micros(0))
        m_deadline = now + patience();
    const auto before = std::exchange(m_n, n);
    if (!before || n == *before || (n > *before && n - 1 == *before))
        return Tick::Expected;
    return n < *before ? Tick::WentBack : Tick::Skipped;
}

void LinkWatch::unreadableTick()
{
    if (!m_last && !m_unticked && m_period != Micros(0))
        goUnticked();
}

void LinkWatch::goUnticked()
{
    m_unticked = m_tellUnticked = true;
    m_missed = false;
    m_deadline.reset();
}

bool LinkWatch::takeLate(Micros now)
{
    if (!m_live || !m_deadline || now < *m_deadline)
        return false;
    if (!m_last && std::exchange(m_barren, true)) {
        goUnticked();
        return false;
    }
    m_missed = true;
    m_deadline = now + patience();
    return true;
}

} // namespace bolt::sync
