// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QFuture>
#include <QString>
#include <vector>

namespace bolt {

/// Half open: [from, to).
struct TimeRange
{
    Instant from;
    Instant to;
    bool operator==(const TimeRange &) const = default;
};

/// Figures of contracts/domain.md, "Metrics". A day is a day of the zone the report was asked for.
struct AnalyticsReport
{
    struct Day
    {
        Instant start;
        int jobsCompleted = 0;
        int succeeded = 0; ///< outcomes `submitted` of the day
        int attempted = 0; ///< all outcomes of the day: submitted, rejected, failed for good
        bool operator==(const Day &) const = default;
    };
    struct DirectoryErrors
    {
        DirectoryId directory;
        QString name;
        int failed = 0;
        int attempted = 0;
        bool operator==(const DirectoryErrors &) const = default;
    };
    TimeRange range;
    Instant asOf;          ///< the server's time of the figures
    std::vector<Day> days; ///< one a day, without gaps, oldest first
    std::vector<DirectoryErrors>
        directories; ///< highest error rate first, only those with enough attempts (minAttempts)
    int minAttempts = 0;
    bool operator==(const AnalyticsReport &) const = default;
};

/// Main thread; answers arrive there.
class Analytics
{
public:
    virtual ~Analytics() = default;
    virtual QFuture<Result<AnalyticsReport>> report(TimeRange range, QByteArray timeZoneId) = 0;
};

} // namespace bolt
