// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace bolt {

/// What a submission waits for.
enum class HoldKind : quint8 {
    InFlight,      ///< nothing: it is being submitted
    Ready,         ///< a worker, or its job's turn
    ShutOff,       ///< its directory, which is shut off
    RateLimited,   ///< its time: the directory said to come later
    RetryWait,     ///< its time: it failed, or staff set one
    Captcha,       ///< a person
    Contact,       ///< a person: phone or e-mail
    Person,        ///< a person: log-in and all else
    Unheard,       ///< a state that this version does not know
    FailedForGood, ///< nothing: it is over, unless staff retry it
    HoldCount
};
inline constexpr int holdCount = int(HoldKind::HoldCount);

/// All submissions of a job that wait for the same.
struct Hold
{
    int n = 0;
    std::optional<Instant> since; ///< of the one that waits longest
    std::optional<Instant> until; ///< of the one that is free first
    SubmissionId submission;      ///< the one that is free first, else the one that waits longest
    DirectoryId directory;        ///< its directory
    bool operator==(const Hold &) const = default;
};

/// The newest end of an attempt.
struct LastEnd
{
    Instant at;
    SubmissionState state = SubmissionState::Unknown;
    QString code;
    DirectoryId directory;
    bool operator==(const LastEnd &) const = default;
};

/// What is left of a job, by what it waits for: disjoint, and together all that is neither done nor over.
struct JobHolds
{
    std::array<Hold, holdCount> by;
    int shutDirectories = 0;
    int retryable = 0; ///< of FailedForGood, those that staff may retry
    std::optional<LastEnd> last;
    /// When the first of those that wait for a time may begin: until then nothing here changes by itself.
    std::optional<Instant> changesAt;

    const Hold &operator[](HoldKind kind) const { return by[size_t(kind)]; }
    int n(HoldKind kind) const { return by[size_t(kind)].n; }
    int person() const { return n(HoldKind::Captcha) + n(HoldKind::Contact) + n(HoldKind::Person); }
    int timed() const { return n(HoldKind::ShutOff) + n(HoldKind::RateLimited) + n(HoldKind::RetryWait); }
    /// What goes on without a person.
    int byItself() const { return n(HoldKind::InFlight) + n(HoldKind::Ready) + timed(); }
    int left() const { return byItself() + person() + n(HoldKind::Unheard); }
    /// Nothing is under way and nothing could begin, yet something will.
    bool onlyTimed() const { return timed() > 0 && timed() == byItself(); }
    /// Of those that wait for a time, the kind that is free first.
    HoldKind firstTimed() const;
    bool operator==(const JobHolds &) const = default;
};

/// Looks at each submission of the job.
JobHolds findHolds(const Store &store, JobId job, Instant now);

} // namespace bolt
