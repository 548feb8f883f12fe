// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/preferences.h"

#include "backend/db/number_text.h"

#include <QtGlobal>
#include <cstdlib>

namespace bolt::backend {
namespace {

/// Is it one that is understood?
bool take(std::string_view item, Preferences *into, bool *strict, std::optional<qint64> *maxAffected)
{
    using Return = Preferences::Return;
    using Resolution = Preferences::Resolution;
    constexpr std::string_view affected = "max-affected=";
    if (item == "return=minimal")
        into->returning = Return::Minimal;
    else if (item == "return=headers-only")
        into->returning = Return::HeadersOnly;
    else if (item == "return=representation")
        into->returning = Return::Representation;
    else if (item == "resolution=merge-duplicates")
        into->resolution = Resolution::Merge;
    else if (item == "resolution=ignore-duplicates")
        into->resolution = Resolution::Ignore;
    else if (item == "count=exact" || item == "count=planned" || item == "count=estimated")
        into->count = true;
    else if (item == "missing=default")
        into->missingDefault = true;
    else if (item == "handling=strict")
        *strict = true;
    else if (item.substr(0, affected.size()) == affected)
        *maxAffected = std::strtoll(std::string(item.substr(affected.size())).c_str(), nullptr, 10);
    else
        return item == "missing=null" || item == "handling=lenient";
    return true;
}

} // namespace

Preferences readPreferences(const Request &request)
{
    Preferences preferences;
    bool strict = false;
    std::optional<qint64> maxAffected;
    for (const auto &[name, value] : request.headers.fields()) {
        if (!equalsNoCase(name, "Prefer"))
            continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const std::string_view item = trimmed(rest.substr(0, rest.find(',')));
            rest.remove_prefix(std::min(rest.size(), rest.find(',') == rest.npos ? rest.size() : rest.find(',') + 1));
            if (!take(item, &preferences, &strict, &maxAffected))
                continue;
            preferences.applied += (preferences.applied.empty() ? "" : ", ") + std::string(item);
        }
    }
    if (strict)
        preferences.maxAffected = maxAffected;
    return preferences;
}

} // namespace bolt::backend
