// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/figures.h"
#include "backend/rules/idempotency.h"
#include "backend/rules/job_book.h"
#include "backend/rules/staff_actions.h"
#include "tests/backend_rules/rules_fixture.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

class TestRulesStaff : public QObject
{
    Q_OBJECT

    int m_keys = 0;

    Actor actor(Role role = Role::Admin)
    {
        return {"key-" + std::to_string(++m_keys), "user-1", "ada@desk.test", role};
    }
    /// A job of four submissions: one failed for good, one submitted, one waiting for a person, one pending.
    static std::string mixedJob(RulesFixture &f)
    {
        f.addDirectories(4);
        const std::string job = f.addJob();
        f.fail("w1", f.claim("w1")[0].submissionId, "VALIDATION").ok();
        f.succeed("w1", f.claim("w1")[0].submissionId).ok();
        f.fail("w1", f.claim("w1")[0].submissionId, "CAPTCHA").ok();
        return job;
    }
    static std::string inState(RulesFixture &f, const char *status)
    {
        return f.text(std::string("SELECT id FROM directory_submissions WHERE status = '") + status + "'")
            .toStdString();
    }
    static QByteArray counters(RulesFixture &f)
    {
        return f.text("SELECT directories_completed || ' ' || directories_failed || ' ' || progress FROM jobs");
    }

private Q_SLOTS:
    void retriesWhatFailed();
    void retryGrantsAnAttempt();
    void retryNotBefore();
    void retryByFilter();
    void filterIsChecked();
    void filterLeavesOutWhatChangedSince();
    void boundsTheSelection();
    void skipsAndVerifies();
    void refusesEndedJobs();
    void retryReopensAFailedJob();
    void retryReopensACompletedJob();
    void pauseAndResume();
    void resumeOfAFailedJobRetries();
    void cancelSkipsWhatIsOpen();
    void cancelledJobsDoNotRetry();
    void retryFailedOfAJob();
    void changesPriority();
    void rolesAreEnforced_data();
    void rolesAreEnforced();
    void everyActionIsAudited();
    void editsPackages();
    void editsAreChecked();
    void closesCircuits();
    void changesThePackageOfACustomer();
    void remembersAnswers();
    void answerAndActionStandOrFallTogether();
};

void TestRulesStaff::retriesWhatFailed()
{
    RulesFixture f;
    mixedJob(f);
    const std::string failed = inState(f, "failed");
    const std::string pending = inState(f, "pending");
    QCOMPARE(counters(f), QByteArray("1 1 50"));
    f.commits.clear();
    const auto receipt = StaffActions(*f.db).retry(actor(Role::Support), {{failed, pending, "nothing", failed}, {}});
    QVERIFY(receipt.ok());
    QCOMPARE(receipt->applied, std::vector{failed});
    QCOMPARE(receipt->rejected.size(), size_t(2));
    QCOMPARE(receipt->rejected[0].code, std::string("bad_state"));
    QCOMPARE(receipt->rejected[1].code, std::string("not_found"));
    QCOMPARE(receipt->status(), std::string("partly_applied"));
    QCOMPARE(f.status(failed), QByteArray("pending"));
    QCOMPARE(counters(f), QByteArray("1 0 25"));
    QCOMPARE(f.commits.size(), size_t(1)); // change, counters, log and audit row together
}

void TestRulesStaff::retryGrantsAnAttempt()
{
    RulesFixture f;
    f.addDirectories(2);
    f.addJob();
    QVERIFY(f.exec(
        "UPDATE directory_submissions SET attempt = 2, version = next_version(), updated_at = touched(updated_at)"));
    const std::string id = f.claim("w1")[0].submissionId;
    QVERIFY(f.fail("w1", id, "TIMEOUT").ok()); // the third of three
    QVERIFY(StaffActions(*f.db).retry(actor(), {{id}, {}}).ok());
    QCOMPARE(f.number("SELECT max_attempts FROM directory_submissions WHERE id = '" + id + "'"), 4);
    QCOMPARE(f.number("SELECT failed_at IS NULL FROM directory_submissions WHERE id = '" + id + "'"), 1);
}

void TestRulesStaff::retryNotBefore()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string customer = f.addCustomer();
    QVERIFY(Onboarding(*f.db).submit({customer, {}}).ok());
    const std::string id = f.claim("w1")[0].submissionId;
    QVERIFY(f.fail("w1", id, "TIMEOUT").ok());
    QVERIFY(StaffActions(*f.db).retry(actor(), {{id}, {}}, f.clock.now() + Seconds(600)).ok());
    QVERIFY(f.claim("w1").empty());
    f.clock.advance(Seconds(600));
    QCOMPARE(f.claim("w1").size(), size_t(1));
}

