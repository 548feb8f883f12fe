// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QUrl>

namespace bolt {

/// The simulated worker fleet: the program boltdesk-workers as a child, which ends when we do. Main thread.
class Fleet final : public QObject
{
    Q_OBJECT
public:
    struct Plan
    {
        QUrl url;
        QString workerToken; ///< handed over on standard input, never on the command line
        int workers = 36;
        double rate = 200; ///< submissions a minute
        quint64 seed = 1;
    };

    explicit Fleet(QObject *parent = nullptr);
    ~Fleet() override;

    /// False when the program is not beside ours; `failed` tells later troubles.
    bool start(const Plan &plan);
    /// Asks it to end, waits at most two seconds, then ends it.
    void stop();
    bool running() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    void failed(const QString &why);

private:
    QProcess m_process;
    bool m_stopping = false;
};

} // namespace bolt
