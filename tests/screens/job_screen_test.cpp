// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/actions_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/tables/attempts_model.h"
#include "models/tables/mosaic_model.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;

/// The drawer.
class JobScreenTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void drawerFollowsItsJob();
    void drawerOfAnUnknownJob();
    void drawerReadsAttempts();
    void lateAttemptsAreNotShown();
    void failedOnesOneByOne();
    void marksWhatCannotBeRead();
};

void JobScreenTest::drawerFollowsItsJob()
{
    Office office;
    office.signIn();
    office.furnish();
    Job j = office.makeJob(3);
    j.directoriesTotal = 2;
    office.put(j, true);
    office.put(office.makeSubmission(5, 3), true);
    Submission s = office.makeSubmission(6, 3);
    office.settle(s, SubmissionState::Failed, noon, QStringLiteral("CAPTCHA"));
    s.successProbability = 0.25F;
    office.put(s, true);
    JobScreen *drawer = office.desk.job();
    QVERIFY(!drawer->open());
    drawer->show(QStringLiteral("nonsense"));
    QVERIFY(!drawer->open());
    office.desk.live()->openJob(job(3).toString());
    QVERIFY(drawer->open() && drawer->known());
    QCOMPARE(drawer->customer(), QStringLiteral("Customer 003"));
    QCOMPARE(drawer->email(), QStringLiteral("c3@example.com"));
    QCOMPARE(drawer->packageName(), QStringLiteral("Growth"));
    QCOMPARE(drawer->manual(), 1);
    QCOMPARE(drawer->waiting(), 1);
    QCOMPARE(drawer->failedCount(), 1);
    QCOMPARE(drawer->mosaic()->count(), 2);
    QCOMPARE(drawer->priorityOverride(), -1);

    drawer->setSubmissionId(submission(6).toString());
    QCOMPARE(drawer->subDirectory(), QStringLiteral("dir6.example"));
    QCOMPARE(drawer->subBucket(), int(MosaicModel::Manual));
    QCOMPARE(drawer->subErrorClass(), int(JobScreen::ManualError));
    QCOMPARE(drawer->subProbability(), 0.25);
    office.ask("submissions.retry", submission(6));
    office.ticker.step();
    QCOMPARE(drawer->subPendingVerb(), QStringLiteral("submissions.retry"));
    j.priorityOverride = 2;
    j.state = JobState::Paused;
    office.put(j);
    QCOMPARE(drawer->state(), int(JobState::InProgress)); // in the frame
    office.ticker.step();
    QCOMPARE(drawer->state(), int(JobState::Paused));
    QCOMPARE(drawer->priorityOverride(), 2);
    drawer->close();
    QVERIFY(!drawer->open());
    QCOMPARE(drawer->submissionId(), QString());
    QCOMPARE(drawer->mosaic()->count(), 0);
}

/// A cell that cannot be read is marked where it is shown, in the table and in the drawer, with what came instead.
void JobScreenTest::marksWhatCannotBeRead()
{
    Office office;
    office.signIn();
    office.furnish();
    Job j = office.makeJob(3);
    j.dueAt.reset();
    j.odd = OddCells({{QStringLiteral("due_at"), QStringLiteral("abc"), OddCell::Why::NoTime},
                      {QStringLiteral("priority_score"), QStringLiteral("1.25"), OddCell::Why::Exact}});
    office.put(j, true);
    Submission s = office.makeSubmission(5, 3);
    s.odd = OddCells({{QStringLiteral("attempt"), {}, OddCell::Why::Missing}});
    office.put(s, true);
    office.desk.live()->openJob(job(3).toString());
    JobScreen *drawer = office.desk.job();
    QCOMPARE(drawer->odd(), QStringLiteral("SLA: “abc” is not a time")); // a number kept to the last digit is none
    drawer->setSubmissionId(submission(5).toString());
    QCOMPARE(drawer->subOdd(), QStringLiteral("Attempt: The server sent no value"));
    JobRow row;
    row.job = j;
    const QVariantMap odd = row.value(JobRow::OddField).toMap();
    QCOMPARE(odd.value(QStringLiteral("sla")).toString(), QStringLiteral("“abc” is not a time"));
    QCOMPARE(odd.value(QStringLiteral("all")).toString(), drawer->odd());
    QCOMPARE(odd.size(), 2);
    row.customerOdd = OddCells({{QStringLiteral("company_name"), {}, OddCell::Why::Missing}});
    row.job.odd = OddCells({{QStringLiteral("started_at"), QStringLiteral("x"), OddCell::Why::NoTime}});
    // By the words of the desk; what it has no word for, by the server's.
    QCOMPARE(row.odd().value(QStringLiteral("all")).toString(),
             QStringLiteral("Customer: The server sent no value\nstarted_at: “x” is not a time"));
    j.odd = {};
    office.put(j);
    office.ticker.step();
    QVERIFY(drawer->odd().isEmpty());
}

