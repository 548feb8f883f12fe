// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/fleet.h"

#include <algorithm>

namespace bolt {

bool isLost(const Worker &worker, Instant now)
{
    if (worker.state == WorkerState::Offline)
        return true;
    return worker.state != WorkerState::Unknown && worker.heartbeatAt && now - *worker.heartbeatAt > Fleet::silence;
}

Fleet fleetOf(std::span<const Worker> workers, Instant now)
{
    Fleet fleet;
    std::vector<Instant> left;
    for (const Worker &worker : workers) {
        if (isLost(worker, now)) {
            left.push_back(worker.heartbeatAt.value_or(worker.updatedAt));
            continue;
        }
        fleet.online += worker.state == WorkerState::Online;
        ++fleet.working;
    }
    if (fleet.working > 0 || left.empty())
        return fleet;
    const Instant last = *std::max_element(left.begin(), left.end());
    fleet.goneSince = last;
    for (const Instant &at : left) {
        if (last - at > Fleet::together)
            continue;
        ++fleet.leftTogether;
        fleet.within = std::max(fleet.within, std::chrono::ceil<Seconds>(last - at));
    }
    return fleet;
}

} // namespace bolt
