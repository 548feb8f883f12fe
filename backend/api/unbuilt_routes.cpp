// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/unbuilt_routes.h"

#include "backend/api/error_form.h"

namespace bolt::backend::api {

void addUnbuiltRoutes(Router &router)
{
    const auto unbuilt = [](const char *what) {
        return
            [what](const Request &) { return errorReply(501, "not_built", std::string(what) + " is not built yet."); };
    };
    router.add(Method::Get, "/api/protected/*", unbuilt("The customer portal"));
    router.add(Method::Post, "/api/webhooks/directory-response", unbuilt("The webhook of directories"));
    router.add(Method::Post, "/api/webhooks/payment", unbuilt("The webhook of payments"));
}

} // namespace bolt::backend::api
