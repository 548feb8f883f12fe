// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/json_text.h"

#include <algorithm>

namespace bolt::backend {
namespace {

constexpr int kDepth = 64;

bool tooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kDepth)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

} // namespace

nlohmann::json parseJson(std::string_view text)
{
    if (tooDeep(text))
        return nlohmann::json(nlohmann::json::value_t::discarded);
    return nlohmann::json::parse(text, nullptr, false);
}

bool holdsNul(const nlohmann::json &value)
{
    if (value.is_string())
        return value.get_ref<const std::string &>().find('\0') != std::string::npos;
    if (value.is_object()) {
        for (const auto &[name, entry] : value.items()) {
            if (name.find('\0') != std::string::npos || holdsNul(entry))
                return true;
        }
    }
    return value.is_array() && std::any_of(value.begin(), value.end(), holdsNul);
}

std::string dumpJson(const nlohmann::json &value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace bolt::backend
