// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/join_config.h"

#include "backend/http/json_text.h"

namespace bolt::backend {
namespace {

using nlohmann::json;

/// Each is looked at for each change of each row.
constexpr std::size_t kMaxBindings = 100;
/// Of all bindings together, in bytes: what is made of them is kept, and may take a hundred times as much.
constexpr std::size_t kMaxFilters = 64 * 1024;

Error refused(const std::string &reason)
{
    return Error{Error::Kind::Invalid, QStringLiteral("join"), QString::fromStdString(reason), {}, 0};
}

/// "true" and "false" are taken as words too.
bool flag(const json &object, const char *key)
{
    const auto at = object.find(key);
    if (at == object.end())
        return false;
    return at->is_boolean() ? at->get<bool>() : *at == "true";
}

/// A part of the config: an object, or nothing when it is missing or null.
bool part(const json &config, const char *key, json *out)
{
    const auto at = config.find(key);
    *out = at == config.end() || at->is_null() ? json::object() : *at;
    return out->is_object();
}

} // namespace

std::optional<std::string> usableToken(const json &payload, const char *key)
{
    const auto at = payload.find(key);
    if (at == payload.end() || !at->is_string())
        return std::nullopt;
    std::string token = at->get<std::string>();
    if (token.empty() || token.rfind("sb_", 0) == 0)
        return std::nullopt;
    return token;
}

Result<JoinConfig> readJoin(const json &payload)
{
    if (!payload.is_object()) {
        return refused("UnknownErrorOnChannel: expected params to be a :map, got: `" +
                       dumpJson(payload).substr(0, 200) + "`");
    }
    json config;
    json broadcast;
    json presence;
    if (!part(payload, "config", &config) || !part(config, "broadcast", &broadcast) ||
        !part(config, "presence", &presence))
        return refused("UnknownErrorOnChannel: no function clause matching in Access.get/3");
    JoinConfig join;
    join.ack = flag(broadcast, "ack");
    join.self = flag(broadcast, "self");
    join.isPrivate = flag(config, "private");
    join.presence = flag(presence, "enabled");
    if (const auto key = presence.find("key"); key != presence.end() && key->is_string())
        join.presenceKey = key->get<std::string>();
    if (const auto list = config.find("postgres_changes"); list != config.end() && list->is_array()) {
        if (list->size() > kMaxBindings)
            return refused("ChannelRateLimitReached: Too many postgres_changes");
        std::size_t filters = 0;
        for (const json &entry : *list) {
            if (!entry.is_object())
                continue;
            if (const auto filter = entry.find("filter"); filter != entry.end() && filter->is_string())
                filters += filter->get_ref<const std::string &>().size();
            join.bindings.push_back(entry);
        }
        if (filters > kMaxFilters)
            return refused("ChannelRateLimitReached: Too long filters");
    }
    join.token = usableToken(payload, "access_token");
    if (!join.token)
        join.token = usableToken(payload, "user_token");
    return join;
}

} // namespace bolt::backend
