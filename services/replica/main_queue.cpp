// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/main_queue.h"

#include <QCoreApplication>
#include <QEvent>
#include <utility>

namespace bolt {

namespace {
const auto wakeEvent = static_cast<QEvent::Type>(QEvent::registerEventType());
}

void MainQueue::post(std::function<void()> call)
{
    {
        const std::lock_guard lock(m_mutex);
        m_calls.push_back(std::move(call));
        if (std::exchange(m_awake, true))
            return;
    }
    QCoreApplication::postEvent(this, new QEvent(wakeEvent));
}

bool MainQueue::event(QEvent *event)
{
    if (event->type() != wakeEvent)
        return QObject::event(event);
    drain();
    return true;
}

void MainQueue::drain()
{
    std::vector<std::function<void()>> calls;
    {
        const std::lock_guard lock(m_mutex);
        calls.swap(m_calls);
        m_awake = false;
    }
    for (auto &call : calls)
        call();
}

} // namespace bolt
