// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/target.h"
#include "tests/backend_api/api_stage.h"

#include <QTest>

using namespace bolt;
using namespace bolt::test;

/// Who may call what, and how a refusal reads.
class TestApiAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rolesOfCalls_data();
    void rolesOfCalls();
    void publicCallsNeedNobody();
    void integrationKeyReads();
    void workerCallsTakeTheWorkerTokenOnly();
    void errorsHaveOneForm_data();
    void errorsHaveOneForm();
    void unbuiltCallsSaySo();
    void publicRateIsHundredPerQuarterHour();
    void staffRateIsPerActor();
    void healthTellsTheTruth();
    void readsEndInTime();
};

namespace {

/// Each look at it takes a second.
class SlowClock final : public Clock
{
public:
    Instant now() const override { return *parseInstant(std::string_view("2026-08-21T12:00:00Z")); }
    Micros monotonic() const override { return m_at += Seconds(1); }

private:
    mutable Micros m_at{0};
};

const std::string someId = "6b0d1c8e-0000-4000-8000-000000000001";

} // namespace

void TestApiAccess::rolesOfCalls_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("least");
    const auto row = [](const char *method, const char *path, const char *least) {
        QTest::newRow(path) << QByteArray(method) << QByteArray(path) << QByteArray(least);
    };
    row("GET", "/api/admin/queue", "viewer");
    row("GET", "/api/admin/analytics?from=2026-08-14T00:00:00Z&to=2026-08-21T00:00:00Z", "viewer");
    row("GET", "/api/admin/logs", "viewer");
    row("GET", "/api/admin/audit", "manager");
    row("POST", "/api/admin/submissions/retry", "support");
    row("POST", "/api/admin/submissions/skip", "support");
    row("POST", "/api/admin/submissions/verify", "support");
    row("POST", "/api/admin/jobs/6b0d1c8e-0000-4000-8000-000000000001/retry-failed", "support");
    row("POST", "/api/admin/jobs/6b0d1c8e-0000-4000-8000-000000000001/pause", "manager");
    row("POST", "/api/admin/jobs/6b0d1c8e-0000-4000-8000-000000000001/resume", "manager");
    row("PATCH", "/api/admin/jobs/6b0d1c8e-0000-4000-8000-000000000001", "manager");
    row("POST", "/api/admin/jobs/6b0d1c8e-0000-4000-8000-000000000001/cancel", "admin");
    row("PATCH", "/api/admin/packages/growth", "admin");
    row("PATCH", "/api/admin/directories/6b0d1c8e-0000-4000-8000-000000000001", "admin");
    row("POST", "/api/admin/directories/6b0d1c8e-0000-4000-8000-000000000001/close-circuit", "admin");
    row("POST", "/api/admin/customers/6b0d1c8e-0000-4000-8000-000000000001/package", "admin");
}

void TestApiAccess::rolesOfCalls()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, least);
    ApiStage stage;
    const auto status = [&](const std::string &who) {
        return stage.call(method.constData(), path.toStdString(), who).status;
    };
    QCOMPARE(status(""), 401);
    QCOMPARE(status("anon"), 401);
    QCOMPARE(status("worker"), 403);
    QCOMPARE(status("customer"), 403);
    bool enough = false;
    for (const char *role : {"viewer", "support", "manager", "admin", "service"}) {
        enough = enough || least == role;
        const auto answer = stage.call(method.constData(), path.toStdString(), role);
        if (enough) {
            QVERIFY2(answer.status != 401 && answer.status != 403 && answer.status != 500, role);
        } else {
            QCOMPARE(answer.status, 403);
            SAME(answer.code(), "role");
            SAME(answer.details()["needed_role"], least.toStdString());
        }
    }
}

void TestApiAccess::publicCallsNeedNobody()
{
    ApiStage stage;
    stage.addDirectories(3);
    const auto packages = stage.call("GET", "/api/packages");
    QCOMPARE(packages.status, 200);
    QCOMPARE(packages.body["packages"].size(), 4u);
    SAME(packages.body["packages"][0]["id"], "starter");
    SAME(packages.body["packages"][0]["price_cents"], 2999);
    const std::string customer = stage.addCustomer();
    QCOMPARE(customer.size(), 36u);
    const auto job = stage.call("POST", "/api/queue/submit", {}, {{"customer_id", customer}});
    QCOMPARE(job.status, 201);
    SAME(job.body["submissions"], 3);
    SAME(job.body["due_at"], "2026-08-28T12:00:00+00:00");
}

void TestApiAccess::integrationKeyReads()
{
    ApiStage stage;
    const auto with = [&](const QByteArray &key) {
        return stage.call("GET", "/api/admin/queue", {}, nullptr, {{"X-Api-Key", key}});
    };
    QCOMPARE(with("nonsense").status, 401);
    QCOMPARE(stage.call("GET", "/api/admin/queue", "service").status, 200);
}