void TestRulesStaff::retryByFilter()
{
    RulesFixture f;
    const std::string job = mixedJob(f);
    StaffActions actions(*f.db);
    const auto none = actions.retry(actor(), {{}, {{{"error_code", "TIMEOUT"}, {"status", "failed"}}}});
    QVERIFY(none.ok() && none->applied.empty() && none->rejected.empty());
    const nlohmann::json filter{{"job_id", job}, {"error_code", {"VALIDATION", "TIMEOUT"}}, {"status", {"failed"}}};
    const auto some = actions.retry(actor(), {{}, filter});
    QVERIFY(some.ok());
    QCOMPARE(some->applied.size(), size_t(1));
}

void TestRulesStaff::filterIsChecked()
{
    RulesFixture f;
    StaffActions actions(*f.db);
    for (const nlohmann::json &filter :
         {nlohmann::json::object(), nlohmann::json::array(), nlohmann::json{{"1=1 --", "x"}},
          nlohmann::json{{"status", 5}}, nlohmann::json{{"max_version", "x"}}}) {
        const auto receipt = actions.retry(actor(), {{}, filter});
        QVERIFY(!receipt.ok());
        QCOMPARE(receipt.error().code, u"bad_filter"_s);
    }
    QCOMPARE(actions.retry(actor(), {}).error().code, u"no_selection"_s);
}

void TestRulesStaff::filterLeavesOutWhatChangedSince()
{
    RulesFixture f;
    mixedJob(f);
    const qint64 version = f.number("SELECT version FROM directory_submissions WHERE status = 'failed'");
    StaffActions actions(*f.db);
    QVERIFY(actions.retry(actor(), {{}, {{{"status", "failed"}, {"max_version", version - 1}}}})->applied.empty());
    QCOMPARE(actions.retry(actor(), {{}, {{{"status", "failed"}, {"max_version", version}}}})->applied.size(),
             size_t(1));
}

void TestRulesStaff::boundsTheSelection()
{
    RulesFixture f;
    const std::vector<std::string> ids(10001, "x");
    const auto receipt = StaffActions(*f.db).retry(actor(), {ids, {}});
    QVERIFY(!receipt.ok());
    QCOMPARE(receipt.error().kind, Error::Kind::TooLarge);
}

void TestRulesStaff::skipsAndVerifies()
{
    RulesFixture f;
    mixedJob(f);
    StaffActions actions(*f.db);
    const std::string failed = inState(f, "failed");
    const std::string pending = inState(f, "pending");
    const std::string submitted = inState(f, "submitted");
    const std::string person = inState(f, "needs_verification");
    const auto skipped = actions.skip(actor(Role::Support), {{failed, pending, submitted, person}, {}});
    QCOMPARE(skipped->applied, (std::vector{failed, pending}));
    QCOMPARE(skipped->rejected.size(), size_t(2));
    QCOMPARE(counters(f), QByteArray("1 2 75"));
    const auto verified =
        actions.verify(actor(Role::Support), {{person}, {}}, nlohmann::json{{"url", "https://x.example"}});
    QCOMPARE(verified->applied.size(), size_t(1));
    QCOMPARE(f.status(person), QByteArray("submitted"));
    QCOMPARE(counters(f), QByteArray("2 2 100"));
    QCOMPARE(f.text("SELECT status FROM jobs"), QByteArray("completed"));

    RulesFixture g;
    mixedJob(g);
    const std::string other = inState(g, "needs_verification");
    QVERIFY(StaffActions(*g.db).verify(actor(), {{other}, {}}).ok());
    QCOMPARE(g.status(other), QByteArray("pending")); // the worker goes on with it
}

void TestRulesStaff::refusesEndedJobs()
{
    RulesFixture f;
    const std::string job = mixedJob(f);
    const std::string failed = inState(f, "failed");
    StaffActions actions(*f.db);
    QVERIFY(actions.cancelJob(actor(), job)->rejected.empty());
    const auto receipt = actions.retry(actor(), {{failed}, {}});
    QCOMPARE(receipt->rejected.at(0).code, std::string("job_cancelled"));
    for (const auto &again :
         {actions.pauseJob(actor(), job), actions.resumeJob(actor(), job), actions.cancelJob(actor(), job),
          actions.retryFailedOfJob(actor(), job), actions.changePriority(actor(), job, 1)}) {
        QVERIFY(again.ok());
        QCOMPARE(again->status(), std::string("rejected"));
        QCOMPARE(again->rejected.at(0).code, std::string("job_final"));
    }
    QCOMPARE(actions.pauseJob(actor(), "none")->rejected.at(0).code, std::string("not_found"));
}

