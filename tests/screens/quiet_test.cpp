// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/connection_screen.h"
#include "models/screens/live_screen.h"
#include "models/tables/alerts_model.h"
#include "models/tables/feed_model.h"
#include "models/tables/job_facts.h"
#include "models/tables/job_words.h"
#include "models/tables/jobs_view.h"
#include "models/tables/tiles_model.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

struct Quiet : Office
{
    Quiet()
    {
        furnish(40);
        hear();
    }
    LiveScreen &live() { return *desk.live(); }
    /// A second in which the link is as well as ever: somebody answers a ping, a tick comes.
    void hear()
    {
        LinkHealth health = FakeLink::live();
        health.asOf = health.latencyAt = health.lastTickAt = clock.now();
        health.latencyMs = 7 + int(++m_heard % 3);
        health.bytesIn = 100 * m_heard;
        for (TableHealth &table : health.tables)
            table.asOf = clock.now();
        link.become(health);
    }
    void pass(Micros time)
    {
        for (Micros gone{0}; gone < time; gone += Seconds(1)) {
            clock.advance(Seconds(1));
            hear();
            ticker.tick();
        }
    }
    /// A job with submissions in these states, the newest outcome `ago`.
    void putJob(int n, const std::vector<SubmissionState> &states, Micros ago = hours(3), const QString &code = {})
    {
        Job j = makeJob(n);
        j.startedAt = clock.now() - hours(4);
        j.directoriesTotal = int(states.size());
        std::vector<Submission> submissions;
        std::vector<EndedAttempt> attempts;
        for (size_t i = 0; i < states.size(); ++i) {
            const int id = 1000 * n + int(i);
            const Instant at = clock.now() - ago - Seconds(20 * i);
            Submission s = makeSubmission(id, n, states[i]);
            settle(s, states[i], at, code);
            submissions.push_back(s);
            if (states[i] == SubmissionState::Approved || states[i] == SubmissionState::Failed)
                attempts.push_back(makeEnd(id, s, at));
        }
        put(j, true);
        put(submissions, true);
        put(attempts, true);
    }
    EndedAttempt makeEnd(int n, const Submission &s, Instant at)
    {
        const bool good = s.state == SubmissionState::Approved;
        EndedAttempt a = makeAttempt(n, good ? AttemptOutcome::Submitted : AttemptOutcome::FailedForGood, at);
        a.submission = s.id;
        a.job = s.job;
        return a;
    }
    void putWorker()
    {
        Worker w;
        w.id = WorkerId(QStringLiteral("w1"));
        w.state = WorkerState::Online;
        w.heartbeatAt = clock.now();
        put(w);
    }

private:
    int m_heard = 0;
};

/// What a row of the table says, against what would be said if it were read now.
struct Said
{
    Standing kind;
    QString why, left;
    std::optional<double> rate;
};

Said saidNow(const JobFacts &facts, const Job &job)
{
    const JobStanding s = facts.standing(job);
    return {s.kind, JobWords::why(s, job.state, job.stateWord, facts.now()), JobWords::left(s), s.perMinute};
}

} // namespace

/// On a link that is live and on which nothing happens, nothing is done: what changed is shown when it changed, and
/// what time alone moves is looked at when it may move.
class QuietTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingMovesInAQuietMinute();
    void whatTimeMovesIsNotMissed();
    void tilesSayTheAgeOfWhatIsOld();
    void latencyDoesNotFlicker();
};

void QuietTest::nothingMovesInAQuietMinute()
{
    using S = SubmissionState;
    Quiet office;
    // Paused, for a person, and over: of other kinds the minutes that they wait are told.
    for (int n = 1; n <= 30; ++n)
        office.putJob(n, {S::Approved, S::Approved, n % 2 ? S::NeedsVerification : S::Failed});
    Job paused = office.makeJob(31, JobState::Paused);
    office.put(paused, true);
    office.pass(minutes(62)); // the lines have a sample for each of the last 60 minutes

    std::vector<std::unique_ptr<QSignalSpy>> spies;
    const auto watch = [&spies](const auto *object, auto signal) {
        spies.push_back(std::make_unique<QSignalSpy>(object, signal));
    };
    for (const QAbstractItemModel *model : std::initializer_list<const QAbstractItemModel *>{
             office.live().tiles(), office.live().jobs(), office.live().feed(), office.live().alerts()}) {
        watch(model, &QAbstractItemModel::dataChanged);
        watch(model, &QAbstractItemModel::modelReset);
        watch(model, &QAbstractItemModel::rowsInserted);
    }
    watch(office.desk.connection(), &ConnectionScreen::changed);
    watch(office.desk.connection(), &ConnectionScreen::usualLatencyChanged);
    int frames = 0;
    for (int second = 0; second < 60; ++second) {
        office.clock.advance(Seconds(1));
        office.hear();
        Q_EMIT office.ticker.second();
        frames += office.ticker.wanted(); // no row is read where none is due
        office.ticker.step();
    }
    QCOMPARE(frames, 0);
    for (size_t i = 0; i < spies.size(); ++i)
        QVERIFY2(spies[i]->isEmpty(), qPrintable(QString::number(i)));
}

