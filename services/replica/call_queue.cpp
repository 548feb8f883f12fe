// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/call_queue.h"

#include <QCoreApplication>
#include <QEvent>
#include <utility>

namespace bolt {

void CallQueue::post(std::function<void()> call)
{
    {
        const std::lock_guard lock(m_mutex);
        m_calls.push_back(std::move(call));
        if (std::exchange(m_awake, true))
            return;
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void CallQueue::drain()
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
