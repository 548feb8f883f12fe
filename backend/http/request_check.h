// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"

#include <string>
#include <string_view>

namespace bolt::backend {

/// status 0: go on.
struct HeadVerdict
{
    int status = 0;
    std::string_view code;
    std::string_view message;
};

/// What the parser lets pass but two servers could read in two ways (request smuggling), and what this server does not
/// do. Fills method, path and query; `request` brings its fields.
HeadVerdict checkHead(std::string_view method, std::string_view target, unsigned version, Request *request);

/// "Upgrade: websocket" of a GET.
bool isUpgrade(const Request &request);

} // namespace bolt::backend
