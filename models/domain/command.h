// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/domain/role.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace bolt {

/// What a person asked for. It carries ids, never rows, and goes through ports/action_gateway.h only.
struct Command
{
    enum class Verb : quint8 {
        RetrySubmissions,
        SkipSubmissions,
        VerifySubmissions,
        RetryFailedOfJob,
        PauseJob,
        ResumeJob,
        CancelJob,
        ChangePriority ///< `priorityOverride`; nothing gives the job back to its package's priority
    };
    Verb verb = Verb::RetrySubmissions;
    std::vector<SubmissionId> submissions; ///< for the three submission verbs, at most 10,000
    JobId job;                             ///< for the job verbs
    std::optional<int> priorityOverride;
    bool operator==(const Command &) const = default;
};

/// The stable word of a verb, as it is stored and as `--act` takes it: `submissions.retry`, `jobs.pause`, …
QString wordOf(Command::Verb verb);
std::optional<Command::Verb> verbFromWord(QStringView word);
Permission neededPermission(Command::Verb verb);
constexpr bool isForSubmission(Command::Verb verb)
{
    return verb == Command::Verb::RetrySubmissions || verb == Command::Verb::SkipSubmissions ||
           verb == Command::Verb::VerifySubmissions;
}

/// One id the server did not take, with its words.
struct Rejection
{
    QString id;
    QString code;
    QString message;
    bool operator==(const Rejection &) const = default;
};

/// An action that is part of a bulk action (domain/bulk.h).
struct BulkPart
{
    /// What a person wants of the parts that are not sent yet. `Abort` outlives a part in flight that comes back
    /// undone.
    enum class Wish : quint8 { Go, Hold, Abort };
    BulkId id;
    Wish wish = Wish::Go;
    bool operator==(const BulkPart &) const = default;
};

/// Where an action stands. `Unknown` means the answer was lost and is being asked for again by key.
struct ActionStatus
{
    enum class Phase : quint8 { Waiting, Sending, Unknown, Applied, PartlyApplied, Refused, Cancelled, Expired };
    ActionId id;
    Command command;
    Phase phase = Phase::Waiting;
    int applied = 0;
    std::vector<Rejection> rejected;
    std::optional<Error> error; ///< of the last try, or the server's refusal
    int tries = 0;
    bool inDoubt = false; ///< one try was left without an answer: it may have been done
    Instant createdAt;
    std::optional<Instant> renewedAt; ///< a person gave it another actionLifetime
    std::optional<Instant> nextTryAt;
    Millis hold{0}; ///< how long a person may take it back before it is sent, counted anew by each start; zero: no more
    std::optional<Instant> heldUntil; ///< nothing while the link is away: the hold begins when it is back
    std::optional<Instant> settledAt; ///< when the answer, or the giving up, was seen here
    std::optional<BulkPart> bulk;
    bool operator==(const ActionStatus &) const = default;
};

/// How long an action that could not be sent is still meant: it is given up after it, unless a person says otherwise.
/// One that may have been done is asked about for ever, by its key, under which the server's audit holds it.
inline constexpr Seconds actionLifetime(24 * 3600);
inline Instant expiryOf(const ActionStatus &status)
{
    return status.renewedAt.value_or(status.createdAt) + actionLifetime;
}
inline int targetCount(const Command &command) { return command.job.isNull() ? int(command.submissions.size()) : 1; }
/// The ids it acts on: submissions, or the one job.
QStringList targetIds(const Command &command);

/// What a person asks for is held so long, so that it can be undone by never having been sent.
inline constexpr Seconds undoHold(8);
inline bool isHeld(const ActionStatus &status) { return status.hold > Millis(0); }

inline bool isSettled(ActionStatus::Phase phase) { return phase >= ActionStatus::Phase::Applied; }

} // namespace bolt
