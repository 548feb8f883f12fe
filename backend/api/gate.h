// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/api.h"
#include "backend/api/window_limit.h"
#include "backend/auth/principal.h"

#include <functional>
#include <optional>
#include <variant>

namespace bolt::backend::api {

using StaffCall = std::function<Reply(const Request &, const Principal &)>;

/// Who may come in: turns a call into a Handler that checks rate, credentials and role before the call runs.
class Gate
{
public:
    Gate(const Authenticator &auth, ApiLimits limits);

    Handler open(Handler call);
    /// `permission` is what the role must hold; nothing: any staff.
    Handler staff(std::optional<Permission> permission, StaffCall call);
    Handler worker(Handler call);

private:
    std::variant<Principal, Reply> staffCaller(const Request &request);

    const Authenticator &m_auth;
    WindowLimit m_public;
    WindowLimit m_staff;
};

} // namespace bolt::backend::api
