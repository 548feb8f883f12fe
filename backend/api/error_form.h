// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace bolt::backend::api {

using Json = nlohmann::json;

/// Like json::dump, but text that is not UTF-8 is replaced instead of thrown at.
std::string textOf(const Json &value);
/// As PostgreSQL prints it.
std::string textOf(Instant at);
Reply jsonReply(int status, const Json &value);

/// `{"error": {"code", "message", "details"}}`; `details` is left out when null.
Reply errorReply(int status, std::string_view code, std::string_view message, const Json &details = nullptr);

/// The reply that an Error of the rules stands for. Messages of Storage and Internal errors stay inside.
Reply errorReply(const Error &error);

/// 422 that names each field: field → reason.
Reply invalidFields(const Json &fields);

} // namespace bolt::backend::api
