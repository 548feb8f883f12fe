// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QStringView>
#include <optional>

namespace bolt {

/// The longest time that a command line takes; far below what a timer can count.
inline constexpr std::chrono::hours longestDuration(7 * 24);
/// What readDuration() takes, in words for a complaint.
inline constexpr auto durationWords = "a time such as 500ms, 5s, 2m or 1h, at most 168h";

/// A length of time on a command line. Nothing when it is none, not above zero, or longer than that.
std::optional<Millis> readDuration(QStringView text);

} // namespace bolt
