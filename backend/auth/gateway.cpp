// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/gateway.h"

#include <nlohmann/json.hpp>

namespace bolt::backend {

std::optional<Reply> refusedAtGate(const Authenticator &authenticator, const Request &request)
{
    const std::string_view key = apiKeyOf(request);
    if (key.empty()) {
        Reply reply = Reply::json(401, {{"message", "No API key found in request"},
                                        {"hint", "No `apikey` request header or url param was found."}});
        reply.headers.set("sb-error-code", "UNAUTHORIZED_MISSING_API_KEY");
        return reply;
    }
    if (!authenticator.verify(key)) {
        Reply reply = Reply::json(
            401, {{"message", "Invalid API key"}, {"hint", "Double check the anon or service key of this workspace."}});
        reply.headers.set("sb-error-code", "UNAUTHORIZED_INVALID_API_KEY");
        return reply;
    }
    return std::nullopt;
}

} // namespace bolt::backend
