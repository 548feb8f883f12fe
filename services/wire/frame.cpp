// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/frame.h"

#include "services/wire/padded.h"

#include <QString>

namespace bolt::wire {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr size_t maxRefBytes = 64;
constexpr size_t maxNameBytes = 512;

Error garbage(const char *detail)
{
    return {Error::Kind::Invalid, QStringLiteral("frame"), QStringLiteral("A message could not be read."),
            QString::fromLatin1(detail), 0};
}

/// A ref is a string, null, or (tolerantly) an integer as it stands.
bool readRef(ondemand::value value, std::optional<std::string_view> &out)
{
    ondemand::json_type type{};
    if (value.type().get(type))
        return false;
    out.reset();
    if (type == ondemand::json_type::null) {
        bool null = false;
        return !value.is_null().get(null) && null;
    }
    std::string_view text;
    if (type == ondemand::json_type::string) {
        if (value.get_string().get(text))
            return false;
    } else if (type == ondemand::json_type::number) {
        text = value.raw_json_token();
        while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
            text.remove_suffix(1);
    } else {
        return false;
    }
    if (text.size() > maxRefBytes)
        return false;
    out = text;
    return true;
}

bool readName(ondemand::value value, std::string_view &out)
{
    return !value.get_string().get(out) && out.size() <= maxNameBytes;
}

bool readRaw(ondemand::value value, std::string_view &out)
{
    ondemand::json_type type{};
    if (value.type().get(type))
        return false;
    if (type == ondemand::json_type::object || type == ondemand::json_type::array)
        return !simdjson::to_json_string(value).get(out);
    out = value.raw_json_token();
    return true;
}

bool readArrayFrame(ondemand::array array, FrameView &frame)
{
    size_t at = 0;
    for (auto entry : array) {
        ondemand::value value;
        if (std::move(entry).get(value))
            return false;
        bool fine = true;
        switch (at++) {
        case 0:
            fine = readRef(value, frame.joinRef);
            break;
        case 1:
            fine = readRef(value, frame.ref);
            break;
        case 2:
            fine = readName(value, frame.topic);
            break;
        case 3:
            fine = readName(value, frame.event);
            break;
        case 4:
            fine = readRaw(value, frame.payload);
            break;
        default:
            break; // extra trailing elements are ignored (contracts/supabase.md §1.3)
        }
        if (!fine || at > 64)
            return false;
    }
    return at >= 5;
}

bool readObjectFrame(ondemand::object object, FrameView &frame)
{
    frame.vsn1 = true;
    bool topic = false;
    bool event = false;
    bool payload = false;
    int fields = 0;
    for (auto entry : object) {
        ondemand::field field;
        std::string_view key;
        if (std::move(entry).get(field) || field.unescaped_key().get(key) || ++fields > 64)
            return false;
        ondemand::value value = field.value();
        bool fine = true;
        if (key == "topic")
            fine = topic = readName(value, frame.topic);
        else if (key == "event")
            fine = event = readName(value, frame.event);
        else if (key == "payload")
            fine = payload = readRaw(value, frame.payload);
        else if (key == "ref")
            fine = readRef(value, frame.ref);
        else if (key == "join_ref")
            fine = readRef(value, frame.joinRef);
        if (!fine)
            return false;
    }
    return topic && event && payload;
}

} // namespace

struct FrameDecoder::Parts
{
    PaddedBytes bytes;
    ondemand::parser parser;
};

FrameDecoder::FrameDecoder()
    : m_parts(std::make_unique<Parts>())
{
}
FrameDecoder::~FrameDecoder() = default;

Result<FrameView> FrameDecoder::decode(std::string_view text)
{
    if (text.size() > maxFrameBytes)
        return Error{
            Error::Kind::TooLarge, QStringLiteral("frame_size"), QStringLiteral("A message is too large."), {}, 0};
    ondemand::document document;
    ondemand::json_type type{};
    if (m_parts->parser.iterate(m_parts->bytes.assign(text)).get(document) || document.type().get(type))
        return garbage("no JSON");
    FrameView frame;
    if (type == ondemand::json_type::array) {
        ondemand::array array;
        if (document.get_array().get(array) || !readArrayFrame(array, frame))
            return garbage("no array of five");
    } else if (type == ondemand::json_type::object) {
        ondemand::object object;
        if (document.get_object().get(object) || !readObjectFrame(object, frame))
            return garbage("no message object");
    } else {
        return garbage("a scalar");
    }
    if (!nothingFollows(document))
        return garbage("more behind the message");
    return frame;
}

QByteArray jsonString(std::string_view utf8)
{
    // Through QString because that is where invalid UTF-8 becomes U+FFFD.
    const QByteArray text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).toUtf8();
    QByteArray out;
    out.reserve(text.size() + 2);
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

QByteArray encodeFrame(std::optional<std::string_view> joinRef, std::string_view ref, std::string_view topic,
                       std::string_view event, std::string_view payload)
{
    QByteArray out;
    out.reserve(64 + qsizetype(topic.size()) + qsizetype(event.size()) + qsizetype(payload.size()));
    out += '[';
    out += joinRef ? jsonString(*joinRef) : QByteArrayLiteral("null");
    out += ',';
    out += jsonString(ref);
    out += ',';
    out += jsonString(topic);
    out += ',';
    out += jsonString(event);
    out += ',';
    out.append(payload.data(), static_cast<qsizetype>(payload.size()));
    out += ']';
    return out;
}

} // namespace bolt::wire
