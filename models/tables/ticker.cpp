// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/ticker.h"

#include <QTimerEvent>

namespace bolt {

SystemTicker::SystemTicker(QObject *parent)
    : Ticker(parent)
{
    m_second.start(1000, Qt::CoarseTimer, this);
}

void SystemTicker::requestFrame()
{
    if (!m_frame.isActive())
        m_frame.start(16, Qt::PreciseTimer, this);
}

void SystemTicker::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frame.timerId()) {
        m_frame.stop();
        Q_EMIT frame();
    } else if (event->timerId() == m_second.timerId()) {
        Q_EMIT second();
    }
}

} // namespace bolt
