// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/router.h"

namespace bolt::backend::api {

/// Calls that contracts/domain.md names and nobody has built yet: 501, said clearly.
void addUnbuiltRoutes(Router &router);

} // namespace bolt::backend::api
