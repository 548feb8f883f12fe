// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/role.h"

#include <cstdint>
#include <string>

namespace bolt::backend {

/// A caller whose credentials were verified.
struct Principal
{
    enum class Kind : std::uint8_t {
        Anon,          ///< the public key: onboarding and packages
        Authenticated, ///< a person who signed in
        Service,       ///< the service key: everything
        Worker         ///< the worker token: the worker API
    };

    Kind kind = Kind::Anon;
    std::string userId;       ///< `sub`; empty for keys
    std::string email;        ///< empty for keys
    std::string sessionId;    ///< `session_id`; empty for keys
    std::string customerId;   ///< `app_metadata.customer_id`: a customer of the portal, who is not staff
    Role role = Role::Viewer; ///< `app_metadata.role`; Admin for Service
    std::string claims;       ///< the token's claims as JSON text; empty for the worker token
    Instant expires = Instant::max();

    bool isStaff() const { return kind == Kind::Authenticated && customerId.empty(); }
    bool isService() const { return kind == Kind::Service; }
    /// May this caller do what `permission` names? Staff by role; the service key always.
    bool mayDo(Permission permission) const { return isService() || (isStaff() && may(role, permission)); }
    /// "anon", "authenticated", "service_role", as the `role` claim says it.
    std::string_view databaseRole() const;
};

} // namespace bolt::backend
