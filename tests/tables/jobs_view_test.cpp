// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tables/jobs_desk.h"

#include <QSignalSpy>
#include <QtTest>
#include <random>

using namespace bolt;
using namespace bolt::test;
using std::chrono::minutes;

class JobsViewTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsActiveJobsDueFirst();
    void rolesAreGolden();
    void tellsExactlyWhatChanged();
    void neighboursThatChangeAlikeAreOneRun();
    void heldTableKeepsItsRows_data();
    void heldTableKeepsItsRows();
    void gonerThatComesBackIsNotCounted();
    void newOneThatLeavesIsNotCounted();
    void letGoTakesAllIn();
    void frozenTableDoesNotChange();
    void sortsByEachKey_data();
    void sortsByEachKey();
    void resortKeepsPersistentIndexes();
    void orderFollowsOnceASecond();
    void filters();
    void someJobsAlone();
    void namesFollowTheirRecords();
    void marksAndRefusals();
    void hostileTextPassesThrough();
    void resetAndClear();
};

void JobsViewTest::showsActiveJobsDueFirst()
{
    JobsDesk desk;
    Job late = desk.makeJob(1), soon = desk.makeJob(2), none = desk.makeJob(3),
        over = desk.makeJob(4, JobState::Completed);
    soon.dueAt = noon - minutes(1);
    none.dueAt.reset();
    desk.put(std::vector{none, late, soon, over}, true);
    QCOMPARE(desk.view.count(), 0); // not before the frame
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({2, 1, 3}));
    QCOMPARE(desk.value(0, JobRow::SlaLeftField).toInt(), -60);
    QCOMPARE(desk.value(2, JobRow::DueField).toDouble(), 0.0);
    QVERIFY(!desk.value(2, JobRow::SlaLeftField).isValid());
    QCOMPARE(desk.view.indexOf(job(3).toString()), 2);
    QCOMPARE(desk.view.indexOf(job(4).toString()), -1);
    QCOMPARE(desk.view.indexOf(QStringLiteral("nonsense")), -1);
    QCOMPARE(desk.view.idAt(-1), QString());
    QCOMPARE(desk.view.idAt(3), QString());
}

void JobsViewTest::rolesAreGolden()
{
    JobsDesk desk;
    Job j = desk.makeJob(1);
    j.directoriesTotal = 9;
    j.directoriesCompleted = 2;
    j.directoriesFailed = 3;
    j.currentDirectory = QStringLiteral("hotfrog.com");
    j.worker = WorkerId(QStringLiteral("w-7"));
    desk.put(j, true);
    using S = SubmissionState;
    std::vector<Submission> rows;
    int n = 0;
    const auto add = [&](S state, const QString &code = {}) {
        Submission s = desk.makeSubmission(++n, 1);
        desk.settle(s, state, noon - minutes(1), code);
        rows.push_back(s);
        return n;
    };
    add(S::Approved);
    add(S::Submitted);
    add(S::Failed, QStringLiteral("VALIDATION"));
    add(S::Failed, QStringLiteral("TIMEOUT"));
    add(S::Failed, QStringLiteral("CAPTCHA"));
    add(S::Submitting);
    add(S::Pending);
    add(S::Skipped);
    add(S::Unknown);
    desk.put(rows, true);
    for (int i = 0; i < 5; ++i) {
        const auto outcome = i < 2 ? AttemptOutcome::Submitted : AttemptOutcome::FailedForGood;
        desk.put(desk.attemptOf(i, rows[size_t(i)], outcome, noon - minutes(1)), true);
    }
    desk.ticker.step();

    QStringList dump;
    const auto names = desk.view.roleNames();
    for (int field = 0; field < JobRow::FieldCount; ++field) {
        dump.append(QString::fromLatin1(names.value(JobsView::role(JobRow::Field(field)))) + u'=' +
                    desk.value(0, JobRow::Field(field)).toString());
    }
    QCOMPARE(dump, QStringLiteral(
                       "jobId=00000001-0000-0000-0000-000000000001\ncustomer=Customer 001\npackageId=growth\n"
                       "packageName=Growth\nstate=1\nstateWord=in_progress\napproved=1\nsubmitted=1\nfailed=1\n"
                       "retrying=1\nmanual=1\ninFlight=1\nwaiting=1\nskipped=1\nother=1\ncountsComplete=true\n"
                       "total=9\ndone=2\nfailedCount=2\nstanding=12\nwhy=At \u2068hotfrog.com\u2069\nratePerMin=0.5\n"
                       "leftKind=8\nleftWords=estimating\nslaLeft=86401\ndueMs=1787400001000\nworker=w-7\n"
                       "pendingVerb=\nrefused=\nodd=\nfresh=false\ngone=false")
                       .split(u'\n'));

    j.directoriesTotal = 10; // one submission is not here: the server's own counters are shown
    desk.put(j);
    desk.ticker.step();
    QCOMPARE(desk.value(0, JobRow::CountsCompleteField).toBool(), false);
    QCOMPARE(desk.value(0, JobRow::DoneField).toInt(), 2);
    QCOMPARE(desk.value(0, JobRow::FailedCountField).toInt(), 3);
}

