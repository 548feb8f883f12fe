// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/seed/calendar.h"

#include <array>

namespace bolt::backend {

namespace {

// From Sunday. Tuesdays are busiest.
constexpr std::array<double, 7> byWeekday{0.18, 0.85, 1.0, 0.95, 0.9, 0.75, 0.28};
// By hour, UTC: an evening in Europe is an afternoon in America.
constexpr std::array<double, 24> byHour{0.12, 0.08, 0.06, 0.05, 0.06, 0.1, 0.2,  0.4,  0.7, 0.9, 1.0,  0.95,
                                        0.8,  0.85, 0.95, 1.0,  0.95, 0.8, 0.65, 0.55, 0.5, 0.4, 0.28, 0.2};
constexpr double oldest = 0.6; // how busy the beginning of the past was, compared to today
constexpr int maxTries = 60;

double business(Instant at, Instant from, Instant to)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::weekday weekday(day);
    const auto hour = size_t((at - day) / std::chrono::hours(1));
    const double age = double((at - from).count()) / double((to - from).count());
    return byWeekday[weekday.c_encoding()] * byHour[hour] * (oldest + (1 - oldest) * age);
}

} // namespace

Instant busyMoment(Picks &picks, Instant from, Instant to)
{
    Instant at = from;
    for (int i = 0; i < maxTries; ++i) {
        at = from + picks.between(Micros(0), to - from - Micros(1));
        if (picks.chance(business(at, from, to)))
            break;
    }
    return at;
}

} // namespace bolt::backend
