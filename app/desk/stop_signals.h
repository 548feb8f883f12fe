// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace bolt {

/// Ctrl+C and SIGTERM as a signal of Qt, so that the program ends in order. One for the process, in the main thread.
/// Nothing wakes until one comes, where the system can wake us (everywhere but Windows).
class StopSignals final : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void asked();

private:
    void listen();
};

} // namespace bolt
