// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/headers.h"

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bolt::backend {

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options };

std::string_view wordOf(Method method);

/// The other end of the connection.
struct Peer
{
    std::string address; ///< numeric, e.g. "127.0.0.1"; of IPv6 the network, e.g. "2001:db8:0:1::/64"
    std::uint16_t port = 0;
    bool loopback = false;
};

/// One HTTP request, read completely and checked against the limits before a handler sees it.
struct Request
{
    using Item = std::pair<std::string, std::string>;

    Method method = Method::Get;
    std::string path;                  ///< percent-decoded, always begins with '/'
    std::vector<std::string> segments; ///< the path between slashes, each decoded on its own
    std::string rawQuery;              ///< what follows '?', as it came
    std::vector<Item> query;           ///< decoded ('+' is a space), in order, names may repeat
    std::vector<Item> params;          ///< values of the pattern's ":name" parts
    Headers headers;
    std::string body;
    Peer peer;

    /// The first query item of that name, or nothing.
    std::string_view queryValue(std::string_view name) const;
    bool hasQuery(std::string_view name) const;
    /// The value of ":name" of the route's pattern.
    std::string_view param(std::string_view name) const;
};

/// What a handler answers. Date, Content-Length, Connection and CORS fields are the server's business.
struct Reply
{
    int status = 200;
    Headers headers;
    std::string body;

    static Reply empty(int status) { return Reply{status, {}, {}}; }
    static Reply json(int status, const nlohmann::json &value);
    /// `text` is JSON already.
    static Reply jsonText(int status, std::string text);
};

} // namespace bolt::backend
