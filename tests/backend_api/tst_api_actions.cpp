// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend_api/api_stage.h"

#include <QFile>
#include <QTest>

using namespace bolt;
using namespace bolt::test;

/// The mutating admin calls: once per key, all or nothing, told in the audit trail.
class TestApiActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameKeyAppliesOnce();
    void sameKeyOtherRequestIsRefused();
    void keyIsNeeded();
    void keyLastsADay();
    void concurrentSameKeyAppliesOnce();
    void changeAuditAndAnswerAreOneTransaction();
    void bulkAnswersWhatWasRejected();
    void bulkByFilter();
    void bulkBounds();
    void retryWaitsForNotBefore();
    void verifyWithAndWithoutListing();
    void jobCalls();
    void refusedJobCallIsAConflict();
    void prioritySetAndGivenBack();
    void retryFailedOfJob();
    void auditIsPagedNewestFirst();
    void logsArePaged();
    void queueListsActiveJobs();
    void answersHaveTheGoldenShape();
};

namespace {

std::string stateOf(ApiStage &stage, const std::string &submission)
{
    return stage.cell("SELECT status FROM directory_submissions WHERE id = '" + submission + "'");
}

/// A stage with a job of five submissions of which some failed for good.
struct FailedJob
{
    ApiStage stage;
    std::string job;
    std::vector<std::string> failed;

    explicit FailedJob(int count = 1)
    {
        stage.addDirectories(5);
        job = stage.addJob(stage.addCustomer());
        failed = stage.failSome(count, "VALIDATION");
    }
    ApiStage::Answer retry(const Json &ids, const QByteArray &key = newKey(), const char *who = "support")
    {
        return stage.call("POST", "/api/admin/submissions/retry", who, {{"ids", ids}}, {{"Idempotency-Key", key}});
    }
};

/// Types of all members, without their values: {"a":1,"b":["x"]} → {"a":"number","b":["string"]}.
Json shapeOf(const Json &value)
{
    if (value.is_object()) {
        Json out = Json::object();
        for (const auto &[name, entry] : value.items())
            out[name] = shapeOf(entry);
        return out;
    }
    if (value.is_array())
        return value.empty() ? Json::array() : Json::array({shapeOf(value[0])});
    return value.type_name();
}

Json golden(const char *name)
{
    QFile file(QStringLiteral(BOLT_TEST_DATA "/wire/api/%1").arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no golden file %s", name);
    return Json::parse(file.readAll().toStdString());
}

} // namespace

void TestApiActions::sameKeyAppliesOnce()
{
    FailedJob s;
    const QByteArray key = newKey();
    const auto first = s.retry(s.failed, key);
    QCOMPARE(first.status, 200);
    SAME(first.body["applied"], 1);
    SAME(first.body["action_id"], key.toStdString());
    SAME(first.body["records"]["directory_submissions"][0]["status"], "pending");
    QVERIFY(first.replayed.isEmpty());

    // It fails again; the repeated call must not retry it a second time.
    QCOMPARE(s.stage.failSome(5, "VALIDATION").size(), 5u);
    const auto second = s.retry(s.failed, key);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.text, first.text);
    QCOMPARE(second.replayed, "true");
    SAME(stateOf(s.stage, s.failed[0]), "failed");
    SAME(s.stage.cell("SELECT count(*) FROM admin_actions"), "1");
}

void TestApiActions::sameKeyOtherRequestIsRefused()
{
    FailedJob s(2);
    const QByteArray key = newKey();
    QCOMPARE(s.retry({s.failed[0]}, key).status, 200);
    const auto other = s.retry({s.failed[1]}, key);
    QCOMPARE(other.status, 422);
    SAME(other.code(), "key_reused");
    SAME(stateOf(s.stage, s.failed[1]), "failed");
    // Another path with an equal body, and another person, are other requests too.
    QCOMPARE(s.stage
                 .call("POST", "/api/admin/submissions/skip", "support", {{"ids", {s.failed[0]}}},
                       {{"Idempotency-Key", key}})
                 .status,
             422);
    QCOMPARE(s.retry({s.failed[0]}, key, "manager").status, 422);
    // Spaces are not another body.
    const auto spaced = s.stage.callRaw("POST", "/api/admin/submissions/retry", "support",
                                        "{ \"ids\" : [\"" + QByteArray::fromStdString(s.failed[0]) + "\"] }",
                                        {{"Idempotency-Key", key}});
    QCOMPARE(spaced.status, 200);
    QCOMPARE(spaced.replayed, "true");
}

void TestApiActions::keyIsNeeded()
{
    FailedJob s;
    for (const QByteArray &key : {QByteArray(""), QByteArray("17"), QByteArray("{" + newKey() + "}")}) {
        const auto answer = s.retry(s.failed, key);
        QCOMPARE(answer.status, 422);
        QVERIFY(answer.details().contains("Idempotency-Key"));
    }
    SAME(stateOf(s.stage, s.failed[0]), "failed");
}