void TestApiAccess::workerCallsTakeTheWorkerTokenOnly()
{
    ApiStage stage;
    const Json body{{"worker_id", "w-1"}};
    for (const char *path : {"/api/worker/claim", "/api/worker/heartbeat"}) {
        QCOMPARE(stage.call("POST", path, "", body).status, 401);
        QCOMPARE(stage.call("POST", path, "admin", body).status, 403);
        QCOMPARE(stage.call("POST", path, "service", body).status, 403);
        QCOMPARE(stage.call("POST", path, "", body, {{"Authorization", "Bearer wrong"}}).status, 401);
        QCOMPARE(stage.call("POST", path, "worker", body).status, 200);
    }
    SAME(stage.cell("SELECT status FROM workers WHERE id = 'w-1'"), "online");
}

void TestApiAccess::errorsHaveOneForm_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const char *method, const char *path, const char *who, const QByteArray &body,
                        int status, const char *field = "") {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(who) << body << status
                            << QByteArray(field);
    };
    const char *retry = "/api/admin/submissions/retry";
    row("no such path", "GET", "/api/nothing", "", "", 404);
    row("no such job", "POST", "/api/admin/jobs/6b0d1c8e-0000-4000-8000-000000000001/pause", "admin", "", 404);
    row("an id that is none", "POST", "/api/admin/jobs/17/pause", "admin", "", 404);
    row("no such customer", "POST", "/api/queue/submit", "",
        R"({"customer_id":"6b0d1c8e-0000-4000-8000-000000000001"})", 404);
    row("wrong method", "DELETE", "/api/packages", "", "", 405);
    row("too large", "POST", "/api/customers/register", "", QByteArray(40'000, ' '), 413);
    row("broken JSON", "POST", retry, "support", "{\"ids\":", 400);
    row("no object", "POST", retry, "support", "[]", 400);
    row("nested too deeply", "POST", retry, "support", "{\"filter\":" + QByteArray(40, '[') + QByteArray(40, ']') + "}",
        400);
    row("NUL in a text", "POST", "/api/customers/register", "",
        R"({"email":"a@example.com","company_name":"a\u0000b"})", 400);
    row("no ids", "POST", retry, "support", "{}", 422, "ids");
    row("ids and filter", "POST", retry, "support", R"({"ids":["6b0d1c8e-0000-4000-8000-000000000001"],"filter":{}})",
        422, "ids");
    row("an id in ids", "POST", retry, "support", R"({"ids":["6b0d1c8e-0000-4000-8000-000000000001","x"]})", 422,
        "ids[1]");
    row("a misspelt field", "POST", retry, "support",
        R"({"ids":["6b0d1c8e-0000-4000-8000-000000000001"],"not_befor":"2026-08-22T00:00:00Z"})", 422, "not_befor");
    row("a time that is none", "POST", retry, "support",
        R"({"ids":["6b0d1c8e-0000-4000-8000-000000000001"],"not_before":"tomorrow"})", 422, "not_before");
    row("an unknown filter", "POST", retry, "support", R"({"filter":{"colour":"red"}})", 422, "filter");
    row("no e-mail", "POST", "/api/customers/register", "", R"({"company_name":"A"})", 422, "email");
    row("an e-mail that is none", "POST", "/api/customers/register", "",
        R"({"email":"nobody","company_name":"A","website":"https://a.example"})", 422, "email");
    row("a package that is none", "POST", "/api/customers/register", "",
        R"({"email":"a@example.com","company_name":"A","website":"https://a.example","package_id":"gold"})", 422,
        "package_id");
    row("priority as text", "PATCH", "/api/admin/jobs/6b0d1c8e-0000-4000-8000-000000000001", "manager",
        R"({"priority_override":"high"})", 422, "priority_override");
    row("no priority", "PATCH", "/api/admin/jobs/6b0d1c8e-0000-4000-8000-000000000001", "manager", "{}", 422,
        "priority_override");
    row("a bucket that is none", "GET",
        "/api/admin/analytics?from=2026-08-14T00:00:00Z&to=2026-08-21T00:00:00Z&bucket=hour", "viewer", "", 422,
        "bucket");
    row("a path that is no zone", "GET",
        "/api/admin/analytics?from=2026-08-14T00:00:00Z&to=2026-08-21T00:00:00Z&tz=Etc/../UTC", "viewer", "", 422,
        "tz");
    row("a zone that is none", "GET", "/api/admin/analytics?from=2026-08-14T00:00:00Z&to=2026-08-21T00:00:00Z&tz=Mars",
        "viewer", "", 422, "tz");
    row("no times", "GET", "/api/admin/analytics", "viewer", "", 422, "from");
    row("a cursor that is none", "GET", "/api/admin/audit?cursor=abc", "manager", "", 422, "cursor");
    row("a limit that is none", "GET", "/api/admin/audit?limit=0", "manager", "", 422, "limit");
    row("an event without its submission", "POST", "/api/worker/update-progress", "worker",
        R"({"event":"submission_success","worker_id":"w"})", 422, "submission_id");
    row("an unknown event", "POST", "/api/worker/update-progress", "worker",
        R"({"event":"lunch","worker_id":"w","submission_id":"6b0d1c8e-0000-4000-8000-000000000001"})", 422, "event");
}

void TestApiAccess::errorsHaveOneForm()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, who);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QByteArray, field);
    ApiStage stage;
    const auto answer = stage.callRaw(method.constData(), path.toStdString(), who.toStdString(), body);
    QVERIFY2(answer.status == status, answer.text.constData());
    QVERIFY2(answer.body.contains("error"), answer.text.constData());
    const Json &error = answer.body["error"];
    QVERIFY(error["code"].is_string() && !error["code"].get<std::string>().empty());
    QVERIFY(error["message"].is_string() && !error["message"].get<std::string>().empty());
    QVERIFY2(!answer.text.contains("SELECT") && !answer.text.contains(".cpp"), answer.text.constData());
    if (!field.isEmpty())
        QVERIFY2(error["details"].contains(field.toStdString()), answer.text.constData());
}

