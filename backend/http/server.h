// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/loop.h"
#include "backend/http/router.h"
#include "backend/http/web_socket.h"
#include "models/domain/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace bolt::backend {

struct ServerLimits
{
    std::size_t headerBytes = 16 * 1024; ///< request line and all fields together
    std::size_t connections = 512;       ///< more hear 503
    /// Of them, also while they say nothing; 0: one more only while no more than stay free, so that as long as N
    /// addresses flood, N ≤ log2(connections), another still gets in (Places).
    std::size_t perAddress = 0;
    std::size_t reserved = 32; ///< more sockets, shared likewise, for saying 503 and for the health of the server
    /// Bytes queued on one WebSocket. A change of 10,000 rows in one transaction is some 20 MB and must pass; the
    /// frames themselves are shared between sockets.
    std::size_t sendBuffer = 64 * 1024 * 1024;
    std::size_t webSocketMessage = 5'000'000; ///< an inbound message; over it the socket is closed with 1009
};

struct ServerTimers
{
    Millis header{10'000};        ///< from the first byte (or accept) to the end of the head
    Millis body{30'000};          ///< from the end of the head to the end of the body
    Millis idle{60'000};          ///< between two requests
    Millis write{30'000};         ///< one answer that the peer does not take
    Millis webSocketIdle{60'000}; ///< without any frame from the peer, pings count
    Millis close{3'000};          ///< for the peer's answer to a close frame
    Millis drain{5'000};          ///< what drain() waits for answers that are under way
};

struct ServerOptions
{
    ServerLimits limits;
    ServerTimers timers;
    /// Origins that may call from a browser, "*" for any. Loopback origins are always allowed on a loopback binding.
    std::vector<std::string> allowedOrigins;
    /// Host names that are accepted besides loopback names and the bound address (DNS rebinding).
    std::vector<std::string> allowedHosts;
    /// Addresses of proxies, whose X-Forwarded-For says who calls.
    std::vector<std::string> proxies;
    std::string name = "boltdesk";
};

/// HTTP/1.1 and WebSocket on one port. All on the loop's thread; whatever a peer sends costs its own connection only.
class Server
{
public:
    /// `loop` and `router` outlive the server.
    Server(Loop &loop, const Router &router, ServerOptions options = {});
    ~Server(); ///< closes everything without draining
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Requests with "Upgrade: websocket" on `path` go to `hook`. Before listen().
    void upgrade(std::string path, UpgradeHook hook);

    /// Binds; 0 takes a free port. The port bound. Before Loop::start() or on the loop's thread.
    Result<std::uint16_t> listen(const std::string &host, std::uint16_t port);

    /// Takes no new connections, closes WebSockets with 1012, lets answers under way finish, then calls `done` on the
    /// loop's thread. From any thread.
    void drain(std::function<void()> done);

    std::size_t connections() const;

private:
    struct Private;
    std::shared_ptr<Private> d;
};

} // namespace bolt::backend
