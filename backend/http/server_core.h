// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/http only: what the acceptor and the two kinds of connections share.

#include "backend/http/access_rules.h"
#include "backend/http/address.h"
#include "backend/http/places.h"
#include "backend/http/server.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

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
        , places(std::make_shared<Places>(options.limits.connections, options.limits.perAddress))
        , spare(std::make_shared<Places>(options.limits.reserved))
    {
        for (std::string &proxy : options.proxies)
            proxy = plainAddress(proxy);
    }

    Loop &loop;
    const Router &router;
    ServerOptions options;
    AccessRules access;
    std::map<std::string, UpgradeHook> upgrades;
    std::set<Connection *> connections;
    std::shared_ptr<Places> places;
    std::shared_ptr<Places> spare;        ///< of who gets none of those and is told so
    std::function<void()> connectionGone; ///< while draining
    std::function<void()> roomMade;       ///< while nobody new is accepted; once
    bool draining = false;

    void leave(Connection *connection)
    {
        connections.erase(connection);
        if (connectionGone)
            connectionGone();
        if (const auto made = std::exchange(roomMade, nullptr)) // once, and not from within what it would overwrite
            made();
    }
    bool isProxy(const std::string &plain) const
    {
        return std::find(options.proxies.begin(), options.proxies.end(), plain) != options.proxies.end();
    }
};

using CorePtr = std::shared_ptr<ServerCore>;

} // namespace bolt::backend