void JobsViewTest::tellsExactlyWhatChanged()
{
    JobsDesk desk;
    desk.addJobs(5);
    QSignalSpy spy(&desk.view, &QAbstractItemModel::dataChanged);
    Job j = desk.stored(3);
    j.directoriesFailed = 4;
    j.worker = WorkerId(QStringLiteral("w-1"));
    j.updatedAt += Seconds(1);
    desk.put(j);
    desk.put(j); // twice in a frame is once
    QCOMPARE(spy.size(), 0);
    desk.ticker.step();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toModelIndex().row(), 2);
    QCOMPARE(spy[0][1].toModelIndex().row(), 2);
    QCOMPARE(spy[0][2].value<QList<int>>(),
             (QList<int>{JobsView::role(JobRow::FailedCountField), JobsView::role(JobRow::WorkerField)}));
    spy.clear();
    desk.put(j); // nothing new
    desk.ticker.step();
    QCOMPARE(spy.size(), 0);
    desk.view.setFresh(true);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][2].value<QList<int>>(), QList<int>{JobsView::role(JobRow::FreshField)});
}

void JobsViewTest::neighboursThatChangeAlikeAreOneRun()
{
    JobsDesk desk;
    desk.addJobs(6);
    QSignalSpy spy(&desk.view, &QAbstractItemModel::dataChanged);
    for (const int n : {2, 3, 4, 6}) {
        Job j = desk.stored(n);
        j.directoriesFailed = 1;
        desk.put(j);
    }
    desk.ticker.step();
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy[0][0].toModelIndex().row(), 1);
    QCOMPARE(spy[0][1].toModelIndex().row(), 3);
    QCOMPARE(spy[1][0].toModelIndex().row(), 5);
}

void JobsViewTest::heldTableKeepsItsRows_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"held", "hovered", "current"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void JobsViewTest::heldTableKeepsItsRows()
{
    QFETCH(QString, how);
    JobsDesk desk;
    desk.addJobs(5);
    const auto before = desk.shown();
    if (how == u"held")
        desk.view.setHeld(true);
    else if (how == u"hovered")
        desk.view.setHoveredId(job(2).toString());
    else
        desk.view.setCurrentId(job(2).toString());

    QSignalSpy moved(&desk.view, &QAbstractItemModel::layoutChanged);
    Job first = desk.makeJob(9);
    first.dueAt = noon - minutes(1);
    desk.put(first);
    Job last = desk.stored(1);
    last.dueAt = noon + std::chrono::hours(900);
    desk.put(last);
    desk.setState(3, JobState::Completed);
    for (int second = 0; second < 60; ++second) {
        desk.clock.advance(Seconds(1));
        desk.ticker.tick();
    }
    QCOMPARE(desk.shown(), before);
    QCOMPARE(moved.size(), 0);
    QCOMPARE(desk.view.newCount(), 1);
    QCOMPARE(desk.view.goneCount(), 1);
    QCOMPARE(desk.value(2, JobRow::GoneField).toBool(), true);
    QCOMPARE(desk.value(2, JobRow::StateField).toInt(),
             int(JobState::Completed)); // its value is the truth all the same
    QCOMPARE(desk.value(0, JobRow::DueField).toDouble(), double(toMillis(*last.dueAt)));

    desk.view.apply();
    QCOMPARE(desk.shown(), ids({9, 2, 4, 5, 1}));
    QCOMPARE(desk.view.newCount(), 0);
    QCOMPARE(desk.view.goneCount(), 0);
}