void TestRulesStaff::retryReopensAFailedJob()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string job = f.addJob();
    const std::string id = f.claim("w1")[0].submissionId;
    QVERIFY(f.fail("w1", id, "VALIDATION").ok());
    QCOMPARE(f.jobStatus(job), QByteArray("failed"));
    QVERIFY(StaffActions(*f.db).retry(actor(), {{id}, {}})->rejected.empty());
    QCOMPARE(f.jobStatus(job), QByteArray("in_progress"));
    QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    QCOMPARE(f.jobStatus(job), QByteArray("completed"));
}

/// Half of its directories are enough for a job to be done: what failed must not be lost for good.
void TestRulesStaff::retryReopensACompletedJob()
{
    RulesFixture f;
    f.addDirectories(3);
    const std::string job = f.addJob();
    const std::string failed = f.claim("w1")[0].submissionId;
    QVERIFY(f.fail("w1", failed, "VALIDATION").ok());
    for (int i = 0; i < 2; ++i)
        QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    QCOMPARE(f.jobStatus(job), QByteArray("completed"));
    const QByteArray done = f.text("SELECT completed_at FROM jobs");
    const auto completedToday = [&] {
        const Instant now = f.clock.now();
        return Figures(*f.db)
            .analytics({now - std::chrono::hours(1), now + std::chrono::hours(1)})
            ->days.at(0)
            .jobsCompleted;
    };
    f.clock.advance(Seconds(60));

    StaffActions actions(*f.db);
    QCOMPARE(actions.skip(actor(), {{failed}, {}})->rejected.at(0).code, std::string("job_final"));
    QVERIFY(actions.retry(actor(Role::Support), {{failed}, {}})->rejected.empty());
    QCOMPARE(f.jobStatus(job), QByteArray("in_progress"));
    QCOMPARE(f.status(failed), QByteArray("pending"));
    QCOMPARE(counters(f), QByteArray("2 0 66"));
    // When it was first done stays: no later action moves a figure of a closed day, nor the verdict on its SLA.
    QCOMPARE(f.text("SELECT completed_at FROM jobs"), done);
    QCOMPARE(completedToday(), 1);
    // By whom, for the feed, the log and the audit.
    QCOMPARE(f.text("SELECT json_extract(metadata, '$.reopened.by') FROM jobs"), QByteArray("ada@desk.test"));
    QCOMPARE(f.text("SELECT message FROM processing_logs ORDER BY id DESC LIMIT 1"),
             QByteArray("Job reopened: 1 submission retried by ada@desk.test"));
    QCOMPARE(f.text("SELECT result FROM admin_actions WHERE action = 'submissions.retry'"),
             QByteArray(R"({"applied":1,"rejected":[],"reopened":[")" + QByteArray::fromStdString(job) + R"("]})"));

    f.clock.advance(Seconds(60));
    QVERIFY(f.fail("w1", f.claim("w1")[0].submissionId, "VALIDATION").ok());
    QCOMPARE(f.jobStatus(job), QByteArray("completed"));
    // It ended again: whoever sees it run later must not think that it was him.
    QCOMPARE(f.text("SELECT metadata FROM jobs"), QByteArray("{}"));
    QCOMPARE(f.text("SELECT completed_at FROM jobs"), done);
    QCOMPARE(completedToday(), 1);
    QCOMPARE(actions.retryFailedOfJob(actor(Role::Support), job)->applied, std::vector{failed});
    QCOMPARE(f.jobStatus(job), QByteArray("in_progress"));
    QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    QCOMPARE(f.jobStatus(job), QByteArray("completed"));
    // Nothing failed: nothing to reopen it for.
    QVERIFY(actions.retryFailedOfJob(actor(), job)->applied.empty());
    QCOMPARE(f.jobStatus(job), QByteArray("completed"));
}