void QuietTest::whatTimeMovesIsNotMissed()
{
    using S = SubmissionState;
    Quiet office;
    office.putWorker();
    office.putJob(1, {S::Approved, S::Approved, S::Approved, S::Submitting, S::Pending}, Seconds(30));
    office.putJob(2, {S::Pending, S::Pending}); // gets stuck, then counts its minutes
    office.putJob(3, {S::Approved, S::Failed, S::NeedsVerification}, minutes(5));
    office.putJob(4, std::vector<S>(40, S::Approved), Seconds(10));
    office.putJob(5, {S::Approved, S::Submitting}, minutes(4));
    std::vector<Submission> waits;
    for (int i = 0; i < 3; ++i) {
        Submission s = office.makeSubmission(9000 + i, 6, S::Failed);
        s.lastErrorCode = QStringLiteral("RATE_LIMITED");
        s.nextRetryAt = office.clock.now() + minutes(2 + i);
        waits.push_back(s);
    }
    office.putJob(7, {S::Pending, S::Pending});
    Job waiting = office.makeJob(6);
    waiting.directoriesTotal = 3;
    office.put(waiting);
    office.put(waits);
    office.ticker.tick();

    const JobFacts &facts = *office.desk.findChild<JobFacts *>();
    QHash<JobId, QHash<QString, int>> late; // seconds in a row that a row has said something else than it should
    for (int second = 0; second < 15 * 60; ++second) {
        if (second == 100) { // told after the submission that it is the end of, by a server whose clock is ahead
            const Submission &s = *office.store.submissions().find(submission(7000));
            office.put(office.makeEnd(77, s, office.clock.now() + Seconds(3)));
        }
        if (second < 660 && second % 30 == 0)
            office.putWorker(); // then it is gone, too
        office.pass(Seconds(1));
        for (int n = 1; n <= 7; ++n) {
            const Job &job = *office.store.jobs().find(test::job(n));
            const JobRow &row = *office.live().jobs()->rowOf(job.id);
            const Said now = saidNow(facts, job);
            const auto check = [&](const QString &what, bool same, int seconds) {
                int &since = late[job.id][what];
                since = same ? 0 : since + 1;
                QVERIFY2(since < seconds,
                         qPrintable(QStringLiteral("job %1, %2, second %3: %4 / %5")
                                        .arg(QString::number(n), what, QString::number(second), row.why, now.why)));
            };
            check(QStringLiteral("standing"), row.standing.kind == now.kind, 1);
            check(QStringLiteral("why"), row.why == now.why, 11);
            check(QStringLiteral("rate"), row.standing.perMinute == now.rate, 11);
            check(QStringLiteral("left"), row.left == now.left, 31);
        }
    }
}

void QuietTest::tilesSayTheAgeOfWhatIsOld()
{
    Quiet office;
    office.pass(Seconds(5));
    const TilesModel &tiles = *office.live().tiles();
    QVERIFY(!tiles.tile(TilesModel::ActiveJobs).asOf); // now
    LinkHealth cut = office.link.health();
    cut.silentSince = cut.asOf;
    office.link.become(cut); // at once, with no second between
    QCOMPARE(tiles.tile(TilesModel::ActiveJobs).asOf, cut.asOf);
    office.hear();
    QVERIFY(!tiles.tile(TilesModel::ActiveJobs).asOf);
    LinkHealth behind = office.link.health();
    behind.tables[size_t(Table::Jobs)].phase = LinkPhase::CatchUp;
    office.link.become(behind);
    QCOMPARE(tiles.tile(TilesModel::ActiveJobs).asOf, behind.asOf);
    office.hear();
    office.live().setFrozen(true); // from here on it grows old
    QCOMPARE(tiles.tile(TilesModel::ActiveJobs).asOf, std::optional(office.clock.now()));
}

void QuietTest::latencyDoesNotFlicker()
{
    Office office;
    ConnectionScreen &connection = *office.desk.connection();
    QSignalSpy changed(&connection, &ConnectionScreen::usualLatencyChanged);
    const auto answer = [&](std::optional<int> latency) {
        LinkHealth health = FakeLink::live();
        health.latencyMs = latency;
        office.link.become(health);
        return connection.usualLatencyMs();
    };
    QCOMPARE(answer(9), 9);
    QCOMPARE(answer(4), 9);
    QCOMPARE(answer(14), 9);
    QCOMPARE(answer(15), 15);
    QCOMPARE(connection.latencyMs(), 15);
    QCOMPARE(answer(200), 200);
    QCOMPARE(answer(160), 200);
    QCOMPARE(answer(149), 149);
    QCOMPARE(answer(std::nullopt), -1);
    QCOMPARE(changed.count(), 5);
}

QTEST_GUILESS_MAIN(QuietTest)
#include "quiet_test.moc"
