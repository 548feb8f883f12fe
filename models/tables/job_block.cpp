// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_block.h"

namespace bolt {

namespace {

struct Hold
{
    NowKind kind;
    std::optional<Instant> until;
};

/// What keeps this submission from starting now; nothing when it could.
std::optional<Hold> holdOf(const Submission &submission, const Directory *directory, Instant now)
{
    const bool open = directory && directory->circuit == CircuitState::Open &&
                      (!directory->circuitOpenUntil || *directory->circuitOpenUntil > now);
    if (open)
        return Hold{NowKind::CircuitOpen, directory->circuitOpenUntil};
    if (submission.nextRetryAt && *submission.nextRetryAt > now) {
        const bool limited = submission.lastErrorCode == u"RATE_LIMITED";
        return Hold{limited ? NowKind::RateLimited : NowKind::RetryWait, submission.nextRetryAt};
    }
    return {};
}

bool isSooner(const std::optional<Instant> &a, const std::optional<Instant> &b) { return a && (!b || *a < *b); }

} // namespace

JobBlock findBlock(const Store &store, const Job &job, Instant now)
{
    JobBlock block;
    for (const SubmissionId &id : store.submissionsOf(job.id)) {
        const Submission *submission = store.submissions().find(id);
        if (!submission)
            continue;
        const auto bucket = bucketOf(*submission);
        if (bucket != JobCounts::Waiting && bucket != JobCounts::Retrying)
            continue;
        const Directory *directory = store.directories().find(submission->directory);
        const auto hold = holdOf(*submission, directory, now);
        if (!hold)
            return {};
        if (!block.all || isSooner(hold->until, block.until)) {
            block.kind = hold->kind;
            block.until = hold->until;
            block.directory = directory ? directory->name : QString();
        }
        block.all = true;
    }
    return block;
}

} // namespace bolt
