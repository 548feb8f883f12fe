// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/options.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <vector>

class QQuickWindow;

namespace bolt {

class Desk;
class Store;

/// The desk without a person: prints what it sees once a second, walks through its pages for pictures, and ends.
/// Everything it prints is read from the screens, as a person would. Main thread.
class Tour final : public QObject
{
    Q_OBJECT
public:
    Tour(Desk &desk, const Store &store, QQuickWindow *window, Options options, QObject *parent = nullptr);

    void start();
    /// One line of the summary: how long the program took to show this.
    void printStart(const QString &what, std::chrono::milliseconds after) const;

Q_SIGNALS:
    void finished(int code);

private:
    struct Stop
    {
        QString name; ///< of the picture; empty: none
        std::function<void()> go;
    };

    void second();
    void printSummary() const;
    void beginShots();
    void nextStop();
    bool takeShot(const QString &name);
    void openBusiestJob();
    void end();

    Desk &m_desk;
    const Store &m_store;
    QQuickWindow *m_window;
    Options m_options;
    QTimer m_second;
    int m_elapsed = 0;   ///< seconds since the start
    int m_liveSince = 0; ///< of those, when it was live for the first time
    bool m_wasLive = false;
    std::vector<Stop> m_stops;
    size_t m_at = 0;
    int m_taken = 0;
    bool m_failed = false;
};

} // namespace bolt
