// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_holds.h"

#include <QSet>
#include <algorithm>

namespace bolt {

namespace {

struct Held
{
    HoldKind kind = HoldKind::Unheard;
    std::optional<Instant> since;
    std::optional<Instant> until;
};

bool isShut(const Directory *directory, Instant now)
{
    return directory && directory->circuit == CircuitState::Open &&
           (!directory->circuitOpenUntil || *directory->circuitOpenUntil > now);
}

/// Of a submission that a worker may take, or will: when it could, or what keeps it.
Held heldWork(const Submission &s, const Directory *directory, Instant now)
{
    const bool early = s.nextRetryAt && *s.nextRetryAt > now;
    if (isShut(directory, now)) {
        std::optional<Instant> until = directory->circuitOpenUntil;
        if (until && early)
            until = std::max(*until, *s.nextRetryAt);
        return {HoldKind::ShutOff, s.failedAt, until};
    }
    if (early)
        return {s.lastErrorCode == u"RATE_LIMITED" ? HoldKind::RateLimited : HoldKind::RetryWait, s.failedAt,
                s.nextRetryAt};
    std::optional<Instant> since = s.nextRetryAt.value_or(s.createdAt);
    if (directory && directory->circuit == CircuitState::Open)
        since = std::max(since, directory->circuitOpenUntil);
    return {HoldKind::Ready, since, {}};
}

HoldKind personOf(const QString &code)
{
    if (code == u"CAPTCHA")
        return HoldKind::Captcha;
    return code == u"PHONE_VERIFICATION" || code == u"EMAIL_VERIFICATION" ? HoldKind::Contact : HoldKind::Person;
}

/// Nothing for what is done or was skipped.
std::optional<Held> heldBy(const Submission &s, const Directory *directory, Instant now)
{
    switch (bucketOf(s)) {
    case JobCounts::InFlight:
        return Held{HoldKind::InFlight, s.updatedAt, {}};
    case JobCounts::Waiting:
    case JobCounts::Retrying:
        return heldWork(s, directory, now);
    case JobCounts::Manual:
        return Held{personOf(s.lastErrorCode), s.failedAt ? s.failedAt : s.updatedAt, {}};
    case JobCounts::Failed:
        return Held{HoldKind::FailedForGood, s.failedAt ? s.failedAt : s.updatedAt, {}};
    case JobCounts::Other:
        return Held{HoldKind::Unheard, s.updatedAt, {}};
    default:
        return {};
    }
}

bool isSooner(const std::optional<Instant> &a, const std::optional<Instant> &b) { return a && (!b || *a < *b); }

void add(Hold &hold, const Held &held, const Submission &s)
{
    const bool timed = held.until.has_value() || hold.until.has_value();
    const bool leads = timed ? isSooner(held.until, hold.until) : isSooner(held.since, hold.since);
    if (hold.n++ == 0 || leads) {
        hold.directory = s.directory;
        hold.submission = s.id;
    }
    if (isSooner(held.until, hold.until))
        hold.until = held.until;
    if (isSooner(held.since, hold.since))
        hold.since = held.since;
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
        return s.failedAt ? s.failedAt : s.updatedAt;
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
    JobHolds holds;
    QSet<DirectoryId> shut;
    for (const SubmissionId &id : store.submissionsOf(job)) {
        const Submission *s = store.submissions().find(id);
        if (!s)
            continue;
        const auto ended = endedAt(*s);
        if (ended && (!holds.last || *ended > holds.last->at))
            holds.last = LastEnd{*ended, s->state, s->lastErrorCode, s->directory};
        const auto held = heldBy(*s, store.directories().find(s->directory), now);
        if (!held)
            continue;
        add(holds.by[size_t(held->kind)], *held, *s);
        holds.retryable += held->kind == HoldKind::FailedForGood && s->state == SubmissionState::Failed;
        if (held->kind == HoldKind::ShutOff)
            shut.insert(s->directory);
        if (isSooner(held->until, holds.changesAt))
            holds.changesAt = held->until;
    }
    holds.shutDirectories = int(shut.size());
    return holds;
}

} // namespace bolt
