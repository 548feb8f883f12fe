// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend_rules/rules_fixture.h"

#include "backend/rules/retry_delay.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

class TestRulesWorkQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void betterPackagesFirst();
    void nobodyStarves();
    void overrideGoesFirst();
    void tiesByAge();
    void respectsConcurrency();
    void fullJobsDoNotBlock();
    void claimTellsAllInOneCommit();
    void drainingWorkersGetNothing();
    void pausedJobsGiveNothing();
    void bestDirectoriesFirst();
    void successCounts();
    void approvedAtOnce();
    void transientErrorsRetry();
    void lastAttemptIsFinal();
    void dataErrorsDoNotRetry();
    void manualErrorsAskAPerson();
    void unknownErrorsWait();
    void backsOffWithFullJitter();
    void everyAttemptIsLogged();
    void onlyTheHolderReports();
    void progressIsShown();
    void jobEnds_data();
    void jobEnds();
    void jobEventsAreChecked();
    void directoryAnswers();
    void workerCountsItsWork();
    void refusesUnknownInput();
    void aChangedRowBlocksNobody();
};

/// The service key may write any row, also of what a worker holds.
void TestRulesWorkQueue::aChangedRowBlocksNobody()
{
    RulesFixture f;
    f.addDirectories(2);
    f.addJob(); // one at a time
    const std::string held = f.claim("w1")[0].submissionId;
    QVERIFY(f.claim("w2").empty());
    const auto set = [&](const char *status) {
        return f.exec(std::string("UPDATE directory_submissions SET status = '") + status +
                      "', version = next_version(), updated_at = touched(updated_at) WHERE id = '" + held + "'");
    };
    QVERIFY(set("pending"));
    const auto again = WorkQueue(*f.db).claim("w2", "1.0", 1);
    QVERIFY2(again.ok(), again ? "" : qPrintable(again.error().detail));
    QCOMPARE(again->size(), size_t(1));
    QCOMPARE(f.text("SELECT worker_id FROM submission_claims"), QByteArray("w2"));
    QCOMPARE(f.succeed("w1", held).error().code, u"not_claimed"_s);
    // Set to its end behind the worker's back, it takes no room.
    QVERIFY(f.exec("UPDATE directory_submissions SET status = 'skipped', version = next_version(),"
                   " updated_at = touched(updated_at) WHERE status = 'submitting'"));
    QCOMPARE(f.claim("w3").size(), size_t(1));
    QCOMPARE(f.number("SELECT count(*) FROM submission_claims"), 1);
}

void TestRulesWorkQueue::betterPackagesFirst()
{
    RulesFixture f;
    f.addDirectories(3);
    f.addJob("starter");
    f.addJob("growth");
    const std::string enterprise = f.addJob("enterprise");
    const auto claims = f.claim("w1");
    QCOMPARE(claims.size(), size_t(1));
    QCOMPARE(claims[0].jobId, enterprise);
}

void TestRulesWorkQueue::nobodyStarves()
{
    RulesFixture f;
    f.addDirectories(3);
    const std::string starter = f.addJob("starter");
    // 4 − 504 / 168 = 1: from here on it is before a fresh enterprise job (1 − 0 / 24).
    f.clock.advance(std::chrono::hours(505));
    f.addJob("enterprise");
    QCOMPARE(f.claim("w1")[0].jobId, starter);
}

void TestRulesWorkQueue::overrideGoesFirst()
{
    RulesFixture f;
    f.addDirectories(3);
    f.addJob("enterprise");
    const std::string urgent = f.addJob("starter");
    QVERIFY(f.exec("UPDATE jobs SET priority_override = -1, version = next_version(), updated_at = touched(updated_at)"
                   " WHERE id = '" +
                   urgent + "'"));
    QCOMPARE(f.claim("w1")[0].jobId, urgent);
}

void TestRulesWorkQueue::tiesByAge()
{
    RulesFixture f;
    f.addDirectories(3);
    f.addJob("growth");
    QVERIFY(
        f.exec("UPDATE jobs SET priority_override = 1, version = next_version(), updated_at = touched(updated_at)"));
    const std::string first = f.text("SELECT id FROM jobs").toStdString();
    for (int i = 0; i < 3; ++i) {
        f.clock.advance(Micros(1));
        f.addJob("growth");
    }
    QVERIFY(
        f.exec("UPDATE jobs SET priority_override = 1, version = next_version(), updated_at = touched(updated_at)"));
    QCOMPARE(f.claim("w1")[0].jobId, first);
}

