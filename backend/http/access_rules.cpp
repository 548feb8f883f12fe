// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/access_rules.h"

#include <algorithm>

namespace bolt::backend {
namespace {

std::string_view withoutPort(std::string_view host)
{
    if (!host.empty() && host.front() == '[') {
        const std::size_t end = host.find(']');
        return end == std::string_view::npos ? host : host.substr(0, end + 1);
    }
    return host.substr(0, std::min(host.find(':'), host.size()));
}

bool isLoopbackName(std::string_view name)
{
    if (equalsNoCase(name, "localhost") || name == "127.0.0.1" || name == "[::1]" || name == "::1")
        return true;
    constexpr std::string_view suffix = ".localhost";
    return name.size() > suffix.size() && equalsNoCase(name.substr(name.size() - suffix.size()), suffix);
}

bool contains(const std::vector<std::string> &list, std::string_view value)
{
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string &entry) { return equalsNoCase(entry, value) || entry == "*"; });
}

} // namespace

AccessRules::AccessRules(std::string boundHost, std::vector<std::string> allowedHosts,
                         std::vector<std::string> allowedOrigins)
    : m_boundHost(std::move(boundHost))
    , m_loopback(isLoopbackName(m_boundHost))
    , m_allowedHosts(std::move(allowedHosts))
    , m_allowedOrigins(std::move(allowedOrigins))
{
}

bool AccessRules::hostAllowed(std::string_view host) const
{
    const std::string_view name = withoutPort(host);
    if (isLoopbackName(name) || equalsNoCase(name, m_boundHost) || contains(m_allowedHosts, name))
        return true;
    return !m_loopback && m_allowedHosts.empty();
}

bool AccessRules::originAllowed(std::string_view origin) const
{
    if (origin.empty() || contains(m_allowedOrigins, origin))
        return true;
    const std::size_t scheme = origin.find("://");
    return m_loopback && scheme != std::string_view::npos && isLoopbackName(withoutPort(origin.substr(scheme + 3)));
}

Reply AccessRules::preflight() const
{
    return Reply{204,
                 {{"Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"},
                  {"Access-Control-Allow-Headers",
                   "authorization, apikey, content-type, prefer, accept, accept-profile, content-profile, range, "
                   "range-unit, x-client-info, x-supabase-api-version, x-retry-count, idempotency-key, x-api-key, "
                   "traceparent, tracestate, baggage"},
                  {"Access-Control-Max-Age", "3600"}},
                 {}};
}

void AccessRules::decorate(std::string_view origin, Reply *reply) const
{
    if (origin.empty())
        return;
    reply->headers.set("Access-Control-Allow-Origin", std::string(origin));
    reply->headers.add("Vary", "Origin");
    reply->headers.set("Access-Control-Expose-Headers",
                       "content-range, content-location, location, preference-applied, x-supabase-api-version, "
                       "x-commit-seq, retry-after");
}

} // namespace bolt::backend
