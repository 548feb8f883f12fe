// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <cstddef>
#include <string>
#include <unordered_map>

namespace bolt::backend {

/// A bucket of tokens for each key (an address, an actor). Backend thread.
class RateLimit
{
public:
    struct Rate
    {
        double burst = 30;
        double perSecond = 0.5;
    };

    RateLimit(Rate rate, const Clock &clock)
        : m_rate(rate)
        , m_clock(clock)
    {
    }

    /// Takes one; zero when it was there, else how long until the next one is.
    Seconds take(const std::string &key);

private:
    struct Bucket
    {
        double tokens = 0;
        Micros at{0};
    };
    void forgetFull(Micros now);

    static constexpr std::size_t kKeys = 10'000;
    Rate m_rate;
    const Clock &m_clock;
    std::unordered_map<std::string, Bucket> m_buckets;
};

} // namespace bolt::backend
