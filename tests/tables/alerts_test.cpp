// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as wrong, and in which order it is told.

#include "models/tables/alert_rules.h"
#include "models/tables/alerts_model.h"
#include "models/tables/job_facts.h"
#include "models/tables/jobs_view.h"
#include "models/tables/open_work.h"
#include "models/tables/outcome_ledger.h"
#include "models/tables/pending_marks.h"
#include "tests/tables/board.h"

#include <QtTest>

using namespace bolt;
using namespace bolt::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

struct Watch : Board
{
    OutcomeLedger ledger{clock};
    PendingMarks marks{store, gateway};
    JobFacts facts{store, clock, ticker};
    JobsView jobs{store, facts, marks, ticker};
    OpenWork work{store};
    bool workersKnown = true;
    QObject ears;

    Watch()
    {
        furnish();
        QObject::connect(&store, &Store::changed, &ears, [this](const Changed &changed) {
            ledger.apply(changed);
            work.apply(changed);
        });
        staff("w-0", WorkerState::Online, Seconds(5));
    }
    void staff(const char *id, WorkerState state, Micros silent)
    {
        Worker w;
        w.id = WorkerId(QString::fromLatin1(id));
        w.state = state;
        w.heartbeatAt = clock.now() - silent;
        put(w);
    }
    std::vector<Alert> alerts()
    {
        ticker.tick();
        return findAlerts({store, ledger, facts, jobs, work, workersKnown});
    }
    std::vector<Alert> alerts(AlertKind kind)
    {
        auto all = alerts();
        std::erase_if(all, [kind](const Alert &alert) { return alert.kind != kind; });
        return all;
    }
    /// One submission waits, and nothing else is known of the job but when it is due.
    JobId addJob(int n, Micros due, JobState state = JobState::Paused)
    {
        Job j = makeJob(n, state);
        j.directoriesTotal = 1;
        j.dueAt = clock.now() + due;
        put(j, true);
        put(makeSubmission(n, n), true);
        return j.id;
    }
    void open(int directoryNumber, std::optional<Instant> until, bool active = true)
    {
        Directory d = *store.directories().find(directory(directoryNumber));
        d.circuit = CircuitState::Open;
        d.circuitOpenUntil = until;
        d.active = active;
        put(d);
    }
    /// `n` outcomes at directory 1, the first `bad` of them failed.
    void endAt(int first, int n, int bad, Micros age, const char *code = "CAPTCHA")
    {
        for (int i = 0; i < n; ++i) {
            EndedAttempt a = makeAttempt(first + i, i < bad ? AttemptOutcome::FailedForGood : AttemptOutcome::Submitted,
                                         clock.now() - age, i < bad ? QString::fromLatin1(code) : QString());
            a.directory = directory(1);
            put(a, true);
        }
    }
};

} // namespace

class AlertsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void errorSpike();
    void spikeNeedsEnoughAndABreakWithItsNorm();
    void stalledJob();
    void slaAtRiskByItsEta();
    void slaAtRiskUnderFourHours();
    void slaMissedNewestFirst();
    void reopenedJobsKeepTheirVerdict();
    void aPersonIsWaitedForToo();
    void lostWorker();
    void noWorkersOnline();
    void nothingIsSaidOfWorkersThatAreNotKnown();
    void openCircuit();
    void worstKindFirst();
    void jobsAtADirectory();
};

void AlertsTest::errorSpike()
{
    Watch watch;
    watch.endAt(1000, 200, 20, hours(5), "TIMEOUT"); // its norm: 10 %
    watch.endAt(2000, 20, 10, minutes(5), "CAPTCHA");
    watch.endAt(3000, 4, 4, minutes(6), "TIMEOUT");
    const auto alerts = watch.alerts();
    QCOMPARE(int(alerts.size()), 1);
    QCOMPARE(alerts[0].kind, AlertKind::ErrorSpike);
    QCOMPARE(alerts[0].subject, QStringLiteral("dir1.example"));
    QCOMPARE(alerts[0].n, 14);
    QCOMPARE(alerts[0].of, 24);
    QCOMPARE(alerts[0].code, QStringLiteral("CAPTCHA"));
    QVERIFY(alerts[0].extra > 5 && alerts[0].extra < 6);
    watch.clock.advance(minutes(21));
    watch.staff("w-0", WorkerState::Online, Seconds(5));
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
    QCOMPARE(alerts[0].kind, AlertKind::Stalled);
    QCOMPARE(alerts[0].subject, QStringLiteral("Customer 001"));
    QCOMPARE(alerts[0].minutes, 60);
    QCOMPARE(alerts[0].n, 0);
    QCOMPARE(alerts[0].of, 1);
    QCOMPARE(alerts[0].job.toString(), job(1).toString());
    // It is late as well: two things are wrong with it.
    j.dueAt = noon - minutes(1);
    watch.put(j);
    QCOMPARE(int(watch.alerts().size()), 2);
}

