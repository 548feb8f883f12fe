// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/replica/call_queue.h"
#include "services/sync/sync_worker.h"

#include <QThread>
#include <future>
#include <memory>
#include <utility>

namespace bolt {

/// A SyncWorker and the thread it lives in. Main thread; every call is passed on by value.
class WireThread final
{
public:
    explicit WireThread(std::unique_ptr<SyncWorker> worker)
        : m_worker(worker.release())
    {
        m_thread.setObjectName(QStringLiteral("wire"));
        m_worker->moveToThread(&m_thread);
        m_calls.moveToThread(&m_thread);
        m_thread.start();
    }
    ~WireThread() { end(); }

    template<class Fn>
    void post(Fn fn)
    {
        if (m_worker)
            m_calls.post([w = m_worker, fn = std::move(fn)] { fn(*w); });
    }
    /// Leaves the channel, hands over what was accepted, ends. What it posted is in the mailbox afterwards.
    void end()
    {
        if (!m_worker)
            return;
        const auto ended = std::make_shared<std::promise<void>>();
        m_calls.post([w = std::exchange(m_worker, nullptr), ended] {
            w->stop();
            delete w; // in its own thread, as its sockets and timers must
            QThread::currentThread()->quit();
            ended->set_value();
        });
        ended->get_future().wait(); // what it did is seen here by this, whatever QThread::wait() happens to find
        m_thread.wait();
    }

private:
    QThread m_thread;
    CallQueue m_calls; ///< lives in the wire thread
    SyncWorker *m_worker;
};

} // namespace bolt
