// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/seeded_server.h"

#include <QString>
#include <QTemporaryDir>

namespace bolt::bench {

/// How long a desk takes until there is something to see: from its copy on disk while the server is gone, beside an
/// empty desk that reads everything from a server on this machine. Both by the desk's own client half, without a
/// window. Main thread.
class StartRun final
{
public:
    struct Plan
    {
        QString scale = QStringLiteral("ref"); ///< of the server's past: demo, ref
        int repetitions = 3;
    };
    explicit StartRun(const Plan &plan)
        : m_plan(plan)
    {
    }

    /// The report as it is printed.
    Result<QByteArray> run();

private:
    Plan m_plan;
    QTemporaryDir m_folder;
    SeededServer m_server;
};

} // namespace bolt::bench
