// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/gate.h"
#include "backend/rules/work_queue.h"

namespace bolt::backend::api {

/// `/api/worker/…`: what the fleet calls with the worker token.
class WorkerRoutes
{
public:
    explicit WorkerRoutes(Database &db)
        : m_queue(db)
    {
    }
    void addTo(Router &router, Gate &gate);

private:
    Reply claim(const Request &request);
    Reply heartbeat(const Request &request);
    Reply progress(const Request &request);

    WorkQueue m_queue;
};

} // namespace bolt::backend::api
