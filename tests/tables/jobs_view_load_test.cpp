// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tables/jobs_desk.h"

#include <QSignalSpy>
#include <QtTest>
#include <random>
#include <set>

using namespace bolt;
using namespace bolt::test;
using std::chrono::minutes;

/// The rules of a live table under random deltas, and under load.
class JobsViewLoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomDeltasKeepTheRules_data();
    void randomDeltasKeepTheRules();
    void oneUpdateAFrame();
    void thawOfManyChanges();
};

void JobsViewLoadTest::randomDeltasKeepTheRules_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

/// Any deltas, holds, frames, applies and freezes: held rows never move, the pill counts what a naive look finds, and
/// after an apply the table equals one made afresh.
void JobsViewLoadTest::randomDeltasKeepTheRules()
{
    QFETCH(int, seed);
    std::mt19937 random{unsigned(seed)};
    const auto die = [&](int sides) { return int(random() % unsigned(sides)); };
    JobsDesk desk;
    desk.addJobs(20);
    static const char *keys[]{"due", "customer", "failed", "priority", "done", "worker"};
    bool frozen = false;

    // A frame comes to everything that listens to the ticker, so the fresh table has its own.
    const auto freshOrder = [&] {
        ManualTicker ticker;
        PendingMarks marks(desk.store, desk.gateway);
        JobFacts facts(desk.store, desk.clock, ticker);
        JobsView view(desk.store, facts, marks, ticker);
        view.setFilterText(desk.view.filterText());
        view.setSortKey(desk.view.sortKey());
        view.setSortDescending(desk.view.sortDescending());
        ticker.step();
        QStringList order;
        for (int row = 0; row < view.count(); ++row)
            order.append(view.idAt(row));
        return order;
    };
    const auto matching = [&] {
        std::set<QString> out;
        for (const Job &j : desk.store.jobs().rows()) {
            const Customer *c = desk.store.customers().find(j.customer);
            const bool named =
                desk.view.filterText().isEmpty() || (c && c->companyName.contains(QStringLiteral("Customer 01")));
            if (isActive(j.state) && named)
                out.insert(j.id.toString());
        }
        return out;
    };

    for (int round = 0; round < 250; ++round) {
        const QStringList before = desk.shown();
        const bool mayMove = !desk.view.held();
        bool asked = false; // by the person
        switch (die(12)) {
        case 0:
        case 1:
        case 2:
        case 3: {
            Job j = desk.makeJob(1 + die(60), JobState(die(7)));
            j.directoriesTotal = 50;
            j.directoriesCompleted = die(50);
            j.directoriesFailed = die(9);
            j.priorityScore = die(9);
            j.dueAt = noon + minutes(die(1000));
            desk.put(j, die(3) == 0);
            break;
        }
        case 4:
            desk.drop<Job>(job(1 + die(60)));
            break;
        case 5:
            desk.view.setHeld(die(2) == 1);
            break;
        case 6:
            if (!frozen) {
                desk.view.apply();
                asked = true;
                QCOMPARE(desk.shown(), freshOrder());
            }
            break;
        case 7:
            desk.view.setSortKey(QString::fromLatin1(keys[die(6)]));
            desk.view.setSortDescending(die(2) == 1);
            asked = true;
            break;
        case 8:
            desk.view.setFilterText(die(3) == 0 ? QStringLiteral("\"Customer 01\"") : QString());
            asked = true;
            break;
        case 9:
            frozen = !frozen;
            desk.view.setFrozen(frozen);
            if (!frozen && !desk.view.held()) {
                desk.view.apply();
                QCOMPARE(desk.shown(), freshOrder());
            }
            break;
        case 10:
            desk.clock.advance(Seconds(1));
            desk.ticker.tick();
            break;
        default:
            desk.ticker.step();
        }
        if (!asked && (!mayMove || frozen))
            QCOMPARE(desk.shown(), before);
        if (!frozen) {
            desk.ticker.step();
            const auto match = matching();
            const QStringList now = desk.shown();
            const std::set<QString> shown(now.begin(), now.end());
            int fresh = 0, gone = 0;
            for (const QString &id : match)
                fresh += !shown.count(id);
            for (const QString &id : shown)
                gone += !match.count(id);
            QCOMPARE(desk.view.newCount(), fresh);
            QCOMPARE(desk.view.goneCount(), gone);
            if (!desk.view.held()) {
                QCOMPARE(fresh, 0);
                QCOMPARE(gone, 0);
            }
            for (int row = 0; row < desk.view.count(); ++row) {
                QCOMPARE(desk.value(row, JobRow::GoneField).toBool(), !match.count(now[row]));
                QCOMPARE(desk.view.indexOf(now[row]), row);
            }
        }
    }
}

void JobsViewLoadTest::oneUpdateAFrame()
{
    JobsDesk desk;
    desk.addJobs(200);
    std::vector<Submission> rows;
    for (int n = 0; n < 4000; ++n)
        rows.push_back(desk.makeSubmission(n, 1 + n % 200));
    desk.put(rows, true);
    desk.ticker.step();

    // 2,000 changes a second for 10 s, as 60 frames a second; deliveries come in twos and threes between frames.
    int frames = 0, batches = 0, insideFrames = 0;
    bool inFrame = false;
    connect(&desk.view, &QAbstractItemModel::dataChanged, this, [&] { inFrame ? ++insideFrames : ++batches; });
    std::mt19937 random(3);
    for (int frame = 0; frame < 600; ++frame) {
        for (int delivery = 0; delivery < 3; ++delivery) {
            std::vector<Submission> some;
            for (int i = 0; i < 11; ++i) {
                const int n = int(random() % 4000);
                Submission s = desk.makeSubmission(n, 1 + n % 200, SubmissionState(random() % 8));
                desk.settle(s, s.state, desk.clock.now());
                some.push_back(s);
            }
            std::sort(some.begin(), some.end(), [](auto &a, auto &b) { return a.id < b.id; });
            some.erase(std::unique(some.begin(), some.end(), [](auto &a, auto &b) { return a.id == b.id; }),
                       some.end());
            desk.put(some);
        }
        inFrame = true;
        frames += desk.ticker.step();
        QVERIFY(!desk.ticker.wanted()); // a frame asks for no other
        inFrame = false;
        desk.clock.advance(Millis(17));
    }
    QCOMPARE(frames, 600);
    QCOMPARE(batches, 0); // nothing is told outside a frame
    QVERIFY(insideFrames > 600);
    QVERIFY(insideFrames <= 600 * 33);
}

void JobsViewLoadTest::thawOfManyChanges()
{
    Board board;
    board.furnish(10);
    PendingMarks marks(board.store, board.gateway);
    JobFacts facts(board.store, board.clock, board.ticker);
    JobsView view(board.store, facts, marks, board.ticker);
    std::vector<Job> jobs;
    for (int n = 0; n < 2000; ++n)
        jobs.push_back(board.makeJob(n));
    board.put(jobs, true);
    board.ticker.step();
    QCOMPARE(view.count(), 2000);
    view.setFrozen(true);
    for (int n = 0; n < 2000; ++n) {
        Job j = jobs[size_t(n)];
        j.directoriesFailed = n;
        j.dueAt = noon + minutes(2000 - n);
        if (n % 10 == 0)
            j.state = JobState::Completed;
        jobs[size_t(n)] = j;
    }
    board.put(jobs);
    view.setFrozen(false);
    QCOMPARE(view.count(), 1800);
}

QTEST_GUILESS_MAIN(JobsViewLoadTest)
#include "jobs_view_load_test.moc"
