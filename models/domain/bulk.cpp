// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/bulk.h"

#include <QSet>
#include <algorithm>

namespace bolt {

namespace {

using Phase = ActionStatus::Phase;

void addUnsettled(BulkStatus &sum, const ActionStatus &part, int things)
{
    const bool sent = part.phase != Phase::Waiting;
    (sent ? sum.inFlight : sum.unsent) += things;
    if (isHeld(part)) {
        sum.held += things;
        sum.heldUntil = part.heldUntil;
    }
    sum.renewable |= !part.inDoubt;
    if (part.error)
        sum.error = part.error;
    if (part.nextTryAt && (!sum.nextTryAt || *part.nextTryAt < *sum.nextTryAt))
        sum.nextTryAt = part.nextTryAt;
    const Instant until = expiryOf(part);
    sum.expiresAt = sum.expiresAt ? std::min(*sum.expiresAt, until) : until;
}

void addSettled(BulkStatus &sum, const ActionStatus &part, int things)
{
    if (part.phase == Phase::Cancelled) {
        sum.untouched += things;
        return;
    }
    if (part.phase == Phase::Expired) {
        sum.expired += things;
        sum.renewable |= !part.inDoubt;
        return;
    }
    const std::vector<Rejection> lines = refusalsOf(part);
    sum.rejected.insert(sum.rejected.end(), lines.begin(), lines.end());
    // A job is one thing, also when the server tells which of its submissions it left out.
    int refused = part.phase == Phase::Refused ? things : 0;
    if (part.phase == Phase::PartlyApplied && part.command.job.isNull())
        refused = std::min(things, int(lines.size()));
    sum.refused += refused;
    sum.applied += things - refused;
}

} // namespace

std::vector<Rejection> refusalsOf(const ActionStatus &status)
{
    if (status.phase != Phase::Refused && status.phase != Phase::PartlyApplied)
        return {};
    std::vector<Rejection> lines = status.rejected;
    if (status.phase == Phase::PartlyApplied || (!lines.empty() && !status.command.job.isNull()))
        return lines;
    QSet<QString> listed;
    for (const Rejection &line : lines)
        listed.insert(line.id);
    const Error error = status.error.value_or(Error());
    for (const QString &id : targetIds(status.command)) {
        if (!listed.contains(id))
            lines.push_back({id, error.code, error.message});
    }
    return lines;
}

BulkStatus bulkOf(const std::vector<const ActionStatus *> &parts)
{
    BulkStatus sum;
    const ActionStatus &first = *parts.front();
    sum.id = first.bulk ? first.bulk->id : BulkId();
    sum.verb = first.command.verb;
    sum.priorityOverride = first.command.priorityOverride;
    sum.createdAt = first.createdAt;
    sum.settled = true;
    bool held = false, aborted = false;
    for (const ActionStatus *part : parts) {
        const int things = targetCount(part->command);
        sum.total += things;
        if (isSettled(part->phase)) {
            sum.settledAt = std::max(sum.settledAt, part->settledAt);
            addSettled(sum, *part, things);
            continue;
        }
        sum.settled = false;
        held |= part->bulk && part->bulk->wish == BulkPart::Wish::Hold;
        aborted |= part->bulk && part->bulk->wish == BulkPart::Wish::Abort;
        addUnsettled(sum, *part, things);
    }
    using enum BulkStatus::Phase;
    if (sum.settled)
        sum.phase = sum.untouched > 0 ? Aborted : sum.expired > 0 ? Expired : Finished;
    else
        sum.phase = aborted ? Aborted : held ? Paused : sum.inFlight > 0 ? Running : Waiting;
    return sum;
}

} // namespace bolt
