// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tables/feed.h"

#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;
using std::chrono::minutes;

class FeedModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void batchesAFrame();
    void keepsTheNewest();
    void heldFeedCountsAndStaysPut();
    void moreThanFitsWhileHeld();
    void frozenFeedShowsNothingNew();
    void kinds_data();
    void kinds();
    void aNewRowIsNoNews();
    void snapshotsAreNoNews();
    void jobsWorkersAndCircuits();
    void ownActions();
    void namesAreReadLate();
    void whatWasSeenBeforeStandsBelow();
    void aFirstStartTellsThePastFromTheRecords();
    void clears();
};

void FeedModelTest::batchesAFrame()
{
    Feed feed;
    QSignalSpy inserted(&feed.model, &QAbstractItemModel::rowsInserted);
    feed.add(30);
    QCOMPARE(feed.model.count(), 0);
    feed.ticker.step();
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(feed.model.count(), 30);
    QVERIFY(feed.isWhole(29));
    QVERIFY(!feed.ticker.step());
}

void FeedModelTest::keepsTheNewest()
{
    Feed feed;
    for (int i = 0; i < 9; ++i) {
        feed.add(700);
        feed.ticker.step();
    }
    QCOMPARE(feed.model.count(), FeedModel::capacity);
    QVERIFY(feed.isWhole(6299));
    QCOMPARE(feed.value(0, FeedModel::KeyRole).toDouble(), 6300.0);
}

void FeedModelTest::heldFeedCountsAndStaysPut()
{
    Feed feed;
    feed.add(3);
    feed.ticker.step();
    feed.model.setHeld(true);
    feed.add(23);
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 3);
    QCOMPARE(feed.model.pendingCount(), 23);
    feed.model.apply();
    QCOMPARE(feed.model.pendingCount(), 0);
    QVERIFY(feed.isWhole(25));
    feed.add(1);
    feed.ticker.step();
    QCOMPARE(feed.model.pendingCount(), 1);
    feed.model.setHeld(false);
    feed.ticker.step();
    QVERIFY(feed.isWhole(26));
}

void FeedModelTest::moreThanFitsWhileHeld()
{
    Feed feed;
    feed.add(10);
    feed.ticker.step();
    feed.model.setHeld(true);
    feed.add(FeedModel::capacity + 50);
    feed.ticker.step();
    QCOMPARE(feed.model.pendingCount(), FeedModel::capacity + 50);
    feed.model.apply();
    QCOMPARE(feed.model.count(), FeedModel::capacity);
    QVERIFY(feed.isWhole(FeedModel::capacity + 59));
}

void FeedModelTest::frozenFeedShowsNothingNew()
{
    Feed feed;
    feed.model.setHeld(true);
    feed.model.setFrozen(true);
    QSignalSpy pending(&feed.model, &FeedModel::pendingCountChanged);
    feed.add(5);
    feed.ticker.step();
    QCOMPARE(pending.size(), 0);
    feed.model.setFrozen(false);
    QCOMPARE(feed.model.pendingCount(), 5);
    feed.model.setFrozen(true);
    feed.model.setHeld(false);
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 0);
    feed.model.setFrozen(false);
    QCOMPARE(feed.model.count(), 5);
}

void FeedModelTest::kinds_data()
{
    using S = SubmissionState;
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, S from, S to, const char *code, FeedModel::Kind kind) {
        QTest::newRow(name) << int(from) << int(to) << QString::fromLatin1(code) << int(kind);
    };
    row("began", S::Pending, S::Submitting, "", FeedModel::Started);
    row("submitted", S::Submitting, S::Submitted, "", FeedModel::Submitted);
    row("approved", S::Submitted, S::Approved, "", FeedModel::Approved);
    row("rejected", S::Submitted, S::Rejected, "REJECTED", FeedModel::Rejected);
    row("failed for good", S::Submitting, S::Failed, "VALIDATION", FeedModel::Failed);
    row("failed, tried again", S::Submitting, S::Failed, "TIMEOUT", FeedModel::Retry);
    row("failed, needs a person", S::Submitting, S::Failed, "CAPTCHA", FeedModel::Manual);
    row("needs verification", S::Submitting, S::NeedsVerification, "CAPTCHA", FeedModel::Manual);
    row("back in the queue", S::Failed, S::Pending, "TIMEOUT", FeedModel::Retry);
    row("lost by its worker", S::Submitting, S::Pending, "", FeedModel::Retry);
    row("skipped", S::Failed, S::Skipped, "VALIDATION", FeedModel::Skipped);
}

