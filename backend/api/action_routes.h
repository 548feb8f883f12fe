// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/gate.h"
#include "backend/api/staff_call.h"
#include "backend/rules/staff_actions.h"

namespace bolt::backend::api {

/// The mutating `/api/admin/…` calls.
class ActionRoutes
{
public:
    explicit ActionRoutes(Database &db)
        : m_actions(db)
        , m_runner(db)
    {
    }
    void addTo(Router &router, Gate &gate);

private:
    enum class Bulk { Retry, Skip, Verify };
    using JobAction = Result<Receipt> (StaffActions::*)(const Actor &, const std::string &);

    Reply bulk(Bulk what, const Request &request, const Principal &who);
    StaffCall onJob(JobAction action, Touches touches);
    Reply priority(const Request &request, const Principal &who);
    Reply editPackage(const Request &request, const Principal &who);
    Reply editDirectory(const Request &request, const Principal &who);
    Reply closeCircuit(const Request &request, const Principal &who);
    Reply changePackage(const Request &request, const Principal &who);

    StaffActions m_actions;
    StaffCallRunner m_runner;
};

} // namespace bolt::backend::api