void TestRulesWorkQueue::respectsConcurrency()
{
    RulesFixture f;
    f.addDirectories(5);
    const std::string starter = f.addJob("starter"); // one at a time
    QCOMPARE(f.claim("w1", 10).size(), size_t(1));
    QVERIFY(f.claim("w2", 10).empty());
    const std::string growth = f.addJob("growth"); // two at a time
    const auto claims = f.claim("w2", 10);
    QCOMPARE(claims.size(), size_t(2));
    QCOMPARE(claims[0].jobId, growth);
    QVERIFY(claims[0].submissionId != claims[1].submissionId);
    QVERIFY(f.succeed("w2", claims[0].submissionId).ok());
    QCOMPARE(f.claim("w3", 10).size(), size_t(1));
    QCOMPARE(f.number("SELECT count(*) FROM directory_submissions WHERE status = 'submitting'"), 3);
    QCOMPARE(f.jobStatus(starter), QByteArray("in_progress"));
}

void TestRulesWorkQueue::fullJobsDoNotBlock()
{
    RulesFixture f;
    f.addDirectories(5);
    f.addJob("growth");
    const std::string starter = f.addJob("starter");
    QCOMPARE(f.claim("w1", 2).size(), size_t(2)); // the better job is full
    const auto claims = f.claim("w2");
    QCOMPARE(claims.size(), size_t(1));
    QCOMPARE(claims[0].jobId, starter);
}

void TestRulesWorkQueue::claimTellsAllInOneCommit()
{
    RulesFixture f;
    f.addDirectories(2);
    const std::string job = f.addJob();
    f.commits.clear();
    const auto claims = f.claim("w1");
    QCOMPARE(f.commits.size(), size_t(1));
    QCOMPARE(claims[0].attempt, 1);
    QCOMPARE(claims[0].companyName, std::string("Firm 1"));
    QVERIFY(claims[0].businessData.is_object());
    QCOMPARE(f.status(claims[0].submissionId), QByteArray("submitting"));
    QCOMPARE(f.text("SELECT status || ' ' || worker_id || ' ' || current_directory FROM jobs"),
             QByteArray("in_progress w1 Site t1-d0"));
    QCOMPARE(f.number("SELECT started_at FROM jobs"), toMicros(f.clock.now()));
    QCOMPARE(f.text("SELECT current_submission_id FROM workers WHERE status = 'online'").toStdString(),
             claims[0].submissionId);
}

void TestRulesWorkQueue::drainingWorkersGetNothing()
{
    RulesFixture f;
    f.addDirectories(2);
    f.addJob();
    QVERIFY(WorkQueue(*f.db).heartbeat("w1", "1.0", "draining").ok());
    QVERIFY(f.claim("w1").empty());
    QCOMPARE(f.text("SELECT status FROM workers"), QByteArray("draining"));
    QVERIFY(WorkQueue(*f.db).heartbeat("w1", "1.0", "online").ok());
    QCOMPARE(f.claim("w1").size(), size_t(1));
}

void TestRulesWorkQueue::pausedJobsGiveNothing()
{
    RulesFixture f;
    f.addDirectories(2);
    f.addJob();
    for (const char *status : {"paused", "cancelled", "failed", "completed"}) {
        QVERIFY(f.exec(std::string("UPDATE jobs SET status = '") + status +
                       "', version = next_version(), updated_at = touched(updated_at)"));
        QVERIFY2(f.claim("w1").empty(), status);
    }
}

void TestRulesWorkQueue::bestDirectoriesFirst()
{
    RulesFixture f;
    f.addDirectories(4);
    f.addJob("professional");
    const auto claims = f.claim("w1", 3);
    QCOMPARE(claims.size(), size_t(3));
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(claims[i].directoryId, "t1-d" + std::to_string(i));
}

