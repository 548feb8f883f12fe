// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <optional>

namespace bolt {

/// What an ETA is made of. Source: contracts/domain.md "ETA", product.md A4.
struct Pace
{
    int total = 0;
    int remaining = 0;        ///< waiting, in flight, or failed and tried again by itself
    double ratePerSecond = 0; ///< exponentially weighted
    double samples = 0;       ///< effective number of settled submissions behind the rate
    Micros observed{0};       ///< since work began, or began again after a pause
    int concurrency = 1;      ///< of the package
    double pressure = 0;      ///< 0 … 1: how much of the fleet the jobs ahead in the queue can take
};

struct EtaRange
{
    int low = -1; ///< seconds
    int high = -1;
    bool operator==(const EtaRange &) const = default;
};

/// Pure. remaining / rate, with a band that widens with few samples, with the last round of the lanes, and with the
/// queue ahead. Nothing while it is too early to say, or nothing remains.
std::optional<EtaRange> estimateEta(const Pace &pace);

inline constexpr Seconds stallAfter{300};
inline constexpr Seconds etaSilence{15};
inline constexpr int etaSilentItems = 10;
inline constexpr double etaSilentShare = 0.05;

} // namespace bolt
