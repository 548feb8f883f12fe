// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/address.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v6.hpp>

namespace bolt::backend {

namespace ip = boost::asio::ip;

std::string plainAddress(std::string_view text)
{
    boost::system::error_code ec;
    const auto address = ip::make_address(std::string(text), ec);
    if (ec)
        return {};
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

std::string callerOf(const std::string &plain, const std::string &local)
{
    boost::system::error_code notSix;
    const auto address = ip::make_address_v6(plain, notSix);
    if (notSix)
        return plain;
    const auto network = ip::make_network_v6(address, 64).canonical();
    boost::system::error_code hereNotSix;
    const auto here = ip::make_address_v6(local, hereNotSix);
    const bool sameNetwork = !hereNotSix && ip::make_network_v6(here, 64).canonical() == network;
    const bool uniqueLocal = (address.to_bytes()[0] & 0xfe) == 0xfc;
    return sameNetwork || uniqueLocal || address.is_link_local() ? plain : network.to_string();
}

} // namespace bolt::backend
