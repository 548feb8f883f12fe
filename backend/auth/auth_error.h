// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"

#include <string_view>

namespace bolt::backend {

/// An error of /auth/v1 in the form the caller asked for (contracts/supabase.md §2.6): `{code, message}` when it sent
/// X-Supabase-Api-Version 2024-01-01 or later, else the older `{code: status, error_code, msg}`.
Reply authError(const Request &request, int status, std::string_view code, std::string_view message);

} // namespace bolt::backend