void TestRulesWorkQueue::successCounts()
{
    RulesFixture f;
    f.addDirectories(4);
    const std::string job = f.addJob();
    const std::string submission = f.claim("w1")[0].submissionId;
    f.commits.clear();
    const auto progress = f.succeed("w1", submission);
    QVERIFY(progress.ok());
    QCOMPARE(f.commits.size(), size_t(1));
    QCOMPARE(progress->submissionStatus, std::string("submitted"));
    QCOMPARE(progress->jobProgress, 25);
    QCOMPARE(f.text("SELECT directories_completed || ' ' || directories_failed || ' ' || progress FROM jobs"),
             QByteArray("1 0 25"));
    QCOMPARE(f.text("SELECT processing_ms || ' ' || listing_data FROM directory_submissions WHERE id = '" + submission +
                    "'"),
             QByteArray("1234 {\"url\":\"https://site.example/1\"}"));
    QCOMPARE(f.number("SELECT count(*) FROM submission_claims"), 0);
}

void TestRulesWorkQueue::approvedAtOnce()
{
    RulesFixture f;
    f.addDirectories(2);
    f.addJob();
    const std::string submission = f.claim("w1")[0].submissionId;
    QCOMPARE(f.succeed("w1", submission, true)->submissionStatus, std::string("approved"));
    QCOMPARE(
        f.number("SELECT count(*) FROM directory_submissions WHERE status = 'approved' AND submitted_at = approved_at"),
        1);
}

void TestRulesWorkQueue::transientErrorsRetry()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string job = f.addJob();
    const std::string submission = f.claim("w1")[0].submissionId;
    const auto progress = f.fail("w1", submission, "TIMEOUT");
    QVERIFY(progress.ok());
    QCOMPARE(f.status(submission), QByteArray("failed"));
    QVERIFY(progress->nextRetryAt.has_value());
    QVERIFY(*progress->nextRetryAt >= f.clock.now());
    QVERIFY(*progress->nextRetryAt <= f.clock.now() + Seconds(60));
    QCOMPARE(f.number("SELECT directories_failed FROM jobs"), 0); // it has attempts left
    QCOMPARE(f.jobStatus(job), QByteArray("in_progress"));
    QVERIFY(f.claim("w1").empty());
}

void TestRulesWorkQueue::lastAttemptIsFinal()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string job = f.addJob();
    QVERIFY(f.exec(
        "UPDATE directory_submissions SET attempt = 2, version = next_version(), updated_at = touched(updated_at)"));
    const std::string submission = f.claim("w1")[0].submissionId;
    const auto progress = f.fail("w1", submission, "TIMEOUT");
    QVERIFY(!progress->nextRetryAt);
    QCOMPARE(f.number("SELECT directories_failed FROM jobs"), 1);
    QCOMPARE(f.jobStatus(job), QByteArray("failed"));
}

void TestRulesWorkQueue::dataErrorsDoNotRetry()
{
    for (const char *code : {"VALIDATION", "DUPLICATE_LISTING", "REJECTED", "PAYMENT_REQUIRED", "SELECTOR_NOT_FOUND"}) {
        RulesFixture f;
        f.addDirectories(2);
        f.addJob();
        const std::string submission = f.claim("w1")[0].submissionId;
        const auto progress = f.fail("w1", submission, code);
        QVERIFY2(progress.ok() && !progress->nextRetryAt, code);
        QCOMPARE(f.status(submission), QByteArray("failed"));
        QCOMPARE(f.number("SELECT directories_failed FROM jobs"), 1);
    }
}

void TestRulesWorkQueue::manualErrorsAskAPerson()
{
    for (const char *code : {"CAPTCHA", "LOGIN_REQUIRED", "EMAIL_VERIFICATION", "PHONE_VERIFICATION"}) {
        RulesFixture f;
        f.addDirectories(1);
        const std::string job = f.addJob();
        const std::string submission = f.claim("w1")[0].submissionId;
        QCOMPARE(f.fail("w1", submission, code)->submissionStatus, std::string("needs_verification"));
        QCOMPARE(f.status(submission), QByteArray("needs_verification"));
        QCOMPARE(f.jobStatus(job), QByteArray("in_progress"));
        QCOMPARE(f.number("SELECT directories_failed FROM jobs"), 0);
    }
}

