// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/alert.h"

namespace bolt {

class JobFacts;
class JobsView;
class OpenWork;
class OutcomeLedger;
class Store;

/// When something counts as wrong.
///
/// A directory's errors spike when, over the last 20 minutes and at least 10 ended attempts, 5 or more failed, at least
/// twice its 7-day norm, and further above it than three standard deviations of chance. A job is at risk when it is due
/// before the high end of its ETA, or, where there is no ETA, within 4 hours.
struct AlertRules
{
    static constexpr int spikeMinutes = 20;
    static constexpr int spikeAttempts = 10;
    static constexpr int spikeFailures = 5;
    static constexpr double spikeRatio = 2;
    static constexpr double spikeSigmas = 3;
    static constexpr int causeMinutes = 60; ///< of failures that shut a directory off
    static constexpr std::chrono::hours slaClose{4};
    static constexpr std::chrono::hours workerForgotten{2}; ///< then it was shut down, not lost
};

/// What the rules look at; all of it is kept up to date elsewhere, nothing here scans the submissions.
struct AlertGround
{
    const Store &store;
    const OutcomeLedger &ledger;
    const JobFacts &facts;
    const JobsView &jobs; ///< for the estimates the table shows
    const OpenWork &work;
    bool workersKnown = false; ///< the workers' table is here in full and live: of an old one nothing is said
};

/// All conditions that hold now, in the order of comesBefore().
std::vector<Alert> findAlerts(const AlertGround &ground);

} // namespace bolt