void JobsViewTest::gonerThatComesBackIsNotCounted()
{
    JobsDesk desk;
    desk.addJobs(3);
    desk.view.setHeld(true);
    desk.setState(2, JobState::Failed);
    desk.ticker.step();
    QCOMPARE(desk.view.goneCount(), 1);
    desk.setState(2, JobState::InProgress);
    desk.ticker.step();
    QCOMPARE(desk.view.goneCount(), 0);
    QCOMPARE(desk.value(1, JobRow::GoneField).toBool(), false);
    desk.drop<Job>(job(2)); // out of the store altogether: still there, greyed, with its last values
    desk.ticker.step();
    QCOMPARE(desk.view.goneCount(), 1);
    QCOMPARE(desk.value(1, JobRow::CustomerField).toString(), QStringLiteral("Customer 002"));
    desk.view.setHeld(false);
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({1, 3}));
}

void JobsViewTest::newOneThatLeavesIsNotCounted()
{
    JobsDesk desk;
    desk.addJobs(2);
    desk.view.setHeld(true);
    desk.put(desk.makeJob(7));
    desk.ticker.step();
    QCOMPARE(desk.view.newCount(), 1);
    desk.setState(7, JobState::Cancelled);
    desk.ticker.step();
    QCOMPARE(desk.view.newCount(), 0);
    desk.view.apply();
    QCOMPARE(desk.shown(), ids({1, 2}));
}

void JobsViewTest::letGoTakesAllIn()
{
    JobsDesk desk;
    desk.addJobs(3);
    desk.view.setHeld(true);
    desk.put(desk.makeJob(0));
    desk.setState(1, JobState::Completed);
    desk.ticker.step();
    desk.view.setHeld(false);
    QCOMPARE(desk.view.count(), 3); // not inside the event that let go
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({0, 2, 3}));
}

void JobsViewTest::frozenTableDoesNotChange()
{
    JobsDesk desk;
    desk.addJobs(5);
    const auto before = desk.shown();
    desk.view.setFrozen(true);
    QSignalSpy data(&desk.view, &QAbstractItemModel::dataChanged), pill(&desk.view, &JobsView::pillChanged);
    desk.put(desk.makeJob(0));
    desk.setState(2, JobState::Completed);
    Job j = desk.stored(4);
    j.directoriesFailed = 9;
    desk.put(j);
    for (int i = 0; i < 5; ++i) {
        desk.clock.advance(minutes(1));
        desk.ticker.tick();
    }
    QCOMPARE(desk.shown(), before);
    QCOMPARE(data.size(), 0);
    QCOMPARE(pill.size(), 0);
    QCOMPARE(desk.value(3, JobRow::FailedCountField).toInt(), 0); // also for a delegate made just now
    desk.view.setFrozen(false);
    QCOMPARE(desk.shown(), ids({0, 1, 3, 4, 5}));
    QCOMPARE(desk.value(3, JobRow::FailedCountField).toInt(), 9);
}

void JobsViewTest::sortsByEachKey_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"due", "sla", "customer", "package", "state", "progress", "done", "failed", "why", "now",
                            "rate", "eta", "worker", "priority"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void JobsViewTest::sortsByEachKey()
{
    QFETCH(QString, key);
    JobsDesk desk;
    std::mt19937 random(11);
    for (int n = 1; n <= 60; ++n) {
        Job j = desk.makeJob(n, JobState(random() % 3));
        j.directoriesTotal = 100;
        j.directoriesCompleted = int(random() % 100);
        j.directoriesFailed = int(random() % 5);
        j.priorityScore = double(random() % 7) - 3;
        j.currentDirectory = random() % 2 ? QString() : QStringLiteral("d%1").arg(random() % 9);
        j.worker = WorkerId(random() % 3 ? QStringLiteral("w-%1").arg(random() % 4) : QString());
        if (random() % 5 == 0)
            j.dueAt.reset();
        desk.put(j, true);
    }
    desk.ticker.step();
    desk.view.setSortKey(QStringLiteral("customer"));
    desk.view.sortBy(key);
    if (key == u"customer")
        desk.view.setSortDescending(false);
    for (const bool descending : {false, true}) {
        desk.view.setSortDescending(descending);
        for (int row = 1; row < desk.view.count(); ++row) {
            const JobRow *a = desk.view.rowOf(JobId::parse(desk.view.idAt(row - 1)));
            const JobRow *b = desk.view.rowOf(JobId::parse(desk.view.idAt(row)));
            QVERIFY(sortsBefore(*a, *b, *jobSort(key), descending));
            QVERIFY(!sortsBefore(*b, *a, *jobSort(key), descending));
        }
    }
    desk.view.sortBy(QStringLiteral("nonsense"));
    QCOMPARE(desk.view.sortKey(), key);
}

