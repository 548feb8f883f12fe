// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/http only, for the two translation units that see Beast (it costs half a minute to compile each).

#include "backend/http/server_core.h"

#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace bolt::backend {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// Takes over a stream whose upgrade request was accepted.
void openWebSocket(CorePtr core, boost::beast::tcp_stream stream, BeastRequest request, ListenerFactory factory,
                   Place place);

} // namespace bolt::backend
