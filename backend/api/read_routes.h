// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/gate.h"
#include "backend/api/records.h"
#include "backend/db/database.h"

namespace bolt::backend::api {

/// The reading `/api/admin/…` calls.
class ReadRoutes
{
public:
    explicit ReadRoutes(Database &db)
        : m_db(db)
    {
    }
    void addTo(Router &router, Gate &gate);

private:
    Reply queue(const Request &request);
    Reply audit(const Request &request);
    Reply logs(const Request &request);
    Reply analytics(const Request &request);
    static bool isZoneName(const QByteArray &name);

    Database &m_db;
};

} // namespace bolt::backend::api