void TestApiAccess::unbuiltCallsSaySo()
{
    ApiStage stage;
    for (const auto &[method, path] : {std::pair("GET", "/api/protected/customers/" + someId),
                                       std::pair("POST", std::string("/api/webhooks/payment"))}) {
        const auto answer = stage.call(method, path);
        QCOMPARE(answer.status, 501);
        SAME(answer.code(), "not_built");
    }
}

void TestApiAccess::publicRateIsHundredPerQuarterHour()
{
    ApiStage stage;
    for (int i = 0; i < 100; ++i)
        QCOMPARE(stage.call("GET", "/api/packages").status, 200);
    stage.pass(Seconds(60));
    const auto refused = stage.call("GET", "/api/packages");
    QCOMPARE(refused.status, 429);
    SAME(refused.code(), "rate_limited");
    QCOMPARE(refused.retryAfter, "840");
    SAME(refused.details()["retry_after"], 840);
    QCOMPARE(stage.call("GET", "/api/health").status, 200);
    QCOMPARE(stage.call("GET", "/api/admin/queue", "viewer").status, 200);
    stage.pass(Seconds(840));
    QCOMPARE(stage.call("GET", "/api/packages").status, 200);
}

void TestApiAccess::staffRateIsPerActor()
{
    backend::ApiLimits limits;
    limits.staffCalls = 3;
    ApiStage stage(limits);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(stage.call("GET", "/api/admin/queue", "viewer").status, 200);
    QCOMPARE(stage.call("GET", "/api/admin/queue", "viewer").status, 429);
    QCOMPARE(stage.call("GET", "/api/admin/queue", "manager").status, 200);
}

void TestApiAccess::healthTellsTheTruth()
{
    ApiStage stage;
    stage.addDirectories(5);
    stage.addJob(stage.addCustomer());
    stage.pass(Seconds(90));
    const auto health = stage.call("GET", "/api/health");
    QCOMPARE(health.status, 200);
    SAME(health.body["status"], "ok");
    SAME(health.body["version"], BOLT_VERSION);
    SAME(health.body["queue_depth"], 5);
    SAME(health.body["uptime_seconds"], 90);
    QVERIFY(health.body["database"]["engine"].get<std::string>().starts_with("sqlite 3"));
}

/// What is asked for may be far: all others wait meanwhile.
void TestApiAccess::readsEndInTime()
{
    SlowClock clock;
    backend::SeededRandomness random{7};
    auto db = backend::Database::open(":memory:", clock, random).value();
    backend::Authenticator auth(backend::makeKeys(clock.now()), clock);
    backend::Api api(*db, auth, {});
    backend::Router router;
    api.addTo(router);
    QVERIFY(db->write([&]() -> Outcome {
        db->run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                " INSERT INTO processing_logs (source, message) SELECT 'backend', 'x' FROM n");
        return Done{};
    }));
    const auto ask = [&](const std::string &target) {
        backend::Request request;
        request.method = backend::Method::Get;
        if (!backend::parseTarget(target, &request))
            qFatal("bad target");
        request.headers.add("Authorization", "Bearer " + auth.keys().serviceKey);
        return router.answer(request);
    };
    QCOMPARE(ask("/api/admin/logs").status, 200);
    QCOMPARE(ask("/api/admin/logs?level=ERROR").status, 200); // none, which an index knows at once
    const backend::Reply late = ask("/api/admin/logs?limit=500");
    QCOMPARE(late.status, 503);
    SAME(Json::parse(late.body)["error"]["code"], "too_slow");
}

QTEST_GUILESS_MAIN(TestApiAccess)
#include "tst_api_access.moc"
