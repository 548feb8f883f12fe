// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/duration.h"

#include <array>
#include <utility>

namespace bolt {

std::optional<Millis> readDuration(QStringView text)
{
    // The longer ending first: 5ms ends with an s, too.
    constexpr std::array<std::pair<QStringView, Millis>, 4> units{{{u"ms", Millis(1)},
                                                                   {u"s", std::chrono::seconds(1)},
                                                                   {u"m", std::chrono::minutes(1)},
                                                                   {u"h", std::chrono::hours(1)}}};
    for (const auto &[ending, unit] : units) {
        if (!text.endsWith(ending))
            continue;
        bool ok = false;
        const qint64 n = text.chopped(ending.size()).toLongLong(&ok);
        if (!ok || n <= 0 || n > Millis(longestDuration) / unit)
            return {};
        return n * unit;
    }
    return {};
}

} // namespace bolt
