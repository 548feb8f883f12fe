// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "services/wire/row.h"

#include <QSet>

namespace bolt {

/// What an action acts on, for keeping the order of actions on the same thing.
struct Targets
{
    JobId job;
    QSet<SubmissionId> submissions;

    bool meets(const Targets &other) const
    {
        if (!job.isNull() && job == other.job)
            return true;
        return submissions.intersects(other.submissions);
    }
};

inline Targets targetsOf(const Command &command)
{
    return {command.job, QSet<SubmissionId>(command.submissions.begin(), command.submissions.end())};
}

inline std::vector<wire::Key> keysOf(const Command &command)
{
    std::vector<wire::Key> keys(command.submissions.begin(), command.submissions.end());
    if (!command.job.isNull())
        keys.push_back(command.job);
    return keys;
}

} // namespace bolt
