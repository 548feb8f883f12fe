// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QString>

namespace bolt::bench {

/// What the whole desk costs while it is looked at: the real program with its window, as a process of its own, on a
/// board of 200 jobs and 10,000 submissions that changes at a steady rate. CPU time of that process alone, all its
/// threads; once without and once with the copy on disk. With a scale it looks at the past of a seeded server instead,
/// on which nothing happens. Linux.
class ScreenRun final
{
public:
    struct Plan
    {
        QList<int> rates{0, 30, 100, 500, 1'000, 5'000}; ///< changes a second; 0: silent and live
        int seconds = 10;                                ///< of one measurement
        int repetitions = 3;
        QString scale; ///< demo, ref; empty: the board, at `rates`
    };
    explicit ScreenRun(Plan plan)
        : m_plan(std::move(plan))
    {
    }

    /// The report as it is printed.
    Result<QByteArray> run(bool json);

private:
    Plan m_plan;
};

} // namespace bolt::bench
