// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "services/wire/row.h"

#include <QSet>
#include <algorithm>

namespace bolt {

/// What actions act on, for keeping the order of actions on the same thing.
class Targets
{
public:
    bool meets(const Command &command) const
    {
        return m_jobs.contains(command.job) ||
               std::any_of(command.submissions.begin(), command.submissions.end(),
                           [this](const SubmissionId &id) { return m_submissions.contains(id); });
    }
    void add(const Command &command)
    {
        if (!command.job.isNull())
            m_jobs.insert(command.job);
        for (const SubmissionId &id : command.submissions)
            m_submissions.insert(id);
    }

private:
    QSet<JobId> m_jobs;
    QSet<SubmissionId> m_submissions;
};

inline std::vector<wire::Key> keysOf(const Command &command)
{
    std::vector<wire::Key> keys(command.submissions.begin(), command.submissions.end());
    if (!command.job.isNull())
        keys.push_back(command.job);
    return keys;
}

} // namespace bolt
