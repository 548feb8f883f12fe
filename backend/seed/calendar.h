// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/seed only.

#include "backend/seed/picks.h"
#include "models/domain/instant.h"

namespace bolt::backend {

/// A moment in [from, to) as a business lives it: few on weekends, most in working hours, rather more of late.
Instant busyMoment(Picks &picks, Instant from, Instant to);

} // namespace bolt::backend
