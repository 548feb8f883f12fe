// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/crew.h"

#include <algorithm>

namespace bolt {

bool isLost(const Worker &worker, Instant now)
{
    if (worker.state == WorkerState::Offline)
        return true;
    return worker.state != WorkerState::Unknown && worker.heartbeatAt && now - *worker.heartbeatAt > Crew::silence;
}

Crew crewOf(std::span<const Worker> workers, bool listed, Instant now)
{
    Crew crew;
    crew.listed = listed;
    crew.known = int(workers.size());
    std::vector<Instant> left;
    for (const Worker &worker : workers) {
        if (isLost(worker, now)) {
            if (const auto heard = worker.heartbeatAt ? worker.heartbeatAt : ifRead(worker.updatedAt))
                left.push_back(*heard);
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
    if (crew.working > 0 || left.empty())
        return crew;
    const Instant last = *std::max_element(left.begin(), left.end());
    crew.goneSince = last;
    for (const Instant &at : left) {
        if (last - at > Crew::together)
            continue;
        ++crew.leftTogether;
        crew.within = std::max(crew.within, std::chrono::ceil<Seconds>(last - at));
    }
    return crew;
}

} // namespace bolt