void JobsViewTest::resortKeepsPersistentIndexes()
{
    JobsDesk desk;
    desk.addJobs(10);
    const QPersistentModelIndex first(desk.view.index(0)), seventh(desk.view.index(6));
    QSignalSpy reordered(&desk.view, &JobsView::reordered);
    desk.view.setSortDescending(true);
    QCOMPARE(reordered.size(), 1);
    QCOMPARE(first.row(), 9);
    QCOMPARE(seventh.row(), 3);
    QCOMPARE(desk.view.idAt(3), job(7).toString());
}

void JobsViewTest::orderFollowsOnceASecond()
{
    JobsDesk desk;
    desk.addJobs(3);
    Job j = desk.stored(1);
    j.dueAt = noon + std::chrono::hours(900);
    desk.put(j);
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({1, 2, 3})); // rows do not run about in every frame
    desk.ticker.tick();
    QCOMPARE(desk.shown(), ids({2, 3, 1}));
    desk.view.setSortKey(QStringLiteral("priority"));
    j.priorityScore = -5; // no shown value changed, but the order did
    desk.put(j);
    desk.ticker.step();
    desk.ticker.tick();
    QCOMPARE(desk.shown(), ids({1, 2, 3}));
}

void JobsViewTest::filters()
{
    JobsDesk desk;
    desk.addJobs(12);
    desk.view.setFilterText(QStringLiteral("\"customer 01\""));
    QCOMPARE(desk.shown(), ids({10, 11, 12}));
    desk.put(desk.makeJob(13));
    desk.put(desk.makeJob(20));
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({10, 11, 12, 13}));
    desk.view.setHeld(true);
    Customer c = *desk.store.customers().find(customer(11));
    c.companyName = QStringLiteral("Other");
    desk.put(c);
    desk.ticker.step();
    QCOMPARE(desk.view.goneCount(), 1); // it left the filter while the table is held
    desk.view.setFilterText({});
    QCOMPARE(desk.view.count(), 14);
    QCOMPARE(desk.view.goneCount(), 0);
    desk.view.setFilterText(job(4).toString().left(8));
    QCOMPARE(desk.shown(), ids({4}));
}

void JobsViewTest::someJobsAlone()
{
    JobsDesk desk;
    desk.addJobs(12);
    desk.view.setFilterText(QStringLiteral("customer 01"));
    QSignalSpy words(&desk.view, &JobsView::filterChanged), only(&desk.view, &JobsView::onlyChanged);
    desk.view.setHeld(true); // asked for, they come at once
    desk.view.showOnly({job(3).toString(), job(5).toString(), QStringLiteral("nonsense")}, QStringLiteral("2 jobs"));
    QCOMPARE(desk.shown(), ids({3, 5}));
    QCOMPARE(desk.view.onlyLabel(), QStringLiteral("2 jobs"));
    QCOMPARE(desk.view.filterText(), QString()); // or one of them would be missing
    QCOMPARE(words.size(), 1);
    QCOMPARE(only.size(), 1);
    const QStringList both{job(4).toString(), job(3).toString()};
    QCOMPARE(desk.view.amongOnly(both), QStringList(job(3).toString()));
    desk.view.setHeld(false);
    desk.put(desk.makeJob(13)); // not one of them
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({3, 5}));
    QCOMPARE(desk.view.newCount(), 0);
    desk.view.setFilterText(QStringLiteral("customer 005"));
    QCOMPARE(desk.shown(), ids({5}));
    desk.view.setFilterText({});
    Job done = desk.makeJob(3, JobState::Completed);
    desk.put(done);
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({5}));
    desk.view.showAll();
    QCOMPARE(desk.view.onlyLabel(), QString());
    QCOMPARE(desk.view.count(), 12);
    QCOMPARE(desk.view.amongOnly(both), both);
    // None of them left is not the same as all.
    desk.view.showOnly({}, QStringLiteral("0 jobs"));
    QCOMPARE(desk.view.count(), 0);
    desk.view.clear();
    QCOMPARE(desk.view.onlyLabel(), QString());
}

