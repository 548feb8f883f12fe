// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/socket.h"

#include "backend/http/json_text.h"
#include "backend/realtime/token_fault.h"

#include <QUuid>

namespace bolt::backend {
namespace {

using nlohmann::json;

constexpr Seconds kRecheck{300};
constexpr std::size_t kMaxTrack = 64 * 1024;

Error joinRefused(const std::string &reason)
{
    return Error{Error::Kind::Forbidden, QStringLiteral("join"), QString::fromStdString(reason), {}, 0};
}

bool mayUsePrivate(const Principal &principal) { return principal.isStaff() || principal.isService(); }

} // namespace

RealtimeSocket::RealtimeSocket(std::shared_ptr<RealtimeHub> hub, std::weak_ptr<WebSocket> socket, Vsn vsn,
                               std::string token)
    : m_hub(std::move(hub))
    , m_socket(std::move(socket))
    , m_vsn(vsn)
    , m_token(std::move(token))
{
}

RealtimeSocket::~RealtimeSocket()
{
    // Not closed(): when the whole server goes, nobody is told of anybody's leaving.
    for (const auto &entry : m_channels)
        m_hub->forget(entry.second.get());
}

void RealtimeSocket::closed()
{
    m_socket.reset();
    while (!m_channels.empty())
        remove(m_channels.begin()->first);
}

void RealtimeSocket::send(const SharedText &frame)
{
    if (const auto socket = m_socket.lock())
        socket->sendText(frame);
}

void RealtimeSocket::sendBinary(const SharedText &frame)
{
    if (const auto socket = m_socket.lock())
        socket->sendBinary(frame);
}

void RealtimeSocket::emitFrame(std::string_view joinRef, std::string_view ref, std::string_view topic,
                               std::string_view event, const std::string &payload)
{
    send(std::make_shared<const std::string>(encodeText(m_vsn, joinRef, ref, topic, event, payload)));
}

void RealtimeSocket::replyOk(const Frame &frame, const json &response)
{
    emitFrame(frame.joinRef, frame.ref, frame.topic, "phx_reply",
              "{\"status\":\"ok\",\"response\":" + dumpJson(response) + "}");
}

void RealtimeSocket::replyError(const Frame &frame, std::string_view joinRef, const std::string &reason)
{
    emitFrame(joinRef, frame.ref, frame.topic, "phx_reply",
              "{\"status\":\"error\",\"response\":" + dumpJson({{"reason", reason}}) + "}");
}

void RealtimeSocket::system(const Channel &channel, bool ok, const char *extension, const std::string &message)
{
    const json payload = {
        {"message", message}, {"status", ok ? "ok" : "error"}, {"extension", extension}, {"channel", channel.name()}};
    emitFrame(channel.joinRef, "null", channel.topic, "system", dumpJson(payload));
}

void RealtimeSocket::text(std::string_view message)
{
    const auto frame = decodeText(m_vsn, message);
    if (!frame)
        return;
    if (frame->topic == "phoenix" && frame->event == "heartbeat") {
        Frame heartbeat = *frame;
        heartbeat.joinRef = "null";
        replyOk(heartbeat, json::object());
        return;
    }
    if (frame->event == "phx_join") {
        join(*frame);
        return;
    }
    const auto at = m_channels.find(frame->topic);
    if (at == m_channels.end()) {
        if (frame->event == "phx_leave")
            replyOk(*frame, json::object());
        else
            replyError(*frame, "null", "unmatched topic");
        return;
    }
    // A push of a channel instance that is no more must not touch the one that took its place.
    if (frame->joinRef != "null" && frame->joinRef != at->second->joinRef)
        return;
    channelFrame(*at->second, *frame);
}

void RealtimeSocket::binary(std::string_view message)
{
    const auto broadcast = decodeBinary(message);
    if (m_vsn != Vsn::V2 || !broadcast)
        return;
    Frame frame{broadcast->joinRef, broadcast->ref, broadcast->topic, "broadcast", {}};
    const auto at = m_channels.find(broadcast->topic);
    if (at == m_channels.end()) {
        replyError(frame, "null", "unmatched topic");
        return;
    }
    Channel &channel = *at->second;
    if (frame.joinRef != "null" && frame.joinRef != channel.joinRef)
        return;
    m_hub->broadcast(&channel, *broadcast, channel.isPrivate);
    if (channel.ack)
        replyOk(frame, json::object());
}

Result<std::unique_ptr<Channel>> RealtimeSocket::prepare(const Frame &frame)
{
    if (frame.topic.size() == Channel::kPrefix.size())
        return joinRefused("TopicNameRequired: You must provide a topic name");
    auto config = readJoin(frame.payload);
    if (!config)
        return config.error();
    if (m_channels.size() >= kMaxChannels && !m_channels.count(frame.topic))
        return joinRefused("ChannelRateLimitReached: Too many channels");
    auto channel = std::make_unique<Channel>();
    channel->token = config->token.value_or(m_token);
    auto verdict = checkToken(m_hub->authenticator(), channel->token);
    if (const auto *fault = std::get_if<TokenFault>(&verdict))
        return joinRefused(fault->join);
    channel->principal = std::get<Principal>(std::move(verdict));
    channel->socket = this;
    channel->topic = frame.topic;
    channel->joinRef = frame.joinRef == "null" ? frame.ref : frame.joinRef;
    channel->ack = config->ack;
    channel->self = config->self;
    channel->isPrivate = config->isPrivate;
    channel->presence = config->presence;
    channel->presenceKey = config->presenceKey.empty()
                               ? QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()
                               : config->presenceKey;
    if (channel->isPrivate && !mayUsePrivate(channel->principal)) {
        return joinRefused("Unauthorized: You do not have permissions to read from this Channel topic: " +
                           channel->name());
    }
    for (json &binding : config->bindings)
        channel->bindings.emplace_back(std::move(binding));
    return channel;
}

void RealtimeSocket::join(const Frame &frame)
{
    if (frame.topic.compare(0, Channel::kPrefix.size(), Channel::kPrefix) != 0) {
        replyError(frame, "null", "unmatched topic");
        return;
    }
    auto prepared = prepare(frame);
    if (!prepared) {
        replyError(frame, frame.joinRef, prepared.error().message.toStdString());
        return;
    }
    json echoes = json::array();
    for (const Binding &binding : prepared.value()->bindings)
        echoes.push_back(binding.echo());
    replyOk(frame, {{"postgres_changes", echoes}});
    // The answer to the new join comes first, then the end of the channel it replaces.
    if (const auto old = m_channels.find(frame.topic); old != m_channels.end())
        close(*old->second);
    Channel &channel = *(m_channels[frame.topic] = std::move(prepared).value());
    m_hub->enter(&channel);
    watchExpiry(channel);
    subscribe(channel);
    if (channel.presence)
        emitFrame(channel.joinRef, "null", channel.topic, "presence_state", dumpJson(m_hub->presenceState(channel)));
}

void RealtimeSocket::subscribe(Channel &channel)
{
    channel.live = false;
    if (channel.bindings.empty())
        return;
    for (Binding &binding : channel.bindings) {
        // One bad binding ends them all, as elsewhere: half a subscription would look like a whole one.
        if (Outcome outcome = binding.subscribe(channel.principal); !outcome) {
            system(channel, false, "postgres_changes", outcome.error().message.toStdString());
            return;
        }
    }
    channel.live = true;
    system(channel, true, "postgres_changes", "Subscribed to PostgreSQL");
}

void RealtimeSocket::channelFrame(Channel &channel, const Frame &frame)
{
    if (frame.event == "phx_leave") {
        replyOk(frame, json::object());
        close(channel);
    } else if (frame.event == "access_token") {
        accessToken(channel, frame);
    } else if (frame.event == "presence") {
        presence(channel, frame);
    } else if (frame.event == "broadcast") {
        m_hub->broadcast(&channel, channel.topic, channel.isPrivate, frame.payload);
        if (channel.ack)
            replyOk(frame, json::object());
    }
}

void RealtimeSocket::accessToken(Channel &channel, const Frame &frame)
{
    const auto token = frame.payload.is_object() ? usableToken(frame.payload, "access_token") : std::nullopt;
    if (!token || *token == channel.token)
        return;
    auto verdict = checkToken(m_hub->authenticator(), *token);
    if (const auto *fault = std::get_if<TokenFault>(&verdict)) {
        fail(channel, fault->push);
        return;
    }
    channel.token = *token;
    channel.principal = std::get<Principal>(std::move(verdict));
    if (channel.isPrivate && !mayUsePrivate(channel.principal)) {
        fail(channel, "You do not have permissions to read from this Channel topic: " + channel.name());
        return;
    }
    watchExpiry(channel);
    subscribe(channel);
}

void RealtimeSocket::presence(Channel &channel, const Frame &frame)
{
    if (!frame.payload.is_object())
        return;
    const json event = frame.payload.value("event", json());
    const json fields = frame.payload.value("payload", json::object());
    if (event == "track" && dumpJson(fields).size() > kMaxTrack) {
        fail(channel, "Track message size exceeded");
        return;
    }
    replyOk(frame, json::object());
    if (event == "track")
        m_hub->track(channel, fields);
    else if (event == "untrack")
        m_hub->untrack(channel);
}

void RealtimeSocket::watchExpiry(Channel &channel)
{
    const Instant now = m_hub->authenticator().clock().now();
    const Instant due = std::min(channel.principal.expires, now + kRecheck);
    const auto wait = std::max(std::chrono::ceil<Millis>(due - now), Millis(1));
    channel.expiry = m_hub->loop().after(wait, [this, topic = channel.topic] { expire(topic); });
}

void RealtimeSocket::expire(const std::string &topic)
{
    const auto at = m_channels.find(topic);
    if (at == m_channels.end())
        return;
    const Micros over = m_hub->authenticator().clock().now() - at->second->principal.expires;
    if (over.count() < 0)
        watchExpiry(*at->second);
    else
        fail(*at->second, expiredFault(std::chrono::floor<Seconds>(over).count()).push);
}

void RealtimeSocket::close(Channel &channel)
{
    emitFrame(channel.joinRef, channel.joinRef, channel.topic, "phx_close", "{}");
    // A copy: the channel owns the name it is found by.
    const std::string topic = channel.topic;
    remove(topic);
}

void RealtimeSocket::fail(Channel &channel, const std::string &message)
{
    system(channel, false, "system", message);
    close(channel);
}

void RealtimeSocket::remove(const std::string &topic)
{
    const auto at = m_channels.find(topic);
    const auto channel = std::move(at->second);
    m_channels.erase(at);
    m_hub->leave(channel.get());
}

} // namespace bolt::backend
