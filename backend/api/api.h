// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/authenticator.h"
#include "backend/db/database.h"
#include "backend/http/router.h"

#include <memory>

namespace bolt::backend {

/// Bounds of "Rate limit" in contracts/domain.md. The window is counted by the monotonic clock.
struct ApiLimits
{
    int publicCalls = 100; ///< per address
    int staffCalls = 6000; ///< per actor
    Seconds window{15 * 60};
};

/// The calls of contracts/domain.md, "Backend API". What is not built yet answers 501. Backend thread.
class Api
{
public:
    /// Both outlive it.
    Api(Database &db, const Authenticator &auth, ApiLimits limits = {});
    ~Api();
    Api(const Api &) = delete;
    Api &operator=(const Api &) = delete;

    /// Adds everything under "/api". The routes use this object: it outlives the router's server.
    void addTo(Router &router);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt::backend
