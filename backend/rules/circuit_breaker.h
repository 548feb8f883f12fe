// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules only.

#include "backend/db/database.h"

#include <string>

namespace bolt::backend {

/// Contracts/domain.md, "Circuit breaker". All within the running write transaction.
class CircuitBreaker
{
public:
    explicit CircuitBreaker(Database &db)
        : m_db(db)
    {
    }

    /// What became of one attempt at a directory. Only attempts that ended `submitted` or `failed` are outcomes: one
    /// that waits for a person, or whose worker died, says nothing about the site. A success never opens.
    void record(const std::string &directoryId, bool failed);
    /// Closes and forgets the past. False when it was closed already.
    bool close(const std::string &directoryId);
    /// Open circuits whose time is over let one probe through from now on; how many.
    int halfOpenDue();

private:
    Database &m_db;
};

} // namespace bolt::backend
