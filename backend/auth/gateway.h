// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/authenticator.h"
#include "backend/http/request.h"

#include <optional>

namespace bolt::backend {

/// The rule of the gateway before `/auth/v1` and `/rest/v1`: an `apikey` that is one of ours. The refusal, or nothing.
std::optional<Reply> refusedAtGate(const Authenticator &authenticator, const Request &request);

} // namespace bolt::backend
