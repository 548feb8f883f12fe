// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/feed_writer.h"

namespace bolt {

namespace {

/// Nothing for changes that are no news to a person: a new row in the queue.
std::optional<FeedModel::Kind> kindOf(const Transition &transition, const Submission &submission)
{
    switch (transition.to) {
    case SubmissionState::Approved:
        return FeedModel::Approved;
    case SubmissionState::Submitted:
        return FeedModel::Submitted;
    case SubmissionState::Rejected:
        return FeedModel::Rejected;
    case SubmissionState::Skipped:
        return FeedModel::Skipped;
    case SubmissionState::Submitting:
        return FeedModel::Started;
    case SubmissionState::NeedsVerification:
        return FeedModel::Manual;
    case SubmissionState::Pending:
        if (transition.isNew)
            return {};
        return FeedModel::Retry;
    case SubmissionState::Failed: {
        const auto bucket = bucketOf(submission);
        if (bucket == JobCounts::Retrying)
            return FeedModel::Retry;
        return bucket == JobCounts::Manual ? FeedModel::Manual : FeedModel::Failed;
    }
    case SubmissionState::Unknown:
        return {};
    }
    return {};
}

bool isUp(WorkerState state) { return state == WorkerState::Online || state == WorkerState::Draining; }

template<class Change, class Fn>
void forEachRow(const Change &change, Fn fn)
{
    for (const auto &id : change.inserted)
        fn(id);
    for (const auto &id : change.updated)
        fn(id);
}

} // namespace

FeedWriter::FeedWriter(const Store &store, const Clock &clock, FeedModel &feed)
    : m_store(store)
    , m_clock(clock)
    , m_feed(feed)
{
    learn();
}

void FeedWriter::clear()
{
    m_jobs.clear();
    m_workers.clear();
    m_circuits.clear();
}

void FeedWriter::learn()
{
    clear();
    for (const Job &job : m_store.jobs().rows())
        m_jobs.insert(job.id, job.state);
    for (const Worker &worker : m_store.workers().rows())
        m_workers.insert(worker.id, worker.state);
    for (const Directory &directory : m_store.directories().rows())
        m_circuits.insert(directory.id, directory.circuit);
}

void FeedWriter::write(const Changed &changed)
{
    if (changed.reset) {
        learn();
        return;
    }
    const bool news = !changed.snapshot;
    for (const Transition &transition : changed.transitions)
        writeTransition(transition);
    forEachRow(changed.jobs, [&](const JobId &id) { writeJob(id, news); });
    forEachRow(changed.workers, [&](const WorkerId &id) { writeWorker(id, news); });
    forEachRow(changed.directories, [&](const DirectoryId &id) { writeDirectory(id, news); });
}

void FeedWriter::writeTransition(const Transition &transition)
{
    const Submission *submission = m_store.submissions().find(transition.id);
    if (!submission)
        return;
    const auto kind = kindOf(transition, *submission);
    if (!kind)
        return;
    FeedEntry entry;
    entry.kind = *kind;
    entry.at = m_clock.now();
    entry.submission = submission->id;
    entry.job = submission->job;
    entry.customer = submission->customer;
    entry.directory = submission->directory;
    entry.attempt = submission->attempt;
    entry.maxAttempts = submission->maxAttempts;
    if (*kind == FeedModel::Failed || *kind == FeedModel::Retry || *kind == FeedModel::Manual ||
        *kind == FeedModel::Rejected)
        entry.code = submission->lastErrorCode;
    if (*kind == FeedModel::Retry && transition.to == SubmissionState::Failed)
        entry.until = submission->nextRetryAt;
    if (const Job *job = m_store.jobs().find(submission->job))
        entry.actor = job->worker.toString();
    m_feed.add(std::move(entry));
}

void FeedWriter::writeJob(JobId id, bool news)
{
    const Job *job = m_store.jobs().find(id);
    if (!job)
        return;
    const auto before = m_jobs.constFind(id);
    const bool changed = before == m_jobs.cend() || *before != job->state;
    m_jobs.insert(id, job->state);
    if (!changed || !news)
        return;
    FeedEntry entry;
    entry.kind = job->state == JobState::Completed ? FeedModel::JobDone : FeedModel::JobState;
    entry.at = m_clock.now();
    entry.job = id;
    entry.customer = job->customer;
    entry.actor = job->worker.toString();
    entry.n1 = job->directoriesCompleted;
    entry.n2 = job->directoriesTotal;
    entry.text = job->state == JobState::Unknown ? job->stateWord : wordOf(job->state);
    m_feed.add(std::move(entry));
}

void FeedWriter::writeWorker(const WorkerId &id, bool news)
{
    const Worker *worker = m_store.workers().find(id);
    if (!worker)
        return;
    const auto before = m_workers.constFind(id);
    const bool known = before != m_workers.cend();
    const bool was = known && isUp(*before);
    const bool is = isUp(worker->state);
    m_workers.insert(id, worker->state);
    if (!news || was == is)
        return;
    FeedEntry entry;
    entry.kind = is ? FeedModel::WorkerBack : FeedModel::WorkerLost;
    entry.at = m_clock.now();
    entry.actor = id.toString();
    entry.text = worker->state == WorkerState::Unknown ? QString() : wordOf(worker->state);
    m_feed.add(std::move(entry));
}

void FeedWriter::writeDirectory(DirectoryId id, bool news)
{
    const Directory *directory = m_store.directories().find(id);
    if (!directory)
        return;
    const auto before = m_circuits.constFind(id);
    const bool changed = before != m_circuits.cend() && *before != directory->circuit;
    m_circuits.insert(id, directory->circuit);
    if (!changed || !news)
        return;
    FeedEntry entry;
    entry.kind = FeedModel::Circuit;
    entry.at = m_clock.now();
    entry.directory = id;
    entry.until = directory->circuitOpenUntil;
    entry.text = wordOf(directory->circuit);
    m_feed.add(std::move(entry));
}

void FeedWriter::writeAction(const ActionStatus &status, const QString &actor)
{
    if (!isSettled(status.phase))
        return;
    FeedEntry entry;
    entry.kind = FeedModel::You;
    entry.at = m_clock.now();
    entry.text = wordOf(status.command.verb);
    entry.actor = actor;
    entry.n1 = status.applied;
    entry.n2 = int(status.rejected.size());
    if (status.phase == ActionStatus::Phase::Refused)
        entry.code = status.error ? status.error->code : QString();
    else if (status.phase == ActionStatus::Phase::Cancelled)
        entry.code = QStringLiteral("cancelled");
    else if (status.phase == ActionStatus::Phase::Expired)
        entry.code = QStringLiteral("expired");
    entry.job = status.command.job;
    if (status.command.submissions.size() == 1) {
        entry.submission = status.command.submissions.front();
        if (const Submission *submission = m_store.submissions().find(entry.submission)) {
            entry.job = submission->job;
            entry.directory = submission->directory;
        }
    }
    if (const Job *job = m_store.jobs().find(entry.job))
        entry.customer = job->customer;
    m_feed.add(std::move(entry));
}

} // namespace bolt
