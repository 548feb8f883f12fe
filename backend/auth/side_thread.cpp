// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/side_thread.h"

namespace bolt::backend {

SideThread::SideThread(Loop *loop, std::size_t mostWaiting)
    : m_loop(loop)
    , m_mostWaiting(mostWaiting)
{
    if (m_loop)
        m_thread = std::thread([this] { serve(); });
}

SideThread::~SideThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

bool SideThread::run(Work work)
{
    if (!m_loop) {
        work()();
        return true;
    }
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= m_mostWaiting)
            return false;
        m_waiting.push_back(std::move(work));
    }
    m_changed.notify_one();
    return true;
}

void SideThread::serve()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ended || !m_waiting.empty(); });
        if (m_ended)
            return;
        const Work work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        m_loop->post(work());
        lock.lock();
    }
}

} // namespace bolt::backend
