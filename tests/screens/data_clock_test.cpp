// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/connection_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/tables/alerts_model.h"
#include "models/tables/data_clock.h"
#include "models/tables/jobs_view.h"
#include "models/tables/tiles_model.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace bolt;
using namespace bolt::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

QString picture(const QAbstractItemModel &model)
{
    QString text;
    const auto roles = model.roleNames();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (auto it = roles.cbegin(); it != roles.cend(); ++it) {
            QDebug(&text) << it.value() << model.data(model.index(row, 0), it.key()) << '\n';
        }
    }
    return text;
}

struct Busy : Office
{
    Busy() { furnish(); }
    LiveScreen &live() { return *desk.live(); }
    /// Whatever on the page follows from data and time.
    QString figures() { return picture(*live().tiles()) + picture(*live().jobs()) + picture(*live().alerts()); }
    double rate() { return live().tiles()->tile(TilesModel::PerMinute).extra1; }
    double successOf() { return live().tiles()->tile(TilesModel::SuccessRate).n; }
    /// Jobs of which it is said that they do not go on: stuck, or without a worker.
    int stuck()
    {
        int n = 0;
        const auto role = JobsView::role(JobRow::StandingField);
        for (int row = 0; row < live().jobs()->count(); ++row) {
            const int standing = live().jobs()->data(live().jobs()->index(row), role).toInt();
            n += standing == JobsView::Stuck || standing == JobsView::NoWorker;
        }
        return n;
    }
    void pass(Micros time)
    {
        for (Micros gone{0}; gone < time; gone += Seconds(1)) {
            clock.advance(Seconds(1));
            ticker.tick();
        }
    }
    /// Five jobs at work, one approval or failure a second among them for an hour, a fleet, an open circuit; as of now.
    void work(bool snapshot = true)
    {
        std::vector<Job> jobs;
        std::vector<Submission> submissions;
        std::vector<EndedAttempt> attempts;
        for (int n = 1; n <= 5; ++n) {
            Job j = makeJob(n);
            j.directoriesTotal = 300;
            j.dueAt = clock.now() + minutes(2 * n); // some fall due while nobody answers
            jobs.push_back(j);
        }
        for (int n = 0; n < 1500; ++n) {
            Submission s = makeSubmission(n, 1 + n % 5);
            if (n % 8 != 0)
                settle(s, n % 7 ? SubmissionState::Approved : SubmissionState::Failed, clock.now() - Seconds(n),
                       n % 7 ? QString() : QStringLiteral("CAPTCHA"));
            submissions.push_back(s);
            if (n % 8 != 0)
                attempts.push_back(attemptOf(n, s, n % 7 ? AttemptOutcome::Submitted : AttemptOutcome::FailedForGood,
                                             clock.now() - Seconds(n)));
        }
        Worker w;
        w.id = WorkerId(QStringLiteral("w1"));
        w.state = WorkerState::Online;
        w.heartbeatAt = clock.now() - Seconds(10);
        Directory d;
        d.id = directory(3);
        d.name = QStringLiteral("shut.example");
        d.active = true;
        d.circuit = CircuitState::Open;
        d.circuitOpenUntil = clock.now() + minutes(3);
        put(jobs, snapshot);
        put(submissions, snapshot);
        put(attempts, snapshot);
        put(w, snapshot);
        put(d, snapshot);
    }
    LinkHealth health(LinkPhase phase = LinkPhase::Live)
    {
        LinkHealth h = FakeLink::live();
        h.phase = phase;
        h.asOf = clock.now();
        for (TableHealth &table : h.tables) {
            table.phase = phase;
            table.asOf = clock.now();
        }
        return h;
    }
};

} // namespace

/// Nothing is concluded from the silence of a server: what is derived stands at the moment of which the data is.
class DataClockTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheWallClockWhileTheServerAnswers();
    void standsAtTheDataOtherwise_data();
    void standsAtTheDataOtherwise();
    void nothingMovesInSilence_data();
    void nothingMovesInSilence();
    void goesOnAtOnce();
    void anOfflineStartCountsByTheCopy();
    void whatIsCaughtUpDoesNotEndAtOnce();
    void ratesAreUnknownWithoutOutcomes();
    void anEmptyListOfWorkersIsNoCrew();
};

