// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/workers/luck.h"
#include "backend/workers/worker_client.h"

#include <QObject>

namespace bolt::workers {

/// The customers of a simulated business: each time one is let in, a new company registers and buys a package, by the
/// public calls that a web shop uses. Without them a demo runs dry once its queue is worked off.
class Shop final : public QObject
{
    Q_OBJECT
public:
    /// `client` outlives it.
    Shop(WorkerClient &client, Luck luck);

    /// One more customer, unless one is at the counter already or the backend asked to wait.
    void letIn();

Q_SIGNALS:
    void bought();

private:
    void buy(const QString &customer, const QString &package);
    void leave(const WorkerClient::Answer &answer);

    WorkerClient &m_client;
    Luck m_luck;
    bool m_busy = false;
};

} // namespace bolt::workers