void TestRulesStaff::pauseAndResume()
{
    RulesFixture f;
    f.addDirectories(2);
    const std::string job = f.addJob();
    StaffActions actions(*f.db);
    QVERIFY(actions.pauseJob(actor(Role::Manager), job)->rejected.empty());
    QCOMPARE(f.jobStatus(job), QByteArray("paused"));
    QVERIFY(f.claim("w1").empty());
    QCOMPARE(actions.pauseJob(actor(), job)->rejected.at(0).code, std::string("bad_state"));
    // Who and when is with the job, beside what else its metadata hold, until it is no longer paused.
    QCOMPARE(f.text("SELECT json_extract(metadata, '$.pause.by') FROM jobs"), QByteArray(actor().email.c_str()));
    QVERIFY(parseInstant(QString::fromUtf8(f.text("SELECT json_extract(metadata, '$.pause.at') FROM jobs"))) ==
            f.db->now());
    QVERIFY(f.exec("UPDATE jobs SET metadata = json_set(metadata, '$.source', 'web'), progress = 7,"
                   " version = next_version(), updated_at = touched(updated_at)"));
    QVERIFY(f.db->write([&]() -> Outcome {
        JobBook(*f.db).refresh(job);
        return Done{};
    }));
    QCOMPARE(f.number("SELECT progress FROM jobs"), 0); // it was written anew
    QCOMPARE(f.text("SELECT json_extract(metadata, '$.source') || json_extract(metadata, '$.pause.by') FROM jobs"),
             QByteArray("web") + actor().email.c_str());
    QVERIFY(actions.resumeJob(actor(Role::Manager), job)->rejected.empty());
    QCOMPARE(f.text("SELECT metadata FROM jobs"), QByteArray(R"({"source":"web"})"));
    QCOMPARE(f.jobStatus(job), QByteArray("in_progress"));
    QCOMPARE(f.claim("w1").size(), size_t(1));
}

void TestRulesStaff::resumeOfAFailedJobRetries()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string job = f.addJob();
    QVERIFY(f.fail("w1", f.claim("w1")[0].submissionId, "VALIDATION").ok());
    QVERIFY(StaffActions(*f.db).resumeJob(actor(), job)->rejected.empty());
    QCOMPARE(f.jobStatus(job), QByteArray("in_progress"));
    QCOMPARE(f.claim("w1").size(), size_t(1));
}

void TestRulesStaff::cancelSkipsWhatIsOpen()
{
    RulesFixture f;
    const std::string job = mixedJob(f);
    const std::string held = f.claim("w1")[0].submissionId;
    QVERIFY(StaffActions(*f.db).cancelJob(actor(), job)->rejected.empty());
    QCOMPARE(f.jobStatus(job), QByteArray("cancelled"));
    QCOMPARE(f.status(held), QByteArray("submitting"));
    QVERIFY(f.succeed("w1", held).ok()); // what a worker holds is finished, and counted
    QCOMPARE(counters(f), QByteArray("2 1 75"));
    QCOMPARE(f.jobStatus(job), QByteArray("cancelled"));

    RulesFixture g;
    g.addDirectories(3);
    const std::string fresh = g.addJob();
    QVERIFY(StaffActions(*g.db).cancelJob(actor(), fresh)->rejected.empty());
    QCOMPARE(g.number("SELECT count(*) FROM directory_submissions WHERE status = 'skipped'"), 3);
    QCOMPARE(g.jobStatus(fresh), QByteArray("cancelled"));
}

void TestRulesStaff::cancelledJobsDoNotRetry()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string job = f.addJob();
    const std::string held = f.claim("w1")[0].submissionId;
    QVERIFY(StaffActions(*f.db).cancelJob(actor(), job)->rejected.empty());
    QVERIFY(!f.fail("w1", held, "TIMEOUT")->nextRetryAt);
}

void TestRulesStaff::retryFailedOfAJob()
{
    RulesFixture f;
    const std::string job = mixedJob(f);
    const auto receipt = StaffActions(*f.db).retryFailedOfJob(actor(Role::Support), job);
    QVERIFY(receipt.ok());
    QCOMPARE(receipt->applied.size(), size_t(1));
    QCOMPARE(counters(f), QByteArray("1 0 25"));
    QVERIFY(StaffActions(*f.db).retryFailedOfJob(actor(), job)->applied.empty());
}

