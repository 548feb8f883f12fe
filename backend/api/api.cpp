// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/api.h"

#include "backend/api/action_routes.h"
#include "backend/api/error_form.h"
#include "backend/api/public_routes.h"
#include "backend/api/read_routes.h"
#include "backend/api/unbuilt_routes.h"
#include "backend/api/worker_routes.h"

namespace bolt::backend {

struct Api::Private
{
    Private(Database &db, const Authenticator &auth, ApiLimits limits)
        : gate(auth, limits)
        , open(db)
        , workers(db)
        , actions(db)
        , reads(db)
    {
    }

    api::Gate gate;
    api::PublicRoutes open;
    api::WorkerRoutes workers;
    api::ActionRoutes actions;
    api::ReadRoutes reads;
};

Api::Api(Database &db, const Authenticator &auth, ApiLimits limits)
    : d(std::make_unique<Private>(db, auth, limits))
{
}

Api::~Api() = default;

void Api::addTo(Router &router)
{
    router.setErrorForm("/api", [](int status, std::string_view code, std::string_view message) {
        return api::errorReply(status, code, message);
    });
    d->open.addTo(router, d->gate);
    d->workers.addTo(router, d->gate);
    d->actions.addTo(router, d->gate);
    d->reads.addTo(router, d->gate);
    api::addUnbuiltRoutes(router);
}

} // namespace bolt::backend
