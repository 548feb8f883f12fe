// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/error_form.h"
#include "backend/http/request.h"
#include "models/domain/instant.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace bolt::backend::api {

/// The JSON object of a request's body, read field by field. What is wrong is gathered, so that one 422 names every
/// field. A field nobody asked for is wrong too: a misspelt `not_before` must not retry at once.
class Fields
{
public:
    /// 400 when the body is no JSON object, is nested deeper than 32, or holds a NUL in a text. An empty body is `{}`.
    static std::variant<Fields, Reply> ofBody(const Request &request);

    bool has(std::string_view name) const;
    std::string text(std::string_view name, size_t longest = 500);
    std::string optionalText(std::string_view name, size_t longest = 500);
    std::string uuid(std::string_view name);
    std::string optionalUuid(std::string_view name);
    std::optional<qint64> optionalInteger(std::string_view name, qint64 low, qint64 high);
    bool flag(std::string_view name);
    std::optional<Instant> optionalInstant(std::string_view name);
    /// An object; `{}` when missing.
    Json object(std::string_view name);
    std::optional<Json> optionalObject(std::string_view name);
    /// Distinct uuids in their order, 1 to `most`.
    std::vector<std::string> uuids(std::string_view name, size_t most);

    /// Every field at once, for a patch whose columns the rules judge.
    Json takeAll();

    void wrong(std::string_view name, std::string_view reason);
    /// The 422, if any; also names what was never asked for.
    std::optional<Reply> problem();

    const Json &json() const { return m_json; }

private:
    explicit Fields(Json json)
        : m_json(std::move(json))
    {
    }
    const Json *find(std::string_view name);

    Json m_json;
    Json m_wrong = Json::object();
    std::set<std::string, std::less<>> m_asked;
};

/// Lower case, 36 characters; nothing for anything else.
std::optional<std::string> canonicalUuid(std::string_view text);

} // namespace bolt::backend::api
