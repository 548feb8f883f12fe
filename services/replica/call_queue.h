// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <mutex>
#include <vector>

namespace bolt {

/// Calls from another thread, run in this object's thread in the order in which they were posted; one wake event for
/// many. What is still waiting when it dies is dropped. Not Qt's queued calls, because those cross inside Qt, where
/// ThreadSanitizer sees neither the lock nor what it protects.
class CallQueue final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// From any thread, while this object lives.
    void post(std::function<void()> call);
    void drain();

protected:
    void customEvent(QEvent *) override { drain(); }

private:
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_calls;
    bool m_awake = false;
};

} // namespace bolt
