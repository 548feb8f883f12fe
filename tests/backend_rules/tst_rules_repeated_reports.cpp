// SPDX-License-Identifier: GPL-3.0-or-later
// A worker repeats a report whose answer it did not get: it is answered as the first one was.
#include "tests/backend_rules/rules_fixture.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

class TestRulesRepeatedReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRepeatedReportIsAnsweredAgain();
    void theSameWordsOfAnotherAttemptAreNoRepetition();
    void sameReportIsAnsweredAsTheFirst_data();
    void sameReportIsAnsweredAsTheFirst();
    void repeatedReportsOfAJobTellWhatStaffDid();
};

/// The answer was lost on its way: the worker asks again and must hear the same.
void TestRulesRepeatedReports::aRepeatedReportIsAnsweredAgain()
{
    RulesFixture f;
    f.addDirectories(2);
    f.addJob();
    const std::string id = f.claim("w1")[0].submissionId;
    const auto first = f.fail("w1", id, "TIMEOUT");
    QVERIFY(first->nextRetryAt);
    const auto rows = [&] { return f.number("SELECT count(*) FROM submission_attempts"); };
    const qint64 before = rows();
    f.clock.advance(Seconds(1));
    const auto same = f.fail("w1", id, "TIMEOUT");
    QVERIFY2(same.ok(), same ? "" : qPrintable(same.error().message));
    QVERIFY(same->nextRetryAt == first->nextRetryAt);
    QCOMPARE(same->submissionStatus, first->submissionStatus);
    QCOMPARE(same->jobStatus, first->jobStatus);
    QCOMPARE(same->jobProgress, first->jobProgress);
    QCOMPARE(rows(), before);
    // Another worker, or another word, is no repetition.
    QCOMPARE(f.fail("w2", id, "TIMEOUT").error().code, u"not_claimed"_s);
    QCOMPARE(f.fail("w1", id, "VALIDATION").error().code, u"not_claimed"_s);
    // Claimed anew, the late repetition of the first attempt does not end the second.
    QVERIFY(f.exec("UPDATE directory_submissions SET status = 'pending', next_retry_at = NULL,"
                   " version = next_version(), updated_at = touched(updated_at)"));
    QCOMPARE(f.claim("w1")[0].submissionId, id);
    WorkQueue::Event late = RulesFixture::event("submission_failed", {}, id);
    late.code = "TIMEOUT";
    late.message = "it went wrong";
    late.attempt = 1;
    QVERIFY(WorkQueue(*f.db).report(late)->nextRetryAt == first->nextRetryAt);
    QCOMPARE(f.status(id), QByteArray("submitting"));
    late.attempt = 2;
    QVERIFY(WorkQueue(*f.db).report(late).ok());
    QCOMPARE(f.status(id), QByteArray("failed"));
}

/// Two attempts may fail in the same words: the second is not answered as the first was.
void TestRulesRepeatedReports::theSameWordsOfAnotherAttemptAreNoRepetition()
{
    RulesFixture f;
    f.addDirectories(2);
    f.addJob();
    const std::string id = f.claim("w1")[0].submissionId;
    const auto first = f.fail("w1", id, "TIMEOUT");
    QVERIFY(first->nextRetryAt);
    const auto again = [&] {
        return f.exec("UPDATE directory_submissions SET status = 'pending', next_retry_at = NULL,"
                      " version = next_version(), updated_at = touched(updated_at)");
    };
    QVERIFY(again());
    QCOMPARE(f.claim("w1")[0].attempt, 2);
    QVERIFY(again()); // taken from the worker, as when it was silent for too long
    QVERIFY(f.exec("DELETE FROM submission_claims"));
    WorkQueue::Event late = RulesFixture::event("submission_failed", {}, id);
    late.code = "TIMEOUT";
    late.message = "it went wrong";
    late.attempt = 2;
    QCOMPARE(WorkQueue(*f.db).report(late).error().code, u"not_claimed"_s);
    late.attempt = {};
    QCOMPARE(WorkQueue(*f.db).report(late).error().code, u"not_claimed"_s);
    late.attempt = 1;
    QVERIFY(WorkQueue(*f.db).report(late)->nextRetryAt == first->nextRetryAt);
}

void TestRulesRepeatedReports::sameReportIsAnsweredAsTheFirst_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : {"job_started", "submission_started", "submission_failed", "submission_success", "verdict"})
        QTest::newRow(type) << QByteArray(type);
}

/// Also when all has gone on meanwhile; and what differs by a word is another report.
void TestRulesRepeatedReports::sameReportIsAnsweredAsTheFirst()
{
    QFETCH(QByteArray, type);
    RulesFixture f;
    f.addDirectories(2);
    const std::string job = f.addJob();
    const auto claim = f.claim("w1")[0];
    WorkQueue queue(*f.db);
    const bool verdict = type == "verdict";
    if (verdict)
        QVERIFY(f.succeed("w1", claim.submissionId).ok());
    WorkQueue::Event said =
        RulesFixture::event(verdict ? "directory_progress" : type.constData(), job, claim.submissionId);
    said.code = "TIMEOUT";
    const auto tell = [&] { return verdict ? queue.directoryAnswer(said) : queue.report(said); };
    const auto first = tell();
    QVERIFY(first.ok());
    if (f.status(claim.submissionId) == "submitting")
        QVERIFY(f.succeed("w1", claim.submissionId).ok());
    QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    const auto count = [&f] {
        return f.number("SELECT (SELECT count(*) FROM processing_logs) + (SELECT count(*) FROM submission_attempts)");
    };
    const qint64 before = count();
    const auto again = tell();
    QVERIFY(again.ok());
    QCOMPARE(again->submissionStatus, first->submissionStatus);
    QCOMPARE(again->nextRetryAt, first->nextRetryAt);
    QCOMPARE(again->jobStatus, first->jobStatus);
    QCOMPARE(again->jobProgress, first->jobProgress);
    QCOMPARE(count(), before);
    said.message += " again";
    QCOMPARE(tell().error().kind, Error::Kind::Conflict);
    said.message = RulesFixture::event("", {}).message;
    said.workerId = "w2";
    QCOMPARE(tell().error().kind, Error::Kind::Conflict);
}

/// A report is repeated for a lost answer; it does not hide what staff did since.
void TestRulesRepeatedReports::repeatedReportsOfAJobTellWhatStaffDid()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string job = f.addJob();
    WorkQueue queue(*f.db);
    const auto become = [&f](const std::string &status) {
        return f.exec("UPDATE jobs SET status = '" + status +
                      "', version = next_version(), updated_at = touched(updated_at)");
    };
    QVERIFY(queue.report(RulesFixture::event("job_started", job)).ok());
    QVERIFY(become("paused"));
    QCOMPARE(queue.report(RulesFixture::event("job_started", job)).error().code, u"bad_state"_s);
    QVERIFY(become("in_progress"));
    QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    QVERIFY(queue.report(RulesFixture::event("job_completed", job)).ok());
    QVERIFY(queue.report(RulesFixture::event("job_completed", job)).ok());
    QVERIFY(become("in_progress")); // reopened
    QCOMPARE(queue.report(RulesFixture::event("job_completed", job)).error().code, u"job_not_done"_s);
}

QTEST_GUILESS_MAIN(TestRulesRepeatedReports)
#include "tst_rules_repeated_reports.moc"
