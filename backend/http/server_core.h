// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/http only: what the acceptor and the two kinds of connections share.

#include "backend/http/access_rules.h"
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

using Counts = std::map<std::string, std::size_t>;

/// A place among those of one address, as long as it lives.
class Place
{
public:
    Place() = default;
    Place(std::shared_ptr<Counts> counts, std::string address)
        : m_counts(std::move(counts))
        , m_address(std::move(address))
        , m_number(++(*m_counts)[m_address])
    {
    }
    ~Place()
    {
        if (m_counts && --(*m_counts)[m_address] == 0)
            m_counts->erase(m_address);
    }
    Place(Place &&other) noexcept
        : m_counts(std::exchange(other.m_counts, nullptr))
        , m_address(std::move(other.m_address))
        , m_number(other.m_number)
    {
    }
    Place &operator=(Place &&other) noexcept
    {
        std::swap(m_counts, other.m_counts);
        std::swap(m_address, other.m_address);
        std::swap(m_number, other.m_number);
        return *this;
    }

    const std::string &address() const { return m_address; }
    /// Which one of its address it was when it was taken.
    std::size_t number() const { return m_number; }

private:
    std::shared_ptr<Counts> m_counts;
    std::string m_address;
    std::size_t m_number = 0;
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
    std::shared_ptr<Counts> places = std::make_shared<Counts>();
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
    std::size_t mostOf() const
    {
        const ServerLimits &limits = options.limits;
        return limits.perAddress > 0 ? limits.perAddress : std::max<std::size_t>(1, limits.connections / 2);
    }
    /// So many more sockets of one address are told that they are too many; the next is not even heard.
    std::size_t mostSocketsOf() const { return mostOf() + options.limits.reserved; }
    bool isProxy(const std::string &address) const
    {
        return std::find(options.proxies.begin(), options.proxies.end(), address) != options.proxies.end();
    }
};

using CorePtr = std::shared_ptr<ServerCore>;

} // namespace bolt::backend
