// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/http only: what the acceptor and the two kinds of connections share.

#include "backend/http/access_rules.h"
#include "backend/http/server.h"

#include <map>
#include <set>
#include <string>

namespace bolt::backend {

/// One peer, HTTP or WebSocket. Lives by its pending operations; the core knows it only while it lives.
class Connection
{
public:
    virtual ~Connection() = default;
    virtual void drain() = 0; ///< finish what is under way, take nothing new
    virtual void abort() = 0; ///< close at once
};

struct ServerCore
{
    ServerCore(Loop &l, const Router &r, ServerOptions o)
        : loop(l)
        , router(r)
        , options(std::move(o))
    {
    }

    Loop &loop;
    const Router &router;
    ServerOptions options;
    AccessRules access;
    std::map<std::string, UpgradeHook> upgrades;
    std::set<Connection *> connections;
    std::function<void()> connectionGone; ///< while draining
    bool draining = false;

    void leave(Connection *connection)
    {
        connections.erase(connection);
        if (connectionGone)
            connectionGone();
    }
};

using CorePtr = std::shared_ptr<ServerCore>;

} // namespace bolt::backend
