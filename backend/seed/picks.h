// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/seed only.

#include "backend/db/randomness.h"
#include "models/domain/instant.h"

#include <span>

namespace bolt::backend {

/// Draws for seeding, all from one stream: the order of the draws is part of what a seed means.
class Picks
{
public:
    explicit Picks(quint64 seed)
        : m_random(seed)
    {
    }

    std::string uuid() { return m_random.uuid(); }
    double unit() { return m_random.unit(); }
    bool chance(double probability) { return m_random.unit() < probability; }
    /// In [low, high].
    int between(int low, int high) { return low + int(m_random.below(quint64(high - low + 1))); }
    double between(double low, double high) { return low + (high - low) * m_random.unit(); }
    Micros between(Micros low, Micros high)
    {
        return low + Micros(qint64(m_random.below(quint64((high - low).count()) + 1)));
    }
    /// About normal, mean 0, deviation 1 (a sum of twelve: the same on every platform's libm).
    double normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += m_random.unit();
        return sum;
    }
    /// An index, as often as its weight says.
    size_t weighted(std::span<const double> weights)
    {
        double total = 0;
        for (double weight : weights)
            total += weight;
        double at = m_random.unit() * total;
        for (size_t i = 0; i + 1 < weights.size(); ++i) {
            if ((at -= weights[i]) < 0)
                return i;
        }
        return weights.size() - 1;
    }
    template<class Range>
    const auto &oneOf(const Range &range)
    {
        return std::data(range)[m_random.below(std::size(range))];
    }

private:
    SeededRandomness m_random;
};

} // namespace bolt::backend
