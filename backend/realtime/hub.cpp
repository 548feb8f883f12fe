// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/hub.h"

#include "backend/http/json_text.h"
#include "backend/realtime/change_text.h"
#include "backend/realtime/socket.h"

#include <algorithm>
#include <map>

namespace bolt::backend {

using nlohmann::json;

/// The frames of one change: the data is composed once for each `select`, each frame once for each (vsn, topic, ids).
class RealtimeHub::ChangeFrames
{
public:
    ChangeFrames(const RowChange &change, std::string stamp, qint64 seq)
        : m_change(change)
        , m_stamp(std::move(stamp))
        , m_seq(seq)
    {
    }

    SharedText get(Vsn vsn, const std::string &topic, const std::string &ids, const std::vector<size_t> *columns)
    {
        const std::string select = columns ? keyOf(*columns) : std::string();
        SharedText &frame = m_frames[(vsn == Vsn::V1 ? "1" : "2") + topic + "\n" + ids + "\n" + select];
        if (!frame) {
            std::string &data = m_data[select];
            if (data.empty())
                data = changeData(m_change, m_stamp, m_seq, columns);
            frame = std::make_shared<const std::string>(encodeText(vsn, "null", "null", topic, "postgres_changes",
                                                                   "{\"data\":" + data + ",\"ids\":[" + ids + "]}"));
        }
        return frame;
    }

private:
    static std::string keyOf(const std::vector<size_t> &columns)
    {
        std::string key;
        for (const size_t column : columns)
            key += std::to_string(column) + ",";
        return key;
    }

    const RowChange &m_change;
    std::string m_stamp;
    qint64 m_seq;
    std::map<std::string, std::string> m_data;
    std::map<std::string, SharedText> m_frames;
};

void RealtimeHub::leave(Channel *channel)
{
    m_channels.erase(std::remove(m_channels.begin(), m_channels.end(), channel), m_channels.end());
    untrack(*channel);
}

void RealtimeHub::forget(Channel *channel)
{
    m_channels.erase(std::remove(m_channels.begin(), m_channels.end(), channel), m_channels.end());
    (void)m_presence.untrack(*channel);
}

void RealtimeHub::commit(const Commit &commit)
{
    if (m_channels.empty())
        return;
    // The clock may be set back; what subscribers see does not.
    m_lastStamp = std::max(m_lastStamp, commit.at);
    const std::string stamp = commitStamp(m_lastStamp);
    for (const RowChange &change : commit.changes) {
        ChangeFrames frames(change, stamp, commit.seq);
        for (Channel *channel : m_channels) {
            if (!channel->live)
                continue;
            // Bindings of one channel share a frame unless they ask for different columns.
            std::vector<std::pair<const std::vector<size_t> *, std::string>> groups;
            for (const Binding &binding : channel->bindings) {
                if (!binding.matches(change))
                    continue;
                const auto *columns = binding.columns();
                auto group = std::find_if(groups.begin(), groups.end(), [&](const auto &entry) {
                    return entry.first == columns || (entry.first && columns && *entry.first == *columns);
                });
                if (group == groups.end())
                    groups.emplace_back(columns, std::to_string(binding.id()));
                else
                    group->second += "," + std::to_string(binding.id());
            }
            for (const auto &[columns, ids] : groups)
                channel->socket->send(frames.get(channel->socket->vsn(), channel->topic, ids, columns));
        }
    }
}

void RealtimeHub::send(const std::string &topic, bool isPrivate, const Channel *except, std::string_view event,
                       const std::string &payload)
{
    SharedText frames[2];
    for (Channel *channel : m_channels) {
        if (channel == except || channel->topic != topic || channel->isPrivate != isPrivate)
            continue;
        const Vsn vsn = channel->socket->vsn();
        SharedText &frame = frames[vsn == Vsn::V1 ? 0 : 1];
        if (!frame)
            frame = std::make_shared<const std::string>(encodeText(vsn, "null", "null", topic, event, payload));
        channel->socket->send(frame);
    }
}

void RealtimeHub::broadcast(const Channel *from, const std::string &topic, bool isPrivate, const json &payload)
{
    send(topic, isPrivate, from && !from->self ? from : nullptr, "broadcast", dumpJson(payload));
}

void RealtimeHub::broadcast(const Channel *from, const UserBroadcast &message, bool isPrivate)
{
    const auto bytes = encodeUserBroadcast(message);
    const json inner = message.json ? parseJson(message.payload) : json(json::value_t::discarded);
    SharedText binary;
    SharedText text;
    for (Channel *channel : m_channels) {
        if (channel->topic != message.topic || channel->isPrivate != isPrivate || (channel == from && !from->self))
            continue;
        if (channel->socket->vsn() == Vsn::V2 && bytes) {
            if (!binary)
                binary = std::make_shared<const std::string>(*bytes);
            channel->socket->sendBinary(binary);
        } else if (channel->socket->vsn() == Vsn::V1 && !inner.is_discarded()) {
            if (!text) {
                const json payload = {{"type", "broadcast"}, {"event", message.event}, {"payload", inner}};
                text = std::make_shared<const std::string>(
                    encodeText(Vsn::V1, "null", "null", message.topic, "broadcast", dumpJson(payload)));
            }
            channel->socket->send(text);
        }
    }
}

void RealtimeHub::track(Channel &channel, const json &fields)
{
    const json diff = m_presence.track(channel, fields);
    send(channel.topic, channel.isPrivate, nullptr, "presence_diff", dumpJson(diff));
}

void RealtimeHub::untrack(Channel &channel)
{
    if (const auto diff = m_presence.untrack(channel))
        send(channel.topic, channel.isPrivate, nullptr, "presence_diff", dumpJson(*diff));
}

} // namespace bolt::backend
