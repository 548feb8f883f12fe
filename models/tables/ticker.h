// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>

namespace bolt {

/// What paces the tables: frames for batching, seconds for things that age. Injected, so that tests step it by hand.
/// Main thread.
class Ticker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Asks for one frame() soon; asking again before it comes changes nothing.
    virtual void requestFrame() = 0;

Q_SIGNALS:
    void frame();  ///< only when asked for, at most one in 16 ms
    void second(); ///< once a second
};

/// The real one: a single-shot of 16 ms, and a coarse timer of one second.
class SystemTicker final : public Ticker
{
    Q_OBJECT
public:
    explicit SystemTicker(QObject *parent = nullptr);
    void requestFrame() override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QBasicTimer m_frame;
    QBasicTimer m_second;
};

} // namespace bolt
