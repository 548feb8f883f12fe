// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/fleet.h"
#include "app/desk/options.h"
#include "backend/backend/embedded_server.h"
#include "models/ports/session.h"

#include <QObject>
#include <memory>
#include <optional>

namespace bolt {

/// The embedded backend with its simulated fleet, as a workspace that can be signed in to. Main thread; the backend
/// runs on a thread of its own, the fleet in a process of its own.
class EmbeddedWorkspace final : public QObject
{
    Q_OBJECT
public:
    explicit EmbeddedWorkspace(const Options &options, QObject *parent = nullptr);
    ~EmbeddedWorkspace() override;

    /// Starts it, or tells again that it is ready; while it starts, nothing.
    void open();
    /// The fleet first, then the backend. Blocks for a few seconds at most; idempotent.
    void stop();

Q_SIGNALS:
    void progress(const QString &what, double done);
    /// The password is kept in memory only.
    void ready(const bolt::Workspace &workspace, const QString &email, const QString &password);
    void failed(const bolt::Error &error);
    /// In words: how many workers at which rate, or why there are none.
    void fleetChanged(const QString &words);

private:
    void start();
    void onStarted(const Result<backend::BackendAccess> &access);
    void tellReady();
    void startFleet();

    Options m_options;
    std::unique_ptr<backend::EmbeddedServer> m_server;
    std::optional<backend::BackendAccess> m_access; ///< once it is ready
    Fleet m_fleet;
};

} // namespace bolt
