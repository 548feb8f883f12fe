// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/store/store.h"
#include "models/tables/job_block.h"
#include "models/tables/job_estimate.h"
#include "models/tables/job_pace.h"

#include <QObject>

namespace bolt {

class Ticker;

/// Works out what a job's record does not say: its pace, its ETA, and what it does at the moment. Follows the store
/// change by change; estimate() is a function of the store and the clock only. Main thread.
class JobFacts final : public QObject
{
    Q_OBJECT
public:
    JobFacts(const Store &store, const Clock &clock, Ticker &ticker, QObject *parent = nullptr);

    JobEstimate estimate(const Job &job) const;
    /// Submissions that work is still expected of by itself.
    int remaining(const Job &job) const;
    /// All submissions of the job are here, so that its buckets add up to its total.
    bool countsComplete(const Job &job) const;
    /// Since when nothing of the job settled; nothing when it does not run.
    std::optional<Instant> quietSince(const Job &job) const;

    Instant now() const { return m_clock.now(); }
    void clear();

Q_SIGNALS:
    /// Time passed: paces, ETAs and blocks of running jobs may read differently now. Once a second.
    void aged();

private:
    struct Checked
    {
        JobBlock block;
        Instant at;
    };
    void onChanged(const Changed &changed);
    void onSecond();
    void rebuild();
    void noteJob(JobId id);
    void noteSubmission(const Submission &submission);
    EtaInput etaInput(const Job &job) const;
    const JobBlock &block(const Job &job) const;
    /// When the work whose pace counts began: the job's start, or its latest going on after a pause.
    Instant began(const Job &job) const;
    void queueUp();
    void prune();

    const Store &m_store;
    const Clock &m_clock;
    QHash<JobId, JobPace> m_paces;
    QHash<JobId, Instant> m_resumed; ///< jobs that went on after a pause while we watched
    QHash<JobId, JobState> m_states;
    QHash<JobId, DirectoryId> m_started;    ///< where the latest submission began
    mutable QHash<JobId, Checked> m_blocks; ///< looked up again after 5 s: a scan over the job's submissions
    QHash<JobId, double> m_pressure;
    int m_seconds = 0;
};

} // namespace bolt
