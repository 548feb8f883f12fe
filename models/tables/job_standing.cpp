// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_standing.h"

#include <algorithm>

namespace bolt {

namespace {

/// Since when nothing ended although something could have; nothing while it is not yet a stall.
std::optional<Instant> stuckSince(const StandingInput &in)
{
    const JobHolds &holds = in.holds;
    const bool could = holds.n(HoldKind::InFlight) > 0 || (holds.n(HoldKind::Ready) > 0 && in.pressure < 1);
    if (!could || !in.quietSince)
        return {};
    Instant since = *in.quietSince;
    if (holds.n(HoldKind::InFlight) == 0)
        since = std::max({since, in.freeSince.value_or(since), holds[HoldKind::Ready].since.value_or(since)});
    // What it could have done without workers is nothing.
    const Instant seen = in.crew.gone() ? std::min(in.crew.goneSince.value_or(in.now), in.now) : in.now;
    return seen - since >= stallAfter ? std::optional(since) : std::nullopt;
}

Standing timedKind(HoldKind kind)
{
    return kind == HoldKind::ShutOff       ? Standing::ShutOff
           : kind == HoldKind::RateLimited ? Standing::RateLimited
                                           : Standing::RetryWait;
}

Standing kindOf(const StandingInput &in, const std::optional<Instant> &stuck)
{
    const JobHolds &holds = in.holds;
    if (in.state == JobState::Completed || in.state == JobState::Failed || in.state == JobState::Cancelled)
        return Standing::Over;
    if (in.state == JobState::Unknown)
        return Standing::Unheard;
    if (in.state == JobState::Paused)
        return Standing::Paused;
    if (!in.countsKnown)
        return Standing::NotHere;
    if (holds.byItself() == 0) {
        if (holds.left() > 0)
            return Standing::NeedsPerson;
        return holds.n(HoldKind::FailedForGood) > 0 ? Standing::ForGood : Standing::Finishing;
    }
    if (stuck)
        return Standing::Stuck;
    if (in.crew.gone())
        return Standing::NoWorker;
    if (holds.onlyTimed())
        return timedKind(holds.firstTimed());
    return holds.n(HoldKind::InFlight) > 0 ? Standing::Running : Standing::Queued;
}

LeftKind leftOf(Standing kind)
{
    switch (kind) {
    case Standing::Over:
    case Standing::Unheard:
    case Standing::NotHere:
        return LeftKind::None;
    case Standing::Paused:
        return LeftKind::Paused;
    case Standing::Finishing:
        return LeftKind::Done;
    case Standing::NeedsPerson:
    case Standing::ForGood:
        return LeftKind::NeedsYou;
    case Standing::Stuck:
        return LeftKind::Stuck;
    case Standing::NoWorker:
        return LeftKind::NoWorker;
    case Standing::ShutOff:
    case Standing::RateLimited:
    case Standing::RetryWait:
        return LeftKind::Waits;
    case Standing::Running:
    case Standing::Queued:
        break;
    }
    return LeftKind::Estimating;
}

bool isMeasured(Standing kind) { return kind >= Standing::Stuck; }

} // namespace

JobStanding standingOf(const StandingInput &in)
{
    const auto stuck = stuckSince(in);
    JobStanding out;
    out.kind = kindOf(in, stuck);
    out.left = leftOf(out.kind);
    if (isMeasured(out.kind))
        out.perMinute = in.perMinute;
    if (out.kind == Standing::Queued && (in.state == JobState::Pending || in.pressure >= 1)) {
        out.left = LeftKind::Queued;
    } else if (out.left == LeftKind::Estimating) {
        if (const auto range = estimateEta(in.pace)) {
            out.left = LeftKind::Range;
            out.range = *range;
        }
    }
    switch (out.kind) {
    case Standing::Paused:
        out.by = in.pausedBy;
        out.since = in.pausedAt;
        break;
    case Standing::NeedsPerson:
        out.captcha = in.holds.n(HoldKind::Captcha);
        out.contact = in.holds.n(HoldKind::Contact);
        out.person = in.holds.left();
        break;
    case Standing::ForGood:
        out.forGood = in.holds.n(HoldKind::FailedForGood);
        break;
    case Standing::Stuck:
        out.since = stuck;
        out.at = in.at;
        out.noWorker = in.crew.gone();
        break;
    case Standing::NoWorker:
        out.since = in.crew.goneSince;
        out.noWorker = true;
        break;
    case Standing::ShutOff:
    case Standing::RateLimited:
    case Standing::RetryWait:
        out.until = in.holds[in.holds.firstTimed()].until;
        out.shutDirectories = out.kind == Standing::ShutOff ? in.holds.shutDirectories : 0;
        break;
    case Standing::Running:
        out.at = in.at;
        break;
    case Standing::Queued:
        out.place = in.place;
        out.places = in.places;
        break;
    default:
        break;
    }
    return out;
}

int urgency(Standing kind)
{
    switch (kind) {
    case Standing::Stuck:
        return 0;
    case Standing::NeedsPerson:
    case Standing::ForGood:
        return 1;
    case Standing::NoWorker:
        return 2;
    case Standing::Paused:
        return 3;
    case Standing::ShutOff:
        return 4;
    case Standing::RateLimited:
        return 5;
    case Standing::RetryWait:
        return 6;
    case Standing::Unheard:
        return 7;
    case Standing::Queued:
        return 8;
    case Standing::Running:
        return 9;
    case Standing::Finishing:
    case Standing::NotHere:
    case Standing::Over:
        break;
    }
    return 10;
}

} // namespace bolt
