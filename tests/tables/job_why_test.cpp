// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_why.h"

#include "models/tables/job_facts.h"
#include "tests/tables/board.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

using S = SubmissionState;

/// One job, put together submission by submission, and what is said about it.
struct Situation : Board
{
    JobFacts facts{store, clock, ticker};
    JobWhy why{store, facts, ticker};
    QAbstractItemModelTester tester{&why, QAbstractItemModelTester::FailureReportingMode::QtTest};
    Job its;
    int count = 0;

    Situation()
    {
        furnish();
        its = makeJob(1);
        its.startedAt = noon - minutes(90);
    }
    /// At directory `at`; `ago` before noon it came to this state.
    void add(S state, int n, int at = 1, Micros ago = minutes(2), const char *code = "",
             std::optional<Micros> again = {})
    {
        for (int i = 0; i < n; ++i) {
            Submission s = makeSubmission(++count, 1, state);
            s.directory = directory(at);
            settle(s, state, noon - ago, QString::fromLatin1(code));
            if (again)
                s.nextRetryAt = noon + *again;
            put(s);
        }
    }
    void workers(int n, Micros silent = Seconds(3), bool busy = false)
    {
        for (int i = 0; i < n; ++i) {
            Worker w;
            w.id = WorkerId(QStringLiteral("w-%1").arg(i));
            w.state = WorkerState::Online;
            w.heartbeatAt = noon - silent;
            if (busy)
                w.currentSubmission = submission(9000 + i);
            put(w);
        }
    }
    void shut(int at, Micros until)
    {
        Directory d = *store.directories().find(directory(at));
        d.circuit = CircuitState::Open;
        d.circuitOpenUntil = noon + until;
        put(d);
    }
    /// A job with one submission that waits, further ahead in the queue; `ended` of it did so in the last ten minutes.
    void ahead(int n, int ended = 0)
    {
        Job other = makeJob(n);
        other.priorityScore = -1;
        other.directoriesTotal = 1 + ended;
        put(other);
        put(makeSubmission(1000 * n, n));
        for (int i = 1; i <= ended; ++i) {
            Submission s = makeSubmission(1000 * n + i, n);
            settle(s, S::Submitted, noon - minutes(4));
            put(s);
            put(attemptOf(1000 * n + i, s, AttemptOutcome::Submitted, noon - minutes(4)));
        }
    }
    void look(int missing = 0)
    {
        its.directoriesTotal = count + missing;
        put(its);
        ticker.tick();
        why.setJobId(its.id.toString());
    }
    int sum() const
    {
        int n = 0;
        for (int row = 0; row < why.rowCount(); ++row)
            n += why.index(row).data(JobWhy::CountRole).toInt();
        return n;
    }
};

QString plain(QString text) { return text.remove(QChar(0x2068)).remove(QChar(0x2069)); }

using Build = std::function<void(Situation &)>;

} // namespace

Q_DECLARE_METATYPE(Build)

/// product.md N7: each job tells why it stands as it does, right in 20 seeded situations; from the copy, with no call.
class JobWhyTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void situations_data();
    void situations();
    void reasonsHaveTheirDatesAndSteps();
    void followsTheJob();
    void followsWhatTheJobWaitsFor();
    void followsAClockThatFallsBack();
    void namesTurnNothingRound();
    void answers_data();
    void answers();
};

