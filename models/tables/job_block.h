// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/tables/job_estimate.h"

namespace bolt {

/// Why nothing of a job is in flight.
struct JobBlock
{
    bool all = false; ///< nothing that is left could start now
    NowKind kind = NowKind::WaitingForWorker;
    std::optional<Instant> until; ///< when the first could start
    QString directory;            ///< where that would be
};

/// Looks at each submission of the job; meant for jobs with nothing in flight.
JobBlock findBlock(const Store &store, const Job &job, Instant now);

} // namespace bolt
