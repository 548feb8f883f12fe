// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/realtime_api.h"

#include "backend/auth/gateway.h"
#include "backend/http/json_text.h"
#include "backend/realtime/socket.h"
#include "backend/realtime/token_fault.h"

namespace bolt::backend {
namespace {

using nlohmann::json;

constexpr std::size_t kBroadcastLimit = 1024 * 1024;

/// `~> 1.0.0` or `~> 2.0.0`; a missing parameter is the first.
std::optional<Vsn> versionOf(const Request &request)
{
    if (!request.hasQuery("vsn"))
        return Vsn::V1;
    const std::string_view text = request.queryValue("vsn");
    const std::string_view patch = text.size() > 4 ? text.substr(4) : std::string_view();
    if (patch.empty() || patch.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    if (text.substr(0, 4) == "1.0.")
        return Vsn::V1;
    if (text.substr(0, 4) == "2.0.")
        return Vsn::V2;
    return std::nullopt;
}

std::string tokenOf(const Request &request)
{
    const std::string_view field = request.headers.get("x-api-key");
    return std::string(field.empty() ? apiKeyOf(request) : field);
}

Reply refusal(int status, const std::string &text) { return Reply::json(status, {{"error", text}}); }

} // namespace

RealtimeApi::RealtimeApi(Database &db, const Authenticator &authenticator, Loop &loop)
    : m_db(db)
    , m_authenticator(authenticator)
    , m_hub(std::make_shared<RealtimeHub>(authenticator, loop))
    , m_listener(db.addListener([hub = m_hub](const Commit &commit) { hub->commit(commit); }))
{
}

RealtimeApi::~RealtimeApi() { m_db.removeListener(m_listener); }

void RealtimeApi::addTo(Server &server, Router &router)
{
    const UpgradeHook hook = [hub = m_hub](const Request &request) -> std::variant<Reply, ListenerFactory> {
        const auto vsn = versionOf(request);
        if (!vsn)
            return Reply::empty(403);
        std::string token = tokenOf(request);
        if (token.empty())
            return refusal(401, "API key is missing");
        const auto verdict = checkToken(hub->authenticator(), token);
        if (const auto *fault = std::get_if<TokenFault>(&verdict))
            return refusal(401, fault->handshake);
        return ListenerFactory([hub, vsn = *vsn, token = std::move(token)](std::weak_ptr<WebSocket> socket) {
            return std::make_unique<RealtimeSocket>(hub, std::move(socket), vsn, token);
        });
    };
    server.upgrade("/realtime/v1/websocket", hook);
    server.upgrade("/socket/websocket", hook);
    router.setErrorForm("/realtime/v1", [](int status, std::string_view, std::string_view message) {
        return refusal(status, std::string(message));
    });
    const auto upgradeOnly = [](const Request &) { return refusal(426, "This path speaks WebSocket"); };
    router.add(Method::Get, "/realtime/v1/websocket", upgradeOnly);
    router.add(Method::Get, "/socket/websocket", upgradeOnly);
    router.add(
        Method::Post, "/realtime/v1/api/broadcast", [this](const Request &r) { return broadcastMany(r); },
        kBroadcastLimit);
    router.add(
        Method::Post, "/realtime/v1/api/broadcast/:topic/events/:event",
        [this](const Request &r) { return broadcastOne(r); }, kBroadcastLimit);
}

bool RealtimeApi::mayBroadcast(const Request &request, bool isPrivate) const
{
    const auto caller = m_authenticator.caller(request);
    if (!caller || caller->kind == Principal::Kind::Worker)
        return false;
    return !isPrivate || caller->isStaff() || caller->isService();
}

Reply RealtimeApi::broadcastMany(const Request &request)
{
    if (auto refused = refusedAtGate(m_authenticator, request))
        return std::move(*refused);
    const json body = parseJson(request.body);
    const auto messages = body.is_object() ? body.find("messages") : body.end();
    if (messages == body.end() || !messages->is_array())
        return Reply::json(422, {{"errors", {{"messages", json::array({"can't be blank"})}}}});
    for (const json &message : *messages) {
        const bool wellFormed = message.is_object() && message.value("topic", json()).is_string() &&
                                message.value("event", json()).is_string() && message.contains("payload");
        if (!wellFormed) {
            return Reply::json(422, {{"errors", {{"messages", json::array({"needs topic, event and payload"})}}}});
        }
        if (!mayBroadcast(request, message.value("private", json()) == true))
            return refusal(403, "You do not have permissions to write to this topic");
    }
    for (const json &message : *messages) {
        const json payload = {{"type", "broadcast"}, {"event", message["event"]}, {"payload", message["payload"]}};
        m_hub->broadcast(nullptr, std::string(Channel::kPrefix) + message["topic"].get<std::string>(),
                         message.value("private", json()) == true, payload);
    }
    return Reply::empty(202);
}

Reply RealtimeApi::broadcastOne(const Request &request)
{
    if (auto refused = refusedAtGate(m_authenticator, request))
        return std::move(*refused);
    const bool isPrivate = request.queryValue("private") == "true";
    if (!mayBroadcast(request, isPrivate))
        return refusal(403, "You do not have permissions to write to this topic");
    UserBroadcast message;
    message.topic = std::string(Channel::kPrefix) + std::string(request.param("topic"));
    message.event = std::string(request.param("event"));
    message.json = request.headers.get("Content-Type").substr(0, 24) != "application/octet-stream";
    message.payload = request.body;
    if (message.json && parseJson(message.payload).is_discarded())
        return Reply::json(422, {{"errors", {{"payload", json::array({"is invalid"})}}}});
    m_hub->broadcast(nullptr, message, isPrivate);
    return Reply::empty(202);
}

} // namespace bolt::backend
