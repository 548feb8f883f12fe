// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/standing.h"
#include "models/tables/crew.h"
#include "models/tables/job_estimate.h"
#include "models/tables/job_holds.h"

namespace bolt {

enum class LeftKind : quint8 { None, Paused, Done, NeedsYou, Stuck, NoWorker, Waits, Queued, Estimating, Range };

/// Nothing about a standing is worked out from anything else.
struct StandingInput
{
    JobState state = JobState::Unknown;
    bool countsKnown = false; ///< all of its submissions are here
    JobHolds holds;
    Crew crew;
    Instant now;
    std::optional<Instant> quietSince; ///< the last end, or when work began, or began again
    std::optional<Instant> freeSince;  ///< since when a worker could take it; nothing: as long as is known
    double pressure = 0;               ///< 0 … 1: how much of the fleet the jobs ahead can take
    int place = 0;                     ///< among the jobs that wait for a worker; 0: it does not
    int places = 0;
    std::optional<double> perMinute; ///< measured, RecentEnds; nothing: not known
    Pace pace;
    QString at; ///< the directory at which something is being submitted
    QString pausedBy;
    std::optional<Instant> pausedAt;
};

struct JobStanding
{
    Standing kind = Standing::Unheard;
    LeftKind left = LeftKind::None;
    EtaRange range;                  ///< where left is Range
    std::optional<double> perMinute; ///< nothing: "–"
    std::optional<Instant> since;    ///< paused, stuck, without workers
    std::optional<Instant> until;    ///< where all waits for a time
    QString at;
    QString by;            ///< who paused it, as the server wrote it
    bool noWorker = false; ///< also where it is stuck
    int place = 0, places = 0;
    int captcha = 0, contact = 0, person = 0, forGood = 0;
    int shutDirectories = 0;
    bool operator==(const JobStanding &) const = default;
};

/// Pure.
JobStanding standingOf(const StandingInput &in);

/// The order of the column "Why": who needs a hand first. 0 is the most urgent.
int urgency(Standing kind);
inline bool needsHand(Standing kind) { return kind == Standing::NeedsPerson || kind == Standing::ForGood; }

} // namespace bolt