void FeedModelTest::kinds()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, code);
    QFETCH(int, kind);
    Feed feed;
    Submission s = feed.makeSubmission(4, 1, SubmissionState(from));
    feed.put(s, true);
    s.state = SubmissionState(to);
    s.lastErrorCode = code;
    s.attempt = 2;
    if (kind == FeedModel::Retry && s.state == SubmissionState::Failed)
        s.nextRetryAt = noon + minutes(4);
    feed.put(s);
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 1);
    QCOMPARE(feed.kind(), kind);
    QCOMPARE(feed.value(0, FeedModel::CustomerRole).toString(), QStringLiteral("Customer 001"));
    QCOMPARE(feed.value(0, FeedModel::DirectoryRole).toString(), QStringLiteral("dir4.example"));
    QCOMPARE(feed.value(0, FeedModel::JobIdRole).toString(), job(1).toString());
    QCOMPARE(feed.value(0, FeedModel::SubmissionIdRole).toString(), submission(4).toString());
    QCOMPARE(feed.value(0, FeedModel::AttemptRole).toInt(), 2);
    QCOMPARE(feed.value(0, FeedModel::MaxAttemptsRole).toInt(), 4);
    QCOMPARE(feed.value(0, FeedModel::AtRole).toDouble(), double(toMillis(noon)));
    const bool later = s.nextRetryAt.has_value();
    QCOMPARE(feed.value(0, FeedModel::RetryAtRole).toDouble(), later ? double(toMillis(noon + minutes(4))) : 0.0);
}

void FeedModelTest::aNewRowIsNoNews()
{
    Feed feed;
    feed.put(feed.makeSubmission(1, 1));
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 0);
}

void FeedModelTest::snapshotsAreNoNews()
{
    Feed feed;
    Submission s = feed.makeSubmission(1, 1);
    feed.put(s, true);
    s.state = SubmissionState::Approved;
    feed.put(s, true);
    Job j = feed.makeJob(1, JobState::Completed);
    feed.put(j, true);
    Worker w;
    w.id = WorkerId(QStringLiteral("w-1"));
    w.state = WorkerState::Online;
    feed.put(w, true);
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 0);
    feed.put(j); // the state that the snapshot brought is known: no change, no news
    feed.put(w);
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 0);
}

void FeedModelTest::jobsWorkersAndCircuits()
{
    Feed feed;
    Job j = feed.makeJob(1, JobState::Completed);
    j.directoriesTotal = 100;
    j.directoriesCompleted = 97;
    feed.put(j);
    feed.ticker.step();
    QCOMPARE(feed.kind(), int(FeedModel::JobDone));
    QCOMPARE(feed.value(0, FeedModel::N1Role).toInt(), 97);
    QCOMPARE(feed.value(0, FeedModel::N2Role).toInt(), 100);
    j.state = JobState::InProgress;
    j.reopenedBy = QStringLiteral("ada@desk.test");
    feed.put(j);
    feed.ticker.step();
    QCOMPARE(feed.value(0, FeedModel::TextRole).toString(), QStringLiteral("reopened"));
    QCOMPARE(feed.value(0, FeedModel::ActorRole).toString(), j.reopenedBy);
    for (const auto &[by, told] : {std::pair("ada@desk.test", "reopened"), {"", "in_progress"}}) {
        j.state = JobState::Failed;
        feed.put(j);
        feed.ticker.step();
        j.state = JobState::InProgress;
        j.reopenedBy = QString::fromLatin1(by);
        feed.put(j);
        feed.ticker.step();
        QCOMPARE(feed.value(0, FeedModel::TextRole).toString(), QString::fromLatin1(told));
        QCOMPARE(feed.value(0, FeedModel::ActorRole).toString(), j.reopenedBy);
    }
    j.state = JobState::Unknown;
    j.stateWord = QStringLiteral("<i>archived</i>");
    feed.put(j);
    feed.ticker.step();
    QCOMPARE(feed.kind(), int(FeedModel::JobState));
    QCOMPARE(feed.value(0, FeedModel::TextRole).toString(), j.stateWord);

    Worker w;
    w.id = WorkerId(QStringLiteral("w-1"));
    for (const auto &[state, kind] : {std::pair(WorkerState::Online, FeedModel::WorkerBack),
                                      {WorkerState::Offline, FeedModel::WorkerLost},
                                      {WorkerState::Online, FeedModel::WorkerBack}}) {
        w.state = state;
        feed.put(w);
        feed.ticker.step();
        QCOMPARE(feed.kind(), int(kind));
        QCOMPARE(feed.value(0, FeedModel::ActorRole).toString(), QStringLiteral("w-1"));
    }
    const int count = feed.model.count();
    w.state = WorkerState::Draining; // still at work
    feed.put(w);
    Directory d = *feed.store.directories().find(directory(3));
    d.circuit = CircuitState::Open;
    d.circuitOpenUntil = noon + minutes(15);
    feed.put(d);
    feed.ticker.step();
    QCOMPARE(feed.model.count(), count + 1);
    QCOMPARE(feed.kind(), int(FeedModel::Circuit));
    QCOMPARE(feed.value(0, FeedModel::TextRole).toString(), QStringLiteral("open"));
    QCOMPARE(feed.value(0, FeedModel::RetryAtRole).toDouble(), double(toMillis(noon + minutes(15))));
    d.circuit = CircuitState::Unknown;
    d.circuitWord = QStringLiteral("ajar");
    feed.put(d);
    feed.ticker.step();
    QCOMPARE(feed.value(0, FeedModel::TextRole).toString(), d.circuitWord);
    w.state = WorkerState::Unknown; // nobody can say whether it left: the next state that is known says it
    w.stateWord = QStringLiteral("resting");
    feed.put(w);
    feed.ticker.step();
    QCOMPARE(feed.kind(), int(FeedModel::Circuit));
    w.state = WorkerState::Offline;
    w.stateWord.clear();
    feed.put(w);
    feed.ticker.step();
    QCOMPARE(feed.kind(), int(FeedModel::WorkerLost));
}