void JobWhyTest::situations_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("sum"); // of the reasons
    QTest::addColumn<int>("step");
    const auto row = [](const char *name, int sum, int step, const char *sentence, Build build) {
        QTest::newRow(name) << std::move(build) << QString::fromUtf8(sentence) << sum << step;
    };
    const auto fresh = [](Situation &s) { s.its.startedAt = noon - Seconds(10); };
    row("running", 13, JobWhy::NoStep,
        "Running: 3 being submitted, at Global Guide. Last: sent at dir4.example, 11:59. Too early to say when it is "
        "done.",
        [=](Situation &s) {
            fresh(s);
            s.its.currentDirectory = QStringLiteral("Global Guide");
            s.workers(4);
            s.add(S::Submitting, 3);
            s.add(S::Pending, 10);
            s.add(S::Submitted, 9, 4, Seconds(20));
        });
    row("running, some for a person", 9, JobWhy::Show,
        "Running: 1 being submitted, at dir1.example. Last: sent at dir4.example, 11:59. Too early to say when it is "
        "done."
        " For a person: 2 captcha, 1 phone or mail.",
        [=](Situation &s) {
            fresh(s);
            s.workers(4);
            s.add(S::Submitting, 1);
            s.add(S::Pending, 5);
            s.add(S::Submitted, 9, 4, Seconds(20));
            s.add(S::NeedsVerification, 2, 5, hours(2), "CAPTCHA");
            s.add(S::NeedsVerification, 1, 5, hours(2), "PHONE_VERIFICATION");
        });
    row("queued behind others", 5, JobWhy::NoStep,
        "Queued: place 3 of 3. 5 left. Workers online: 1, all busy. Goes on when a worker takes it.", [](Situation &s) {
            s.its.state = JobState::Pending;
            s.workers(1, Seconds(3), true);
            s.ahead(2);
            s.ahead(3);
            s.add(S::Pending, 5);
        });
    row("queued, and when it is its turn", 5, JobWhy::NoStep,
        "Queued: place 3 of 3. 5 left. Workers online: 1, all busy. A worker is free for it in about 2 min.",
        [](Situation &s) {
            s.workers(1, Seconds(3), true);
            s.ahead(2, 20);
            s.ahead(3);
            s.add(S::Pending, 5);
        });
    row("next in the queue", 5, JobWhy::NoStep,
        "Queued: place 1 of 1. 5 left. Workers online: 2, busy: 0. Goes on when a worker takes it.", [](Situation &s) {
            s.its.startedAt = noon - minutes(1);
            s.workers(2);
            s.add(S::Pending, 5);
        });
    row("no worker", 5, JobWhy::NoStep,
        "Queued: no worker is online since 11:50. 5 left. Last: sent at dir4.example, 11:48. Goes on when a worker is "
        "back.",
        [](Situation &s) {
            s.workers(2, minutes(10));
            s.add(S::Submitted, 4, 4, minutes(12));
            s.add(S::Pending, 5);
        });
    row("stuck", 5, JobWhy::NoStep,
        "Stuck since 11:34: nothing was finished for 26 min though a worker was free. Last: sent at dir4.example, "
        "11:34."
        " Goes on when a worker takes it.",
        [](Situation &s) {
            s.workers(2);
            s.add(S::Submitted, 4, 4, minutes(26));
            s.add(S::Pending, 5);
        });
    row("stuck, then the workers left", 6, JobWhy::Show,
        "Stuck since 11:34; no worker is online since 11:55. Last: sent at dir4.example, 11:34. Goes on when a worker "
        "is"
        " back. For a person: 1 other.",
        [](Situation &s) {
            s.workers(2, minutes(5));
            s.add(S::Submitted, 4, 4, minutes(26));
            s.add(S::Pending, 5);
            s.add(S::Failed, 1, 2, minutes(80), "LOGIN_REQUIRED");
        });
    row("rate limit", 3, JobWhy::NoStep,
        "Waits until 14:20: 3 for a rate limit. Last: too many requests at dir3.example, 11:40. Next: 14:20, "
        "dir3.example.",
        [](Situation &s) {
            s.workers(2);
            s.add(S::Failed, 3, 3, minutes(20), "RATE_LIMITED", minutes(140));
        });
    row("another try", 2, JobWhy::NoStep,
        "Waits until 12:05: 2 for another try. Last: timed out at dir2.example, 11:55. Next: 12:05, dir2.example.",
        [](Situation &s) {
            s.workers(2);
            s.add(S::Failed, 1, 2, minutes(5), "TIMEOUT", minutes(5));
            s.add(S::Failed, 1, 3, minutes(15), "SITE_DOWN", minutes(25));
        });
    row("set for later by staff", 4, JobWhy::NoStep, "Waits until 20:00: 4 for another try. Next: 20:00, dir1.example.",
        [](Situation &s) {
            s.workers(2);
            s.add(S::Pending, 4, 1, minutes(2), "", hours(8));
        });
    row("directories shut off", 3, JobWhy::Show,
        "Waits until 12:30: 3 for directories that are shut off. Next: 12:30, dir5.example.", [](Situation &s) {
            s.workers(2);
            s.shut(5, minutes(30));
            s.shut(6, minutes(40));
            s.shut(7, minutes(50));
            s.add(S::Pending, 1, 6);
            s.add(S::Pending, 1, 5);
            s.add(S::Pending, 1, 7);
        });
    row("all sorts", 6, JobWhy::Show,
        "Waits until 12:30: 2 for directories that are shut off, 3 for a rate limit. Last: too many requests at"
        " dir3.example, 11:40. Next: 12:30, dir5.example. For a person: 1 captcha.",
        [](Situation &s) {
            s.workers(2);
            s.shut(5, minutes(30));
            s.add(S::Pending, 2, 5);
            s.add(S::Failed, 3, 3, minutes(20), "RATE_LIMITED", minutes(140));
            s.add(S::NeedsVerification, 1, 1, hours(3), "CAPTCHA");
        });
    row("a captcha", 1, JobWhy::Show,
        "Needs you: 1 captcha. Nothing else is left. Last: captcha at dir1.example, 11:00. Goes on when a person has"
        " solved it.",
        [](Situation &s) {
            s.workers(2);
            s.add(S::Submitted, 9, 4, hours(2));
            s.add(S::NeedsVerification, 1, 1, hours(1), "CAPTCHA");
        });
    row("failed for good", 2, JobWhy::Retry,
        "Needs you: 2 failed for good. Nothing else is left. Last: invalid data at dir2.example, 11:10. Ends "
        "when"
        " what failed is retried or skipped.",
        [](Situation &s) {
            s.add(S::Submitted, 63, 4, hours(1));
            s.add(S::Failed, 2, 2, minutes(50), "VALIDATION");
        });
    row("paused", 7, JobWhy::Resume,
        "Paused by A. Brandt since 10:02. 7 left; none starts until it is resumed. Last: timed out at dir3.example, "
        "11:40. "
        "Goes on"
        " when somebody resumes it.",
        [](Situation &s) {
            s.its.state = JobState::Paused;
            s.its.pausedBy = QStringLiteral("a.brandt@desk.test");
            s.its.pausedAt = noon - minutes(118);
            s.add(S::Pending, 5);
            s.add(S::Failed, 2, 3, minutes(20), "TIMEOUT", minutes(140));
        });
    row("paused by a server that does not say by whom", 4, JobWhy::Resume,
        "Paused. 4 left; none starts until it is resumed. Goes on when somebody resumes it.", [](Situation &s) {
            s.its.state = JobState::Paused;
            s.add(S::Pending, 4);
        });
    row("not all here", 0, JobWhy::NoStep, "Not all of its 9 submissions are here yet.", [](Situation &s) {
        s.add(S::Pending, 5);
        s.look(4);
    });
    row("nothing left", 0, JobWhy::NoStep,
        "Nothing is left; the server closes the job. Last: sent at dir4.example, 11:50.",
        [](Situation &s) { s.add(S::Submitted, 5, 4, minutes(10)); });
    row("done", 0, JobWhy::NoStep, "Done 11:30: 5 of 5 sent. Last: sent at dir4.example, 11:20.", [](Situation &s) {
        s.its.state = JobState::Completed;
        s.its.completedAt = noon - minutes(30);
        s.add(S::Approved, 5, 4, minutes(40));
    });
    row("done, and some of it failed", 2, JobWhy::Retry,
        "Done 11:30: 3 of 5 sent. Last: invalid data at dir2.example, 11:20. A retry of what failed reopens it.",
        [](Situation &s) {
            s.its.state = JobState::Completed;
            s.its.completedAt = noon - minutes(30);
            s.add(S::Submitted, 3, 4, minutes(50));
            s.add(S::Failed, 2, 2, minutes(40), "VALIDATION");
        });
    row("done, and some of it rejected", 1, JobWhy::NoStep,
        "Done 11:30: 3 of 4 sent. Last: rejected at dir2.example, 11:20.", [](Situation &s) {
            s.its.state = JobState::Completed;
            s.its.completedAt = noon - minutes(30);
            s.add(S::Submitted, 3, 4, minutes(50));
            s.add(S::Rejected, 1, 2, minutes(40), "REJECTED");
        });
    row("cancelled, and some of it failed", 1, JobWhy::NoStep,
        "Cancelled: 3 of 4 sent. Last: invalid data at dir2.example, 11:20.", [](Situation &s) {
            s.its.state = JobState::Cancelled;
            s.add(S::Submitted, 3, 4, minutes(50));
            s.add(S::Failed, 1, 2, minutes(40), "VALIDATION");
        });
    row("reopened", 2, JobWhy::NoStep,
        "Queued: place 1 of 1. 2 left. Workers online: 2, busy: 0. Reopened by A. Brandt. Last: sent at dir4.example, "
        "11:56. Goes on when a worker takes it.",
        [](Situation &s) {
            s.its.reopenedBy = QStringLiteral("a.brandt@desk.test");
            s.workers(2);
            s.add(S::Submitted, 3, 4, minutes(4));
            s.add(S::Pending, 2, 2, Seconds(10));
        });
    row("reopened once, and done again", 0, JobWhy::NoStep,
        "Done 11:30: 5 of 5 sent. Last: sent at dir4.example, 11:20.", [](Situation &s) {
            s.its.state = JobState::Completed;
            s.its.completedAt = noon - minutes(30);
            s.its.reopenedBy = QStringLiteral("a.brandt@desk.test");
            s.add(S::Approved, 5, 4, minutes(40));
        });
    row("failed", 2, JobWhy::Resume,
        "Failed: 1 of 3 sent. Last: already listed at dir2.example, 11:20. Goes on when somebody resumes it.",
        [](Situation &s) {
            s.its.state = JobState::Failed;
            s.add(S::Submitted, 1, 4, minutes(50));
            s.add(S::Failed, 2, 2, minutes(40), "DUPLICATE_LISTING");
        });
    row("a state of a newer server", 3, JobWhy::NoStep,
        "The server says frozen; this version does not know that state.", [](Situation &s) {
            s.its.state = JobState::Unknown;
            s.its.stateWord = QStringLiteral("frozen");
            s.add(S::Pending, 3);
        });
}

