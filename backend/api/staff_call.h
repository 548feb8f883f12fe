// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/fields.h"
#include "backend/auth/principal.h"
#include "backend/db/database.h"
#include "backend/rules/idempotency.h"
#include "backend/rules/staff_actions.h"

#include <functional>

namespace bolt::backend::api {

/// What a mutating admin call touches: where its answer's records come from, and how a refusal is worded.
enum class Touches : quint8 {
    Submissions,      ///< many; refusals are part of a 200
    Job,              ///< one; a refusal is a 409 or 404
    SubmissionsOfJob, ///< of one job; a refusal of the job is a 409 or 404
    Package,
    Directory,
    Customer
};

/// Runs mutating admin calls once per Idempotency-Key: the change, its audit row and the stored answer are one
/// transaction.
class StaffCallRunner
{
public:
    explicit StaffCallRunner(Database &db)
        : m_db(db)
        , m_idempotency(db)
    {
    }

    using Action = std::function<Result<Receipt>(const Actor &)>;
    /// `target` is the one thing that the call is about; empty for bulk. `fields` were read already: their problem
    /// comes first.
    Reply run(const Request &request, const Principal &who, Fields &fields, Touches touches, const std::string &target,
              const Action &action);

private:
    Idempotency::Answer answerFor(const Receipt &receipt, Touches touches, const std::string &target);
    std::string recordsFor(const Receipt &receipt, Touches touches, const std::string &target);

    Database &m_db;
    Idempotency m_idempotency;
};

} // namespace bolt::backend::api
