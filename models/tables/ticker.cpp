// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/ticker.h"

#include <QTimerEvent>
#include <algorithm>

namespace bolt {

SystemTicker::SystemTicker(QObject *parent)
    : Ticker(parent)
{
    // On whole seconds, as the clock of the view: what moves once a second wakes the desk once and makes one frame.
    m_second.start(1000, Qt::VeryCoarseTimer, this);
}

void SystemTicker::requestFrame()
{
    if (m_frame.isActive())
        return;
    const qint64 rest = m_sinceFrame.isValid() ? steadyMs - m_sinceFrame.elapsed() : 0;
    m_frame.start(int(std::clamp<qint64>(rest, 0, steadyMs)), Qt::PreciseTimer, this);
}

void SystemTicker::requestFrameNow() { m_frame.start(0, Qt::PreciseTimer, this); }

void SystemTicker::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frame.timerId()) {
        m_frame.stop();
        m_sinceFrame.start();
        Q_EMIT frame();
    } else if (event->timerId() == m_second.timerId()) {
        Q_EMIT second();
    }
}

} // namespace bolt
