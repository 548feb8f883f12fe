// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/media.h"

#include "backend/rest/rest_error.h"

namespace bolt::backend {

Result<Media> mediaOf(const Request &request)
{
    const std::string_view accept = request.headers.get("Accept");
    const auto asks = [&](std::string_view type) { return accept.find(type) != std::string_view::npos; };
    if (asks("application/vnd.pgrst.object"))
        return Media::Object;
    if (accept.empty() || asks("*/*") || asks("application/json") || asks("application/vnd.pgrst.array") ||
        asks("application/*"))
        return Media::Array;
    return asError(
        {406, "PGRST107", "None of these media types are available: " + std::string(accept.substr(0, 200)), {}, {}});
}

Outcome checkProfile(const Request &request)
{
    const bool reads = request.method == Method::Get || request.method == Method::Head;
    const std::string_view profile = request.headers.get(reads ? "Accept-Profile" : "Content-Profile");
    if (profile.empty() || profile == "public")
        return Done{};
    return asError({406,
                    "PGRST106",
                    "Invalid schema: " + std::string(profile.substr(0, 100)),
                    {},
                    "Only the following schemas are exposed: public"});
}

} // namespace bolt::backend
