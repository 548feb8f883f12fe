// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QSet>

namespace bolt {

/// Which active jobs still have something to do at a directory: waiting, under way, to be tried again, or for a person.
/// Kept up to date change by change, so that nobody scans the submissions to ask. Main thread.
class OpenWork
{
public:
    explicit OpenWork(const Store &store);

    void apply(const Changed &changed);
    void clear();

    int jobCount(DirectoryId directory) const { return int(m_jobs.value(directory).size()); }
    /// In the order of their ids.
    std::vector<JobId> jobsAt(DirectoryId directory) const;

private:
    void rebuild();
    void noteJob(JobId id);
    void forgetJob(JobId id);
    void note(const Submission &submission);

    const Store &m_store;
    QSet<JobId> m_active;
    QHash<DirectoryId, QSet<JobId>> m_jobs;
};

} // namespace bolt
