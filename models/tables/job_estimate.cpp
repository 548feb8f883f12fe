// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_estimate.h"

#include <algorithm>
#include <cmath>

namespace bolt {

namespace {

/// A band that changes with every event cannot be read: the ends move in steps a person would say.
int calmStep(double seconds)
{
    if (seconds < 120)
        return 5;
    if (seconds < 600)
        return 30;
    if (seconds < 3600)
        return 60;
    return seconds < 21600 ? 300 : 900;
}

int calmDown(double seconds)
{
    const int step = calmStep(seconds);
    return int(std::floor(seconds / step)) * step;
}

int calmUp(double seconds)
{
    const int step = calmStep(seconds);
    return std::max(int(std::ceil(seconds / step)) * step, step);
}

bool tooEarly(const Pace &in)
{
    const int settled = in.total - in.remaining;
    return in.observed < etaSilence || settled < etaSilentItems || settled < etaSilentShare * in.total ||
           in.ratePerSecond <= 0;
}

} // namespace

std::optional<EtaRange> estimateEta(const Pace &in)
{
    if (in.remaining <= 0 || tooEarly(in))
        return {};

    // The error of the rate (1/√samples) and of the time the rest takes (1/√remaining), as if submissions ended at
    // random moments. Wildly different directories scatter more than that: 1.75 instead of 1.28 keeps 80 % of the truth
    // inside.
    const double spread = 1.75 * std::sqrt(1.0 / std::max(in.samples, 1.0) + 1.0 / in.remaining);
    const double middle = in.remaining / in.ratePerSecond;
    const double lastRound = std::max(in.concurrency, 1) / in.ratePerSecond;
    const double low = middle / (1 + spread);
    const double high = (middle * (1 + spread) + lastRound) * (1 + std::clamp(in.pressure, 0.0, 1.0));
    constexpr double year = 365.0 * 86400;
    return EtaRange{calmDown(std::min(low, year)), calmUp(std::min(high, year))};
}

} // namespace bolt
