// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/randomness.h"

#include <QRandomGenerator>

namespace bolt::backend {

quint64 Randomness::below(quint64 bound)
{
    if (bound == 0)
        return 0;
    // Numbers above the last whole multiple of `bound` would favour small results.
    const quint64 limit = ~quint64(0) - ~quint64(0) % bound;
    quint64 number = next();
    while (number >= limit)
        number = next();
    return number % bound;
}

std::string Randomness::uuid()
{
    constexpr char hex[] = "0123456789abcdef";
    const quint64 high = (next() & ~quint64(0xf000)) | 0x4000;
    const quint64 low = (next() & ~(quint64(3) << 62)) | (quint64(1) << 63);
    std::string text(36, '-');
    size_t at = 0;
    for (int digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20)
            ++at;
        const quint64 half = digit < 16 ? high : low;
        text[at++] = hex[(half >> (4 * (15 - digit % 16))) & 15];
    }
    return text;
}

quint64 SystemRandomness::next() { return QRandomGenerator::system()->generate64(); }

quint64 SeededRandomness::next()
{
    quint64 z = (m_state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

} // namespace bolt::backend
