// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/principal.h"
#include "backend/http/loop.h"
#include "backend/realtime/binding.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace bolt::backend {

class RealtimeSocket;

/// One joined topic of one socket. Owned by the socket, known to the hub while it lives.
struct Channel
{
    RealtimeSocket *socket = nullptr;
    std::string topic;   ///< "realtime:jobs"
    std::string joinRef; ///< JSON text
    std::string token;
    Principal principal;
    bool ack = false;
    bool self = false;
    bool isPrivate = false;
    bool presence = false;
    std::string presenceKey;
    std::vector<Binding> bindings;
    bool live = false; ///< was told "Subscribed to PostgreSQL", and holds to it
    std::unique_ptr<Loop::Timer> expiry;

    /// The topic without "realtime:".
    std::string name() const { return topic.substr(kPrefix.size()); }

    static constexpr std::string_view kPrefix = "realtime:";
};

} // namespace bolt::backend
