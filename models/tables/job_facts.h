// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/store/store.h"
#include "models/tables/job_pace.h"
#include "models/tables/job_standing.h"
#include "models/tables/recent_ends.h"

#include <QObject>
#include <QSet>

namespace bolt {

class Ticker;

/// Works out what a job's record does not say: its pace, its ETA, and what it does at the moment. Follows the store
/// change by change; what it answers is a function of the store and the clock only. Main thread.
class JobFacts final : public QObject
{
    Q_OBJECT
public:
    JobFacts(const Store &store, const Clock &clock, Ticker &ticker, QObject *parent = nullptr);

    JobStanding standing(const Job &job) const;
    /// With everything that is left of the job looked at; `standing` looks closely only where nothing is in flight.
    StandingInput closeLook(const Job &job) const;
    /// As findHolds() answers now, without `last`, but kept change by change.
    const JobHolds &keptHolds(JobId job) const;
    /// Submissions that work is still expected of by itself.
    int remaining(const Job &job) const;
    /// All submissions of the job are here, so that its buckets add up to its total.
    bool countsComplete(const Job &job) const;
    const RecentEnds &ends() const { return m_ends; }
    /// The outcomes of this server are here in full.
    void setEndsKnown(bool known);
    /// The workers of this server are here in full.
    void setWorkersListed(bool listed) { m_workersListed = listed; }
    /// As of the last second.
    const Crew &crew() const { return m_crew; }
    /// When its standing may read differently though nothing changes; nothing: not by time alone.
    std::optional<Instant> nextLook(const Job &job, const JobStanding &standing) const;
    /// Jobs whose rate or whose place in the queue changed with this aged().
    const QSet<JobId> &moved() const { return m_moved; }
    /// Another number when something changed with an aged() that every job's standing rests on: crew, directories.
    int common() const { return m_common; }

    Instant now() const { return m_clock.now(); }
    void clear();

Q_SIGNALS:
    /// Time passed: standings whose time it is (nextLook), of moved() jobs, or of all (common) may read differently
    /// now. Once a second.
    void aged();

private:
    struct Queued
    {
        double pressure = 0;
        int place = 0;
        std::optional<Instant> freeSince;
        bool operator==(const Queued &) const = default;
    };
    void onChanged(const Changed &changed);
    void onSecond();
    void rebuild();
    void noteJob(JobId id);
    void noteSubmission(const Submission &submission);
    void noteHolds(const Changed &changed);
    void noteEnds(const Changed &changed);
    StandingInput input(const Job &job, JobHolds holds) const;
    Pace paceOf(const Job &job) const;
    QString directoryAt(const Job &job) const;
    std::optional<Instant> quietSince(const Job &job) const;
    /// By the counts alone, for jobs that have something in flight.
    JobHolds coarseHolds(const Job &job) const;
    /// When the work whose pace counts began: the job's start, or its latest going on after a pause. Nothing where that
    /// could not be read.
    std::optional<Instant> began(const Job &job) const;
    int lanes(const Job &job);
    bool lookAtCrew();
    void queueUp(bool cameBack);
    void prune();

    const Store &m_store;
    const Clock &m_clock;
    RecentEnds m_ends;
    Instant m_lookedAt;
    bool m_workersListed = false;
    Crew m_crew;
    QHash<JobId, JobPace> m_paces;
    QHash<JobId, Instant> m_resumed; ///< jobs that went on after a pause while we watched
    QHash<JobId, JobState> m_states;
    QHash<JobId, DirectoryId> m_started; ///< where the latest submission began
    mutable QHash<JobId, KeptHolds> m_holds;
    QHash<JobId, Queued> m_queue;
    QSet<JobId> m_moved;
    QHash<JobId, Instant> m_fades;         ///< until when time alone moves the job's rate
    std::optional<Instant> m_queueMovesAt; ///< by time alone
    int m_waiting = 0;                     ///< jobs that wait for a worker
    int m_common = 0;
    int m_seconds = 0;
    bool m_queueStale = true;
};

} // namespace bolt
