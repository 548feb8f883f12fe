// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <chrono>
#include <optional>

namespace bolt {

/// A moment in UTC, in whole microseconds as PostgreSQL keeps it. QDateTime rounds to milliseconds and is used for
/// showing only.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Micros = std::chrono::microseconds;
using Millis = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

/// ISO 8601 with 0 to 6 fraction digits and an offset (`Z`, `+00`, `+00:00`, `-0330`); a missing offset is UTC.
/// Nothing for anything else, also for `infinity` and years outside 1 to 9999.
std::optional<Instant> parseInstant(QStringView text);
std::optional<Instant> parseInstant(std::string_view utf8);

/// `2026-08-21T12:00:00.123456+00:00`, trailing zeros of the fraction trimmed, as PostgreSQL prints it.
QString formatInstant(Instant at);

inline qint64 toMicros(Instant at) { return at.time_since_epoch().count(); }
inline Instant fromMicros(qint64 us) { return Instant(Micros(us)); }
/// For QDateTime and QML only.
inline qint64 toMillis(Instant at) { return std::chrono::floor<Millis>(at).time_since_epoch().count(); }

/// A record says Instant() where its time could not be read: that is none to count from.
inline std::optional<Instant> ifRead(Instant at) { return at == Instant() ? std::nullopt : std::optional(at); }

/// For QML, which has no "nothing": 0 stands for it.
inline double millisOrZero(const std::optional<Instant> &at) { return at ? double(toMillis(*at)) : 0.0; }

} // namespace bolt
