// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>

class QQuickWindow;

namespace bolt {

class Desk;

/// Says, once each, how long after the program's start the first frame was drawn, the first one with jobs in it, and
/// the first one with live data. What a person waits for, so it is taken when a frame has been drawn. Main thread.
class StartTimes final : public QObject
{
    Q_OBJECT
public:
    StartTimes(Desk &desk, QQuickWindow &window, std::chrono::steady_clock::time_point begun,
               QObject *parent = nullptr);

Q_SIGNALS:
    /// `what`: "window", "rows", "live".
    void reached(const QString &what, std::chrono::milliseconds after);

private:
    void frame();

    Desk &m_desk;
    std::chrono::steady_clock::time_point m_begun;
    int m_reached = 0;
};

} // namespace bolt
