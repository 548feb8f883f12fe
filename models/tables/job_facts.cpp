// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_facts.h"

#include "models/tables/ticker.h"

#include <algorithm>
#include <cmath>

namespace bolt {

namespace {

constexpr Seconds blockLifetime{5};
constexpr std::chrono::hours paceWindow{1};

/// When a worker was done with it; nothing while work is still expected, and for what a person put aside.
std::optional<Instant> settledAt(const Submission &s)
{
    switch (bucketOf(s)) {
    case JobCounts::Approved:
    case JobCounts::Submitted:
        return s.submittedAt ? s.submittedAt : s.approvedAt ? s.approvedAt : s.updatedAt;
    case JobCounts::Failed:
        if (s.state == SubmissionState::Rejected && s.submittedAt)
            return s.submittedAt;
        return s.failedAt ? s.failedAt : s.updatedAt;
    case JobCounts::Manual:
        return s.failedAt ? s.failedAt : s.updatedAt;
    default:
        return {};
    }
}

double calmRate(double perMinute)
{
    return perMinute < 1 ? std::round(perMinute * 100) / 100 : std::round(perMinute * 10) / 10;
}

} // namespace

JobFacts::JobFacts(const Store &store, const Clock &clock, Ticker &ticker, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    connect(&store, &Store::changed, this, &JobFacts::onChanged);
    connect(&ticker, &Ticker::second, this, &JobFacts::onSecond);
    rebuild();
}

bool JobFacts::countsComplete(const Job &job) const
{
    return job.directoriesTotal > 0 && m_store.counts(job.id).total() >= job.directoriesTotal;
}

int JobFacts::remaining(const Job &job) const
{
    if (countsComplete(job)) {
        const JobCounts counts = m_store.counts(job.id);
        return counts[JobCounts::Waiting] + counts[JobCounts::InFlight] + counts[JobCounts::Retrying];
    }
    return std::max(0, job.directoriesTotal - job.directoriesCompleted - job.directoriesFailed);
}

Instant JobFacts::began(const Job &job) const
{
    const Instant start = job.startedAt.value_or(job.createdAt);
    return std::max(start, m_resumed.value(job.id, start));
}

std::optional<Instant> JobFacts::quietSince(const Job &job) const
{
    if (job.state != JobState::InProgress)
        return {};
    const auto pace = m_paces.constFind(job.id);
    const auto last = pace == m_paces.cend() ? std::nullopt : pace->last();
    return last ? std::max(*last, began(job)) : began(job);
}

const JobBlock &JobFacts::block(const Job &job) const
{
    const Instant now = m_clock.now();
    auto it = m_blocks.find(job.id);
    if (it == m_blocks.end() || now - it->at >= blockLifetime || now < it->at)
        it = m_blocks.insert(job.id, {findBlock(m_store, job, now), now});
    return it->block;
}

EtaInput JobFacts::etaInput(const Job &job) const
{
    const Instant now = m_clock.now();
    EtaInput in;
    in.state = job.state;
    in.total = job.directoriesTotal;
    in.remaining = remaining(job);
    if (job.state != JobState::InProgress)
        return in;
    in.inFlight = m_store.counts(job.id)[JobCounts::InFlight];
    in.allBlocked = in.inFlight == 0 && block(job).all;
    in.observed = now - began(job);
    in.quiet = now - quietSince(job).value_or(now);
    in.pressure = m_pressure.value(job.id);
    if (const Package *package = m_store.packages().find(job.package))
        in.concurrency = package->concurrency;
    if (const auto pace = m_paces.constFind(job.id); pace != m_paces.cend()) {
        const auto rate = pace->rate(now, began(job));
        in.ratePerSecond = rate.perSecond;
        in.samples = rate.samples;
    }
    return in;
}

JobEstimate JobFacts::estimate(const Job &job) const
{
    const EtaInput in = etaInput(job);
    const Eta eta = estimateEta(in);
    JobEstimate out;
    out.etaKind = eta.kind;
    out.etaLow = eta.low;
    out.etaHigh = eta.high;
    if (job.state == JobState::Paused) {
        out.nowKind = NowKind::Paused;
        return out;
    }
    if (job.state != JobState::InProgress)
        return out;
    if (in.observed >= etaSilence)
        out.ratePerMin = calmRate(in.ratePerSecond * 60);
    if (eta.kind == EtaKind::Stalled)
        out.nowKind = NowKind::Stalled;
    if (in.inFlight > 0) {
        if (eta.kind != EtaKind::Stalled)
            out.nowKind = NowKind::Directory;
        out.nowAt = job.currentDirectory;
        const auto started = out.nowAt.isEmpty() ? m_started.value(job.id) : DirectoryId();
        if (const Directory *directory = m_store.directories().find(started))
            out.nowAt = directory->name;
    } else if (in.allBlocked) {
        const JobBlock &held = block(job);
        out.nowKind = held.kind;
        out.nowAt = held.directory;
        out.nowUntil = held.until;
    }
    return out;
}

void JobFacts::clear()
{
    m_paces.clear();
    m_resumed.clear();
    m_states.clear();
    m_started.clear();
    m_blocks.clear();
    m_pressure.clear();
}

void JobFacts::rebuild()
{
    clear();
    for (const Job &job : m_store.jobs().rows())
        m_states.insert(job.id, job.state);
    for (const Submission &submission : m_store.submissions().rows())
        noteSubmission(submission);
    queueUp();
}

void JobFacts::onChanged(const Changed &changed)
{
    if (changed.reset) {
        rebuild();
        return;
    }
    for (const JobId &id : changed.jobs.inserted)
        noteJob(id);
    for (const JobId &id : changed.jobs.updated)
        noteJob(id);
    for (const auto *ids : {&changed.submissions.inserted, &changed.submissions.updated}) {
        for (const SubmissionId &id : *ids) {
            if (const Submission *submission = m_store.submissions().find(id))
                noteSubmission(*submission);
        }
    }
    if (!changed.directories.empty())
        m_blocks.clear();
    for (const JobId &id : changed.touchedJobs)
        m_blocks.remove(id);
}

void JobFacts::noteJob(JobId id)
{
    const Job *job = m_store.jobs().find(id);
    if (!job)
        return;
    const auto before = m_states.constFind(id);
    const bool wentOn = before != m_states.cend() && *before != JobState::InProgress && *before != JobState::Pending &&
                        job->state == JobState::InProgress;
    if (wentOn)
        m_resumed.insert(id, std::max(m_clock.now(), job->updatedAt)); // the clock may stand
    m_states.insert(id, job->state);
}

void JobFacts::noteSubmission(const Submission &submission)
{
    if (submission.state == SubmissionState::Submitting)
        m_started.insert(submission.job, submission.directory);
    const auto at = settledAt(submission);
    if (at && m_clock.now() - *at < paceWindow) {
        m_paces[submission.job].settled(submission.id, *at);
        return;
    }
    if (const auto pace = m_paces.find(submission.job); pace != m_paces.end())
        pace->unsettled(submission.id);
}

/// How much of the fleet the jobs ahead in the queue can take; source: contracts/domain.md "Queue order".
void JobFacts::queueUp()
{
    m_pressure.clear();
    int workers = 0;
    for (const Worker &worker : m_store.workers().rows())
        workers += worker.state == WorkerState::Online;
    if (m_store.workers().size() == 0)
        return;
    std::vector<const Job *> queue;
    for (const Job &job : m_store.jobs().rows()) {
        if (job.state == JobState::InProgress)
            queue.push_back(&job);
    }
    std::sort(queue.begin(), queue.end(), [](const Job *a, const Job *b) {
        if (a->priorityScore != b->priorityScore)
            return a->priorityScore < b->priorityScore;
        return a->createdAt != b->createdAt ? a->createdAt < b->createdAt : a->id < b->id;
    });
    double ahead = 0;
    for (const Job *job : queue) {
        m_pressure.insert(job->id, workers == 0 ? 1.0 : std::min(1.0, ahead / workers));
        const Package *package = m_store.packages().find(job->package);
        ahead += std::min(package ? package->concurrency : 1, remaining(*job));
    }
}

void JobFacts::prune()
{
    const Instant now = m_clock.now();
    for (auto it = m_paces.begin(); it != m_paces.end();) {
        const auto last = it->last();
        it = !last || now - *last >= paceWindow ? m_paces.erase(it) : std::next(it);
    }
}

void JobFacts::onSecond()
{
    if (++m_seconds % 60 == 0)
        prune();
    queueUp();
    Q_EMIT aged();
}

} // namespace bolt
