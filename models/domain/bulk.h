// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"

namespace bolt {

/// One wish for many things. Submissions for the three submission verbs, jobs for the others; the other list is empty.
struct BulkCommand
{
    Command::Verb verb = Command::Verb::RetrySubmissions;
    std::vector<SubmissionId> submissions;
    std::vector<JobId> jobs;
    std::optional<int> priorityOverride;
    size_t size() const { return submissions.size() + jobs.size(); }
    bool operator==(const BulkCommand &) const = default;
};

/// Where a bulk action stands, in things and not in parts. applied + refused + inFlight + unsent + untouched + expired
/// is `total`.
struct BulkStatus
{
    enum class Phase : quint8 {
        Waiting, ///< nothing of it is under way: not connected, or behind an action on the same target
        Running,
        Paused,  ///< what is not sent yet is held; a part in flight still comes to its end
        Aborted, ///< what was not sent yet never will be
        Expired, ///< some of it was given up, see actionLifetime
        Finished
    };
    BulkId id;
    Command::Verb verb = Command::Verb::RetrySubmissions;
    std::optional<int> priorityOverride;
    Phase phase = Phase::Waiting;
    bool settled = false; ///< nothing of it will change any more
    int total = 0;
    int applied = 0;
    int refused = 0;
    int inFlight = 0;  ///< sent and without an answer
    int unsent = 0;    ///< still to be sent
    int held = 0;      ///< of these, what a person may still undo
    int untouched = 0; ///< taken back before it was sent
    int expired = 0;
    bool renewable = false;          ///< something unsent may be given another day
    std::vector<Rejection> rejected; ///< one a thing, in the order of the frozen set
    std::optional<Error> error;      ///< of the last try of what is not settled
    std::optional<Instant> nextTryAt;
    std::optional<Instant> heldUntil; ///< ActionStatus::heldUntil
    Instant createdAt;
    std::optional<Instant> settledAt; ///< when the last of it was
    std::optional<Instant> expiresAt; ///< the first moment at which something unsettled is given up
    bool operator==(const BulkStatus &) const = default;
};

/// What a settled action did not do, a line a thing with the server's words; empty while it is on its way.
std::vector<Rejection> refusalsOf(const ActionStatus &status);

/// The sum of its parts, which are in order and at least one.
BulkStatus bulkOf(const std::vector<const ActionStatus *> &parts);

} // namespace bolt
