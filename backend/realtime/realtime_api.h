// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/authenticator.h"
#include "backend/db/database.h"
#include "backend/http/server.h"
#include "backend/realtime/hub.h"

#include <memory>

namespace bolt::backend {

/// `/realtime/v1`: the WebSocket (contracts/supabase.md §6.1, R1 to R13) and the HTTP side door of broadcasts. Backend
/// thread. Follows the database's commits from its making to its end.
class RealtimeApi
{
public:
    /// All four outlive it, and the loop runs no more when it goes.
    RealtimeApi(Database &db, const Authenticator &authenticator, Loop &loop);
    ~RealtimeApi();
    RealtimeApi(const RealtimeApi &) = delete;
    RealtimeApi &operator=(const RealtimeApi &) = delete;

    /// Before Server::listen().
    void addTo(Server &server, Router &router);
    std::size_t channels() const { return m_hub->channels(); }

private:
    Reply broadcastMany(const Request &request);
    Reply broadcastOne(const Request &request);
    bool mayBroadcast(const Request &request, bool isPrivate) const;

    Database &m_db;
    const Authenticator &m_authenticator;
    std::shared_ptr<RealtimeHub> m_hub;
    int m_listener;
};

} // namespace bolt::backend
