// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/alert_rules.h"
#include "models/tables/job_facts.h"
#include "models/tables/jobs_view.h"
#include "models/tables/outcome_ledger.h"
#include "models/tables/pending_marks.h"
#include "tests/tables/board.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

struct Watch : Board
{
    OutcomeLedger ledger{store, clock};
    PendingMarks marks{gateway};
    JobFacts facts{store, clock, ticker};
    JobsView jobs{store, facts, marks, ticker};
    QObject ears;

    Watch()
    {
        furnish();
        QObject::connect(&store, &Store::changed, &ears, [this](const Changed &changed) { ledger.apply(changed); });
    }
    std::vector<Alert> alerts()
    {
        ticker.tick();
        return findAlerts(store, ledger, facts, jobs);
    }
    /// `n` ended attempts at directory 1, the first `bad` of them failed.
    void endAt(int first, int n, int bad, Micros age, const char *code = "CAPTCHA")
    {
        for (int i = 0; i < n; ++i) {
            Submission s = makeSubmission(first + i, 1);
            s.directory = directory(1);
            settle(s, i < bad ? SubmissionState::Failed : SubmissionState::Submitted, clock.now() - age,
                   i < bad ? QString::fromLatin1(code) : QString());
            put(s, true);
        }
    }
};

Alert named(const char *key, int severity = 1)
{
    Alert alert;
    alert.key = QString::fromLatin1(key);
    alert.severity = severity;
    return alert;
}

} // namespace

class AlertsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void errorSpike();
    void spikeNeedsEnoughAndABreakWithItsNorm();
    void stalledJob();
    void slaAtRisk();
    void lostWorker();
    void openCircuit();
    void mostUrgentFirst();
    void rowsKeepTheirPlace();
    void dismissalLastsAsLongAsTheCondition();
};

void AlertsTest::errorSpike()
{
    Watch watch;
    watch.endAt(1000, 200, 20, hours(5), "TIMEOUT"); // its norm: 10 %
    watch.endAt(2000, 20, 10, minutes(5), "CAPTCHA");
    watch.endAt(3000, 4, 4, minutes(6), "TIMEOUT");
    const auto alerts = watch.alerts();
    QCOMPARE(int(alerts.size()), 1);
    QCOMPARE(alerts[0].kind, int(AlertsModel::ErrorSpike));
    QCOMPARE(alerts[0].subject, QStringLiteral("dir1.example"));
    QCOMPARE(alerts[0].n, 14);
    QCOMPARE(alerts[0].of, 24);
    QCOMPARE(alerts[0].code, QStringLiteral("CAPTCHA"));
    QVERIFY(alerts[0].ratio > 5 && alerts[0].ratio < 6);
    watch.clock.advance(minutes(21));
    watch.ledger.age();
    QVERIFY(watch.alerts().empty());
}

void AlertsTest::spikeNeedsEnoughAndABreakWithItsNorm()
{
    const auto spikes = [](int pastN, int pastBad, int n, int bad) {
        Watch watch;
        watch.endAt(1000, pastN, pastBad, hours(5));
        watch.endAt(5000, n, bad, minutes(5));
        return !watch.alerts().empty();
    };
    QVERIFY(spikes(200, 10, 10, 6));
    QVERIFY(!spikes(200, 10, 9, 9));    // too few to say
    QVERIFY(!spikes(200, 10, 40, 4));   // too few failed
    QVERIFY(!spikes(200, 100, 20, 18)); // it fails half the time anyway: not twice as often
    QVERIFY(!spikes(200, 60, 10, 7));   // twice its norm, but chance does that
    QVERIFY(spikes(200, 60, 40, 28));   // … and with more of them it does not
    QVERIFY(!spikes(0, 0, 12, 6));      // no past: no norm to break with
}

void AlertsTest::stalledJob()
{
    Watch watch;
    Job j = watch.makeJob(1);
    j.directoriesTotal = 1;
    watch.put(j, true);
    watch.put(watch.makeSubmission(1, 1), true);
    const auto alerts = watch.alerts();
    QCOMPARE(int(alerts.size()), 1);
    QCOMPARE(alerts[0].kind, int(AlertsModel::Stalled));
    QCOMPARE(alerts[0].subject, QStringLiteral("Customer 001"));
    QCOMPARE(alerts[0].n, 60);
    QCOMPARE(alerts[0].of, 1);
    QCOMPARE(alerts[0].job.toString(), job(1).toString());
}

