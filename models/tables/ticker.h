// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace bolt {

/// What paces the tables: frames for batching, seconds for things that age. Injected, so that tests step it by hand.
/// Main thread.
class Ticker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Asks for one frame(): at once after a rest, paced while changes follow each other. Asking again before it comes
    /// changes nothing.
    virtual void requestFrame() = 0;
    /// What a person did shows at once, whatever the pace.
    virtual void requestFrameNow() = 0;

Q_SIGNALS:
    void frame();  ///< only when asked for
    void second(); ///< once a second
};

/// The real one: at most fifteen frames a second under steady change, and a timer on whole seconds.
class SystemTicker final : public Ticker
{
    Q_OBJECT
public:
    explicit SystemTicker(QObject *parent = nullptr);
    void requestFrame() override;
    void requestFrameNow() override;

    static constexpr int steadyMs = 66;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QBasicTimer m_frame;
    QBasicTimer m_second;
    QElapsedTimer m_sinceFrame;
};

} // namespace bolt
