// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/rest_api.h"

#include "backend/auth/gateway.h"
#include "backend/rest/media.h"
#include "backend/rest/rest_error.h"

namespace bolt::backend {
namespace {

RestError unauthorized(const Error &error)
{
    if (error.code == QStringLiteral("expired"))
        return {401, "PGRST303", "JWT expired", {}, {}};
    if (error.code == QStringLiteral("not_yet"))
        return {401, "PGRST303", "JWT not yet valid", {}, {}};
    if (error.code == QStringLiteral("issued_later"))
        return {401, "PGRST303", "JWT issued at future", {}, {}};
    return {401, "PGRST301", "No suitable key or wrong key type", {}, {}};
}

} // namespace

RestApi::RestApi(Database &db, const Authenticator &authenticator, RestOptions options)
    : m_db(db)
    , m_authenticator(authenticator)
    , m_options(options)
{
}

void RestApi::addTo(Router &router)
{
    router.setErrorForm("/rest/v1", [](int status, std::string_view code, std::string_view message) {
        const bool path = code == "not_found";
        return restReply({status,
                          path            ? "PGRST125"
                          : status == 405 ? "PGRST117"
                                          : "PGRST000",
                          path ? "Invalid path specified in request URL" : std::string(message),
                          {},
                          {}});
    });
    const auto with = [this](Verb verb) -> Handler {
        return [this, verb](const Request &request) { return guarded(request, verb); };
    };
    router.add(Method::Get, "/rest/v1/:table", with(&RestApi::read));
    router.add(Method::Post, "/rest/v1/:table", with(&RestApi::insert), m_options.bodyLimit);
    router.add(Method::Patch, "/rest/v1/:table", with(&RestApi::update), m_options.bodyLimit);
    router.add(Method::Delete, "/rest/v1/:table", with(&RestApi::remove));
    for (const Method method : {Method::Get, Method::Post})
        router.add(method, "/rest/v1/rpc/:name", [this](const Request &request) { return call(request); });
}

std::variant<Principal, Reply> RestApi::atDoor(const Request &request) const
{
    if (auto refused = refusedAtGate(m_authenticator, request))
        return std::move(*refused);
    auto caller = m_authenticator.caller(request);
    if (!caller)
        return restReply(unauthorized(caller.error()));
    if (caller->kind == Principal::Kind::Worker)
        return restReply({401, "PGRST301", "No suitable key or wrong key type", {}, {}});
    if (Outcome profile = checkProfile(request); !profile)
        return restReply(asRestError(profile.error()));
    return std::move(caller).value();
}

Reply RestApi::guarded(const Request &request, Verb verb)
{
    auto caller = atDoor(request);
    if (auto *refused = std::get_if<Reply>(&caller))
        return std::move(*refused);
    const std::string name(request.param("table"));
    const TableDef *table = schema().find(name);
    if (!table)
        return restReply(unknownTable(name));
    return (this->*verb)(request, std::get<Principal>(caller), *table);
}

Reply RestApi::call(const Request &request)
{
    auto caller = atDoor(request);
    if (auto *refused = std::get_if<Reply>(&caller))
        return std::move(*refused);
    if (request.param("name") == "boltdesk_checksum")
        return checksum(request, std::get<Principal>(caller));
    if (request.param("name") == "boltdesk_check")
        return check(std::get<Principal>(caller));
    return restReply(unknownFunction(request.param("name")));
}

} // namespace bolt::backend