void TestRulesWorkQueue::unknownErrorsWait()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    const std::string submission = f.claim("w1")[0].submissionId;
    const auto progress = f.fail("w1", submission, "SOMETHING_NEW");
    QVERIFY(!progress->nextRetryAt);
    QCOMPARE(f.status(submission), QByteArray("failed"));
}

void TestRulesWorkQueue::backsOffWithFullJitter()
{
    SeededRandomness random(5);
    const std::pair<int, Micros> bounds[] = {
        {1, Seconds(60)},    {2, Seconds(120)},           {4, Seconds(480)},
        {9, Seconds(15360)}, {10, std::chrono::hours(6)}, {1000, std::chrono::hours(6)}};
    for (const auto &[attempt, bound] : bounds) {
        Micros least = Micros::max();
        Micros most = Micros::min();
        for (int i = 0; i < 2000; ++i) {
            const Micros delay = retryDelay(attempt, random);
            least = std::min(least, delay);
            most = std::max(most, delay);
        }
        QVERIFY(least >= Micros(0) && least < bound / 50);
        QVERIFY(most <= bound && most > bound - bound / 50);
    }
}

void TestRulesWorkQueue::everyAttemptIsLogged()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    const std::string submission = f.claim("w1")[0].submissionId;
    QVERIFY(f.fail("w1", submission, "TIMEOUT").ok());
    QVERIFY(
        f.exec("UPDATE directory_submissions SET status = 'pending', next_retry_at = NULL, version = next_version(),"
               " updated_at = touched(updated_at)"));
    f.clock.advance(Seconds(100));
    QCOMPARE(f.claim("w1")[0].attempt, 2);
    QVERIFY(f.fail("w1", submission, "SITE_DOWN").ok());
    const auto log = nlohmann::json::parse(f.text("SELECT error_log FROM directory_submissions").toStdString());
    QCOMPARE(log.size(), size_t(2));
    QVERIFY(log[0]["code"] == "TIMEOUT" && log[0]["attempt"] == 1 && log[0]["message"] == "it went wrong");
    QVERIFY(log[0]["at"] == "2026-09-21T14:13:20+00:00");
    QVERIFY(log[1]["code"] == "SITE_DOWN" && log[1]["attempt"] == 2 && log[1]["details"].is_object());
    QCOMPARE(f.text("SELECT last_error_code FROM directory_submissions"), QByteArray("SITE_DOWN"));
}

void TestRulesWorkQueue::onlyTheHolderReports()
{
    RulesFixture f;
    f.addDirectories(2);
    f.addJob();
    const std::string submission = f.claim("w1")[0].submissionId;
    QCOMPARE(f.succeed("w2", submission).error().code, u"not_claimed"_s);
    QVERIFY(f.succeed("w1", submission).ok());
    QVERIFY(f.succeed("w1", submission).ok()); // told twice, counted once
    QCOMPARE(f.number("SELECT directories_completed FROM jobs"), 1);
    QCOMPARE(f.succeed("w1", "nothing").error().kind, Error::Kind::NotFound);
}

void TestRulesWorkQueue::progressIsShown()
{
    RulesFixture f;
    f.addDirectories(2);
    const std::string job = f.addJob("growth");
    const auto claims = f.claim("w1", 2);
    QVERIFY(WorkQueue(*f.db).report(RulesFixture::event("submission_started", {}, claims[1].submissionId)).ok());
    QCOMPARE(f.text("SELECT current_directory FROM jobs"), QByteArray("Site t1-d1"));
    QCOMPARE(f.text("SELECT current_submission_id FROM workers").toStdString(), claims[1].submissionId);
    QVERIFY(WorkQueue(*f.db).report(RulesFixture::event("directory_progress", {}, claims[0].submissionId)).ok());
    QCOMPARE(f.text("SELECT level || ' ' || source || ' ' || message FROM processing_logs ORDER BY id DESC"),
             QByteArray("DEBUG w1 Site t1-d0: filling the form"));
}

void TestRulesWorkQueue::jobEnds_data()
{
    QTest::addColumn<int>("succeeded");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("all") << 4 << QByteArray("completed");
    QTest::newRow("half") << 2 << QByteArray("completed");
    QTest::newRow("less than half") << 1 << QByteArray("failed");
    QTest::newRow("none") << 0 << QByteArray("failed");
}

