// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bulk.h"
#include "models/domain/clock.h"
#include "models/store/store.h"
#include "models/tables/feed_model.h"

#include <QSet>

namespace bolt {

/// Turns what happened into feed entries. Snapshots make none: they are state, not news; but the states they bring are
/// remembered, so that the next change reads right. What was seen before the desk was closed stands below, and below
/// that, when it is little, what the records themselves tell of when they were submitted, approved or failed. Main
/// thread.
class FeedWriter final
{
public:
    FeedWriter(const Store &store, const Clock &clock, FeedModel &feed);

    static constexpr int enough = 100;

    void write(const Changed &changed);
    /// Tells from the records what happened before the feed begins. Once, when the records are here; the first start of
    /// a desk has no other past.
    void tellPast();
    /// What became of an action of the person at the desk; before the server's answer nothing is said.
    void writeAction(const ActionStatus &status);
    void writeBulk(const BulkStatus &status);
    /// Those that were settled before this start stand at their own time.
    void recallAction(const ActionStatus &status);
    void recallBulk(const BulkStatus &status);
    void clear();

private:
    void recall(const std::vector<Activity> &activity);
    std::optional<FeedEntry> entryOf(const Activity &activity) const;
    FeedEntry entryOf(const ActionStatus &status, Instant at) const;
    static FeedEntry entryOf(const BulkStatus &status, Instant at);
    Instant timeOf(Instant row) const;
    std::optional<FeedEntry> pastOf(const Submission &submission) const;
    void writeTransition(const Transition &transition);
    void writeJob(JobId id, bool news);
    void writeWorker(const WorkerId &id, bool news);
    void writeDirectory(DirectoryId id, bool news);
    void learn();

    const Store &m_store;
    const Clock &m_clock;
    FeedModel &m_feed;
    QSet<SubmissionId> m_told;       ///< by news, until the past was told
    std::optional<Instant> m_begins; ///< the oldest that was recalled from disk
    int m_recalled = 0;
    bool m_pastTold = false;
    QHash<JobId, JobState> m_jobs;
    QHash<WorkerId, WorkerState> m_workers;
    QHash<DirectoryId, CircuitState> m_circuits;
};

} // namespace bolt
