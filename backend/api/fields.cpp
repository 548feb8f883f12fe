// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/fields.h"

#include "backend/http/json_text.h"

#include <QUuid>
#include <algorithm>

namespace bolt::backend::api {
namespace {

constexpr int deepest = 32;

/// Counts brackets outside of strings, before a parser sees the text: what comes after it recurses.
bool tooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

/// Characters, not bytes.
size_t lengthOf(const std::string &utf8)
{
    return size_t(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (quint8(c) & 0xC0) != 0x80; }));
}

} // namespace

std::optional<std::string> canonicalUuid(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    const QUuid uuid = QUuid::fromString(QLatin1StringView(text.data(), qsizetype(text.size())));
    if (uuid.isNull())
        return std::nullopt;
    return uuid.toString(QUuid::WithoutBraces).toStdString();
}

std::variant<Fields, Reply> Fields::ofBody(const Request &request)
{
    if (request.body.empty())
        return Fields(Json::object());
    if (tooDeep(request.body))
        return errorReply(400, "bad_json", "The body is nested too deeply.");
    Json json = Json::parse(request.body, nullptr, false);
    if (!json.is_object())
        return errorReply(400, "bad_json", "The body is not a JSON object.");
    if (holdsNul(json))
        return errorReply(400, "bad_json", "A text holds the character NUL.");
    return Fields(std::move(json));
}

const Json *Fields::find(std::string_view name)
{
    m_asked.emplace(name);
    const auto at = m_json.find(name);
    return at == m_json.end() || at->is_null() ? nullptr : &*at;
}

bool Fields::has(std::string_view name) const { return m_json.contains(name); }

void Fields::wrong(std::string_view name, std::string_view reason) { m_wrong[std::string(name)] = reason; }

std::optional<Reply> Fields::problem()
{
    for (const auto &[name, value] : m_json.items())
        if (!m_asked.contains(name))
            m_wrong[name] = "is not known here";
    return m_wrong.empty() ? std::nullopt : std::optional(invalidFields(m_wrong));
}

std::string Fields::text(std::string_view name, size_t longest)
{
    const std::string value = optionalText(name, longest);
    if (value.empty() && !m_wrong.contains(name))
        wrong(name, "is needed");
    return value;
}

std::string Fields::optionalText(std::string_view name, size_t longest)
{
    const Json *value = find(name);
    if (value == nullptr)
        return {};
    if (!value->is_string()) {
        wrong(name, "must be a text");
        return {};
    }
    const std::string &text = value->get_ref<const std::string &>();
    if (lengthOf(text) > longest)
        wrong(name, "has more than " + std::to_string(longest) + " characters");
    return text;
}

std::string Fields::uuid(std::string_view name)
{
    const std::string value = optionalUuid(name);
    if (value.empty() && !m_wrong.contains(name))
        wrong(name, "is needed");
    return value;
}

std::string Fields::optionalUuid(std::string_view name)
{
    const std::string value = optionalText(name);
    if (value.empty())
        return {};
    const std::optional<std::string> uuid = canonicalUuid(value);
    if (!uuid)
        wrong(name, "must be a uuid");
    return uuid.value_or(std::string());
}

std::optional<qint64> Fields::optionalInteger(std::string_view name, qint64 low, qint64 high)
{
    const Json *value = find(name);
    if (value == nullptr)
        return std::nullopt;
    const bool fits = value->is_number_integer() &&
                      (!value->is_number_unsigned() || value->get<quint64>() <= quint64(std::max<qint64>(high, 0))) &&
                      value->get<qint64>() >= low && value->get<qint64>() <= high;
    if (!fits) {
        wrong(name, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
        return std::nullopt;
    }
    return value->get<qint64>();
}

bool Fields::flag(std::string_view name)
{
    const Json *value = find(name);
    if (value == nullptr)
        return false;
    if (!value->is_boolean())
        wrong(name, "must be true or false");
    return value->is_boolean() && value->get<bool>();
}

std::optional<Instant> Fields::optionalInstant(std::string_view name)
{
    const std::string text = optionalText(name, 64);
    if (text.empty())
        return std::nullopt;
    const std::optional<Instant> at = parseInstant(std::string_view(text));
    if (!at)
        wrong(name, "must be a time as 2026-08-21T12:00:00Z");
    return at;
}

Json Fields::takeAll()
{
    for (const auto &[name, value] : m_json.items())
        m_asked.insert(name);
    return m_json;
}

Json Fields::object(std::string_view name) { return optionalObject(name).value_or(Json::object()); }

std::optional<Json> Fields::optionalObject(std::string_view name)
{
    const Json *value = find(name);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_object()) {
        wrong(name, "must be an object");
        return std::nullopt;
    }
    return *value;
}

std::vector<std::string> Fields::uuids(std::string_view name, size_t most)
{
    std::vector<std::string> ids;
    const Json *value = find(name);
    if (value == nullptr || !value->is_array() || value->empty()) {
        wrong(name, "must be a list of uuids");
        return ids;
    }
    if (value->size() > most) {
        wrong(name, "at most " + std::to_string(most) + " entries");
        return ids;
    }
    std::set<std::string> seen;
    for (size_t i = 0; i < value->size(); ++i) {
        const Json &entry = (*value)[i];
        const auto id = entry.is_string() ? canonicalUuid(entry.get_ref<const std::string &>()) : std::nullopt;
        if (!id) {
            wrong(std::string(name) + "[" + std::to_string(i) + "]", "must be a uuid");
            break;
        }
        if (seen.insert(*id).second)
            ids.push_back(*id);
    }
    return ids;
}

} // namespace bolt::backend::api
