// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/crew.h"

#include "models/tables/fleet.h"

#include <algorithm>

namespace bolt {

Crew crewOf(std::span<const Worker> workers, Instant now)
{
    Crew crew;
    crew.known = int(workers.size());
    std::vector<Instant> left;
    for (const Worker &worker : workers) {
        if (isLost(worker, now)) {
            left.push_back(worker.heartbeatAt.value_or(worker.updatedAt));
            continue;
        }
        ++crew.working;
        if (worker.state != WorkerState::Online)
            continue;
        ++crew.online;
        crew.busy += !worker.currentSubmission.isNull();
        if (worker.heartbeatAt)
            crew.longestQuiet =
                std::max(crew.longestQuiet, std::optional(std::max(now - *worker.heartbeatAt, Micros(0))));
    }
    if (crew.working == 0 && !left.empty())
        crew.goneSince = *std::max_element(left.begin(), left.end());
    return crew;
}

} // namespace bolt
