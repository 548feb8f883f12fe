// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend_api/api_stage.h"

#include <QTest>

using namespace bolt;
using namespace bolt::test;

/// Whole ways through the business, over HTTP.
class TestApiJourneys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void purchaseToApproved();
    void deadWorkerIsRepairedByTheStallRule();
    void purchaseCutOffIsNotBoughtTwice();
    void captchaIsSolvedByAPerson();
};

namespace {

ApiStage::Answer report(ApiStage &stage, Json event, const std::string &worker = "w-1")
{
    event["worker_id"] = worker;
    return stage.call("POST", "/api/worker/update-progress", "worker", event);
}

Json claim(ApiStage &stage, const std::string &worker = "w-1", int limit = 1)
{
    return stage.call("POST", "/api/worker/claim", "worker", {{"worker_id", worker}, {"limit", limit}}).body["claims"];
}

} // namespace

void TestApiJourneys::purchaseToApproved()
{
    ApiStage stage;
    stage.addDirectories(2);
    const std::string job = stage.addJob(stage.addCustomer());

    const Json first = claim(stage);
    QCOMPARE(first.size(), 1u);
    SAME(first[0]["job_id"], job);
    SAME(first[0]["attempt"], 1);
    SAME(first[0]["directory"]["name"], "Directory 0");
    SAME(first[0]["business"]["company_name"], "Corner Shop");
    SAME(first[0]["business"]["data"]["phone"], "+49 30 1234567");
    const std::string id = first[0]["submission_id"];
    SAME(report(stage, {{"event", "job_started"}, {"job_id", job}}).body["job_status"], "in_progress");
    SAME(report(stage, {{"event", "submission_started"}, {"submission_id", id}}).body["submission_status"],
         "submitting");
    const auto failed = report(stage, {{"event", "submission_failed"},
                                       {"submission_id", id},
                                       {"code", "TIMEOUT"},
                                       {"message", "No answer in 30 s."},
                                       {"processing_ms", 30'500}});
    SAME(failed.body["submission_status"], "failed");
    QVERIFY(failed.body.contains("next_retry_at"));

    // Staff do not wait for the back-off.
    SAME(stage.call("POST", "/api/admin/submissions/retry", "support", {{"ids", {id}}}).body["applied"], 1);
    std::string other;
    for (int i = 0; i < 2; ++i) {
        const Json again = claim(stage);
        QCOMPARE(again.size(), 1u);
        const std::string now = again[0]["submission_id"];
        if (now != id)
            other = now;
        else
            SAME(again[0]["attempt"], 2);
        QCOMPARE(
            report(stage, {{"event", "submission_success"}, {"submission_id", now}, {"processing_ms", 12'000}}).status,
            200);
    }
    SAME(stage.cell("SELECT status FROM jobs"), "completed");
    // The directories' own answers come later.
    const Json verdict{{"event", "directory_progress"}, {"submission_id", id}, {"outcome", "approved"}};
    const auto approved = report(stage, verdict);
    SAME(approved.body["submission_status"], "approved");
    const auto rejected = report(stage, {{"event", "directory_progress"},
                                         {"submission_id", other},
                                         {"outcome", "rejected"},
                                         {"message", "Not our category."}});
    SAME(rejected.body["submission_status"], "rejected");
    // An answer that was lost on its way is asked for again; another verdict, or another's, is none's repetition.
    const auto again = report(stage, verdict);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.text, approved.text);
    Json opposite = verdict;
    opposite["outcome"] = "rejected";
    QCOMPARE(report(stage, opposite).status, 409);
    QCOMPARE(report(stage, verdict, "w-2").status, 409);
    SAME(stage.cell(
             "SELECT directories_completed || '/' || directories_failed || '/' || directories_total || ' ' || progress"
             " FROM jobs"),
         "1/1/2 100");
    SAME(stage.cell("SELECT json_array_length(error_log) FROM directory_submissions WHERE id = '" + id + "'"), "1");
}

void TestApiJourneys::deadWorkerIsRepairedByTheStallRule()
{
    ApiStage stage;
    stage.addDirectories(3);
    stage.addJob(stage.addCustomer("big@example.com", "growth"));
    const Json lost = claim(stage, "w-dead");
    const Json held = claim(stage, "w-alive");
    const std::string lostId = lost[0]["submission_id"];
    const std::string heldId = held[0]["submission_id"];

    // One of them goes on sending heartbeats, the other was killed.
    for (int i = 0; i < 5; ++i) {
        stage.pass(Seconds(25));
        stage.call("POST", "/api/worker/heartbeat", "worker", {{"worker_id", "w-alive"}, {"status", "online"}});
        stage.upkeep();
    }
    const auto stateOf = [&](const std::string &id) {
        return stage.cell("SELECT status FROM directory_submissions WHERE id = '" + id + "'");
    };
    SAME(stateOf(lostId), "pending");
    SAME(stateOf(heldId), "submitting");
    SAME(stage.cell("SELECT status FROM workers WHERE id = 'w-dead'"), "offline");
    SAME(stage.cell("SELECT status FROM workers WHERE id = 'w-alive'"), "online");

    // The dead one wakes up late: what it brings is refused, since it may be done by another already.
    const auto late = report(stage, {{"event", "submission_success"}, {"submission_id", lostId}}, "w-dead");
    QCOMPARE(late.status, 409);
    SAME(late.code(), "not_claimed");
    const auto fine = report(stage, {{"event", "submission_success"}, {"submission_id", heldId}}, "w-alive");
    QCOMPARE(fine.status, 200);

    // The lost one is done by another, as its second attempt.
    bool done = false;
    for (int i = 0; i < 3 && !done; ++i) {
        const Json next = claim(stage, "w-alive");
        QCOMPARE(next.size(), 1u);
        done = next[0]["submission_id"] == lostId;
        if (done)
            SAME(next[0]["attempt"], 2);
        QCOMPARE(
            report(stage, {{"event", "submission_success"}, {"submission_id", next[0]["submission_id"]}}, "w-alive")
                .status,
            200);
    }
    QVERIFY(done);
}

void TestApiJourneys::purchaseCutOffIsNotBoughtTwice()
{
    ApiStage stage;
    stage.addDirectories(3);
    const std::string customer = stage.addCustomer();
    const QByteArray key = newKey();
    const auto buy = [&] {
        return stage.call("POST", "/api/queue/submit", {}, {{"customer_id", customer}}, {{"Idempotency-Key", key}});
    };
    const auto first = buy();
    QCOMPARE(first.status, 201);
    QCOMPARE(buy().text, first.text);
    SAME(stage.cell("SELECT count(*) FROM jobs"), "1");
}

void TestApiJourneys::captchaIsSolvedByAPerson()
{
    ApiStage stage;
    stage.addDirectories(1);
    stage.addJob(stage.addCustomer());
    const auto ids = stage.failSome(1, "CAPTCHA");
    QVERIFY(claim(stage).empty());
    stage.call("POST", "/api/admin/submissions/verify", "support", {{"ids", ids}});
    const Json again = claim(stage);
    QCOMPARE(again.size(), 1u);
    SAME(report(stage, {{"event", "submission_success"}, {"submission_id", ids[0]}, {"approved", true}})
             .body["submission_status"],
         "approved");
    SAME(stage.cell("SELECT status FROM jobs"), "completed");
}

QTEST_GUILESS_MAIN(TestApiJourneys)
#include "tst_api_journeys.moc"