void AlertsTest::slaAtRiskByItsEta()
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
    QCOMPARE(alerts[0].kind, AlertKind::SlaAtRisk);
    QCOMPARE(alerts[0].severity, 1);
    QVERIFY(alerts[0].at == j.dueAt);
    QCOMPARE(alerts[0].minutes, 11);
    QVERIFY(alerts[0].extra > 0);
    j.dueAt = noon - minutes(1);
    watch.put(j);
    alerts = watch.alerts();
    QCOMPARE(alerts[0].kind, AlertKind::SlaMissed);
    QCOMPARE(alerts[0].severity, 2);
    QCOMPARE(alerts[0].minutes, 1);
    j.state = JobState::Completed;
    watch.put(j);
    QVERIFY(watch.alerts().empty());
}

void AlertsTest::slaAtRiskUnderFourHours()
{
    Watch watch;
    watch.addJob(1, hours(4));
    QVERIFY(watch.alerts().empty());
    watch.addJob(2, hours(4) - Seconds(1));
    watch.addJob(3, minutes(10));
    const auto alerts = watch.alerts();
    QCOMPARE(int(alerts.size()), 2);
    QCOMPARE(alerts[0].job, job(3)); // due first
    QCOMPARE(alerts[0].extra, 0.0);
    QCOMPARE(alerts[1].minutes, 239);
}

void AlertsTest::slaMissedNewestFirst()
{
    Watch watch;
    watch.addJob(1, -hours(12));
    watch.addJob(2, -minutes(7));
    watch.addJob(3, -hours(5));
    const auto alerts = watch.alerts();
    QCOMPARE(int(alerts.size()), 3);
    QCOMPARE(alerts[0].job, job(2));
    QCOMPARE(alerts[1].job, job(3));
    QCOMPARE(alerts[2].minutes, 12 * 60);
}

/// What was done in time is not late because somebody retries what failed of it.
void AlertsTest::reopenedJobsKeepTheirVerdict()
{
    Watch watch;
    const JobId id = watch.addJob(1, -hours(12));
    Job reopened = *watch.store.jobs().find(id);
    reopened.completedAt = watch.clock.now() - hours(20);
    watch.put(reopened);
    QCOMPARE(int(watch.alerts().size()), 0);
    QCOMPARE(watch.jobs.data(watch.jobs.index(0), watch.jobs.roleNames().key("dueMs")).toDouble(), 0.0);
}

void AlertsTest::aPersonIsWaitedForToo()
{
    Watch watch;
    watch.addJob(1, -hours(12));
    Submission s = watch.makeSubmission(1, 1, SubmissionState::NeedsVerification);
    watch.put(s);
    QCOMPARE(int(watch.alerts(AlertKind::SlaMissed).size()), 1);
    watch.settle(s, SubmissionState::Submitted, noon);
    watch.put(s);
    QVERIFY(watch.alerts().empty());
}

void AlertsTest::lostWorker()
{
    Watch watch;
    const auto lost = [&](WorkerState state, Micros silent) {
        watch.staff("w-1", state, silent);
        return !watch.alerts().empty();
    };
    QVERIFY(!lost(WorkerState::Online, Seconds(90)));
    QVERIFY(lost(WorkerState::Online, Seconds(91)));
    QVERIFY(lost(WorkerState::Draining, Seconds(91)));
    QVERIFY(lost(WorkerState::Offline, Seconds(5)));
    QVERIFY(!lost(WorkerState::Offline, hours(3))); // shut down some time ago
}

void AlertsTest::noWorkersOnline()
{
    Watch watch;
    for (int n = 0; n < 3; ++n)
        watch.addJob(n, hours(24), JobState::Pending);
    watch.addJob(3, hours(24), JobState::Paused); // waits for a person, not for a worker
    watch.staff("w-1", WorkerState::Offline, minutes(5) + Seconds(20));
    watch.staff("w-2", WorkerState::Offline, minutes(5) + Seconds(4));
    watch.staff("w-3", WorkerState::Offline, hours(1));
    QCOMPARE(int(watch.alerts(AlertKind::NoWorkers).size()), 0);
    QCOMPARE(int(watch.alerts(AlertKind::WorkerLost).size()), 3);
    watch.staff("w-0", WorkerState::Online, minutes(5)); // silent, though nobody said so yet
    const auto alerts = watch.alerts();
    QCOMPARE(int(alerts.size()), 1); // one thing is wrong, not four
    QCOMPARE(alerts[0].kind, AlertKind::NoWorkers);
    QCOMPARE(alerts[0].severity, 2);
    QVERIFY(alerts[0].at == noon - minutes(5));
    QCOMPARE(alerts[0].of, 3);
    QCOMPARE(alerts[0].extra, 20.0);
    QCOMPARE(alerts[0].n, 3);
    watch.staff("w-4", WorkerState::Draining, Seconds(1));
    QVERIFY(watch.alerts(AlertKind::NoWorkers).empty());
}

