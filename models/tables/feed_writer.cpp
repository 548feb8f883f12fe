// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/feed_writer.h"

#include <algorithm>

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

/// Of a state that this version does not know nobody can say whether a worker left or came back.
bool isKnown(WorkerState state) { return state != WorkerState::Unknown; }
bool isUp(WorkerState state) { return state == WorkerState::Online || state == WorkerState::Draining; }

bool tellsWhy(int kind)
{
    return kind == FeedModel::Failed || kind == FeedModel::Retry || kind == FeedModel::Manual ||
           kind == FeedModel::Rejected;
}

FeedEntry entryFor(FeedModel::Kind kind, const Submission &submission, Instant at)
{
    FeedEntry entry;
    entry.kind = kind;
    entry.at = at;
    entry.submission = submission.id;
    entry.job = submission.job;
    entry.customer = submission.customer;
    entry.directory = submission.directory;
    entry.attempt = submission.attempt;
    entry.maxAttempts = submission.maxAttempts;
    if (tellsWhy(kind))
        entry.code = submission.lastErrorCode;
    if (kind == FeedModel::Retry && submission.state == SubmissionState::Failed)
        entry.until = submission.nextRetryAt;
    return entry;
}

/// Jobs whose submissions are looked through for the past: those that moved last.
constexpr size_t jobsOfThePast = 40;

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
    m_told.clear();
    m_begins.reset();
    m_recalled = 0;
    m_pastTold = false;
}

void FeedWriter::learn()
{
    m_jobs.clear();
    m_workers.clear();
    m_circuits.clear();
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
    if (!changed.activity.empty())
        recall(changed.activity);
    const bool news = !changed.snapshot;
    for (const Transition &transition : changed.transitions)
        writeTransition(transition);
    forEachRow(changed.jobs, [&](const JobId &id) { writeJob(id, news); });
    forEachRow(changed.workers, [&](const WorkerId &id) { writeWorker(id, news); });
    forEachRow(changed.directories, [&](const DirectoryId &id) { writeDirectory(id, news); });
}

void FeedWriter::recall(const std::vector<Activity> &activity)
{
    std::vector<FeedEntry> entries;
    for (const Activity &one : activity) {
        if (auto entry = entryOf(one))
            entries.push_back(std::move(*entry));
        m_begins = one.at;
    }
    m_recalled += int(entries.size());
    m_feed.addOlder(entries);
}

std::optional<FeedEntry> FeedWriter::entryOf(const Activity &a) const
{
    FeedEntry entry;
    entry.at = timeOf(a.at);
    entry.job = a.job;
    entry.customer = a.customer;
    entry.directory = a.directory;
    entry.actor = a.worker.toString();
    entry.text = a.became;
    switch (a.table) {
    case Table::Submissions: {
        Submission then;
        then.id = a.submission;
        then.job = a.job;
        then.customer = a.customer;
        then.directory = a.directory;
        then.state = submissionState(a.became);
        then.lastErrorCode = a.code;
        then.attempt = a.attempt;
        then.maxAttempts = a.maxAttempts;
        then.nextRetryAt = a.until;
        const auto kind = kindOf({a.submission, submissionState(a.was), then.state, a.was.isEmpty()}, then);
        if (!kind)
            return {};
        FeedEntry told = entryFor(*kind, then, entry.at);
        told.actor = a.worker.toString();
        return told;
    }
    case Table::Jobs:
        entry.kind = jobState(a.became) == JobState::Completed ? FeedModel::JobDone : FeedModel::JobState;
        entry.n1 = a.done;
        entry.n2 = a.total;
        return entry;
    case Table::Workers: {
        const auto was = a.was.isEmpty() ? WorkerState::Offline : workerState(a.was);
        const auto is = workerState(a.became);
        if (!isKnown(was) || !isKnown(is) || isUp(was) == isUp(is))
            return {};
        entry.kind = isUp(is) ? FeedModel::WorkerBack : FeedModel::WorkerLost;
        return entry;
    }
    case Table::Directories:
        entry.kind = FeedModel::Circuit;
        entry.until = a.until;
        return entry;
    default:
        return {};
    }
}

void FeedWriter::tellPast()
{
    if (std::exchange(m_pastTold, true))
        return;
    const auto told = std::exchange(m_told, {});
    if (m_recalled >= enough)
        return;
    std::vector<const Job *> jobs;
    for (const Job &job : m_store.jobs().rows())
        jobs.push_back(&job);
    const auto later = [](const Job *a, const Job *b) { return a->updatedAt > b->updatedAt; };
    const size_t some = std::min(jobsOfThePast, jobs.size());
    std::partial_sort(jobs.begin(), jobs.begin() + qptrdiff(some), jobs.end(), later);
    std::vector<FeedEntry> entries;
    for (size_t i = 0; i < some; ++i) {
        for (const SubmissionId &id : m_store.submissionsOf(jobs[i]->id)) {
            const Submission *submission = m_store.submissions().find(id);
            auto entry = submission && !told.contains(id) ? pastOf(*submission) : std::nullopt;
            if (entry && (!m_begins || entry->at < *m_begins))
                entries.push_back(std::move(*entry));
        }
    }
    const auto newer = [](const FeedEntry &a, const FeedEntry &b) { return a.at > b.at; };
    const size_t shown = std::min(entries.size(), size_t(enough - m_recalled));
    std::partial_sort(entries.begin(), entries.begin() + qptrdiff(shown), entries.end(), newer);
    entries.resize(shown);
    m_feed.addOlder(entries);
}

