// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string_view>

namespace bolt::workers {

/// Numbers that depend on nothing but what they are asked with: the same site, submission and attempt fare the same on
/// every platform, whatever else happened in between.
class Luck
{
public:
    explicit Luck(quint64 seed)
        : m_state(seed)
    {
    }

    /// A source of its own for `word`.
    Luck of(std::string_view word) const
    {
        quint64 hash = 0xcbf29ce484222325ULL ^ m_state; // FNV-1a
        for (const char c : word)
            hash = (hash ^ quint8(c)) * 0x100000001b3ULL;
        return Luck(hash);
    }
    Luck of(quint64 number) const { return Luck(m_state * 0x9e3779b97f4a7c15ULL + number); }

    quint64 next() // SplitMix64
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// In [0, 1).
    double unit() { return double(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return unit() < probability; }
    double between(double low, double high) { return low + (high - low) * unit(); }

private:
    quint64 m_state;
};

} // namespace bolt::workers
