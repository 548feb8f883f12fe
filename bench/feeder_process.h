// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QUrl>

namespace bolt::bench {

/// Our handle on the feeder's process: see bench/feeder.h for its words. Ends with us.
class FeederProcess final : public QObject
{
    Q_OBJECT
public:
    ~FeederProcess() override;
    bool start();
    quint16 port() const { return m_port; }
    /// Blocks until the bytes are made; how many they are, or 0.
    qsizetype prepare(int events, int rows, qint64 firstVersion);
    void go();
    /// Blocks until a client has joined the channel; false when none does.
    bool waitForChannel();
    void board(int jobs, int each);
    void pace(int changesPerSecond);

private:
    QByteArray line();

    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace bolt::bench
