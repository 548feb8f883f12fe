// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/http only.

#include "backend/http/server_core.h"

#include <boost/asio/ip/tcp.hpp>

namespace bolt::backend {

/// Serves one accepted socket; it keeps itself alive until the peer is gone. `place`: of its address, empty where that
/// is a proxy's. `extra`: there is no room for it, so that it gets one answer, and only the server's health is answered
/// with more than 503.
void serveHttp(CorePtr core, boost::asio::ip::tcp::socket socket, Place place, bool extra);

} // namespace bolt::backend
