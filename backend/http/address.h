// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace bolt::backend {

/// An address as it is compared: an IPv4 one that came over an IPv6 socket is IPv4. Empty when it is none.
std::string plainAddress(std::string_view text);

/// Whom rates and places count of a plain address: of IPv6 the network of 64 bits, which is what one host far away is
/// given. Near by, such a network holds many hosts, and each of them is himself. `local` is our address that the
/// connection came to: behind a listed proxy the proxy's connection, not that of him who is counted.
std::string callerOf(const std::string &plain, const std::string &local);

} // namespace bolt::backend
