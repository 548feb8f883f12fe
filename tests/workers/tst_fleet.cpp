// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/fleet.h"
#include "tests/workers/small_backend.h"

#include <QSignalSpy>
#include <QTest>

using namespace bolt;
using namespace bolt::test;
using namespace bolt::workers;
using namespace Qt::StringLiterals;

/// The fleet on a real backend.
class TestFleet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void worksAJobOffAndHearsTheEditors();
    void failuresLandInTheErrorLog();
    void holdsItsRate();
    void lostAnswersAndRepeatsCountOnce();
    void customersComeWhenTheQueueIsDry();
    void wrongTokenIsSaid();
    void signsOff();
};

namespace {

FleetOptions optionsFor(const SmallBackend &backend, double rate, double errors)
{
    FleetOptions options;
    options.url = QUrl(backend.access.url);
    options.workers = 4;
    options.rate = rate;
    options.errors = errors;
    return options;
}

} // namespace

void TestFleet::worksAJobOffAndHearsTheEditors()
{
    SmallBackend backend(12);
    Fleet fleet(optionsFor(backend, 6000, 0), backend.access.workerToken.toLatin1());
    fleet.start();
    QTRY_COMPARE_WITH_TIMEOUT(fleet.tally().succeeded, 12, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(backend.count(u"approved"_s), 12, 20'000);
    const QJsonObject job = backend.rows(u"jobs?select=*"_s).first().toObject();
    QCOMPARE(job["status"_L1].toString(), u"completed"_s);
    QCOMPARE(job["directories_completed"_L1].toInt(), 12);
    const QJsonArray workers = backend.rows(u"workers?select=*"_s);
    QCOMPARE(workers.size(), 4);
    int processed = 0;
    for (const QJsonValue &worker : workers) {
        QCOMPARE(worker["status"_L1].toString(), u"online"_s);
        QCOMPARE(worker["software_version"_L1].toString(), QLatin1StringView(BOLT_VERSION));
        processed += worker["processed"_L1].toInt();
    }
    QCOMPARE(processed, 12);
}

void TestFleet::failuresLandInTheErrorLog()
{
    SmallBackend backend(40);
    Fleet fleet(optionsFor(backend, 12'000, 10), backend.access.workerToken.toLatin1());
    fleet.start();
    QTRY_VERIFY_WITH_TIMEOUT(fleet.tally().claimed >= 40, 20'000);
    fleet.stop();
    const QJsonArray failed =
        backend.rows(u"directory_submissions?select=*&last_error_code=not.is.null&status=neq.rejected"_s);
    QVERIFY(!failed.isEmpty());
    for (const QJsonValue &row : failed) {
        const QJsonArray log = row["error_log"_L1].toArray();
        QCOMPARE(log.last()["code"_L1].toString(), row["last_error_code"_L1].toString());
        QVERIFY2(log.last()["message"_L1].toString().contains("Directory"_L1), QJsonDocument(log).toJson().constData());
        QVERIFY(!log.last()["details"_L1]["step"_L1].toString().isEmpty());
    }
}

void TestFleet::holdsItsRate()
{
    SmallBackend backend(60);
    // Ten a second: in a second and a half no more than 16 can have been taken.
    Fleet fleet(optionsFor(backend, 600, 0), backend.access.workerToken.toLatin1());
    QElapsedTimer clock;
    clock.start();
    fleet.start();
    QTRY_VERIFY_WITH_TIMEOUT(fleet.tally().claimed >= 12, 20'000);
    QVERIFY2(clock.elapsed() >= 1'000, qPrintable(QString::number(clock.elapsed())));
}

void TestFleet::lostAnswersAndRepeatsCountOnce()
{
    SmallBackend backend(30);
    WorkerClient client(QUrl(backend.access.url), backend.access.workerToken.toLatin1());
    Worker::Habits habits;
    habits.errors = 0;
    habits.chaos.lost = 0.25;
    habits.chaos.duplicate = 0.5;
    habits.meanDuration = Millis(5);
    Worker worker(u"w-unlucky"_s, habits, client);
    int rested = 0;
    connect(&worker, &Worker::rested, &worker, [&] {
        if (++rested < 60)
            worker.takeOne();
    });
    connect(&worker, &Worker::settled, &worker, [&] { worker.takeOne(); });
    worker.takeOne();
    QTRY_COMPARE_WITH_TIMEOUT(backend.count(u"pending"_s), 0, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(rested >= 60 || worker.idle(), 20'000);
    // What is neither is a claim whose answer was lost: it waits for the stall rule.
    const int done = backend.count(u"submitted"_s) + backend.count(u"approved"_s);
    QCOMPARE(done + backend.count(u"submitting"_s), 30);
    QVERIFY(done >= 10);
    const QJsonObject job = backend.rows(u"jobs?select=*"_s).first().toObject();
    QCOMPARE(job["directories_completed"_L1].toInt(), done);
    QCOMPARE(backend.rows(u"workers?select=*&id=eq.w-unlucky"_s).first()["processed"_L1].toInt(), done);
    QCOMPARE(backend.rows(u"directory_submissions?select=id&attempt=gt.1"_s).size(), 0);
}

void TestFleet::customersComeWhenTheQueueIsDry()
{
    SmallBackend backend(2);
    FleetOptions options = optionsFor(backend, 6000, 0);
    Fleet idle(options, backend.access.workerToken.toLatin1());
    idle.start();
    QTRY_COMPARE_WITH_TIMEOUT(backend.count(u"approved"_s), 2, 20'000);
    QCOMPARE(idle.tally().bought, 0);
    idle.stop();
    options.keepBusy = true;
    options.seed = 2;
    Fleet fleet(options, backend.access.workerToken.toLatin1());
    fleet.start();
    QTRY_COMPARE_WITH_TIMEOUT(fleet.tally().bought, 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(fleet.tally().succeeded, 2, 20'000);
    QCOMPARE(backend.rows(u"jobs?select=id"_s).size(), 2);
    QCOMPARE(backend.rows(u"customers?select=id"_s).size(), 2);
}

void TestFleet::wrongTokenIsSaid()
{
    SmallBackend backend(1);
    Fleet fleet(optionsFor(backend, 600, 0), "wrong");
    QSignalSpy refused(&fleet, &Fleet::refused);
    fleet.start();
    QTRY_VERIFY(!refused.isEmpty());
    QVERIFY(!refused.first().first().toString().isEmpty());
    QCOMPARE(backend.rows(u"workers?select=id"_s).size(), 0);
}

void TestFleet::signsOff()
{
    SmallBackend backend(1);
    Fleet fleet(optionsFor(backend, 600, 0), backend.access.workerToken.toLatin1());
    QSignalSpy stopped(&fleet, &Fleet::stopped);
    fleet.start();
    QTRY_COMPARE(backend.rows(u"workers?select=id&status=eq.online"_s).size(), 4);
    fleet.stop();
    QVERIFY(stopped.wait(5'000));
    QCOMPARE(backend.rows(u"workers?select=id&status=eq.offline"_s).size(), 4);
}

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
