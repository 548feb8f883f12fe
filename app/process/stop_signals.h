// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace bolt {

/// Ctrl+C, SIGTERM and SIGHUP as a signal of Qt, so that the program ends in order. One for the process, in the main
/// thread. Nothing wakes until one comes, where the system can wake us (everywhere but Windows).
///
/// A hangup that was ignored at the start (nohup) stays ignored. A reader that goes away ends nothing from then on:
/// what is written to it fails.
class StopSignals final : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

    /// As a signal does; from any thread.
    static void ask();

Q_SIGNALS:
    void asked();

private:
    void listen();
};

} // namespace bolt