void JobWhyTest::situations()
{
    QFETCH(Build, build);
    QFETCH(QString, sentence);
    QFETCH(int, sum);
    QFETCH(int, step);
    Situation situation;
    build(situation);
    if (situation.why.jobId().isEmpty())
        situation.look();
    QCOMPARE(plain(situation.why.sentence()).replace(QChar(0x00A0), u' '), sentence);
    QCOMPARE(situation.sum(), sum);
    QCOMPARE(situation.why.step(), step);
    QCOMPARE(situation.why.customer(), QStringLiteral("Customer 001"));
}

void JobWhyTest::reasonsHaveTheirDatesAndSteps()
{
    Situation s;
    s.workers(2);
    s.shut(5, minutes(30));
    s.add(S::Pending, 2, 5);
    s.add(S::Failed, 3, 3, minutes(20), "RATE_LIMITED", minutes(140));
    s.add(S::NeedsVerification, 1, 1, hours(3), "CAPTCHA");
    s.look();
    QStringList told;
    for (int row = 0; row < s.why.rowCount(); ++row) {
        const QModelIndex at = s.why.index(row);
        told.append(QStringLiteral("%1 %2 | %3 | %4 | %5")
                        .arg(at.data(JobWhy::CountRole).toInt())
                        .arg(at.data(JobWhy::WordsRole).toString(), at.data(JobWhy::SinceRole).toString(),
                             at.data(JobWhy::UntilRole).toString())
                        .arg(at.data(JobWhy::StepRole).toInt()));
    }
    QCOMPARE(told, (QStringList{
                       QStringLiteral("2 waiting for directories that are shut off: 1 |  | first try 12:30 | 3"),
                       QStringLiteral("3 rate limited | since 11:40 | goes on 14:20 | 0"),
                       QStringLiteral("1 for a person: captcha | since 09:00 |  | 3"),
                   }));
    QCOMPARE(s.why.stepCount(), 1);
    QCOMPARE(s.why.submissionId(), submission(6).toString()); // the captcha
}

