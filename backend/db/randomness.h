// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string>

namespace bolt::backend {

/// Randomness comes in from outside so that tests and seeding fix it. Not for secrets: those come from libsodium.
class Randomness
{
public:
    virtual ~Randomness() = default;
    virtual quint64 next() = 0;

    /// In [0, 1).
    double unit() { return double(next() >> 11) * 0x1.0p-53; }
    /// In [0, bound); 0 when `bound` is 0.
    quint64 below(quint64 bound);
    /// A version 4 uuid, lower case.
    std::string uuid();
};

/// The operating system's generator.
class SystemRandomness final : public Randomness
{
public:
    quint64 next() override;
};

/// SplitMix64: the same numbers for the same seed on every platform and compiler.
class SeededRandomness final : public Randomness
{
public:
    explicit SeededRandomness(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next() override;

private:
    quint64 m_state;
};

} // namespace bolt::backend