/// Only what the record names a time for; who did it, it does not say.
std::optional<FeedEntry> FeedWriter::pastOf(const Submission &submission) const
{
    std::optional<Instant> at;
    if (submission.state == SubmissionState::Approved)
        at = submission.approvedAt;
    else if (submission.state == SubmissionState::Submitted)
        at = submission.submittedAt;
    else if (submission.state == SubmissionState::Failed || submission.state == SubmissionState::Rejected)
        at = submission.failedAt;
    const auto kind = kindOf({submission.id, submission.state, submission.state, false}, submission);
    if (!at || !kind)
        return {};
    return entryFor(*kind, submission, timeOf(*at));
}

void FeedWriter::writeTransition(const Transition &transition)
{
    const Submission *submission = m_store.submissions().find(transition.id);
    if (!submission)
        return;
    const auto kind = kindOf(transition, *submission);
    if (!kind)
        return;
    FeedEntry entry = entryFor(*kind, *submission, timeOf(submission->updatedAt));
    if (!m_pastTold)
        m_told.insert(submission->id);
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
    // A failed job goes on also when it is resumed; then nobody reopened it.
    const bool reopened =
        before != m_jobs.cend() && isActive(job->state) &&
        (*before == JobState::Completed || (*before == JobState::Failed && !job->reopenedBy.isEmpty()));
    m_jobs.insert(id, job->state);
    if (!changed || !news)
        return;
    FeedEntry entry;
    entry.kind = job->state == JobState::Completed ? FeedModel::JobDone : FeedModel::JobState;
    entry.at = timeOf(job->updatedAt);
    entry.job = id;
    entry.customer = job->customer;
    entry.actor = reopened ? job->reopenedBy : job->worker.toString();
    entry.n1 = job->directoriesCompleted;
    entry.n2 = job->directoriesTotal;
    entry.text = reopened ? QStringLiteral("reopened") : saidWord(job->state, job->stateWord);
    m_feed.add(std::move(entry));
}

void FeedWriter::writeWorker(const WorkerId &id, bool news)
{
    const Worker *worker = m_store.workers().find(id);
    if (!worker)
        return;
    const auto before = m_workers.constFind(id);
    const auto was = before == m_workers.cend() ? WorkerState::Offline : *before;
    const bool is = isUp(worker->state);
    if (!isKnown(worker->state))
        return;
    m_workers.insert(id, worker->state);
    if (!news || !isKnown(was) || isUp(was) == is)
        return;
    FeedEntry entry;
    entry.kind = is ? FeedModel::WorkerBack : FeedModel::WorkerLost;
    entry.at = timeOf(worker->updatedAt);
    entry.actor = id.toString();
    entry.text = saidWord(worker->state, worker->stateWord);
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
    entry.at = timeOf(directory->updatedAt);
    entry.directory = id;
    entry.until = directory->circuitOpenUntil;
    entry.text = saidWord(directory->circuit, directory->circuitWord);
    m_feed.add(std::move(entry));
}

/// By the server's clock, as on disk; never in the future of this one. Where rows carry no time: now.
Instant FeedWriter::timeOf(Instant row) const
{
    const Instant now = m_clock.now();
    return row == Instant() ? now : std::min(row, now);
}

FeedEntry FeedWriter::entryOf(const ActionStatus &status, Instant at) const
{
    FeedEntry entry;
    entry.kind = FeedModel::You;
    entry.at = at;
    entry.text = wordOf(status.command.verb);
    entry.n1 = status.applied;
    entry.n2 = int(status.rejected.size());
    if (status.phase == ActionStatus::Phase::Refused)
        entry.code = status.error && !status.error->code.isEmpty() ? status.error->code : QStringLiteral("refused");
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
    return entry;
}

FeedEntry FeedWriter::entryOf(const BulkStatus &status, Instant at)
{
    FeedEntry entry;
    entry.kind = FeedModel::You;
    entry.at = at;
    entry.text = wordOf(status.verb);
    entry.n1 = status.applied;
    entry.n2 = status.refused;
    if (status.phase == BulkStatus::Phase::Expired)
        entry.code = QStringLiteral("expired");
    else if (status.phase == BulkStatus::Phase::Aborted)
        entry.code = QStringLiteral("cancelled");
    return entry;
}

void FeedWriter::writeAction(const ActionStatus &status)
{
    m_feed.add(entryOf(status, timeOf(status.settledAt.value_or(m_clock.now()))));
}

void FeedWriter::writeBulk(const BulkStatus &status)
{
    m_feed.add(entryOf(status, timeOf(status.settledAt.value_or(m_clock.now()))));
}

/// Of an older record it is only known when it was asked for.
void FeedWriter::recallAction(const ActionStatus &status)
{
    m_feed.addOlder({entryOf(status, timeOf(status.settledAt.value_or(status.createdAt)))});
}

void FeedWriter::recallBulk(const BulkStatus &status)
{
    m_feed.addOlder({entryOf(status, timeOf(status.settledAt.value_or(status.createdAt)))});
}

} // namespace bolt
