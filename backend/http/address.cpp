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

std::string callerOf(const std::string &plain)
{
    boost::system::error_code ec;
    const auto address = ip::make_address_v6(plain, ec);
    return ec ? plain : ip::make_network_v6(address, 64).canonical().to_string();
}

} // namespace bolt::backend