void DataClockTest::isTheWallClockWhileTheServerAnswers()
{
    FixedClock wall(noon);
    FakeLink link;
    const DataClock clock(wall, link);
    QCOMPARE(clock.now(), noon); // nothing is here: nothing to stand at
    wall.advance(Seconds(5));
    QCOMPARE(clock.now(), noon + Seconds(5));
    link.become(FakeLink::live()); // as of noon
    wall.advance(Seconds(5));
    QCOMPARE(clock.now(), noon + Seconds(10));
    QCOMPARE(clock.monotonic(), wall.monotonic());
}

void DataClockTest::standsAtTheDataOtherwise_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<bool>("silent");
    QTest::newRow("silent") << int(LinkPhase::Live) << true;
    for (const auto phase : {LinkPhase::Offline, LinkPhase::Connecting, LinkPhase::Joining, LinkPhase::AwaitLive,
                             LinkPhase::CatchUp, LinkPhase::SignedOut, LinkPhase::Denied})
        QTest::addRow("phase %d", int(phase)) << int(phase) << false;
}

void DataClockTest::standsAtTheDataOtherwise()
{
    QFETCH(int, phase);
    QFETCH(bool, silent);
    FixedClock wall(noon);
    FakeLink link;
    const DataClock clock(wall, link);
    LinkHealth health = FakeLink::live();
    health.phase = LinkPhase(phase);
    if (silent)
        health.silentSince = noon;
    link.become(health);
    wall.advance(hours(50));
    QCOMPARE(clock.now(), noon);
    // One table was never read: as old as the oldest that was.
    health.asOf.reset();
    health.tables[0].asOf.reset();
    health.tables[1].asOf = noon - Seconds(7);
    link.become(health);
    QCOMPARE(clock.now(), noon - Seconds(7));
    wall.jump(-hours(60)); // set back: never later than now
    QCOMPARE(clock.now(), wall.now());
}

void DataClockTest::nothingMovesInSilence_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<bool>("silent");
    QTest::newRow("silent") << int(LinkPhase::Live) << true;
    QTest::newRow("offline") << int(LinkPhase::Offline) << false;
    QTest::newRow("catching up") << int(LinkPhase::CatchUp) << false;
}

void DataClockTest::nothingMovesInSilence()
{
    QFETCH(int, phase);
    QFETCH(bool, silent);
    Busy office;
    office.link.become(office.health());
    office.work();
    office.desk.job()->show(job(1).toString());
    office.pass(Seconds(70)); // a sample of the lines, alerts
    QVERIFY(office.rate() > 10);

    // A second passes before it is said: the figures become those of the moment that the mark tells, and stay.
    LinkHealth cut = office.health(LinkPhase(phase));
    office.clock.advance(Seconds(3));
    if (silent)
        cut.silentSince = cut.asOf;
    office.link.become(cut);
    QVERIFY(!office.desk.connection()->fresh());
    office.pass(Seconds(6));
    const QString before = office.figures();
    const QString left = office.desk.job()->leftWords();
    LiveScreen &live = office.live();
    QSignalSpy tiles(live.tiles(), &QAbstractItemModel::dataChanged);
    QSignalSpy rows(live.jobs(), &QAbstractItemModel::dataChanged);
    QSignalSpy alerts(live.alerts(), &QAbstractItemModel::dataChanged);
    QSignalSpy come(live.alerts(), &QAbstractItemModel::rowsInserted);
    QSignalSpy gone(live.alerts(), &QAbstractItemModel::rowsRemoved);
    office.pass(minutes(10));
    QCOMPARE(office.figures(), before);
    QCOMPARE(tiles.size() + rows.size() + alerts.size() + come.size() + gone.size(), 0);
    QCOMPARE(office.desk.job()->leftWords(), left);
    QCOMPARE(office.stuck(), 0);
}

void DataClockTest::goesOnAtOnce()
{
    Busy office;
    office.link.become(office.health());
    office.work();
    office.pass(Seconds(5));
    LinkHealth cut = office.health();
    cut.silentSince = cut.asOf;
    office.link.become(cut);
    office.pass(minutes(20));
    const double stood = office.rate();
    QVERIFY(stood > 10);
    office.link.become(office.health());
    QCOMPARE(office.rate(), 0.0); // nothing ended in the last ten minutes, and now that is known
    office.pass(Seconds(1));
    QVERIFY(office.stuck() > 0);
}

