// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_facts.h"

#include "models/tables/ticker.h"

#include <algorithm>

namespace bolt {

namespace {

constexpr std::chrono::hours paceWindow{1};
// Time moves what was counted bit by bit, and words by the minute: all of it is looked at on the same whole seconds.
constexpr Seconds together{10}, paceStep{30};

Instant nextWhole(Instant at, Seconds step)
{
    const auto since = at.time_since_epoch();
    return Instant(since - (since % Micros(step)) + Micros(step));
}

/// When a worker was done with it; nothing while work is still expected, and for what a person put aside.
std::optional<Instant> settledAt(const Submission &s)
{
    switch (bucketOf(s)) {
    case JobCounts::Approved:
    case JobCounts::Submitted:
        return s.submittedAt ? s.submittedAt : s.approvedAt ? s.approvedAt : ifRead(s.updatedAt);
    case JobCounts::Failed:
        if (s.state == SubmissionState::Rejected && s.submittedAt)
            return s.submittedAt;
        return s.failedAt ? s.failedAt : ifRead(s.updatedAt);
    case JobCounts::Manual:
        return s.failedAt ? s.failedAt : ifRead(s.updatedAt);
    default:
        return {};
    }
}

bool isOpen(const Job &job) { return job.state == JobState::Pending || job.state == JobState::InProgress; }

} // namespace

JobFacts::JobFacts(const Store &store, const Clock &clock, Ticker &ticker, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_ends(clock)
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
    const auto count = [](int of) { return std::max<qint64>(0, of); }; // whatever the server says
    return int(std::max<qint64>(0, count(job.directoriesTotal) - count(job.directoriesCompleted) -
                                       count(job.directoriesFailed)));
}

std::optional<Instant> JobFacts::began(const Job &job) const
{
    const bool unread = !job.startedAt && job.odd.has(QLatin1StringView("started_at"));
    const auto start = job.startedAt || unread ? job.startedAt : ifRead(job.createdAt);
    const auto resumed = m_resumed.constFind(job.id);
    return resumed == m_resumed.cend() ? start : std::max(start, std::optional(*resumed));
}

std::optional<Instant> JobFacts::quietSince(const Job &job) const
{
    if (job.state != JobState::InProgress)
        return {};
    const auto pace = m_paces.constFind(job.id);
    const auto last = pace == m_paces.cend() ? std::nullopt : pace->last();
    return std::max(last, began(job));
}

const JobHolds &JobFacts::keptHolds(JobId job) const
{
    const Instant now = m_clock.now();
    auto it = m_holds.find(job);
    if (it == m_holds.end() || !it->stillTrue(now))
        it = m_holds.insert(job, KeptHolds(m_store, job, now));
    return it->holds();
}

JobHolds JobFacts::coarseHolds(const Job &job) const
{
    const JobCounts counts = m_store.counts(job.id);
    JobHolds holds;
    const auto set = [&holds](HoldKind kind, int n) { holds.by[size_t(kind)].n = n; };
    set(HoldKind::InFlight, counts[JobCounts::InFlight]);
    set(HoldKind::Ready, counts[JobCounts::Waiting] + counts[JobCounts::Retrying]);
    set(HoldKind::Person, counts[JobCounts::Manual]);
    set(HoldKind::Unheard, counts[JobCounts::Other]);
    set(HoldKind::FailedForGood, counts[JobCounts::Failed]);
    return holds;
}

Pace JobFacts::paceOf(const Job &job) const
{
    const Instant now = m_clock.now();
    Pace pace;
    pace.total = job.directoriesTotal;
    pace.remaining = remaining(job);
    pace.pressure = m_queue.value(job.id).pressure;
    const auto since = began(job);
    if (job.state != JobState::InProgress || !since)
        return pace;
    pace.observed = now - *since;
    if (const Package *package = m_store.packages().find(job.package))
        pace.concurrency = package->concurrency;
    if (const auto seen = m_paces.constFind(job.id); seen != m_paces.cend()) {
        const auto rate = seen->rate(now, *since);
        pace.ratePerSecond = rate.perSecond;
        pace.samples = rate.samples;
    }
    return pace;
}

QString JobFacts::directoryAt(const Job &job) const
{
    if (m_store.counts(job.id)[JobCounts::InFlight] == 0)
        return {};
    if (!job.currentDirectory.isEmpty())
        return job.currentDirectory;
    const Directory *directory = m_store.directories().find(m_started.value(job.id));
    return directory ? directory->name : QString();
}

StandingInput JobFacts::input(const Job &job, JobHolds holds) const
{
    StandingInput in;
    in.state = job.state;
    in.countsKnown = countsComplete(job);
    in.crew = m_crew;
    in.now = m_clock.now();
    in.pausedBy = job.pausedBy;
    in.pausedAt = job.pausedAt;
    in.holds = std::move(holds);
    if (!isOpen(job))
        return in;
    const Queued queued = m_queue.value(job.id);
    in.quietSince = quietSince(job);
    in.freeSince = queued.freeSince;
    in.pressure = queued.pressure;
    in.place = queued.place;
    in.places = m_waiting;
    in.perMinute = m_ends.perMinute(job.id);
    in.pace = paceOf(job);
    in.at = directoryAt(job);
    return in;
}

JobStanding JobFacts::standing(const Job &job) const
{
    if (!isOpen(job) || !countsComplete(job))
        return standingOf(input(job, {}));
    const bool flying = m_store.counts(job.id)[JobCounts::InFlight] > 0;
    return standingOf(input(job, flying ? coarseHolds(job) : keptHolds(job.id)));
}

std::optional<Instant> JobFacts::nextLook(const Job &job, const JobStanding &standing) const
{
    if (!isOpen(job) || !countsComplete(job))
        return {};
    std::optional<Instant> at;
    const auto sooner = [&at](Instant then) { at = at ? std::min(*at, then) : then; };
    const Instant now = m_clock.now();
    if (m_fades.value(job.id) > now)
        sooner(nextWhole(now, together));
    else if (m_paces.contains(job.id))
        sooner(nextWhole(now, paceStep));
    std::optional<Instant> readySince;
    if (m_store.counts(job.id)[JobCounts::InFlight] == 0) {
        const JobHolds &holds = keptHolds(job.id);
        readySince = holds[HoldKind::Ready].since;
        if (holds.changesAt)
            sooner(*holds.changesAt);
    }
    if (standing.kind == Standing::Stuck && standing.since) {
        constexpr std::chrono::minutes aMinute{1};
        const auto whole = std::chrono::floor<std::chrono::minutes>(now - *standing.since);
        sooner(nextWhole(*standing.since + whole + aMinute, together));
        return at;
    }
    // Whoever may get stuck does so this long after the latest of these.
    for (const auto &since : {quietSince(job), m_queue.value(job.id).freeSince, readySince}) {
        if (since && *since + stallAfter > now)
            sooner(*since + stallAfter);
    }
    return at;
}

StandingInput JobFacts::closeLook(const Job &job) const
{
    return input(job, findHolds(m_store, job.id, m_clock.now()));
}

void JobFacts::clear()
{
    m_ends.clear();
    m_paces.clear();
    m_resumed.clear();
    m_states.clear();
    m_started.clear();
    m_holds.clear();
    m_queue.clear();
    m_moved.clear();
    m_fades.clear();
    m_waiting = 0;
    m_queueStale = true;
    ++m_common;
}

void JobFacts::rebuild()
{
    clear();
    for (const Job &job : m_store.jobs().rows())
        m_states.insert(job.id, job.state);
    for (const Submission &submission : m_store.submissions().rows())
        noteSubmission(submission);
    lookAtCrew();
    queueUp(false);
}

void JobFacts::onChanged(const Changed &changed)
{
    if (changed.reset) {
        rebuild();
        noteEnds(changed);
        return;
    }
    noteEnds(changed);
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
    noteHolds(changed);
    m_common += !changed.directories.empty();
    m_queueStale =
        m_queueStale || !changed.touchedJobs.empty() || !changed.packages.empty() || !changed.directories.empty();
}

void JobFacts::noteEnds(const Changed &changed)
{
    m_ends.apply(changed);
    m_common += !changed.attemptsGone.empty();
    const Instant from = m_clock.now() - RecentEnds::span;
    for (const EndedAttempt &attempt : changed.attempts) {
        if (attempt.endedAt <= from)
            continue;
        Instant &until = m_fades[attempt.job];
        until = std::max(until, attempt.endedAt + RecentEnds::span);
        m_moved.insert(attempt.job);
    }
}

void JobFacts::setEndsKnown(bool known)
{
    m_common += known != m_ends.known();
    m_ends.setKnown(known);
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

void JobFacts::noteHolds(const Changed &changed)
{
    if (!changed.directories.empty()) {
        m_holds.clear();
        return;
    }
    const Instant now = m_clock.now();
    for (const auto *ids : {&changed.submissions.inserted, &changed.submissions.updated}) {
        for (const SubmissionId &id : *ids) {
            const Submission *submission = m_store.submissions().find(id);
            const auto kept = submission ? m_holds.find(submission->job) : m_holds.end();
            if (kept != m_holds.end() && !kept->note(m_store, *submission, now))
                m_holds.erase(kept);
        }
    }
    // A submission that went is not told with its job, nor is a job that ended asked about again.
    for (const JobId &id : changed.touchedJobs) {
        const auto kept = m_holds.find(id);
        if (kept == m_holds.end())
            continue;
        const Job *job = m_store.jobs().find(id);
        if (!job || !isOpen(*job) || !kept->isOf(m_store.submissionsOf(id)))
            m_holds.erase(kept);
    }
}

/// How many workers the job can take now.
int JobFacts::lanes(const Job &job)
{
    const Package *package = m_store.packages().find(job.package);
    const int room = package ? package->concurrency : 1;
    if (!countsComplete(job) || m_store.counts(job.id)[JobCounts::InFlight] > 0)
        return std::min(room, remaining(job));
    const JobHolds &holds = keptHolds(job.id);
    if (holds.changesAt)
        m_queueMovesAt = std::min(m_queueMovesAt.value_or(*holds.changesAt), *holds.changesAt);
    return std::min(room, holds.n(HoldKind::Ready));
}

/// True when a crew that was gone is there again.
bool JobFacts::lookAtCrew()
{
    const Crew before = std::exchange(m_crew, crewOf(m_store.workers().rows(), m_workersListed, m_clock.now()));
    m_queueStale = m_queueStale || before.known != m_crew.known || before.online != m_crew.online;
    if (before.gone() != m_crew.gone() || before.goneSince != m_crew.goneSince)
        ++m_common;
    return before.gone() && !m_crew.gone();
}

/// How much of the fleet the jobs ahead in the queue can take, and who waits at which place; source:
/// contracts/domain.md "Queue order".
void JobFacts::queueUp(bool cameBack)
{
    const Instant now = m_clock.now();
    m_queueStale = false;
    m_queueMovesAt.reset();
    // Of a fleet that left, what it could take when it was there.
    const int workers = m_crew.gone() ? m_crew.known : m_crew.online;
    const QHash<JobId, Queued> before = std::exchange(m_queue, {});
    std::vector<const Job *> queue;
    for (const JobId &id : m_store.activeJobs()) {
        const Job *job = m_store.jobs().find(id);
        if (isOpen(*job))
            queue.push_back(job);
    }
    std::sort(queue.begin(), queue.end(), [](const Job *a, const Job *b) {
        if (a->priorityScore != b->priorityScore)
            return a->priorityScore < b->priorityScore;
        return a->createdAt != b->createdAt ? a->createdAt < b->createdAt : a->id < b->id;
    });
    double ahead = 0;
    const int waited = std::exchange(m_waiting, 0);
    for (const Job *job : queue) {
        const int taken = lanes(*job);
        Queued at;
        if (workers > 0)
            at.pressure = std::min(1.0, ahead / workers);
        if (taken > 0 && m_store.counts(job->id)[JobCounts::InFlight] == 0)
            at.place = ++m_waiting;
        // A worker is free for it for as long as is known, or since one became free or came back.
        if (const auto was = before.constFind(job->id); was != before.cend()) {
            const bool freed = cameBack || (was->pressure >= 1 && at.pressure < 1);
            at.freeSince = freed ? std::optional(now) : was->freeSince;
        }
        m_queue.insert(job->id, at);
        ahead += taken;
    }
    for (const Job *job : queue) {
        const Queued &at = m_queue[job->id];
        if (at != before.value(job->id) || (at.place > 0 && m_waiting != waited))
            m_moved.insert(job->id);
    }
}

void JobFacts::prune()
{
    const Instant now = m_clock.now();
    const auto pruned = m_paces.removeIf([now](const auto &pace) {
        const auto last = pace.value().last();
        return !last || now - *last >= paceWindow;
    });
    m_fades.removeIf([now](const auto &fade) { return fade.value() <= now; });
    if (pruned > 0)
        ++m_common; // a job of which no end is known is quiet since it began
}

void JobFacts::onSecond()
{
    if (++m_seconds % 60 == 0)
        prune();
    const bool cameBack = lookAtCrew();
    const Instant now = m_clock.now();
    const bool fellBack = now < std::exchange(m_lookedAt, now); // the data's clock: what was due is due no more
    if (m_queueStale || cameBack || fellBack || (m_queueMovesAt && *m_queueMovesAt <= now))
        queueUp(cameBack);
    Q_EMIT aged();
    m_moved.clear();
}

} // namespace bolt