void FeedModelTest::ownActions()
{
    Feed feed;
    feed.put(feed.makeSubmission(4, 1), true);
    ActionStatus status;
    status.command.verb = Command::Verb::RetrySubmissions;
    status.command.submissions = {submission(4)};
    status.phase = ActionStatus::Phase::Applied;
    status.applied = 1;
    feed.writer.writeAction(status);
    feed.ticker.step();
    QCOMPARE(feed.kind(), int(FeedModel::You));
    QCOMPARE(feed.value(0, FeedModel::TextRole).toString(), QStringLiteral("submissions.retry"));
    QCOMPARE(feed.value(0, FeedModel::N1Role).toInt(), 1);
    QCOMPARE(feed.value(0, FeedModel::DirectoryRole).toString(), QStringLiteral("dir4.example"));
    QCOMPARE(feed.value(0, FeedModel::CustomerRole).toString(), QStringLiteral("Customer 001"));
}

void FeedModelTest::namesAreReadLate()
{
    Feed feed;
    Submission s = feed.makeSubmission(4, 1);
    feed.put(s, true);
    s.state = SubmissionState::Submitting;
    feed.put(s);
    feed.ticker.step();
    Customer c = *feed.store.customers().find(customer(1));
    c.companyName = QStringLiteral("Renamed");
    feed.put(c);
    QCOMPARE(feed.value(0, FeedModel::CustomerRole).toString(), QStringLiteral("Renamed"));
    feed.drop<Customer>(customer(1));
    QCOMPARE(feed.value(0, FeedModel::CustomerRole).toString(), QString());
}

