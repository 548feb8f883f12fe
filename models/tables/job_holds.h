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
    /// Until then nothing here changes by itself.
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

/// What one submission adds to the holds of its job.
struct HeldOne
{
    SubmissionId submission;
    DirectoryId directory;
    std::optional<Instant> since;
    std::optional<Instant> until;
    std::optional<Instant> changesAt;    ///< by itself
    HoldKind kind = HoldKind::HoldCount; ///< HoldCount: done, or skipped
    bool failed = false;
};

/// The holds of one job, brought up to date by what changed alone: as findHolds() answers, without `last`.
class KeptHolds
{
public:
    KeptHolds(const Store &store, JobId job, Instant now);

    /// A new submission of the job, or one that changed. False: not stillTrue(), and nothing was done.
    bool note(const Store &store, const Submission &changed, Instant now);
    /// Time alone changed nothing so far.
    bool stillTrue(Instant now) const;
    /// No submission went, came back, or came from another job.
    bool isOf(std::span<const SubmissionId> ids) const;
    const JobHolds &holds();

private:
    std::vector<HeldOne> m_all; ///< in the order of Store::submissionsOf()
    JobHolds m_holds;
    Instant m_at;
    bool m_stale = false;
};

} // namespace bolt
