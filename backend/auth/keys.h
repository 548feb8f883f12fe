// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QString>
#include <string>

namespace bolt::backend {

/// The secrets of one installation.
struct Keys
{
    std::string jwtSecret;
    std::string anonKey;     ///< a JWT with role "anon", valid for ten years
    std::string serviceKey;  ///< a JWT with role "service_role", valid for ten years
    std::string workerToken; ///< opaque
    std::string webhookSecret;
    std::string demoPassword; ///< of the demo users, when there are any
};

/// Fresh random keys.
Keys makeKeys(Instant now);

/// Reads the key file, or makes it (mode 0600) when it does not exist. A file that others may read, or that is damaged,
/// is an error and is left as it is.
Result<Keys> loadOrMakeKeys(const QString &path, Instant now);

} // namespace bolt::backend
