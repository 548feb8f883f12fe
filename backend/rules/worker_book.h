// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules only.

#include "backend/db/database.h"
#include "models/domain/states.h"

#include <optional>
#include <string>

namespace bolt::backend {

/// The workers as the rules write them; within the running write transaction.
class WorkerBook
{
public:
    explicit WorkerBook(Database &db)
        : m_db(db)
    {
    }

    /// A sign of life. Without `state` a draining worker stays so, any other is online. Written only when something
    /// differs or the last written sign is 1 s old.
    WorkerState seen(const std::string &workerId, std::string_view softwareVersion = {},
                     std::optional<WorkerState> state = {});
    void holds(const std::string &workerId, const std::string &submissionId);
    /// It has finished its submission: it holds another one that it claimed, or none.
    void finished(const std::string &workerId, bool failed);
    /// Workers silent for 90 s become offline; how many.
    int loseSilent();

private:
    Database &m_db;
};

} // namespace bolt::backend
