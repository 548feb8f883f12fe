// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/side_thread.h"

#include "backend/http/guard.h"

#include <utility>

namespace bolt::backend {

void SideThread::Task::begin()
{
    if (!runGuarded([this] { after = work(); }))
        after = {};
}

void SideThread::Task::end() const
{
    if (!after || !runGuarded(after))
        failed();
}

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

bool SideThread::run(Work work, After failed)
{
    Task task{std::move(work), std::move(failed), {}};
    if (!m_loop) {
        task.begin();
        task.end();
        return true;
    }
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= m_mostWaiting)
            return false;
        m_waiting.push_back(std::move(task));
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
        Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        task.begin();
        // All of it: what the work holds, a connection perhaps, ends on the loop's thread.
        m_loop->post([done = std::move(task)] { done.end(); });
        lock.lock();
    }
}

} // namespace bolt::backend