void DataClockTest::anOfflineStartCountsByTheCopy()
{
    Busy then;
    then.link.become(then.health());
    then.work();
    then.pass(Seconds(6));

    Busy office; // the same copy, read two days later
    LinkHealth copy = office.health(LinkPhase::Offline);
    office.clock.advance(hours(48));
    office.link.become(copy);
    office.clock.jump(-hours(48));
    office.work(); // rows of then
    office.clock.jump(hours(48));
    office.pass(Seconds(20));
    QCOMPARE(office.stuck(), 0);
    QCOMPARE(office.live().alerts()->count(), then.live().alerts()->count());
    for (int row = 0; row < office.live().alerts()->count(); ++row)
        QVERIFY(office.live()
                    .alerts()
                    ->data(office.live().alerts()->index(row), AlertsModel::GroupRole)
                    .value<AlertGroup>()
                    .kind() != int(AlertKind::Stalled));
    QVERIFY(std::abs(office.rate() - then.rate()) < 1);
    QCOMPARE(office.desk.connection()->asOfMs(), double(toMillis(noon))); // the age goes on by the wall clock

    office.link.become(office.health());
    office.pass(Seconds(6));
    QCOMPARE(office.rate(), 0.0);
    QVERIFY(office.stuck() > 0); // now it is known
}

void DataClockTest::whatIsCaughtUpDoesNotEndAtOnce()
{
    Busy office;
    office.link.become(office.health());
    office.work();
    office.pass(Seconds(5));
    const double before = office.rate();
    const LinkHealth cut = office.health(LinkPhase::CatchUp);
    office.link.become(cut);
    office.clock.advance(minutes(30));
    // Half an hour of work comes within a second: one end in two seconds.
    for (int n = 0; n < 900; ++n) {
        Submission s = office.makeSubmission(5000 + n, 1 + n % 5);
        office.settle(s, SubmissionState::Approved, office.clock.now() - Seconds(2 * n));
        office.put(s);
        office.put(office.makeAttempt(5000 + n, AttemptOutcome::Submitted, office.clock.now() - Seconds(2 * n)));
    }
    office.pass(Seconds(2));
    QVERIFY2(std::abs(office.rate() - before) < 3, qPrintable(QString::number(office.rate())));
    office.link.become(office.health());
    QVERIFY2(std::abs(office.rate() - 30) < 4, qPrintable(QString::number(office.rate()))); // where they belong
    QVERIFY(office.successOf() > 800);
}

/// Decision 14: of a server without the table no rate is known, of the fleet and of its jobs alike.
void DataClockTest::ratesAreUnknownWithoutOutcomes()
{
    Busy office;
    LinkHealth health = office.health();
    office.link.become(health);
    office.work();
    office.pass(Seconds(2));
    const auto rateOfFirst = [&] {
        const auto *jobs = office.live().jobs();
        return jobs->data(jobs->index(0), JobsView::role(JobRow::RateField)).toDouble();
    };
    QVERIFY(rateOfFirst() > 1);
    QVERIFY(office.rate() > 10);
    health.tables[size_t(Table::Attempts)].absent = true;
    office.link.become(health);
    office.pass(Seconds(2));
    QVERIFY(std::isnan(rateOfFirst()));
    QVERIFY(std::isnan(office.rate()));
}

/// Tiles, rows and alerts say the same of it; of a list that is not here yet they say nothing.
void DataClockTest::anEmptyListOfWorkersIsNoCrew()
{
    Busy office;
    LinkHealth health = office.health();
    health.tables[size_t(Table::Workers)].phase = LinkPhase::CatchUp;
    health.tables[size_t(Table::Workers)].complete = false;
    office.link.become(health);
    office.work();
    office.drop<Worker>(WorkerId(QStringLiteral("w1")));
    const auto alerted = [&] {
        const auto &alerts = *office.live().alerts();
        const auto worst = alerts.data(alerts.index(0), AlertsModel::GroupRole).value<AlertGroup>();
        return alerts.rowCount() > 0 && worst.kind() == int(AlertKind::NoWorkers);
    };
    office.pass(Seconds(6));
    QVERIFY(!alerted());
    QVERIFY(!office.live().tiles()->tile(TilesModel::Queue).wrong);
    QCOMPARE(office.stuck(), 0);
    office.link.become(office.health());
    office.pass(Seconds(6));
    QVERIFY(alerted());
    QVERIFY(office.live().tiles()->tile(TilesModel::Workers).wrong);
    QVERIFY(office.live().tiles()->tile(TilesModel::Queue).wrong);
    QCOMPARE(office.stuck(), office.live().jobs()->count());
}

QTEST_GUILESS_MAIN(DataClockTest)
#include "data_clock_test.moc"
