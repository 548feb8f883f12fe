// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"
#include "models/domain/result.h"

#include <QtGlobal>

namespace bolt::backend {

/// How the rows are to be shown.
enum class Media : quint8 { Array, Object };

/// From Accept. Errors: PGRST107.
Result<Media> mediaOf(const Request &request);

/// Only `public` is exposed. Errors: PGRST106.
Outcome checkProfile(const Request &request);

} // namespace bolt::backend
