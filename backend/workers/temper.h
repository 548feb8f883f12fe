// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/workers/luck.h"

#include <QString>
#include <vector>

namespace bolt::workers {

/// How one directory treats robots. Decided by its name and the fleet's seed: most are good, some ask for captchas,
/// some are flaky, some changed their form last week.
class Temper
{
public:
    Temper(const QString &directory, Luck luck, double errors);

    struct Verdict
    {
        QString code;    ///< of contracts/domain.md, "Error classes"; empty: it worked
        QString message; ///< what the robot saw
        QString step;    ///< where: navigate, login, fill, submit, confirm
        bool listedAtOnce = false;
    };
    /// The same answer for the same submission and attempt. Later attempts fare better where time or a person helps.
    Verdict verdict(const QString &submission, int attempt) const;

    /// This site's usual time, as a multiple of the fleet's mean.
    double slowness() const { return m_slowness; }
    /// What the directory's own editors make of a listing later.
    bool approves(const QString &submission) const;

private:
    struct Share
    {
        const char *code;
        double share;
    };
    static std::vector<Share> mixFor(double roll);

    QString m_directory;
    Luck m_luck;
    std::vector<Share> m_mix;
    double m_errors;
    double m_slowness = 1;
    double m_listsAtOnce = 0;
};

} // namespace bolt::workers
