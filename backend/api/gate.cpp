// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/gate.h"

#include "backend/api/error_form.h"

namespace bolt::backend::api {
namespace {

Reply tooMany(Seconds wait)
{
    const std::string seconds = std::to_string(wait.count());
    Reply reply = errorReply(429, "rate_limited", "Too many requests. Try again in " + seconds + " s.",
                             Json{{"retry_after", wait.count()}});
    reply.headers.set("Retry-After", seconds);
    return reply;
}

Reply unauthorized(std::string_view code, std::string_view message)
{
    Reply reply = errorReply(401, code, message);
    reply.headers.set("WWW-Authenticate", "Bearer");
    return reply;
}

Reply wrongRole(const Principal &who, Permission permission)
{
    const std::string needed = wordOf(neededRole(permission)).toStdString();
    return errorReply(403, "role",
                      "This needs the role " + needed + "; yours is " + wordOf(who.role).toStdString() + ".",
                      Json{{"needed_role", needed}});
}

} // namespace

Gate::Gate(const Authenticator &auth, ApiLimits limits)
    : m_auth(auth)
    , m_public(limits.publicCalls, limits.window, auth.clock())
    , m_staff(limits.staffCalls, limits.window, auth.clock())
{
}

Handler Gate::open(Handler call)
{
    return [this, call = std::move(call)](const Request &request) {
        if (const Seconds wait = m_public.take(request.peer.address); wait > Seconds(0))
            return tooMany(wait);
        return call(request);
    };
}

std::variant<Principal, Reply> Gate::staffCaller(const Request &request)
{
    // Integrations carry their key in a field of its own.
    const std::string_view key = request.headers.get("X-Api-Key");
    const Result<Principal> caller = key.empty() ? m_auth.caller(request) : m_auth.verify(key);
    if (!caller)
        return unauthorized(caller.error().code.toStdString(), caller.error().message.toStdString());
    if (caller->isStaff() || caller->isService())
        return *caller;
    if (caller->kind == Principal::Kind::Anon)
        return unauthorized("not_signed_in", "Sign in first.");
    return errorReply(403, "not_staff", "This is for staff.");
}

Handler Gate::staff(std::optional<Permission> permission, StaffCall call)
{
    return [this, permission, call = std::move(call)](const Request &request) -> Reply {
        const auto caller = staffCaller(request);
        if (const Reply *refusal = std::get_if<Reply>(&caller))
            return *refusal;
        const Principal &who = std::get<Principal>(caller);
        if (const Seconds wait = m_staff.take(who.isService() ? "service" : who.userId); wait > Seconds(0))
            return tooMany(wait);
        if (permission && !who.mayDo(*permission))
            return wrongRole(who, *permission);
        return call(request, who);
    };
}

Handler Gate::worker(Handler call)
{
    return [this, call = std::move(call)](const Request &request) -> Reply {
        const std::string_view token = bearerOf(request);
        if (token.empty())
            return unauthorized("no_worker_token", "A worker token is needed.");
        const Result<Principal> caller = m_auth.verify(token);
        if (!caller)
            return unauthorized("bad_worker_token", "This is not the worker token.");
        if (caller->kind != Principal::Kind::Worker)
            return errorReply(403, "not_a_worker", "This is for workers.");
        return call(request);
    };
}

} // namespace bolt::backend::api
