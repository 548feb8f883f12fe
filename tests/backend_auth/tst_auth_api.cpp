// SPDX-License-Identifier: GPL-3.0-or-later
// /auth/v1 as contracts/supabase.md §2 has it.
#include "tests/backend_auth/house_of_tests.h"

#include <future>

using namespace bolt::tests;
using nlohmann::json;
using namespace bolt;

namespace {

const std::string kPassword = "/auth/v1/token?grant_type=password";
const std::string kRefresh = "/auth/v1/token?grant_type=refresh_token";
const Headers::Field kNewForm{"X-Supabase-Api-Version", "2024-01-01"};

} // namespace

class TestAuthApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<House>();
        QVERIFY(m->auth->users().create("ann@boltdesk.test", "correct horse", Role::Manager));
    }

    void signsIn()
    {
        const Reply reply = signIn();
        QCOMPARE(reply.status, 200);
        const json session = jsonOf(reply);
        QCOMPARE(session["token_type"], json("bearer"));
        QCOMPARE(session["expires_in"], json(3600));
        QCOMPARE(session["expires_at"], json(1795176000 + 3600));
        const json user = session["user"];
        QCOMPARE(user["email"], json("ann@boltdesk.test"));
        QCOMPARE(user["aud"], json("authenticated"));
        QCOMPARE(user["app_metadata"]["role"], json("manager"));
        QCOMPARE(user["email_confirmed_at"], json("2026-11-20T12:00:00.123456Z"));
        QCOMPARE(user["identities"].size(), size_t(1));
        QVERIFY(!user.contains("password_hash"));
        const auto principal = m->authenticator->verify(session["access_token"].get<std::string>());
        QVERIFY(principal);
        QVERIFY(principal->isStaff());
        QCOMPARE(int(principal->role), int(Role::Manager));
        const json claims = json::parse(principal->claims);
        QCOMPARE(claims["aal"], json("aal1"));
        QCOMPARE(claims["session_id"].get<std::string>(), std::string(reply.headers.get("sb-auth-session-id")));
        QCOMPARE(claims["exp"].get<int>() - claims["iat"].get<int>(), 3600);
    }

    void emailIgnoresCase()
    {
        QCOMPARE(m->ask(Method::Post, kPassword, R"({"email":"ANN@BoltDesk.test","password":"correct horse"})").status,
                 200);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const std::string &target, const char *body, int status,
                            const char *code) {
            QTest::newRow(name) << QByteArray::fromStdString(target) << QByteArray(body) << status << QByteArray(code);
        };
        row("wrong password", kPassword, R"({"email":"ann@boltdesk.test","password":"x"})", 400, "invalid_credentials");
        row("no such user", kPassword, R"({"email":"bob@boltdesk.test","password":"x"})", 400, "invalid_credentials");
        row("no password", kPassword, R"({"email":"ann@boltdesk.test"})", 400, "invalid_credentials");
        row("password is a number", kPassword, R"({"email":"ann@boltdesk.test","password":5})", 400,
            "invalid_credentials");
        row("no email", kPassword, R"({"password":"x"})", 400, "validation_failed");
        row("no JSON", kPassword, "email=ann", 400, "bad_json");
        row("a list", kPassword, "[]", 400, "bad_json");
        row("unknown refresh token", kRefresh, R"({"refresh_token":"nope"})", 400, "refresh_token_not_found");
        row("no refresh token", kRefresh, "{}", 400, "validation_failed");
        row("signup", "/auth/v1/signup", R"({"email":"a@b.c","password":"123456"})", 422, "signup_disabled");
        // 5xx would make the client library try again.
        row("recover", "/auth/v1/recover", "{}", 422, "email_provider_disabled");
        row("one-time password", "/auth/v1/otp", R"({"email":"a@b.c"})", 422, "otp_disabled");
        row("second factor", "/auth/v1/factors", "{}", 422, "mfa_totp_enroll_not_enabled");
        row("single sign-on", "/auth/v1/sso", "{}", 422, "saml_provider_disabled");
        row("verify", "/auth/v1/verify", "{}", 403, "otp_expired");
        row("admin", "/auth/v1/admin/users", "{}", 403, "not_admin");
        row("nothing", "/auth/v1/nothing/at/all", "{}", 404, "not_found");
    }
    void refused()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const Reply old = m->ask(Method::Post, target.toStdString(), body.toStdString());
        QCOMPARE(old.status, status);
        QCOMPARE(jsonOf(old)["code"], json(status));
        QCOMPARE(jsonOf(old)["error_code"], json(code.toStdString()));
        QVERIFY(jsonOf(old)["msg"].is_string());
        QVERIFY(!old.headers.has("X-Supabase-Api-Version"));
        const Reply fresh = m->ask(Method::Post, target.toStdString(), body.toStdString(), {}, {kNewForm});
        QCOMPARE(fresh.status, status);
        QCOMPARE(jsonOf(fresh)["code"], json(code.toStdString()));
        QVERIFY(jsonOf(fresh)["message"].is_string());
        QCOMPARE(fresh.headers.get("X-Supabase-Api-Version"), std::string_view("2024-01-01"));
    }

    void passwordsWaitInAShortLine()
    {
        Loop loop;
        AuthOptions options;
        options.passwordCost = PasswordCost::cheapest();
        options.loop = &loop;
        options.passwordsWaiting = 0;
        AuthApi full(*m->db, *m->authenticator, options);
        Router router;
        full.addTo(router);
        m->router = router;
        const Reply reply = signIn();
        QCOMPARE(reply.status, 429);
        QCOMPARE(jsonOf(reply)["error_code"], json("over_request_rate_limit"));
        QVERIFY(!reply.headers.get("Retry-After").empty());
    }

    void passwordsAreHashedInTurn()
    {
        Loop loop;
        loop.start();
        std::string order; // on the loop's thread
        std::promise<void> blocked;
        std::promise<void> done;
        SideThread side(&loop, 2);
        const auto step = [&](char name) -> SideThread::Work {
            return [&order, name] { return [&order, name] { order += name; }; };
        };
        const auto neverFails = [] { QFAIL("nothing threw"); };
        std::promise<void> running;
        QVERIFY(side.run(
            [&]() -> SideThread::After {
                running.set_value();
                blocked.get_future().wait();
                return [&] { order += 'a'; };
            },
            neverFails));
        running.get_future().wait();
        QVERIFY(side.run(step('b'), neverFails));
        QVERIFY(side.run([&]() -> SideThread::After { return [&] { done.set_value(); }; }, neverFails));
        QVERIFY(!side.run(step('x'), neverFails));
        blocked.set_value();
        done.get_future().wait();
        loop.stop();
        QCOMPARE(order, std::string("ab"));
    }

    void whatThrowsOnTheSideIsAnswered()
    {
        Loop loop;
        loop.start();
        SideThread side(&loop, 8);
        const auto failed = [&](SideThread::Work work) {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("handler threw: (there|here)")));
            std::promise<bool> told;
            const bool taken = side.run(std::move(work), [&] { told.set_value(loop.inLoop()); });
            auto future = told.get_future();
            return taken && future.wait_for(std::chrono::seconds(5)) == std::future_status::ready && future.get();
        };
        QVERIFY(failed([]() -> SideThread::After { throw std::runtime_error("there"); }));
        QVERIFY(failed([] { return [] { throw std::runtime_error("here"); }; }));
        loop.stop();
    }

    void unknownGrantHasTheOAuthForm()
    {
        const Reply reply = m->ask(Method::Post, "/auth/v1/token?grant_type=pkce", "{}");
        QCOMPARE(reply.status, 400);
        QCOMPARE(jsonOf(reply)["error"], json("unsupported_grant_type"));
    }

    void gateWantsAKey()
    {
        const Reply none = m->ask(Method::Post, kPassword, "{}", {}, {{"apikey", ""}});
        QCOMPARE(none.status, 401);
        QCOMPARE(jsonOf(none)["message"], json("No API key found in request"));
        const Reply wrong = m->ask(Method::Post, kPassword, "{}", {}, {{"apikey", "sb_publishable_x"}});
        QCOMPARE(wrong.status, 401);
        QCOMPARE(m->ask(Method::Get, "/auth/v1/health", {}, {}, {{"apikey", ""}}).status, 200);
    }

    void refreshRotates()
    {
        const std::string first = refreshTokenOf(signIn());
        m->clock.advance(Seconds(60));
        const Reply reply = refresh(first);
        QCOMPARE(reply.status, 200);
        const std::string second = refreshTokenOf(reply);
        QVERIFY(second != first);
        QCOMPARE(jsonOf(reply)["expires_at"], json(1795176000 + 60 + 3600));
        QCOMPARE(refresh(second).status, 200);
    }

    /// The answer was lost on its way: the same token, sent again, gets what it got.
    void repeatWithinTheWindowGetsTheActiveToken()
    {
        const std::string first = refreshTokenOf(signIn());
        const std::string second = refreshTokenOf(refresh(first));
        m->clock.advance(Seconds(5));
        QCOMPARE(refreshTokenOf(refresh(first)), second);
        const std::string third = refreshTokenOf(refresh(second));
        QCOMPARE(refreshTokenOf(refresh(first)), third);
    }

    void parentOfTheActiveTokenIsTakenAtAnyTime()
    {
        const std::string first = refreshTokenOf(signIn());
        const std::string second = refreshTokenOf(refresh(first));
        m->clock.advance(Seconds(3000));
        QCOMPARE(refreshTokenOf(refresh(first)), second);
    }

    void reuseEndsTheFamily()
    {
        const Reply entry = signIn();
        const std::string first = refreshTokenOf(entry);
        const std::string second = refreshTokenOf(refresh(first));
        const std::string third = refreshTokenOf(refresh(second));
        m->clock.advance(Seconds(11));
        const Reply reply = refresh(first);
        QCOMPARE(reply.status, 400);
        QCOMPARE(jsonOf(reply)["error_code"], json("refresh_token_already_used"));
        QCOMPARE(refresh(third).status, 400);
        QCOMPARE(getUser(accessTokenOf(entry)).status, 403);
        // Another session of the same user lives on.
        QCOMPARE(signIn().status, 200);
    }

    void userAnswersTheUser()
    {
        const Reply reply = getUser(accessTokenOf(signIn()));
        QCOMPARE(reply.status, 200);
        QCOMPARE(jsonOf(reply)["email"], json("ann@boltdesk.test"));
    }

    void userNeedsAPerson_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("nobody") << 0 << 401 << QByteArray("no_authorization");
        QTest::newRow("garbage") << 1 << 403 << QByteArray("bad_jwt");
        QTest::newRow("anon key") << 2 << 403 << QByteArray("bad_jwt");
        QTest::newRow("expired") << 3 << 403 << QByteArray("bad_jwt");
        QTest::newRow("session gone") << 4 << 403 << QByteArray("session_not_found");
    }
    void userNeedsAPerson()
    {
        QFETCH(int, which);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        std::string bearer = accessTokenOf(signIn());
        if (which == 0)
            bearer.clear();
        else if (which == 1)
            bearer = "abc";
        else if (which == 2)
            bearer = m->anonKey();
        else if (which == 3)
            m->clock.advance(Seconds(3600));
        else
            QCOMPARE(m->ask(Method::Post, "/auth/v1/logout?scope=local", {}, bearer).status, 204);
        const Reply reply = getUser(bearer);
        QCOMPARE(reply.status, status);
        QCOMPARE(jsonOf(reply)["error_code"], json(code.toStdString()));
    }

    void logoutByScope_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<bool>("mine");
        QTest::addColumn<bool>("others");
        QTest::newRow("default is global") << QByteArray() << false << false;
        QTest::newRow("global") << QByteArray("?scope=global") << false << false;
        QTest::newRow("local") << QByteArray("?scope=local") << false << true;
        QTest::newRow("others") << QByteArray("?scope=others") << true << false;
    }
    void logoutByScope()
    {
        QFETCH(QByteArray, query);
        QFETCH(bool, mine);
        QFETCH(bool, others);
        const Reply here = signIn();
        const Reply there = signIn();
        const Reply out = m->ask(Method::Post, "/auth/v1/logout" + query.toStdString(), {}, accessTokenOf(here));
        QCOMPARE(out.status, 204);
        QVERIFY(out.body.empty());
        QCOMPARE(refresh(refreshTokenOf(here)).status == 200, mine);
        QCOMPARE(refresh(refreshTokenOf(there)).status == 200, others);
        QCOMPARE(m->ask(Method::Post, "/auth/v1/logout?scope=galaxy", {}, accessTokenOf(here)).status, 400);
    }

    void changesPasswordAndOwnWords()
    {
        const std::string token = accessTokenOf(signIn());
        const auto put = [&](const char *body) { return m->ask(Method::Put, "/auth/v1/user", body, token); };
        QCOMPARE(jsonOf(put(R"({"password":"123"})"))["error_code"], json("weak_password"));
        QCOMPARE(jsonOf(put(R"({"password":"correct horse"})"))["error_code"], json("same_password"));
        QCOMPARE(put(R"({"email":"x@y.z"})").status, 422);
        const Reply changed =
            put(R"({"password":"battery staple","data":{"theme":"dark"},"app_metadata":{"role":"admin"}})");
        QCOMPARE(changed.status, 200);
        QCOMPARE(jsonOf(changed)["user_metadata"]["theme"], json("dark"));
        QCOMPARE(jsonOf(changed)["app_metadata"]["role"], json("manager"));
        QCOMPARE(signIn().status, 400);
        QCOMPARE(m->ask(Method::Post, kPassword, R"({"email":"ann@boltdesk.test","password":"battery staple"})").status,
                 200);
    }

    /// They are in each token, and a token has a largest size.
    void ownWordsAreFew()
    {
        const auto words = [&](const json &data) {
            return m->ask(Method::Put, "/auth/v1/user", json{{"data", data}}.dump(), accessTokenOf(signIn()));
        };
        const auto refused = [](const Reply &reply) {
            return reply.status == 422 && jsonOf(reply)["error_code"] == json("validation_failed");
        };
        QCOMPARE(words({{"a", std::string(4000, 'a')}}).status, 200);
        const Reply more = words({{"b", std::string(1000, 'b')}});
        QVERIFY(refused(more));
        QCOMPARE(jsonOf(more)["msg"], json("User metadata takes more than 4096 bytes"));
        QVERIFY(refused(words({{"c", std::string("\0", 1)}})));
        QVERIFY(refused(words({{std::string("\0", 1), 1}})));
        const Reply mine = getUser(accessTokenOf(signIn()));
        QCOMPARE(mine.status, 200);
        QCOMPARE(jsonOf(mine)["user_metadata"], json({{"a", std::string(4000, 'a')}}));
        QCOMPARE(words({{"a", nullptr}, {"b", std::string(1000, 'b')}}).status, 200);
    }

    /// A user from before there was a bound has more, and is not locked in with it.
    void oldWordsMayShrink()
    {
        const std::string token = accessTokenOf(signIn());
        const auto words = [&](const json &data) {
            return m->ask(Method::Put, "/auth/v1/user", json{{"data", data}}.dump(), token).status;
        };
        const auto refusal = [&](const json &data) {
            return jsonOf(m->ask(Method::Put, "/auth/v1/user", json{{"data", data}}.dump(), token))["msg"];
        };
        const json old{{"a", std::string(3000, 'a')}, {"b", std::string(3000, 'b')}, {"c", std::string("\0", 1)}};
        QVERIFY(m->db
                    ->write([&]() -> Outcome {
                        m->db->run("UPDATE auth_users SET user_metadata = ?", old.dump());
                        return Done{};
                    })
                    .ok());
        QCOMPARE(words({{"a", std::string(3000, 'z')}}), 200);
        QCOMPARE(words({{"d", 1}}), 422);
        QCOMPARE(refusal({{"d", 1}}),
                 json("User metadata takes more than " + std::to_string(old.dump().size()) + " bytes"));
        QCOMPARE(refusal({{"d", std::string("\0", 1)}}), json("User metadata holds a NUL"));
        QCOMPARE(words({{"a", std::string(3001, 'z')}}), 422);
        QCOMPARE(words({{"a", std::string(2900, 'z')}, {"d", 1}}), 200);
        QCOMPARE(words({{"b", std::string("\0", 1)}}), 422);
        QCOMPARE(words({{"a", nullptr}, {"c", nullptr}}), 200);
    }

    void changesOfAUserAreCounted()
    {
        m = std::make_unique<House>(RateLimit::Rate{3, 0.5});
        const std::string token = m->staffToken(Role::Viewer);
        const auto put = [&](const char *body) { return m->ask(Method::Put, "/auth/v1/user", body, token); };
        for (const char *body : {R"({"data":{}})", R"({"data":{"a":1}})", R"({"password":"another secret"})"})
            QCOMPARE(put(body).status, 200);
        const Reply reply = put(R"({"password":"one more secret"})");
        QCOMPARE(reply.status, 429);
        QCOMPARE(reply.headers.get("Retry-After"), std::string_view("2"));
        QCOMPARE(getUser(token).status, 200);
        m->clock.advance(Seconds(2));
        QCOMPARE(put(R"({"data":{}})").status, 200);
    }

    void tooManyTriesWait()
    {
        m = std::make_unique<House>(RateLimit::Rate{3, 0.5});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(refresh("x").status, 400);
        const Reply reply = refresh("x");
        QCOMPARE(reply.status, 429);
        QCOMPARE(jsonOf(reply)["error_code"], json("over_request_rate_limit"));
        QCOMPARE(reply.headers.get("Retry-After"), std::string_view("2"));
        m->clock.advance(Seconds(2));
        QCOMPARE(refresh("x").status, 400);
    }

    void ensureGivesPasswordAndRole()
    {
        QVERIFY(m->auth->users().ensure("ann@boltdesk.test", "new password", Role::Viewer));
        const json user =
            jsonOf(m->ask(Method::Post, kPassword, R"({"email":"ann@boltdesk.test","password":"new password"})"));
        QCOMPARE(user["user"]["app_metadata"]["role"], json("viewer"));
        QVERIFY(!m->auth->users().create("ann@boltdesk.test", "x", Role::Viewer));
        QVERIFY(!m->auth->users().create("no address", "x", Role::Viewer));
    }

private:
    Reply signIn()
    {
        return m->ask(Method::Post, kPassword, R"({"email":"ann@boltdesk.test","password":"correct horse"})");
    }
    Reply refresh(const std::string &token)
    {
        return m->ask(Method::Post, kRefresh, json({{"refresh_token", token}}).dump());
    }
    Reply getUser(const std::string &bearer) { return m->ask(Method::Get, "/auth/v1/user", {}, bearer); }
    static std::string refreshTokenOf(const Reply &reply)
    {
        return jsonOf(reply).value("refresh_token", std::string());
    }
    static std::string accessTokenOf(const Reply &reply) { return jsonOf(reply).value("access_token", std::string()); }

    std::unique_ptr<House> m;
};

QTEST_GUILESS_MAIN(TestAuthApi)
#include "tst_auth_api.moc"