void TestRulesStaff::changesPriority()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string job = f.addJob();
    f.clock.advance(std::chrono::hours(84)); // half of 168
    StaffActions actions(*f.db);
    QVERIFY(actions.changePriority(actor(Role::Manager), job, 0)->rejected.empty());
    QCOMPARE(f.text("SELECT priority_override || ' ' || priority_score FROM jobs"), QByteArray("0 -0.500"));
    QVERIFY(actions.changePriority(actor(Role::Manager), job, {})->rejected.empty());
    QCOMPARE(f.text("SELECT (priority_override IS NULL) || ' ' || priority_score FROM jobs"), QByteArray("1 3.500"));
}

void TestRulesStaff::rolesAreEnforced_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<int>("needed");
    const std::pair<const char *, Role> rows[] = {
        {"retry", Role::Support},        {"skip", Role::Support},        {"verify", Role::Support},
        {"retry failed", Role::Support}, {"pause", Role::Manager},       {"resume", Role::Manager},
        {"priority", Role::Manager},     {"cancel", Role::Admin},        {"edit package", Role::Admin},
        {"edit directory", Role::Admin}, {"close circuit", Role::Admin}, {"customer's package", Role::Admin}};
    int action = 0;
    for (const auto &[name, role] : rows)
        QTest::newRow(name) << action++ << int(role);
}

void TestRulesStaff::rolesAreEnforced()
{
    QFETCH(int, action);
    QFETCH(int, needed);
    RulesFixture f;
    StaffActions actions(*f.db);
    const std::string job = "j";
    for (int role = 0; role <= int(Role::Admin); ++role) {
        const Actor who = actor(Role(role));
        const auto run = [&]() -> Result<Receipt> {
            switch (action) {
            case 0:
                return actions.retry(who, {{"s"}, {}});
            case 1:
                return actions.skip(who, {{"s"}, {}});
            case 2:
                return actions.verify(who, {{"s"}, {}});
            case 3:
                return actions.retryFailedOfJob(who, job);
            case 4:
                return actions.pauseJob(who, job);
            case 5:
                return actions.resumeJob(who, job);
            case 6:
                return actions.changePriority(who, job, 1);
            case 7:
                return actions.cancelJob(who, job);
            case 8:
                return actions.editPackage(who, "starter", {{"name", "S"}});
            case 9:
                return actions.editDirectory(who, "d", {{"name", "D"}});
            case 10:
                return actions.closeCircuit(who, "d");
            default:
                return actions.changeCustomerPackage(who, "c", "growth");
            }
        };
        const Result<Receipt> receipt = run();
        const bool forbidden = !receipt.ok() && receipt.error().kind == Error::Kind::Forbidden;
        QCOMPARE(forbidden, role < needed);
    }
}

void TestRulesStaff::everyActionIsAudited()
{
    RulesFixture f;
    const std::string job = mixedJob(f);
    StaffActions actions(*f.db);
    const std::string failed = inState(f, "failed");
    const Actor who = actor(Role::Support);
    QVERIFY(actions.retry(who, {{failed, "nothing"}, {}}, f.clock.now()).ok());
    QCOMPARE(
        f.text(
            "SELECT id || ' ' || actor_id || ' ' || actor_email || ' ' || action || ' ' || target_type || ' ' || status"
            " FROM admin_actions"),
        QByteArray::fromStdString(who.key) + " user-1 ada@desk.test submissions.retry submission partly_applied");
    const auto result = nlohmann::json::parse(f.text("SELECT result FROM admin_actions").toStdString());
    QVERIFY(result["applied"] == 1 && result["rejected"][0]["id"] == "nothing");
    const auto targets = nlohmann::json::parse(f.text("SELECT target_ids FROM admin_actions").toStdString());
    QVERIFY(targets == nlohmann::json::array({failed, "nothing"}));
    QVERIFY(actions.pauseJob(actor(), "none").ok());
    QCOMPARE(f.text("SELECT status FROM admin_actions WHERE action = 'jobs.pause'"), QByteArray("rejected"));
    // Who may not, has done nothing.
    QVERIFY(!actions.pauseJob(actor(Role::Viewer), job).ok());
    QCOMPARE(f.number("SELECT count(*) FROM admin_actions"), 2);
}

void TestRulesStaff::editsPackages()
{
    RulesFixture f;
    const auto receipt = StaffActions(*f.db).editPackage(
        actor(), "enterprise", {{"price_cents", 34900}, {"directory_limit", 900}, {"features", {{"sso", true}}}});
    QVERIFY(receipt.ok());
    QCOMPARE(
        f.text("SELECT price_cents || ' ' || directory_limit || ' ' || features FROM packages WHERE id = 'enterprise'"),
        QByteArray("34900 900 {\"sso\":true}"));
    QVERIFY(StaffActions(*f.db).editPackage(actor(), "enterprise", {{"directory_limit", nullptr}}).ok());
    QCOMPARE(f.number("SELECT directory_limit IS NULL FROM packages WHERE id = 'enterprise'"), 1);
}

