// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace bolt::backend {

/// The two serializations of contracts/supabase.md §1.3.
enum class Vsn : unsigned char { V1, V2 };

/// A frame of a client. References are kept as the JSON text they came in ("\"6\"", "7", "null"), to be echoed as such.
struct Frame
{
    std::string joinRef = "null";
    std::string ref = "null";
    std::string topic;
    std::string event;
    nlohmann::json payload;
};

/// A binary frame of kind 3 (user broadcast push).
struct UserBroadcast
{
    std::string joinRef = "null";
    std::string ref = "null";
    std::string topic;
    std::string event;
    std::string meta;
    bool json = false; ///< else raw bytes
    std::string payload;
};

/// Nothing for a frame that must be ignored: bad JSON, a wrong shape, too deep.
std::optional<Frame> decodeText(Vsn vsn, std::string_view text);
/// Nothing for anything but a kind 3 frame whose lengths lie within it.
std::optional<UserBroadcast> decodeBinary(std::string_view bytes);

/// `payload` is JSON already, as are the references.
std::string encodeText(Vsn vsn, std::string_view joinRef, std::string_view ref, std::string_view topic,
                       std::string_view event, std::string_view payload);
/// A binary frame of kind 4; nothing when a part is longer than its length byte can say.
std::optional<std::string> encodeUserBroadcast(const UserBroadcast &broadcast);

} // namespace bolt::backend