void JobScreenTest::drawerOfAnUnknownJob()
{
    Office office;
    office.furnish();
    JobScreen *drawer = office.desk.job();
    drawer->show(job(4).toString()); // a link to a job that is not here (yet)
    QVERIFY(drawer->open());
    QVERIFY(!drawer->known());
    QCOMPARE(drawer->total(), 0);
    office.put(office.makeJob(4));
    office.ticker.step();
    QVERIFY(drawer->known());
    QCOMPARE(drawer->customer(), QStringLiteral("Customer 004"));
    office.drop<Job>(job(4));
    office.ticker.step();
    QVERIFY(!drawer->known());
}

void JobScreenTest::drawerReadsAttempts()
{
    Office office;
    office.put(office.makeJob(1));
    office.put(office.makeSubmission(5, 1, SubmissionState::Submitting));
    JobScreen *drawer = office.desk.job();
    drawer->showSubmission(submission(5).toString());
    QCOMPARE(drawer->jobId(), job(1).toString());
    QCOMPARE(drawer->attemptsState(), JobScreen::Loading);
    Error error;
    error.message = QStringLiteral("no answer");
    office.history.questions.answer(error);
    QCOMPARE(drawer->attemptsState(), JobScreen::Error);
    QCOMPARE(drawer->attemptsError(), error.message);
    drawer->reloadAttempts();
    office.history.questions.answer(
        std::vector{Attempt{noon, 1, QStringLiteral("TIMEOUT"), QStringLiteral("<i>x</i>"), {}}});
    QCOMPARE(drawer->attemptsState(), JobScreen::Ready);
    QCOMPARE(drawer->attempts()->count(), 1);

    Submission s = office.makeSubmission(5, 1);
    office.settle(s, SubmissionState::Failed, noon, QStringLiteral("TIMEOUT"));
    office.put(s); // it failed again while we look: the log is read again, what is shown stays meanwhile
    office.ticker.step();
    QCOMPARE(office.history.questions.open(), size_t(1));
    QCOMPARE(drawer->attempts()->count(), 1);
    QCOMPARE(drawer->attemptsState(), JobScreen::Ready);
}

void JobScreenTest::lateAttemptsAreNotShown()
{
    Office office;
    office.put(office.makeJob(1));
    office.put(std::vector{office.makeSubmission(5, 1), office.makeSubmission(6, 1)});
    JobScreen *drawer = office.desk.job();
    drawer->showSubmission(submission(5).toString());
    drawer->setSubmissionId(submission(6).toString());
    office.history.questions.answer(std::vector{Attempt{noon, 1, QStringLiteral("A"), {}, {}}}); // of the first
    QCOMPARE(drawer->attempts()->count(), 0);
    QCOMPARE(drawer->attemptsState(), JobScreen::Loading);
    drawer->close();
    office.history.questions.answer(std::vector{Attempt{noon, 1, QStringLiteral("B"), {}, {}}});
    QCOMPARE(drawer->attempts()->count(), 0);
    QCOMPARE(drawer->attemptsState(), JobScreen::None);
}

void JobScreenTest::failedOnesOneByOne()
{
    Office office;
    office.put(office.makeJob(1));
    for (int n = 1; n <= 5; ++n) {
        Submission s = office.makeSubmission(n, 1);
        if (n % 2 == 0)
            office.settle(s, SubmissionState::Failed, noon, QStringLiteral("VALIDATION"));
        office.put(s);
    }
    JobScreen *drawer = office.desk.job();
    drawer->show(job(1).toString());
    drawer->selectNextFailed();
    QCOMPARE(drawer->submissionId(), submission(2).toString());
    drawer->selectNextFailed();
    QCOMPARE(drawer->submissionId(), submission(4).toString());
    drawer->selectNextFailed();
    QCOMPARE(drawer->submissionId(), submission(2).toString());
    drawer->selectPreviousFailed();
    QCOMPARE(drawer->submissionId(), submission(4).toString());
}

QTEST_GUILESS_MAIN(JobScreenTest)
#include "job_screen_test.moc"