void TestRulesStaff::editsAreChecked()
{
    RulesFixture f;
    StaffActions actions(*f.db);
    for (const nlohmann::json &patch :
         {nlohmann::json::object(), nlohmann::json{{"id", "gold"}}, nlohmann::json{{"version", 1}},
          nlohmann::json{{"nothing", 1}}, nlohmann::json{{"price_cents", "12"}}, nlohmann::json{{"price_cents", 1.5}},
          nlohmann::json{{"price_cents", nullptr}}, nlohmann::json{{"price_cents", -1}},
          nlohmann::json{{"price_cents", 1e30}}, nlohmann::json{{"name", 5}}}) {
        const auto receipt = actions.editPackage(actor(), "starter", patch);
        QVERIFY2(!receipt.ok(), patch.dump().c_str());
        QCOMPARE(receipt.error().code, u"validation"_s);
    }
    QCOMPARE(actions.editPackage(actor(), "gold", {{"name", "Gold"}}).error().kind, Error::Kind::NotFound);
    QCOMPARE(f.number("SELECT count(*) FROM admin_actions"), 0);
    QCOMPARE(f.number("SELECT price_cents FROM packages WHERE id = 'starter'"), 2999);
}

void TestRulesStaff::closesCircuits()
{
    RulesFixture f;
    f.addDirectories(1);
    for (int i = 0; i < 5; ++i) {
        f.addJob();
        QVERIFY(f.fail("w1", f.claim("w1")[0].submissionId, "VALIDATION").ok());
    }
    StaffActions actions(*f.db);
    QVERIFY(actions.closeCircuit(actor(), "t1-d0")->rejected.empty());
    QCOMPARE(f.text("SELECT circuit_state FROM directories"), QByteArray("closed"));
    QCOMPARE(actions.closeCircuit(actor(), "t1-d0")->rejected.at(0).code, std::string("bad_state"));
    QCOMPARE(actions.closeCircuit(actor(), "none").error().kind, Error::Kind::NotFound);
}

void TestRulesStaff::changesThePackageOfACustomer()
{
    RulesFixture f;
    const std::string customer = f.addCustomer();
    StaffActions actions(*f.db);
    QVERIFY(actions.changeCustomerPackage(actor(), customer, "growth")->rejected.empty());
    QCOMPARE(f.text("SELECT package_id FROM customers"), QByteArray("growth"));
    QCOMPARE(actions.changeCustomerPackage(actor(), customer, "gold").error().kind, Error::Kind::NotFound);
    QCOMPARE(actions.changeCustomerPackage(actor(), "none", "growth").error().kind, Error::Kind::NotFound);
}

void TestRulesStaff::remembersAnswers()
{
    RulesFixture f;
    Idempotency memory(*f.db);
    QVERIFY(!memory.find("k", "ada", "hash")->has_value());
    QVERIFY(memory.remember("k", "ada", "hash", {409, "{\"x\":1}"}).ok());
    const auto again = memory.find("k", "ada", "hash");
    QVERIFY(again.ok() && again->has_value());
    QCOMPARE((*again)->status, 409);
    QCOMPARE((*again)->body, std::string("{\"x\":1}"));
    QCOMPARE(memory.find("k", "ada", "other").error().code, u"key_reused"_s);
    QCOMPARE(memory.find("k", "bob", "hash").error().code, u"key_reused"_s);
}

void TestRulesStaff::answerAndActionStandOrFallTogether()
{
    RulesFixture f;
    const std::string job = mixedJob(f);
    const Outcome outcome = f.db->write([&]() -> Outcome {
        if (!StaffActions(*f.db).pauseJob(actor(), job).ok())
            return Error{Error::Kind::Internal, u"not paused"_s, {}, {}};
        return Error{Error::Kind::Internal, u"the answer could not be kept"_s, {}, {}};
    });
    QCOMPARE(outcome.error().code, u"the answer could not be kept"_s);
    QCOMPARE(f.jobStatus(job), QByteArray("in_progress"));
    QCOMPARE(f.number("SELECT count(*) FROM admin_actions"), 0);
}

QTEST_GUILESS_MAIN(TestRulesStaff)
#include "tst_rules_staff.moc"
