// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/loop.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace bolt::backend {

/// One thread for what takes long by its nature, beside the loop that everybody shares; one after the other, and only
/// so many may wait.
class SideThread
{
public:
    /// What to do with the outcome, on the loop's thread.
    using After = std::function<void()>;
    /// Runs on this thread: touches nothing of the backend but what it holds.
    using Work = std::function<After()>;

    /// `loop` outlives it. Without one everything is done in place, for tests.
    SideThread(Loop *loop, std::size_t mostWaiting);
    /// Lets what runs finish and drops the rest. The loop has stopped by then.
    ~SideThread();
    SideThread(const SideThread &) = delete;
    SideThread &operator=(const SideThread &) = delete;

    /// False when too many wait already: then nothing will run. `failed`, on the loop's thread: the work or its outcome
    /// threw.
    bool run(Work work, After failed);

private:
    struct Task
    {
        Work work;
        After failed;
        After after; ///< nothing: the work threw

        void begin();
        void end() const;
    };
    void serve();

    Loop *m_loop;
    std::size_t m_mostWaiting;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_waiting;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace bolt::backend
