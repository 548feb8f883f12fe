// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend/embedded_server.h"
#include "models/domain/result.h"

#include <QString>

namespace bolt::server {

/// Tells whoever started us how to reach us. Appears complete or not at all, and at no moment may others read it.
Outcome writeReadyFile(const QString &path, const backend::BackendAccess &access);

} // namespace bolt::server