void AlertsTest::slaAtRisk()
{
    Watch watch;
    Job j = watch.makeJob(1);
    j.directoriesTotal = 40;
    j.dueAt = noon + minutes(30); // 20 left at 2 a minute: in time
    watch.put(j, true);
    for (int n = 0; n < 40; ++n) {
        Submission s = watch.makeSubmission(n, 1);
        if (n < 20)
            watch.settle(s, SubmissionState::Submitted, noon - Seconds(30 * n + 1));
        else if (n == 20)
            s.state = SubmissionState::Submitting;
        watch.put(s, true);
    }
    QVERIFY(watch.alerts().empty());
    j.dueAt = noon + minutes(11); // inside the band
    watch.put(j);
    auto alerts = watch.alerts();
    QCOMPARE(int(alerts.size()), 1);
    QCOMPARE(alerts[0].kind, int(AlertsModel::SlaAtRisk));
    QCOMPARE(alerts[0].severity, 1);
    QVERIFY(alerts[0].until == j.dueAt);
    QVERIFY(alerts[0].n > 0);
    j.dueAt = noon - minutes(1);
    watch.put(j);
    QCOMPARE(watch.alerts()[0].severity, 2);
    j.state = JobState::Completed;
    watch.put(j);
    QVERIFY(watch.alerts().empty());
}

void AlertsTest::lostWorker()
{
    Watch watch;
    const auto lost = [&](WorkerState state, Micros silent) {
        Worker w;
        w.id = WorkerId(QStringLiteral("w-1"));
        w.state = state;
        w.heartbeatAt = noon - silent;
        watch.put(w);
        return !watch.alerts().empty();
    };
    QVERIFY(!lost(WorkerState::Online, Seconds(90)));
    QVERIFY(lost(WorkerState::Online, Seconds(91)));
    QVERIFY(lost(WorkerState::Draining, Seconds(91)));
    QVERIFY(lost(WorkerState::Offline, Seconds(5)));
    QVERIFY(!lost(WorkerState::Offline, hours(3))); // shut down some time ago
}

void AlertsTest::openCircuit()
{
    Watch watch;
    Directory d = *watch.store.directories().find(directory(1));
    d.circuit = CircuitState::Open;
    d.circuitOpenUntil = noon + minutes(15);
    watch.put(d);
    QCOMPARE(watch.alerts()[0].kind, int(AlertsModel::CircuitOpen));
    QCOMPARE(watch.alerts()[0].directory.toString(), directory(1).toString());
    d.active = false;
    watch.put(d);
    QVERIFY(watch.alerts().empty());
    d.active = true;
    watch.put(d);
    watch.clock.advance(minutes(15));
    QVERIFY(watch.alerts().empty());
}

void AlertsTest::mostUrgentFirst()
{
    Watch watch;
    Directory d = *watch.store.directories().find(directory(1));
    d.circuit = CircuitState::Open;
    watch.put(d);
    Job j = watch.makeJob(1, JobState::Pending);
    j.directoriesTotal = 1;
    j.dueAt = noon - minutes(1);
    watch.put(j);
    const auto alerts = watch.alerts();
    QCOMPARE(int(alerts.size()), 2);
    QCOMPARE(alerts[0].kind, int(AlertsModel::SlaAtRisk));
}

void AlertsTest::rowsKeepTheirPlace()
{
    QObject owner;
    AlertsModel model(&owner);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto keys = [&] {
        QString out;
        for (int row = 0; row < model.rowCount(); ++row)
            out += model.data(model.index(row), AlertsModel::KeyRole).toString();
        return out;
    };
    model.setAlerts({named("b"), named("c")});
    QSignalSpy data(&model, &QAbstractItemModel::dataChanged), reset(&model, &QAbstractItemModel::modelReset);
    model.setAlerts({named("a", 2), named("c", 2), named("b")});
    QCOMPARE(keys(), QStringLiteral("bca")); // what is read stays where it is
    QCOMPARE(data.size(), 1);
    model.setAlerts({named("a", 2), named("c", 2)});
    QCOMPARE(keys(), QStringLiteral("ca"));
    QCOMPARE(reset.size(), 0);
}

void AlertsTest::dismissalLastsAsLongAsTheCondition()
{
    QObject owner;
    AlertsModel model(&owner);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setAlerts({named("a"), named("b")});
    model.dismiss(QStringLiteral("a"));
    model.dismiss(QStringLiteral("nonsense"));
    QCOMPARE(model.count(), 1);
    model.setAlerts({named("a", 2), named("b")});
    QCOMPARE(model.count(), 1);
    model.setAlerts({named("b")});
    model.setAlerts({named("a"), named("b")}); // it ended and began again
    QCOMPARE(model.count(), 2);
}

QTEST_GUILESS_MAIN(AlertsTest)
#include "alerts_test.moc"
