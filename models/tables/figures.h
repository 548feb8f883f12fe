// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link.h"
#include "models/tables/job_facts.h"
#include "models/tables/outcome_ledger.h"
#include "models/tables/tiles_model.h"

namespace bolt {

/// The definitions of the figures on the Live page. Main thread.
///
/// - active jobs: pending, in progress or paused; extra1: with something being submitted by a worker that is heard of;
///   extra2: paused; the others are queued
/// - per minute: outcomes of the last 60 s; extra1: the mean of the last 10 minutes, to which the jobs' rates add up
///   (RecentEnds); series: 60 whole minutes before this one, oldest first
/// - success rate: submitted / outcomes of the last 60 minutes; extra1: of the 7 days before them; n: outcomes;
///   series: 12 × 5 min
/// - needs a person: submissions of jobs that are not over, in the bucket Manual; extra1: CAPTCHA, extra2: phone or
///   e-mail
/// - queue: pending submissions of jobs that are not paused (n) ÷ the mean of the last 10 minutes (extra1); unknown and
///   wrong while nobody works, or nothing ended; unknown without outcomes
/// - workers: online, silent for less than 90 s; extra1: all known; extra2: seconds since the last heartbeat of the
///   most silent one online, when over 45; since: when none is, the last heartbeat of any
class Figures
{
public:
    Figures(const Store &store, const OutcomeLedger &ledger, const JobFacts &facts);

    void apply(const Changed &changed);
    void clear();
    TilesModel::Tiles compute(const LinkHealth &health) const;
    /// Keeps one point of each sampled series; call once a minute with what compute() answered.
    void sample(const TilesModel::Tiles &tiles);
    int needPerson() const { return m_needSum.all; }

private:
    enum class Need : quint8 { Captcha, Contact, Other };
    struct NeedEntry
    {
        JobId job;
        Need need = Need::Other;
    };
    struct NeedCount
    {
        int all = 0, captcha = 0, contact = 0;
        void add(Need need, int by);
        void add(const NeedCount &other, int by);
    };
    struct NeedsOfJob
    {
        NeedCount count;
        bool counts = false; ///< in the sum: the job is here and not over
    };
    void rebuild();
    void note(const Submission &submission);
    void forget(SubmissionId id);
    void noteJob(JobId id);
    bool isOver(JobId id) const;
    void jobFigures(Tile &active, Tile &queue, const Crew &crew) const;
    void rateFigures(Tile &perMinute, Tile &success) const;

    const Store &m_store;
    const OutcomeLedger &m_ledger;
    const JobFacts &m_facts;
    QHash<SubmissionId, NeedEntry> m_needs;
    QHash<JobId, NeedsOfJob> m_needsOf; ///< jobs with any
    NeedCount m_needSum;
    std::array<QList<qreal>, TilesModel::KeyCount> m_samples;
};

} // namespace bolt