void AlertsTest::nothingIsSaidOfWorkersThatAreNotKnown()
{
    Watch watch;
    watch.addJob(1, hours(24), JobState::Pending);
    watch.staff("w-0", WorkerState::Online, minutes(5));
    watch.workersKnown = false; // our copy is old: they may be well
    QVERIFY(watch.alerts().empty());
    watch.workersKnown = true;
    QCOMPARE(int(watch.alerts().size()), 1);
    // A workspace that never had a worker and has nothing to send misses none.
    Watch fresh;
    fresh.drop<Worker>(WorkerId(QStringLiteral("w-0")));
    QVERIFY(fresh.alerts().empty());
    fresh.addJob(1, hours(24), JobState::Pending);
    QCOMPARE(int(fresh.alerts().size()), 1);
    QVERIFY(!fresh.alerts()[0].at);
}

void AlertsTest::openCircuit()
{
    Watch watch;
    watch.open(1, noon + minutes(15));
    QCOMPARE(watch.alerts()[0].kind, AlertKind::CircuitOpen);
    QCOMPARE(watch.alerts()[0].directory.toString(), directory(1).toString());
    watch.open(1, noon + minutes(15), false);
    QVERIFY(watch.alerts().empty());
    watch.open(1, noon + minutes(15));
    watch.clock.advance(minutes(15));
    QVERIFY(watch.alerts(AlertKind::CircuitOpen).empty());
}

void AlertsTest::worstKindFirst()
{
    Watch watch;
    watch.endAt(1000, 200, 20, hours(5));
    watch.endAt(2000, 20, 12, minutes(5));
    watch.open(3, {});
    watch.open(2, noon + minutes(5));
    watch.addJob(4, minutes(30));
    watch.addJob(5, -minutes(30));
    Job stuck = watch.makeJob(6);
    stuck.directoriesTotal = 1;
    watch.put(stuck, true);
    watch.put(watch.makeSubmission(6, 6), true);
    watch.staff("w-1", WorkerState::Offline, minutes(10));
    const auto kinds = [&] {
        QList<int> out;
        for (const Alert &alert : watch.alerts())
            out << int(alert.kind);
        return out;
    };
    using K = AlertsModel;
    QCOMPARE(kinds(), (QList<int>{K::SlaMissed, K::Stalled, K::ErrorSpike, K::SlaAtRisk, K::WorkerLost, K::CircuitOpen,
                                  K::CircuitOpen}));
    QCOMPARE(watch.alerts().back().subject, QStringLiteral("dir3.example")); // no end to be seen: last
    watch.staff("w-0", WorkerState::Offline, minutes(1));
    QCOMPARE(kinds().first(), int(K::NoWorkers));
}

void AlertsTest::jobsAtADirectory()
{
    Watch watch;
    watch.addJob(1, hours(24));
    watch.addJob(11, hours(24)); // the same directory
    watch.open(1, {});
    QCOMPARE(watch.alerts()[0].jobs, 2);
    QCOMPARE(watch.work.jobsAt(directory(1)), (std::vector<JobId>{job(1), job(11)}));
    Submission s = watch.makeSubmission(11, 11);
    watch.settle(s, SubmissionState::Submitted, noon);
    watch.put(s);
    QCOMPARE(watch.work.jobsAt(directory(1)), std::vector<JobId>{job(1)});
    s.state = SubmissionState::NeedsVerification;
    watch.put(s);
    QCOMPARE(watch.work.jobCount(directory(1)), 2);
    Job ended = *watch.store.jobs().find(job(11));
    ended.state = JobState::Cancelled;
    watch.put(ended);
    QCOMPARE(watch.work.jobCount(directory(1)), 1);
    ended.state = JobState::InProgress; // resumed
    watch.put(ended);
    QCOMPARE(watch.work.jobCount(directory(1)), 2);
    watch.drop<Submission>(submission(1));
    QCOMPARE(watch.work.jobsAt(directory(1)), std::vector<JobId>{job(11)});
    watch.drop<Job>(job(11));
    QCOMPARE(watch.work.jobCount(directory(1)), 0);
    // As a look at everything would find it.
    QCOMPARE(OpenWork(watch.store).jobCount(directory(1)), 0);
}

QTEST_GUILESS_MAIN(AlertsTest)
#include "alerts_test.moc"
