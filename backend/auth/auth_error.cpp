// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/auth_error.h"

#include <nlohmann/json.hpp>

namespace bolt::backend {
namespace {

constexpr std::string_view kVersionField = "X-Supabase-Api-Version";
constexpr std::string_view kVersion = "2024-01-01";

bool asksForNewForm(std::string_view version)
{
    // ISO dates compare as text.
    return version.size() == kVersion.size() && version >= kVersion && version[4] == '-' && version[7] == '-';
}

} // namespace

Reply authError(const Request &request, int status, std::string_view code, std::string_view message)
{
    Reply reply;
    if (asksForNewForm(request.headers.get(kVersionField))) {
        reply = Reply::json(status, {{"code", code}, {"message", message}});
        reply.headers.set(kVersionField, std::string(kVersion));
    } else {
        reply = Reply::json(status, {{"code", status}, {"error_code", code}, {"msg", message}});
    }
    reply.headers.set("x-sb-error-code", std::string(code));
    return reply;
}

} // namespace bolt::backend
