// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_holds.h"

#include <QSet>
#include <algorithm>

namespace bolt {

namespace {

bool isShut(const Directory *directory, Instant now)
{
    return directory && directory->circuit == CircuitState::Open &&
           (!directory->circuitOpenUntil || *directory->circuitOpenUntil > now);
}

/// A submission that a worker may take, or will: when it could, or what keeps it.
void holdWork(HeldOne &one, const Submission &s, const Directory *directory, Instant now)
{
    const bool early = s.nextRetryAt && *s.nextRetryAt > now;
    one.since = s.failedAt;
    if (isShut(directory, now)) {
        one.kind = HoldKind::ShutOff;
        one.until = one.changesAt = directory->circuitOpenUntil;
        if (one.until && early)
            one.until = std::max(*one.until, *s.nextRetryAt);
        return;
    }
    if (early || retryIsUnread(s)) {
        one.kind = s.lastErrorCode == u"RATE_LIMITED" ? HoldKind::RateLimited : HoldKind::RetryWait;
        one.until = one.changesAt = s.nextRetryAt;
        return;
    }
    one.kind = HoldKind::Ready;
    one.since = s.nextRetryAt ? s.nextRetryAt : ifRead(s.createdAt);
    if (directory && directory->circuit == CircuitState::Open)
        one.since = std::max(one.since, directory->circuitOpenUntil);
}

HoldKind personOf(const QString &code)
{
    if (code == u"CAPTCHA")
        return HoldKind::Captcha;
    return code == u"PHONE_VERIFICATION" || code == u"EMAIL_VERIFICATION" ? HoldKind::Contact : HoldKind::Person;
}

HeldOne heldOne(const Store &store, const Submission &s, Instant now)
{
    HeldOne one{s.id, s.directory, {}, {}, {}, HoldKind::HoldCount, s.state == SubmissionState::Failed};
    switch (bucketOf(s)) {
    case JobCounts::InFlight:
        one.kind = HoldKind::InFlight;
        one.since = ifRead(s.updatedAt);
        break;
    case JobCounts::Waiting:
    case JobCounts::Retrying:
        holdWork(one, s, store.directories().find(s.directory), now);
        break;
    case JobCounts::Manual:
        one.kind = personOf(s.lastErrorCode);
        one.since = s.failedAt ? s.failedAt : ifRead(s.updatedAt);
        break;
    case JobCounts::Failed:
        one.kind = HoldKind::FailedForGood;
        one.since = s.failedAt ? s.failedAt : ifRead(s.updatedAt);
        break;
    case JobCounts::Other:
        one.kind = HoldKind::Unheard;
        one.since = ifRead(s.updatedAt);
        break;
    default:
        break;
    }
    return one;
}

bool isSooner(const std::optional<Instant> &a, const std::optional<Instant> &b) { return a && (!b || *a < *b); }

void add(Hold &hold, const HeldOne &one)
{
    const bool timed = one.until.has_value() || hold.until.has_value();
    const bool leads = timed ? isSooner(one.until, hold.until) : isSooner(one.since, hold.since);
    if (hold.n++ == 0 || leads) {
        hold.directory = one.directory;
        hold.submission = one.submission;
    }
    if (isSooner(one.until, hold.until))
        hold.until = one.until;
    if (isSooner(one.since, hold.since))
        hold.since = one.since;
}

JobHolds sumOf(std::span<const HeldOne> all)
{
    JobHolds holds;
    QSet<DirectoryId> shut;
    for (const HeldOne &one : all) {
        if (one.kind == HoldKind::HoldCount)
            continue;
        add(holds.by[size_t(one.kind)], one);
        holds.retryable += one.kind == HoldKind::FailedForGood && one.failed;
        if (one.kind == HoldKind::ShutOff)
            shut.insert(one.directory);
        if (isSooner(one.changesAt, holds.changesAt))
            holds.changesAt = one.changesAt;
    }
    holds.shutDirectories = int(shut.size());
    return holds;
}

std::optional<Instant> endedAt(const Submission &s)
{
    switch (s.state) {
    case SubmissionState::Submitted:
    case SubmissionState::Approved:
        return s.submittedAt ? s.submittedAt : s.approvedAt;
    case SubmissionState::Failed:
    case SubmissionState::Rejected:
    case SubmissionState::NeedsVerification:
        return s.failedAt ? s.failedAt : ifRead(s.updatedAt);
    default:
        return {};
    }
}

} // namespace

HoldKind JobHolds::firstTimed() const
{
    HoldKind first = HoldKind::ShutOff;
    for (const HoldKind kind : {HoldKind::ShutOff, HoldKind::RateLimited, HoldKind::RetryWait}) {
        if (n(kind) > 0 && (n(first) == 0 || isSooner((*this)[kind].until, (*this)[first].until)))
            first = kind;
    }
    return first;
}

JobHolds findHolds(const Store &store, JobId job, Instant now)
{
    JobHolds holds = KeptHolds(store, job, now).holds();
    for (const SubmissionId &id : store.submissionsOf(job)) {
        const Submission *s = store.submissions().find(id);
        const auto ended = endedAt(*s);
        if (ended && (!holds.last || *ended > holds.last->at))
            holds.last = LastEnd{*ended, s->state, s->lastErrorCode, s->directory};
    }
    return holds;
}

KeptHolds::KeptHolds(const Store &store, JobId job, Instant now)
    : m_at(now)
{
    const auto ids = store.submissionsOf(job);
    m_all.reserve(ids.size());
    for (const SubmissionId &id : ids)
        m_all.push_back(heldOne(store, *store.submissions().find(id), now));
    m_holds = sumOf(m_all);
}

bool KeptHolds::note(const Store &store, const Submission &changed, Instant now)
{
    if (!stillTrue(now))
        return false;
    m_at = now;
    m_stale = true;
    const HeldOne one = heldOne(store, changed, now);
    const auto it = std::find_if(m_all.begin(), m_all.end(),
                                 [&one](const HeldOne &known) { return known.submission == one.submission; });
    if (it == m_all.end())
        m_all.push_back(one);
    else
        *it = one;
    if (isSooner(one.changesAt, m_holds.changesAt))
        m_holds.changesAt = one.changesAt;
    return true;
}

bool KeptHolds::stillTrue(Instant now) const
{
    return now >= m_at && !(m_holds.changesAt && *m_holds.changesAt <= now);
}

bool KeptHolds::isOf(std::span<const SubmissionId> ids) const
{
    return std::equal(ids.begin(), ids.end(), m_all.begin(), m_all.end(),
                      [](const SubmissionId &id, const HeldOne &one) { return id == one.submission; });
}

const JobHolds &KeptHolds::holds()
{
    if (std::exchange(m_stale, false))
        m_holds = sumOf(m_all);
    return m_holds;
}

} // namespace bolt
