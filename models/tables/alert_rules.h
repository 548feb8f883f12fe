// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/alerts_model.h"

namespace bolt {

class JobFacts;
class JobsView;
class OutcomeLedger;
class Store;

/// When something counts as wrong. A directory's errors spike when, over the last 20 minutes and at least 10 ended
/// attempts, 5 or more failed, at least twice its 7-day norm, and further above it than three standard deviations of
/// chance.
struct AlertRules
{
    static constexpr int spikeMinutes = 20;
    static constexpr int spikeAttempts = 10;
    static constexpr int spikeFailures = 5;
    static constexpr double spikeRatio = 2;
    static constexpr double spikeSigmas = 3;
    static constexpr int workerSilentSeconds = 90; ///< contracts/domain.md "Stalls"
    static constexpr int workerForgottenHours = 2; ///< then it was shut down, not lost
};

/// All conditions that hold now, most urgent first. Reads the estimates the table shows.
std::vector<Alert> findAlerts(const Store &store, const OutcomeLedger &ledger, const JobFacts &facts,
                              const JobsView &jobs);

} // namespace bolt
