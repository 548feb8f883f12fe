// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/router.h"

#include "backend/http/guard.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace bolt::backend {
namespace {

std::vector<std::string> split(std::string_view pattern)
{
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t slash = std::min(pattern.find('/', at), pattern.size());
        if (slash > at)
            parts.emplace_back(pattern.substr(at, slash - at));
        at = slash + 1;
    }
    return parts;
}

bool isName(const std::string &part) { return part.size() > 1 && part.front() == ':'; }

bool matches(const Route &route, const std::vector<std::string> &segments)
{
    const auto &pattern = route.pattern;
    const bool rest = !pattern.empty() && pattern.back() == "*";
    const std::size_t fixed = rest ? pattern.size() - 1 : pattern.size();
    if (segments.size() < fixed || (!rest && segments.size() != fixed))
        return false;
    for (std::size_t i = 0; i < fixed; ++i) {
        if (!isName(pattern[i]) && pattern[i] != segments[i])
            return false;
    }
    return true;
}

/// Literal before name before rest, from the left.
bool moreSpecial(const Route &a, const Route &b)
{
    const auto rank = [](const Route &route, std::size_t i) {
        if (i >= route.pattern.size())
            return 0;
        if (route.pattern[i] == "*")
            return 2;
        return isName(route.pattern[i]) ? 1 : 0;
    };
    for (std::size_t i = 0; i < std::max(a.pattern.size(), b.pattern.size()); ++i) {
        if (rank(a, i) != rank(b, i))
            return rank(a, i) < rank(b, i);
    }
    return false;
}

Reply plainError(int status, std::string_view code, std::string_view message)
{
    return Reply::json(status, {{"error", {{"code", code}, {"message", message}}}});
}

} // namespace

void Router::add(Method method, std::string_view pattern, Handler handler, std::size_t bodyLimit)
{
    m_routes.push_back({method, split(pattern), std::move(handler), {}, bodyLimit});
}

void Router::addLate(Method method, std::string_view pattern, LateHandler handler, std::size_t bodyLimit)
{
    m_routes.push_back({method, split(pattern), {}, std::move(handler), bodyLimit});
}

void Router::setErrorForm(std::string prefix, ErrorForm form)
{
    m_forms.emplace_back(std::move(prefix), std::move(form));
}

const Route *Router::find(Method method, const std::vector<std::string> &segments, bool *otherMethods) const
{
    const Route *best = nullptr;
    const Route *asGet = nullptr;
    bool others = false;
    for (const Route &route : m_routes) {
        if (!matches(route, segments))
            continue;
        others = true;
        if (route.method == method && (!best || moreSpecial(route, *best)))
            best = &route;
        if (method == Method::Head && route.method == Method::Get && (!asGet || moreSpecial(route, *asGet)))
            asGet = &route;
    }
    if (otherMethods)
        *otherMethods = others;
    return best ? best : asGet;
}

std::vector<Request::Item> Router::paramsOf(const Route &route, const std::vector<std::string> &segments)
{
    std::vector<Request::Item> params;
    for (std::size_t i = 0; i < route.pattern.size() && i < segments.size(); ++i) {
        if (isName(route.pattern[i]))
            params.emplace_back(route.pattern[i].substr(1), segments[i]);
    }
    return params;
}

Reply Router::error(std::string_view path, int status, std::string_view code, std::string_view message) const
{
    const std::pair<std::string, ErrorForm> *best = nullptr;
    for (const auto &form : m_forms) {
        const bool fits = path.substr(0, form.first.size()) == form.first;
        if (fits && (!best || form.first.size() > best->first.size()))
            best = &form;
    }
    return best ? best->second(status, code, message) : plainError(status, code, message);
}

void Router::answer(Request &request, Respond respond) const
{
    bool otherMethods = false;
    const Route *route = find(request.method, request.segments, &otherMethods);
    if (!route && otherMethods) {
        respond(error(request.path, 405, "method_not_allowed", "This path does not take that method"));
        return;
    }
    if (!route) {
        respond(error(request.path, 404, "not_found", "There is nothing at this path"));
        return;
    }
    request.params = paramsOf(*route, request.segments);
    if (!route->late) {
        respond(guarded(*route, request));
        return;
    }
    // It may throw after it has answered, and there is one answer.
    const Respond once = [first = std::make_shared<Respond>(std::move(respond))](Reply reply) {
        if (const Respond call = std::exchange(*first, nullptr))
            call(std::move(reply));
    };
    if (!runGuarded([&] { route->late(request, once); }))
        once(failure(request));
}

Reply Router::answer(Request &request) const
{
    const auto out = std::make_shared<Reply>(Reply::empty(500));
    answer(request, [out](Reply reply) { *out = std::move(reply); });
    return *out;
}

Reply Router::guarded(const Route &route, const Request &request) const
{
    Reply reply;
    return runGuarded([&] { reply = route.handler(request); }) ? reply : failure(request);
}

Reply Router::failure(const Request &request) const
{
    return error(request.path, 500, "internal", "The server failed to answer this request");
}

} // namespace bolt::backend
