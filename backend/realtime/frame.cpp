// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/frame.h"

#include "backend/db/json_row.h"
#include "backend/http/json_text.h"

namespace bolt::backend {
namespace {

using nlohmann::json;

bool isRef(const json &value) { return value.is_null() || value.is_string() || value.is_number_integer(); }

std::optional<Frame> decodeV1(json &object)
{
    if (!object.is_object())
        return std::nullopt;
    for (const char *key : {"topic", "event", "payload", "ref"}) {
        if (!object.contains(key))
            return std::nullopt;
    }
    const json joinRef = object.value("join_ref", json());
    if (!object["topic"].is_string() || !object["event"].is_string() || !isRef(object["ref"]) || !isRef(joinRef))
        return std::nullopt;
    return Frame{dumpJson(joinRef), dumpJson(object["ref"]), object["topic"].get<std::string>(),
                 object["event"].get<std::string>(), std::move(object["payload"])};
}

std::optional<Frame> decodeV2(json &array)
{
    if (!array.is_array() || array.size() < 5 || !isRef(array[0]) || !isRef(array[1]) || !array[2].is_string() ||
        !array[3].is_string())
        return std::nullopt;
    return Frame{dumpJson(array[0]), dumpJson(array[1]), array[2].get<std::string>(), array[3].get<std::string>(),
                 std::move(array[4])};
}

std::string refText(std::string_view bytes)
{
    std::string text;
    if (bytes.empty())
        return "null";
    appendJsonString(text, bytes);
    return text;
}

constexpr std::size_t kKind3Head = 7;

} // namespace

std::optional<Frame> decodeText(Vsn vsn, std::string_view text)
{
    json value = parseJson(text);
    return vsn == Vsn::V1 ? decodeV1(value) : decodeV2(value);
}

std::optional<UserBroadcast> decodeBinary(std::string_view bytes)
{
    if (bytes.size() < kKind3Head || bytes[0] != 3)
        return std::nullopt;
    const auto length = [&](std::size_t at) { return std::size_t(static_cast<unsigned char>(bytes[at])); };
    const std::size_t lengths[] = {length(1), length(2), length(3), length(4), length(5)};
    const unsigned char encoding = static_cast<unsigned char>(bytes[6]);
    std::size_t at = kKind3Head;
    std::string_view parts[5];
    for (int i = 0; i < 5; ++i) {
        // A client has been seen to count UTF-16 units here: never trust a length beyond the end.
        if (lengths[i] > bytes.size() - at)
            return std::nullopt;
        parts[i] = bytes.substr(at, lengths[i]);
        at += lengths[i];
    }
    if (encoding > 1)
        return std::nullopt;
    return UserBroadcast{refText(parts[0]),     refText(parts[1]), std::string(parts[2]),        std::string(parts[3]),
                         std::string(parts[4]), encoding == 1,     std::string(bytes.substr(at))};
}

std::string encodeText(Vsn vsn, std::string_view joinRef, std::string_view ref, std::string_view topic,
                       std::string_view event, std::string_view payload)
{
    std::string out;
    out.reserve(payload.size() + topic.size() + event.size() + 64);
    if (vsn == Vsn::V2) {
        out.append("[").append(joinRef).append(",").append(ref).append(",");
        appendJsonString(out, topic);
        out.append(",");
        appendJsonString(out, event);
        out.append(",").append(payload).append("]");
        return out;
    }
    out.append("{\"ref\":").append(ref).append(",\"topic\":");
    appendJsonString(out, topic);
    out.append(",\"event\":");
    appendJsonString(out, event);
    out.append(",\"payload\":").append(payload).append("}");
    return out;
}

std::optional<std::string> encodeUserBroadcast(const UserBroadcast &broadcast)
{
    if (broadcast.topic.size() > 255 || broadcast.event.size() > 255 || broadcast.meta.size() > 255)
        return std::nullopt;
    std::string out;
    out.push_back(4);
    out.push_back(char(broadcast.topic.size()));
    out.push_back(char(broadcast.event.size()));
    out.push_back(char(broadcast.meta.size()));
    out.push_back(broadcast.json ? 1 : 0);
    return out + broadcast.topic + broadcast.event + broadcast.meta + broadcast.payload;
}

} // namespace bolt::backend