void JobWhyTest::followsTheJob()
{
    Situation s;
    s.its.startedAt = noon - Seconds(10);
    s.workers(2);
    s.add(S::Pending, 2);
    s.look();
    QSignalSpy spy(&s.why, &JobWhy::changed);
    s.add(S::Submitting, 1);
    s.its.directoriesTotal = s.count;
    s.put(s.its);
    QCOMPARE(spy.size(), 0); // not before the frame
    s.ticker.step();
    QCOMPARE(spy.size(), 1);
    QVERIFY(s.why.headline().startsWith(QStringLiteral("Running: 1")));
    s.why.setFrozen(true);
    s.add(S::Submitting, 1);
    s.ticker.tick();
    QCOMPARE(spy.size(), 1);
    s.why.setFrozen(false);
    QCOMPARE(spy.size(), 2);
    s.why.setJobId({});
    QVERIFY(!s.why.known());
    QVERIFY(s.why.sentence().isEmpty());
    QCOMPARE(s.why.rowCount(), 0);
    s.ticker.tick();
    QCOMPARE(spy.size(), 3);
}

/// Within a second or two, as the table does, though no row of the job changed.
void JobWhyTest::followsWhatTheJobWaitsFor()
{
    Situation left;
    left.add(S::Pending, 3);
    left.workers(1, Seconds(85));
    left.look();
    QVERIFY(!left.why.headline().contains(QStringLiteral("no worker")));
    left.clock.advance(Seconds(6)); // not heard of for 91 s
    left.ticker.tick();
    left.ticker.step();
    QVERIFY2(left.why.headline().contains(QStringLiteral("no worker")), qPrintable(left.why.headline()));

    Situation again;
    again.workers(1);
    again.add(S::Failed, 1, 1, minutes(5), "TIMEOUT", Seconds(4));
    again.look();
    const QString before = again.why.headline();
    again.clock.advance(Seconds(5)); // its time has come
    again.ticker.tick();
    again.ticker.step();
    QVERIFY2(again.why.headline() != before, qPrintable(before));
}

