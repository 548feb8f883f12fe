// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/realtime/channel.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace bolt::backend {

/// Who said "I am here" on which topic. One entry a channel. Answers the `presence_diff` payloads to send.
class Presence
{
public:
    nlohmann::json state(const Channel &channel) const;
    nlohmann::json track(const Channel &channel, const nlohmann::json &fields);
    /// Nothing when the channel was not tracked.
    std::optional<nlohmann::json> untrack(const Channel &channel);

private:
    struct Entry
    {
        std::string topic;
        std::string key;
        nlohmann::json meta;
    };
    static nlohmann::json metasOf(const Entry &entry);

    std::map<const Channel *, Entry> m_entries;
    unsigned long long m_refs = 0;
};

} // namespace bolt::backend
