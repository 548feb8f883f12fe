// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/sync/sync_worker.h"

#include <QThread>

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
        m_thread.start();
    }
    ~WireThread() { end(); }

    SyncWorker *worker() const { return m_worker; }

    template<class Fn>
    void post(Fn fn)
    {
        if (m_worker)
            QMetaObject::invokeMethod(
                m_worker, [w = m_worker, fn = std::move(fn)] { fn(*w); }, Qt::QueuedConnection);
    }
    /// Leaves the channel, hands over what was accepted, ends. What it posted is in the mailbox afterwards.
    void end()
    {
        if (!m_worker)
            return;
        QMetaObject::invokeMethod(m_worker, &SyncWorker::stop, Qt::BlockingQueuedConnection);
        m_worker->deleteLater(); // in its own thread, by its event loop's end
        m_worker = nullptr;
        m_thread.quit();
        m_thread.wait();
    }

private:
    QThread m_thread;
    SyncWorker *m_worker;
};

} // namespace bolt