void FeedModelTest::whatWasSeenBeforeStandsBelow()
{
    Feed feed;
    feed.add(2);
    feed.ticker.step();
    Delta disk;
    disk.snapshot = true;
    Activity failed;
    failed.at = noon - minutes(5);
    failed.table = Table::Submissions;
    failed.submission = submission(1);
    failed.job = job(1);
    failed.customer = customer(1);
    failed.directory = directory(3);
    failed.worker = WorkerId(QStringLiteral("w-1"));
    failed.was = wordOf(SubmissionState::Submitting);
    failed.became = wordOf(SubmissionState::Failed);
    failed.code = QStringLiteral("CAPTCHA");
    Activity done = failed;
    done.at = noon - minutes(6);
    done.table = Table::Jobs;
    done.became = wordOf(JobState::Completed);
    done.done = 40;
    done.total = 41;
    Activity quiet = failed; // a new row in the queue is no news, then as now
    quiet.was.clear();
    quiet.became = wordOf(SubmissionState::Pending);
    Activity back;
    back.at = noon - minutes(8);
    back.table = Table::Workers;
    back.was = wordOf(WorkerState::Offline);
    back.became = wordOf(WorkerState::Online);
    Activity circuit;
    circuit.at = noon - minutes(9);
    circuit.table = Table::Directories;
    circuit.became = wordOf(CircuitState::Open);
    Activity resting = back;
    resting.was = back.became;
    resting.became = QStringLiteral("resting"); // of a newer server: neither lost nor back
    disk.activity = {failed, done, quiet, back, resting, circuit};
    feed.store.apply(disk);
    QCOMPARE(feed.model.count(), 6);
    QCOMPARE(feed.kind(2), int(FeedModel::Manual)); // a captcha waits for a person
    QCOMPARE(feed.value(2, FeedModel::AtRole).toDouble(), double(toMillis(failed.at)));
    QCOMPARE(feed.value(2, FeedModel::CodeRole).toString(), failed.code);
    QCOMPARE(feed.value(2, FeedModel::ActorRole).toString(), QStringLiteral("w-1"));
    QCOMPARE(feed.value(2, FeedModel::CustomerRole).toString(), QStringLiteral("Customer 001"));
    QCOMPARE(feed.kind(3), int(FeedModel::JobDone));
    QCOMPARE(feed.value(3, FeedModel::N1Role).toInt(), 40);
    QCOMPARE(feed.kind(4), int(FeedModel::WorkerBack));
    QCOMPARE(feed.kind(5), int(FeedModel::Circuit));
    feed.add(1);
    feed.ticker.step();
    QCOMPARE(feed.kind(3), int(FeedModel::Manual)); // news still goes on top
    QSet<double> keys;
    for (int row = 0; row < feed.model.count(); ++row)
        keys.insert(feed.value(row, FeedModel::KeyRole).toDouble());
    QCOMPARE(keys.size(), qsizetype(7));
}

void FeedModelTest::aFirstStartTellsThePastFromTheRecords()
{
    Feed feed;
    std::vector<Submission> rows;
    for (int n = 0; n < 300; ++n) {
        Submission s = feed.makeSubmission(n, 1);
        if (n % 3 == 0) // the others tell no time at which anything happened
            feed.settle(s, SubmissionState::Submitted, noon - minutes(10 * n));
        rows.push_back(s);
    }
    rows[1].state = SubmissionState::Approved; // nobody wrote when: it is not told
    feed.put(rows, true);
    Submission news = rows[0];
    news.state = SubmissionState::Approved;
    feed.put(news);
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 1);
    feed.writer.tellPast();
    feed.writer.tellPast();
    QCOMPARE(feed.model.count(), 100); // one each: what is told as news already is not told again
    QCOMPARE(feed.kind(0), int(FeedModel::Approved));
    for (int row = 1; row < feed.model.count(); ++row) {
        QCOMPARE(feed.kind(row), int(FeedModel::Submitted));
        QCOMPARE(feed.value(row, FeedModel::AtRole).toDouble(), double(toMillis(noon - minutes(30 * row))));
        QVERIFY(feed.value(row, FeedModel::ActorRole).toString().isEmpty());
    }
    // On a desk that recalls enough the records are not asked.
    Feed other;
    other.put(rows, true);
    Delta disk;
    disk.snapshot = true;
    Activity one;
    one.at = noon - minutes(9000);
    one.table = Table::Submissions;
    one.was = wordOf(SubmissionState::Submitting);
    one.became = wordOf(SubmissionState::Submitted);
    disk.activity.assign(FeedWriter::enough, one);
    other.store.apply(disk);
    other.writer.tellPast();
    QCOMPARE(other.model.count(), 1); // all of one job and kind and moment
    QCOMPARE(other.value(0, FeedModel::TimesRole).toInt(), int(FeedWriter::enough));
}

void FeedModelTest::clears()
{
    Feed feed;
    feed.add(5);
    feed.ticker.step();
    feed.model.setHeld(true);
    feed.add(5);
    feed.ticker.step();
    feed.model.clear();
    QCOMPARE(feed.model.count(), 0);
    QCOMPARE(feed.model.pendingCount(), 0);
}

QTEST_GUILESS_MAIN(FeedModelTest)
#include "feed_model_test.moc"
