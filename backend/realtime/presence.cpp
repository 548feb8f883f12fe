// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/presence.h"

namespace bolt::backend {

using nlohmann::json;

json Presence::metasOf(const Entry &entry) { return {{entry.key, {{"metas", json::array({entry.meta})}}}}; }

json Presence::state(const Channel &channel) const
{
    json state = json::object();
    for (const auto &[other, entry] : m_entries) {
        if (entry.topic == channel.topic && other->isPrivate == channel.isPrivate)
            state[entry.key]["metas"].push_back(entry.meta);
    }
    return state;
}

json Presence::track(const Channel &channel, const json &fields)
{
    json leaves = json::object();
    json meta = fields.is_object() ? fields : json::object();
    if (const auto before = m_entries.find(&channel); before != m_entries.end()) {
        leaves = metasOf(before->second);
        meta["phx_ref_prev"] = before->second.meta["phx_ref"];
    }
    meta["phx_ref"] = "bolt" + std::to_string(++m_refs);
    Entry entry{channel.topic, channel.presenceKey, meta};
    json joins = metasOf(entry);
    m_entries[&channel] = std::move(entry);
    return {{"joins", joins}, {"leaves", leaves}};
}

std::optional<json> Presence::untrack(const Channel &channel)
{
    const auto entry = m_entries.find(&channel);
    if (entry == m_entries.end())
        return std::nullopt;
    json diff = {{"joins", json::object()}, {"leaves", metasOf(entry->second)}};
    m_entries.erase(entry);
    return diff;
}

} // namespace bolt::backend