/// The clock of the data does, when it turns out that nobody answers any more.
void JobWhyTest::followsAClockThatFallsBack()
{
    Situation s;
    s.its.startedAt = noon - Seconds(10);
    s.workers(2, Seconds(3), true);
    s.add(S::Pending, 2);
    Job other = s.makeJob(7);
    other.priorityScore = -1;
    other.directoriesTotal = 1;
    s.put(other);
    Submission again = s.makeSubmission(7000, 7, S::Failed);
    s.settle(again, S::Failed, noon - minutes(5), QStringLiteral("TIMEOUT"));
    again.nextRetryAt = noon + Seconds(4);
    s.put(again);
    s.look();
    const auto told = [&s](const char *place) {
        s.ticker.tick();
        s.ticker.step();
        return s.why.headline().startsWith(QString::fromLatin1(place));
    };
    QVERIFY2(told("Queued: place 1 of 1."), qPrintable(s.why.headline()));
    s.clock.advance(Seconds(5));
    QVERIFY2(told("Queued: place 2 of 2."), qPrintable(s.why.headline()));
    s.clock.jump(-Seconds(4));
    QVERIFY2(told("Queued: place 1 of 1."), qPrintable(s.why.headline()));
}

void JobWhyTest::namesTurnNothingRound()
{
    Situation s;
    s.its.startedAt = noon - Seconds(10);
    s.workers(2);
    s.its.currentDirectory = QStringLiteral("\u202Eevil\u2069\n<b>");
    s.add(S::Submitting, 1);
    s.look();
    QVERIFY2(s.why.headline().endsWith(QStringLiteral("at \u2068\uFFFDevil\uFFFD <b>\u2069.")),
             qPrintable(s.why.headline()));
}

void JobWhyTest::answers_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, const char *answer, Build build) {
        QTest::newRow(name) << std::move(build) << QString::fromUtf8(answer);
    };
    row("under way",
        "Customer 001: listed, or sent for listing, at 9 of 18 directories. Still to come: 6; it is too early to say "
        "when."
        " Waiting for a code sent to your phone or e-mail: 1. Being finished by hand: 2. Promised by 13:00.",
        [](Situation &s) {
            s.its.startedAt = noon - Seconds(10);
            s.its.dueAt = noon + hours(1);
            s.workers(4);
            s.add(S::Submitting, 1);
            s.add(S::Pending, 5);
            s.add(S::Submitted, 9, 4, Seconds(20));
            s.add(S::NeedsVerification, 2, 5, hours(2), "CAPTCHA");
            s.add(S::NeedsVerification, 1, 5, hours(2), "PHONE_VERIFICATION");
        });
    row("on hold, late",
        "Customer 001: listed, or sent for listing, at 0 of 4 directories. Still to come: 4; on hold at the moment."
        " It was promised by 11:00; we are working on it.",
        [](Situation &s) {
            s.its.state = JobState::Paused;
            s.its.pausedBy = QStringLiteral("a.brandt@desk.test");
            s.its.dueAt = noon - hours(1);
            s.add(S::Pending, 4);
        });
    row("waits",
        "Customer 001: listed, or sent for listing, at 0 of 3 directories. Still to come: 3, not before 14:20. "
        "Promised by 22 Aug, 12:00.",
        [](Situation &s) {
            s.its.dueAt = noon + hours(24);
            s.workers(2);
            s.add(S::Failed, 3, 3, minutes(20), "RATE_LIMITED", minutes(140));
        });
    row("done", "Customer 001: listed, or sent for listing, at 5 of 5 directories.", [](Situation &s) {
        s.its.state = JobState::Completed;
        s.add(S::Approved, 5, 4, minutes(40));
    });
}

void JobWhyTest::answers()
{
    QFETCH(Build, build);
    QFETCH(QString, answer);
    Situation situation;
    build(situation);
    situation.look();
    QCOMPARE(plain(situation.why.answer()), answer);
    // Nothing of ours: no worker, no code, no id, nobody's name.
    for (const QString &ours : {QStringLiteral("w-0"), QStringLiteral("CAPTCHA"), QStringLiteral("RATE"),
                                QStringLiteral("Brandt"), situation.its.id.toString()})
        QVERIFY(!situation.why.answer().contains(ours));
}

QTEST_GUILESS_MAIN(JobWhyTest)
#include "job_why_test.moc"