void TestRulesWorkQueue::jobEnds()
{
    QFETCH(int, succeeded);
    QFETCH(QByteArray, status);
    RulesFixture f;
    f.addDirectories(4);
    const std::string job = f.addJob();
    for (int i = 0; i < 4; ++i) {
        QVERIFY(f.jobStatus(job) != status);
        const std::string submission = f.claim("w1")[0].submissionId;
        QVERIFY((i < succeeded ? f.succeed("w1", submission) : f.fail("w1", submission, "VALIDATION")).ok());
    }
    QCOMPARE(f.jobStatus(job), status);
    QCOMPARE(f.number("SELECT progress FROM jobs"), 100);
    QCOMPARE(f.number("SELECT completed_at IS NOT NULL FROM jobs"), qint64(status == "completed"));
    QCOMPARE(f.number("SELECT current_directory IS NULL FROM jobs"), 1);
}

void TestRulesWorkQueue::jobEventsAreChecked()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string job = f.addJob();
    WorkQueue queue(*f.db);
    QCOMPARE(queue.report(RulesFixture::event("job_completed", job)).error().code, u"job_not_done"_s);
    QCOMPARE(queue.report(RulesFixture::event("job_started", job))->jobStatus, std::string("in_progress"));
    QVERIFY(queue.report(RulesFixture::event("job_started", job)).ok());
    QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    QCOMPARE(queue.report(RulesFixture::event("job_completed", job))->jobStatus, std::string("completed"));
    WorkQueue::Event other = RulesFixture::event("job_started", job);
    other.workerId = "w2";
    QCOMPARE(queue.report(other).error().code, u"bad_state"_s);
    QCOMPARE(queue.report(RulesFixture::event("job_started", "none")).error().kind, Error::Kind::NotFound);
}

void TestRulesWorkQueue::directoryAnswers()
{
    RulesFixture f;
    f.addDirectories(2);
    f.addJob();
    const std::string first = f.claim("w1")[0].submissionId;
    QCOMPARE(f.judge(first, true).error().code, u"bad_state"_s); // still submitting
    QVERIFY(f.succeed("w1", first).ok());
    const std::string second = f.claim("w1")[0].submissionId;
    QVERIFY(f.succeed("w1", second).ok());
    QVERIFY(f.judge(first, true).ok());
    QCOMPARE(f.status(first), QByteArray("approved"));
    QCOMPARE(f.text("SELECT listing_data FROM directory_submissions WHERE status = 'approved'"),
             QByteArray("{\"url\":\"https://site.example/1\",\"listing_id\":\"7\"}"));
    QVERIFY(f.judge(second, false, "not in our town").ok());
    QCOMPARE(f.status(second), QByteArray("rejected"));
    QCOMPARE(f.text("SELECT directories_completed || ' ' || directories_failed FROM jobs"), QByteArray("1 1"));
    QCOMPARE(f.judge(second, true).error().code, u"bad_state"_s);
}

void TestRulesWorkQueue::workerCountsItsWork()
{
    RulesFixture f;
    f.addDirectories(3);
    f.addJob();
    QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    QVERIFY(f.fail("w1", f.claim("w1")[0].submissionId, "VALIDATION").ok());
    QCOMPARE(
        f.text("SELECT processed || ' ' || failed || ' ' || software_version || ' ' || (current_submission_id IS NULL)"
               " FROM workers"),
        QByteArray("2 1 1.0 1"));
}

void TestRulesWorkQueue::refusesUnknownInput()
{
    RulesFixture f;
    WorkQueue queue(*f.db);
    QCOMPARE(queue.report(RulesFixture::event("job_exploded", "x")).error().code, u"unknown_event"_s);
    QCOMPARE(queue.heartbeat("w1", "1", "sleepy").error().code, u"validation"_s);
    QCOMPARE(queue.heartbeat("", "1", "online").error().code, u"validation"_s);
    QCOMPARE(queue.claim(std::string(101, 'w'), "1", 1).error().code, u"validation"_s);
    QCOMPARE(f.number("SELECT count(*) FROM workers"), 0);
}

QTEST_GUILESS_MAIN(TestRulesWorkQueue)
#include "tst_rules_work_queue.moc"