void TestApiActions::keyLastsADay()
{
    FailedJob s;
    const QByteArray key = newKey();
    const auto first = s.retry(s.failed, key);
    s.stage.pass(Seconds(24 * 3600));
    s.stage.upkeep();
    const auto second = s.retry(s.failed, key);
    QCOMPARE(second.replayed, "true");
    QCOMPARE(second.text, first.text);
}

void TestApiActions::concurrentSameKeyAppliesOnce()
{
    FailedJob s;
    const QByteArray key = newKey();
    const auto answers = s.stage.callTogether(6, "POST", "/api/admin/submissions/retry", "support", {{"ids", s.failed}},
                                              {{"Idempotency-Key", key}});
    for (const auto &answer : answers) {
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text, answers.front().text);
    }
    SAME(s.stage.cell("SELECT count(*) FROM admin_actions"), "1");
}

void TestApiActions::changeAuditAndAnswerAreOneTransaction()
{
    FailedJob s;
    const QByteArray key = newKey();
    for (const char *table : {"admin_actions", "idempotency"}) {
        s.stage.run(std::string("CREATE TRIGGER broken BEFORE INSERT ON ") + table +
                    " BEGIN SELECT RAISE(ABORT, 'disk on fire at SELECT'); END");
        const auto answer = s.retry(s.failed, key);
        QCOMPARE(answer.status, 500);
        SAME(answer.code(), "internal");
        QVERIFY(!answer.text.contains("fire"));
        SAME(stateOf(s.stage, s.failed[0]), "failed");
        SAME(s.stage.cell("SELECT count(*) FROM admin_actions"), "0");
        s.stage.run("DROP TRIGGER broken");
    }
    SAME(s.retry(s.failed, key).body["applied"], 1);
}

void TestApiActions::bulkAnswersWhatWasRejected()
{
    FailedJob s(2);
    const std::string unknown = "6b0d1c8e-0000-4000-8000-000000000009";
    const std::string waiting = s.stage.cell("SELECT id FROM directory_submissions WHERE status = 'pending' LIMIT 1");
    const auto answer = s.retry({s.failed[0], unknown, waiting, s.failed[1], s.failed[0]});
    QCOMPARE(answer.status, 200);
    SAME(answer.body["status"], "partly_applied");
    SAME(answer.body["applied"], 2);
    QCOMPARE(answer.body["rejected"].size(), 2u);
    SAME(answer.body["rejected"][0]["id"], unknown);
    SAME(answer.body["rejected"][0]["code"], "not_found");
    SAME(answer.body["rejected"][1]["id"], waiting);
    SAME(answer.body["rejected"][1]["code"], "bad_state");
    QVERIFY(!answer.body["rejected"][1]["message"].get<std::string>().empty());
    SAME(s.stage.cell("SELECT status FROM admin_actions"), "partly_applied");
}

void TestApiActions::bulkByFilter()
{
    FailedJob s(3);
    const auto answer =
        s.stage.call("POST", "/api/admin/submissions/skip", "support",
                     {{"filter", {{"job_id", s.job}, {"status", "failed"}, {"error_code", "VALIDATION"}}}});
    QCOMPARE(answer.status, 200);
    SAME(answer.body["applied"], 3);
    SAME(s.stage.cell("SELECT count(*) FROM directory_submissions WHERE status = 'skipped'"), "3");
}

