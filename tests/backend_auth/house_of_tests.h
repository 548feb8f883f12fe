// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/auth_api.h"
#include "backend/db/database.h"
#include "backend/http/target.h"
#include "models/domain/clock.h"

#include <QtTest>
#include <memory>
#include <nlohmann/json.hpp>

namespace bolt::tests {

using namespace bolt::backend;

/// A database in memory, keys, users of all roles and a router that is asked directly: no socket, no thread, a clock
/// that stands still.
struct House
{
    FixedClock clock{*parseInstant(std::string_view("2026-11-20T12:00:00.123456Z"))};
    SeededRandomness random{7};
    std::unique_ptr<Database> db;
    std::unique_ptr<Authenticator> authenticator;
    std::unique_ptr<AuthApi> auth;
    Router router;

    explicit House(RateLimit::Rate rate = {1000, 1000})
    {
        auto opened = Database::open(":memory:", clock, random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        db = std::move(opened).value();
        authenticator = std::make_unique<Authenticator>(makeKeys(clock.now()), clock);
        AuthOptions options;
        options.passwordCost = PasswordCost::cheapest();
        options.tokenRate = rate;
        auth = std::make_unique<AuthApi>(*db, *authenticator, options);
        auth->addTo(router);
    }

    std::string anonKey() const { return authenticator->keys().anonKey; }
    std::string serviceKey() const { return authenticator->keys().serviceKey; }

    /// An access token of a (new or known) staff user.
    std::string staffToken(Role role)
    {
        const std::string email = wordOf(role).toStdString() + "@boltdesk.test";
        (void)auth->users().create(email, "secret-" + email, role); // refused when it is there already
        const auto user = auth->users().byEmail(email);
        return auth->accessToken(*user.value(), openSession(email));
    }
    std::string openSession(const std::string &email)
    {
        return auth->sessions().open(auth->users().byEmail(email).value()->id, "test")->sessionId;
    }

    /// Asks with the anon key and, when given, a bearer.
    Reply ask(Method method, const std::string &target, const std::string &body = {}, const std::string &bearer = {},
              std::vector<Headers::Field> fields = {})
    {
        Request request;
        request.method = method;
        if (!parseTarget(target, &request))
            qFatal("bad target %s", target.c_str());
        request.headers.add("apikey", anonKey());
        if (!bearer.empty())
            request.headers.add("Authorization", "Bearer " + bearer);
        for (auto &field : fields)
            request.headers.set(field.first, field.second);
        request.body = body;
        request.peer.address = "127.0.0.1";
        return router.answer(request);
    }
};

inline nlohmann::json jsonOf(const Reply &reply) { return nlohmann::json::parse(reply.body, nullptr, false); }

} // namespace bolt::tests
