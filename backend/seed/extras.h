// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/seed only.

#include "backend/seed/job_history.h"

namespace bolt::backend {

/// What stands around the jobs. Each within the running write transaction.
/// The newest `keep` lines, in the order of time; how many.
qint64 writeLogs(Database &db, std::vector<SeedLog> logs, size_t keep);
/// What the circuit breaker remembers of each directory, and a few circuits that are open now.
void writeCircuits(Database &db, Picks &picks, const SeedBusiness &business, Instant now);
void writeNotes(Database &db, Picks &picks, const SeedBusiness &business, Instant now);

} // namespace bolt::backend