void TestApiActions::bulkBounds()
{
    FailedJob s;
    Json ids = Json::array();
    for (int i = 0; i < 10'000; ++i)
        ids.push_back(newKey().toStdString());
    const auto most = s.retry(ids);
    QCOMPARE(most.status, 200);
    SAME(most.body["applied"], 0);
    QCOMPARE(most.body["rejected"].size(), 10'000u);
    ids.push_back(newKey().toStdString());
    const auto more = s.retry(ids);
    QCOMPARE(more.status, 422);
    QVERIFY(more.details().contains("ids"));
}

void TestApiActions::retryWaitsForNotBefore()
{
    FailedJob s(5);
    const auto answer = s.stage.call("POST", "/api/admin/submissions/retry", "support",
                                     {{"ids", s.failed}, {"not_before", "2026-08-21T14:00:10+02:00"}});
    SAME(answer.body["applied"], 5);
    s.stage.pass(Seconds(9));
    QVERIFY(s.stage.failSome(1, "VALIDATION").empty());
    s.stage.pass(Seconds(1));
    QCOMPARE(s.stage.failSome(1, "VALIDATION").size(), 1u);
}

void TestApiActions::verifyWithAndWithoutListing()
{
    ApiStage stage;
    stage.addDirectories(5);
    stage.addJob(stage.addCustomer());
    const auto waiting = stage.failSome(2, "CAPTCHA");
    SAME(stateOf(stage, waiting[0]), "needs_verification");
    const auto verify = [&](const Json &body) {
        return stage.call("POST", "/api/admin/submissions/verify", "support", body);
    };
    SAME(verify({{"ids", {waiting[0]}}}).body["applied"], 1);
    SAME(stateOf(stage, waiting[0]), "pending");
    SAME(verify({{"ids", {waiting[1]}}, {"listing_data", {{"url", "https://x.example"}}}}).body["applied"], 1);
    SAME(stateOf(stage, waiting[1]), "submitted");
}

void TestApiActions::jobCalls()
{
    FailedJob s;
    const auto on = [&](const char *what, const char *who) {
        return s.stage.call("POST", "/api/admin/jobs/" + s.job + "/" + what, who);
    };
    const auto paused = on("pause", "manager");
    QCOMPARE(paused.status, 200);
    SAME(paused.body["records"]["jobs"][0]["status"], "paused");
    QVERIFY(s.stage.failSome(1, "VALIDATION").empty());
    SAME(on("resume", "manager").body["records"]["jobs"][0]["status"], "in_progress");
    SAME(on("cancel", "admin").body["records"]["jobs"][0]["status"], "cancelled");
    SAME(s.stage.cell("SELECT group_concat(action, ' ') FROM (SELECT action FROM admin_actions ORDER BY rowid)"),
         "jobs.pause jobs.resume jobs.cancel");
    SAME(s.stage.cell("SELECT actor_email FROM admin_actions ORDER BY rowid LIMIT 1"), "manager@boltdesk.test");
}

void TestApiActions::refusedJobCallIsAConflict()
{
    FailedJob s;
    s.stage.call("POST", "/api/admin/jobs/" + s.job + "/cancel", "admin");
    const QByteArray key = newKey();
    const auto resume = [&] {
        return s.stage.call("POST", "/api/admin/jobs/" + s.job + "/resume", "manager", nullptr,
                            {{"Idempotency-Key", key}});
    };
    const auto refused = resume();
    QCOMPARE(refused.status, 409);
    SAME(refused.code(), "job_final");
    SAME(refused.details()["id"], s.job);
    // The refusal is an answer like any other: told again, and in the audit trail once.
    QCOMPARE(resume().text, refused.text);
    SAME(s.stage.cell("SELECT count(*) FROM admin_actions WHERE status = 'rejected'"), "1");
}

void TestApiActions::prioritySetAndGivenBack()
{
    FailedJob s;
    const auto patch = [&](const Json &value) {
        return s.stage.call("PATCH", "/api/admin/jobs/" + s.job, "manager", {{"priority_override", value}});
    };
    SAME(patch(1).body["records"]["jobs"][0]["priority_override"], 1);
    QVERIFY(patch(nullptr).body["records"]["jobs"][0]["priority_override"].is_null());
}

void TestApiActions::retryFailedOfJob()
{
    FailedJob s(3);
    const auto answer = s.stage.call("POST", "/api/admin/jobs/" + s.job + "/retry-failed", "support");
    QCOMPARE(answer.status, 200);
    SAME(answer.body["applied"], 3);
    QCOMPARE(answer.body["records"]["directory_submissions"].size(), 3u);
    SAME(answer.body["records"]["jobs"][0]["id"], s.job);
    SAME(answer.body["records"]["jobs"][0]["directories_failed"], 0);
}

void TestApiActions::auditIsPagedNewestFirst()
{
    FailedJob s;
    std::vector<std::string> keys;
    for (int i = 0; i < 7; ++i) {
        // Pairs share their time, so that the id decides.
        if (i % 2 == 0)
            s.stage.pass(Seconds(1));
        const auto answer = s.stage.call("PATCH", "/api/admin/jobs/" + s.job, "manager", {{"priority_override", i}});
        keys.push_back(answer.body["action_id"]);
    }
    std::vector<std::string> seen;
    std::string cursor;
    for (int page = 0; page < 4; ++page) {
        const auto answer =
            s.stage.call("GET", "/api/admin/audit?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor), "manager");
        QCOMPARE(answer.status, 200);
        for (const Json &item : answer.body["items"])
            seen.push_back(item["id"]);
        if (answer.body["next_cursor"].is_null()) {
            QCOMPARE(page, 3);
            break;
        }
        cursor = answer.body["next_cursor"];
    }
    QCOMPARE(seen.size(), 7u);
    SAME(seen.front(), keys.back());
    std::sort(seen.begin(), seen.end());
    std::sort(keys.begin(), keys.end());
    SAME(seen, keys);
    QCOMPARE(s.stage.call("GET", "/api/admin/audit?action=jobs.cancel", "manager").body["items"].size(), 0u);
    QCOMPARE(s.stage.call("GET", "/api/admin/audit?action=jobs.priority", "manager").body["items"].size(), 7u);
}

void TestApiActions::logsArePaged()
{
    FailedJob s(3);
    const auto first = s.stage.call("GET", "/api/admin/logs?limit=2&job_id=" + s.job, "viewer");
    QCOMPARE(first.status, 200);
    QCOMPARE(first.body["items"].size(), 2u);
    const auto second = s.stage.call(
        "GET", "/api/admin/logs?limit=2&job_id=" + s.job + "&cursor=" + first.body["next_cursor"].get<std::string>(),
        "viewer");
    QVERIFY(second.body["items"][0]["id"].get<int>() < first.body["items"][1]["id"].get<int>());
    QCOMPARE(s.stage.call("GET", "/api/admin/logs?level=DEBUG", "viewer").body["items"].size(), 0u);
    const auto wrong = s.stage.call("GET", "/api/admin/logs?level=debug", "viewer");
    QCOMPARE(wrong.status, 422);
    QVERIFY(wrong.details().contains("level"));
}

void TestApiActions::queueListsActiveJobs()
{
    FailedJob s;
    s.stage.call("POST", "/api/worker/claim", "worker", {{"worker_id", "w-1"}});
    auto answer = s.stage.call("GET", "/api/admin/queue", "viewer");
    QCOMPARE(answer.status, 200);
    SAME(answer.body["queue_depth"], 3);
    SAME(answer.body["in_flight"], 1);
    SAME(answer.body["workers_online"], 1);
    SAME(answer.body["jobs"]["in_progress"], 1);
    QCOMPARE(answer.body["items"].size(), 1u);
    SAME(answer.body["items"][0]["id"], s.job);
    s.stage.call("POST", "/api/admin/jobs/" + s.job + "/cancel", "admin");
    QCOMPARE(s.stage.call("GET", "/api/admin/queue", "viewer").body["items"].size(), 0u);
    QCOMPARE(s.stage.call("GET", "/api/admin/queue?status=cancelled", "viewer").body["items"].size(), 1u);
    const auto wrong = s.stage.call("GET", "/api/admin/queue?status=canceled", "viewer");
    QCOMPARE(wrong.status, 422);
    QVERIFY(wrong.details().contains("status"));
}

void TestApiActions::answersHaveTheGoldenShape()
{
    FailedJob s(2);
    s.stage.run("UPDATE directory_submissions SET success_probability = 0.5, processing_ms = 9,"
                " updated_at = touched(updated_at), version = next_version()");
    const std::string waiting = s.stage.cell("SELECT id FROM directory_submissions WHERE status = 'pending' LIMIT 1");
    const auto retried = s.retry({s.failed[0], waiting});
    SAME(shapeOf(retried.body).dump(), shapeOf(golden("retry.json")).dump());

    s.stage.call("POST", "/api/worker/claim", "worker", {{"worker_id", "w-1"}});
    const auto paused = s.stage.call("POST", "/api/admin/jobs/" + s.job + "/pause", "manager");
    Json want = shapeOf(golden("pause.json"));
    SAME(shapeOf(paused.body).dump(), want.dump());
    const auto conflict = s.stage.call("POST", "/api/admin/jobs/" + s.job + "/pause", "manager");
    SAME(shapeOf(conflict.body).dump(), shapeOf(golden("pause_conflict.json")).dump());
    const auto forbidden = s.stage.call("POST", "/api/admin/jobs/" + s.job + "/pause", "support");
    SAME(forbidden.body.dump(), golden("forbidden.json").dump());

    const auto figures = s.stage.call(
        "GET",
        "/api/admin/analytics?from=2026-08-14T00%3A00%3A00Z&to=2026-08-22T00%3A00%3A00Z&bucket=day&tz=Europe%2FBerlin",
        "viewer");
    // The zone of many a server, which Qt knows but does not list.
    const auto utc = s.stage.call(
        "GET", "/api/admin/analytics?from=2026-08-14T00%3A00%3A00Z&to=2026-08-22T00%3A00%3A00Z&tz=Etc%2FUTC", "viewer");
    QCOMPARE(utc.status, 200);
    Json shape = shapeOf(figures.body);
    Json wanted = shapeOf(golden("analytics.json"));
    // A directory enters with 20 attempts only.
    QVERIFY(shape["directories"].is_array());
    wanted["directories"] = shape["directories"] = Json::array();
    SAME(shape.dump(), wanted.dump());
}

QTEST_GUILESS_MAIN(TestApiActions)
#include "tst_api_actions.moc"
