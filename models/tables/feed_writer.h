// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/command.h"
#include "models/store/store.h"
#include "models/tables/feed_model.h"

namespace bolt {

/// Turns what happened into feed entries. Snapshots make none: they are state, not news; but the states they bring are
/// remembered, so that the next change reads right. Main thread.
class FeedWriter final
{
public:
    FeedWriter(const Store &store, const Clock &clock, FeedModel &feed);

    void write(const Changed &changed);
    /// A settled action of the person at the desk; before the server's answer nothing is said.
    void writeAction(const ActionStatus &status, const QString &actor);
    void clear();

private:
    void writeTransition(const Transition &transition);
    void writeJob(JobId id, bool news);
    void writeWorker(const WorkerId &id, bool news);
    void writeDirectory(DirectoryId id, bool news);
    void learn();

    const Store &m_store;
    const Clock &m_clock;
    FeedModel &m_feed;
    QHash<JobId, JobState> m_jobs;
    QHash<WorkerId, WorkerState> m_workers;
    QHash<DirectoryId, CircuitState> m_circuits;
};

} // namespace bolt
