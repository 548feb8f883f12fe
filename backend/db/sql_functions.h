// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/db only.

#include "backend/db/database_impl.h"

namespace bolt::backend {

/// Registers the functions of Database's documentation, and `capture`. Both outlive the connection.
Outcome registerFunctions(Database::Impl &impl, Randomness &random);

} // namespace bolt::backend
