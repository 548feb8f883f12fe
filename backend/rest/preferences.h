// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"

#include <QtGlobal>
#include <optional>
#include <string>

namespace bolt::backend {

/// The `Prefer` field (contracts/supabase.md §3.3).
struct Preferences
{
    enum class Return : quint8 { Minimal, HeadersOnly, Representation };
    enum class Resolution : quint8 { None, Merge, Ignore };

    Return returning = Return::Minimal;
    Resolution resolution = Resolution::None;
    bool count = false; ///< exact; planned and estimated are answered exactly as well
    bool missingDefault = false;
    std::optional<qint64> maxAffected; ///< in force with handling=strict only
    std::string applied;               ///< for Preference-Applied
};

Preferences readPreferences(const Request &request);

} // namespace bolt::backend