void JobsViewTest::namesFollowTheirRecords()
{
    JobsDesk desk;
    Job j = desk.makeJob(1);
    j.customer = customer(999); // not here yet
    j.package = PackageId(QStringLiteral("platinum"));
    desk.put(j);
    desk.ticker.step();
    QCOMPARE(desk.value(0, JobRow::CustomerField).toString(), QString());
    QCOMPARE(desk.value(0, JobRow::PackageNameField).toString(), QStringLiteral("platinum"));
    Customer c;
    c.id = customer(999);
    c.companyName = QStringLiteral("Café Aurora");
    desk.put(c);
    desk.ticker.step();
    QCOMPARE(desk.value(0, JobRow::CustomerField).toString(), QStringLiteral("Café Aurora"));
}

void JobsViewTest::marksAndRefusals()
{
    JobsDesk desk;
    desk.addJobs(2);
    Command pause;
    pause.verb = Command::Verb::PauseJob;
    pause.job = job(2);
    const ActionId id = desk.gateway.submit(pause);
    desk.ticker.step();
    QCOMPARE(desk.value(1, JobRow::PendingVerbField).toString(), QStringLiteral("jobs.pause"));
    QCOMPARE(desk.value(0, JobRow::PendingVerbField).toString(), QString());
    Error error;
    error.message = QStringLiteral("a cancelled job cannot be paused");
    desk.gateway.settle(id, ActionStatus::Phase::Refused, 0, {}, error);
    desk.ticker.step();
    QCOMPARE(desk.value(1, JobRow::PendingVerbField).toString(), QString());
    QCOMPARE(desk.value(1, JobRow::RefusedField).toString(), error.message);
    desk.gateway.dismiss(id);
    desk.ticker.step();
    QCOMPARE(desk.value(1, JobRow::RefusedField).toString(), QString());
}

void JobsViewTest::hostileTextPassesThrough()
{
    JobsDesk desk;
    QString text = QStringLiteral("<img src=x onerror=alert(1)>\u202e\U0001F525");
    text += QChar(0);
    text += QString(10000, u'x');
    Customer c = *desk.store.customers().find(customer(1));
    c.companyName = text;
    desk.put(c);
    Job j = desk.makeJob(1, JobState::Pending);
    j.state = JobState::Unknown;
    j.stateWord = text;
    desk.put(j);
    j.state = JobState::Pending;
    j.stateWord.clear();
    desk.put(j);
    desk.ticker.step();
    QCOMPARE(desk.value(0, JobRow::CustomerField).toString(), text);
}

void JobsViewTest::resetAndClear()
{
    JobsDesk desk;
    desk.addJobs(4);
    desk.view.setHeld(true);
    Delta fresh;
    fresh.reset = true;
    fresh.snapshot = true;
    fresh.jobs.upserts = {desk.makeJob(2), desk.makeJob(8)};
    desk.store.apply(fresh);
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({1, 2, 3, 4})); // a new copy is no reason to lose one's place
    QCOMPARE(desk.view.goneCount(), 3);
    QCOMPARE(desk.view.newCount(), 1);
    desk.view.clear(); // another account is
    QCOMPARE(desk.view.count(), 0);
    QCOMPARE(desk.view.newCount(), 0);
    desk.ticker.step();
    QCOMPARE(desk.view.count(), 0);
}

QTEST_GUILESS_MAIN(JobsViewTest)
#include "jobs_view_test.moc"
