// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <string>
#include <unordered_map>

namespace bolt::backend::api {

/// So many calls per key and window, counted exactly; a window begins with its first call. Backend thread.
class WindowLimit
{
public:
    WindowLimit(int calls, Seconds window, const Clock &clock)
        : m_calls(calls)
        , m_window(window)
        , m_clock(clock)
    {
    }

    /// Counts one call: zero when it is within bounds, else how long until the window ends (at least 1 s).
    Seconds take(const std::string &key);

private:
    struct Count
    {
        Micros since{0};
        int calls = 0;
    };
    /// Memory stays bounded however many addresses call.
    static constexpr size_t mostKeys = 20'000;
    void forgetOld(Micros now);

    int m_calls;
    Seconds m_window;
    const Clock &m_clock;
    std::unordered_map<std::string, Count> m_counts;
};

} // namespace bolt::backend::api
