// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"

#include <string>
#include <string_view>
#include <vector>

namespace bolt::backend {

/// Which names and pages may talk to this server. A page of any site can be made to resolve to 127.0.0.1 (DNS
/// rebinding), so that on a loopback binding the Host and Origin fields are the only thing between a web page and the
/// data.
class AccessRules
{
public:
    AccessRules() = default;
    AccessRules(std::string boundHost, std::vector<std::string> allowedHosts, std::vector<std::string> allowedOrigins);

    /// `host` as in the field, with or without a port.
    bool hostAllowed(std::string_view host) const;
    /// An absent (empty) origin is allowed: the caller is no browser.
    bool originAllowed(std::string_view origin) const;

    /// Answer to OPTIONS of a browser that asks whether it may call.
    Reply preflight() const;
    /// Adds the CORS fields for an allowed origin.
    void decorate(std::string_view origin, Reply *reply) const;

private:
    std::string m_boundHost;
    bool m_loopback = true;
    std::vector<std::string> m_allowedHosts;
    std::vector<std::string> m_allowedOrigins;
};

} // namespace bolt::backend
