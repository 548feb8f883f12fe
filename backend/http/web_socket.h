// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace bolt::backend {

/// A payload that may be queued on many sockets without being copied.
using SharedText = std::shared_ptr<const std::string>;

/// One open WebSocket, on the backend thread. Calls after the end are ignored.
class WebSocket
{
public:
    virtual ~WebSocket() = default;
    /// Queues a message. When the queue would pass the limit of ServerLimits::sendBuffer the socket is closed with 1001
    /// instead: a message is never skipped.
    virtual void sendText(SharedText text) = 0;
    virtual void sendBinary(SharedText bytes) = 0;
    /// Sends what is queued, then a close frame; the peer has ServerTimers::close to answer.
    virtual void close(std::uint16_t code, std::string_view reason) = 0;
    virtual std::size_t queuedBytes() const = 0;
};

/// What the owner of an upgraded connection hears, on the backend thread. Destroyed after closed().
class WebSocketListener
{
public:
    virtual ~WebSocketListener() = default;
    virtual void text(std::string_view message) = 0;
    virtual void binary(std::string_view message) = 0;
    /// Exactly once; the socket is gone.
    virtual void closed() = 0;
};

using ListenerFactory = std::function<std::unique_ptr<WebSocketListener>(std::weak_ptr<WebSocket>)>;
/// Decides an upgrade: a Reply refuses it, a factory accepts it.
using UpgradeHook = std::function<std::variant<Reply, ListenerFactory>(const Request &)>;

} // namespace bolt::backend
