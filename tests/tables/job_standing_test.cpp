// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_words.h"
#include "tests/tables/board.h"

#include <QtTest>
#include <random>

using namespace bolt;
using namespace bolt::test;
using std::chrono::hours;
using std::chrono::minutes;

Q_DECLARE_METATYPE(bolt::StandingInput)

/// State, why, rate and left of a row come from one function: each of its cases, and that no two of them contradict.
class JobStandingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void nothingContradicts_data();
    void nothingContradicts();
    void urgencySortsWhoNeedsAHandFirst();
    void crew();
};

namespace {

void set(StandingInput &in, HoldKind kind, int n, std::optional<Instant> until = {})
{
    Hold &hold = in.holds.by[size_t(kind)];
    hold.n = n;
    hold.until = until;
    hold.since = noon - hours(2);
}

/// In progress for an hour, 2 in flight, 38 wait, all well.
StandingInput running()
{
    StandingInput in;
    in.state = JobState::InProgress;
    in.countsKnown = true;
    in.now = noon;
    in.crew.known = in.crew.online = in.crew.working = 4;
    in.quietSince = noon - Seconds(10);
    in.perMinute = 2;
    in.at = QStringLiteral("Global Guide");
    set(in, HoldKind::InFlight, 2);
    set(in, HoldKind::Ready, 38);
    in.pace.total = 100;
    in.pace.remaining = 40;
    in.pace.ratePerSecond = 2 / 60.0;
    in.pace.samples = 40;
    in.pace.observed = hours(1);
    return in;
}

} // namespace

void JobStandingTest::cases_data()
{
    QTest::addColumn<StandingInput>("in");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("left");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, Standing kind, LeftKind left, const char *why, auto change) {
        StandingInput in = running();
        change(in);
        QTest::newRow(name) << in << int(kind) << int(left) << QString::fromUtf8(why);
    };
    const auto empty = [](StandingInput &in) { in.holds = {}; };
    const auto gone = [](StandingInput &in) {
        in.crew.online = in.crew.working = 0;
        in.crew.goneSince = noon - minutes(5);
    };
    using S = Standing;
    using L = LeftKind;
    row("running", S::Running, L::Range, "At Global Guide", [](StandingInput &) {});
    row("running somewhere", S::Running, L::Range, "Running", [](StandingInput &in) { in.at.clear(); });
    row("running, too early", S::Running, L::Estimating, "At Global Guide",
        [](StandingInput &in) { in.pace.observed = Seconds(3); });
    row("queued", S::Queued, L::Range, "Queued: place 7 of 12", [](StandingInput &in) {
        set(in, HoldKind::InFlight, 0);
        in.place = 7;
        in.places = 12;
    });
    row("queued behind all workers", S::Queued, L::Queued, "Queued: place 7 of 12", [](StandingInput &in) {
        set(in, HoldKind::InFlight, 0);
        in.quietSince = noon - hours(1);
        in.pressure = 1;
        in.place = 7;
        in.places = 12;
    });
    row("not begun", S::Queued, L::Queued, "Queued", [](StandingInput &in) {
        set(in, HoldKind::InFlight, 0);
        in.state = JobState::Pending;
    });
    row("a worker became free just now", S::Queued, L::Range, "Queued", [](StandingInput &in) {
        set(in, HoldKind::InFlight, 0);
        in.quietSince = noon - hours(1);
        in.freeSince = noon - Seconds(1);
    });
    row("stuck in flight", S::Stuck, L::Stuck, "Stuck 26\u00a0min",
        [](StandingInput &in) { in.quietSince = noon - minutes(26); });
    row("stuck in flight behind all workers", S::Stuck, L::Stuck, "Stuck 5\u00a0min", [](StandingInput &in) {
        in.quietSince = noon - minutes(5);
        in.pressure = 1;
    });
    row("quiet for less", S::Running, L::Range, "At Global Guide",
        [](StandingInput &in) { in.quietSince = noon - minutes(5) + Micros(1); });
    row("stuck though a worker is free", S::Stuck, L::Stuck, "Stuck 1\u00a0h\u00a000", [](StandingInput &in) {
        set(in, HoldKind::InFlight, 0);
        in.quietSince = noon - hours(1);
    });
    row("stuck before the workers left", S::Stuck, L::Stuck, "Stuck 26\u00a0min: no worker", [&](StandingInput &in) {
        gone(in);
        set(in, HoldKind::InFlight, 0);
        in.quietSince = noon - minutes(26);
    });
    row("no worker", S::NoWorker, L::NoWorker, "Queued: no worker online", [&](StandingInput &in) {
        gone(in);
        set(in, HoldKind::InFlight, 0);
        in.quietSince = noon - minutes(6);
    });
    row("no worker, and it held something", S::NoWorker, L::NoWorker, "Queued: no worker online",
        [&](StandingInput &in) {
            gone(in);
            in.quietSince = noon - minutes(6);
        });
    row("no list of workers", S::Queued, L::Range, "Queued", [](StandingInput &in) {
        set(in, HoldKind::InFlight, 0);
        in.crew = {};
    });
    row("an empty list of workers", S::NoWorker, L::NoWorker, "Queued: no worker online", [](StandingInput &in) {
        set(in, HoldKind::InFlight, 0);
        in.crew = {};
        in.crew.listed = true;
    });
    row("rate limit", S::RateLimited, L::Waits, "Rate limit until 14:20", [&](StandingInput &in) {
        empty(in);
        in.quietSince = noon - hours(1);
        set(in, HoldKind::RateLimited, 35, noon + minutes(140));
        set(in, HoldKind::RetryWait, 1, noon + minutes(150));
    });
    row("retry", S::RetryWait, L::Waits, "Retry wait until 14:20", [&](StandingInput &in) {
        empty(in);
        set(in, HoldKind::RetryWait, 1, noon + minutes(140));
        set(in, HoldKind::ShutOff, 1, noon + minutes(150));
    });
    row("shut off", S::ShutOff, L::Waits, "Directories shut off until 14:20", [&](StandingInput &in) {
        empty(in);
        set(in, HoldKind::ShutOff, 3, noon + minutes(140));
        set(in, HoldKind::Captcha, 1);
    });
    row("shut off without an end", S::ShutOff, L::Waits, "Directories shut off", [&](StandingInput &in) {
        empty(in);
        set(in, HoldKind::ShutOff, 3);
    });
    row("captcha", S::NeedsPerson, L::NeedsYou, "Needs you: 1 captcha", [&](StandingInput &in) {
        empty(in);
        in.quietSince = noon - hours(9);
        set(in, HoldKind::Captcha, 1);
    });
    row("people", S::NeedsPerson, L::NeedsYou, "Needs you: 4 captcha, 2 phone or mail, 1 other",
        [&](StandingInput &in) {
            empty(in);
            set(in, HoldKind::Captcha, 4);
            set(in, HoldKind::Contact, 2);
            set(in, HoldKind::Person, 1);
            set(in, HoldKind::FailedForGood, 9);
        });
    row("failed for good", S::ForGood, L::NeedsYou, "Needs you: 2 failed for good", [&](StandingInput &in) {
        empty(in);
        set(in, HoldKind::FailedForGood, 2);
    });
    row("nothing left", S::Finishing, L::Done, "All sent, being closed", empty);
    row("not here", S::NotHere, L::None, "–", [](StandingInput &in) { in.countsKnown = false; });
    row("paused", S::Paused, L::Paused, "Paused by A. Brandt, 10:02", [](StandingInput &in) {
        in.state = JobState::Paused;
        in.pausedBy = QStringLiteral("a.brandt@desk.test");
        in.pausedAt = noon - minutes(118);
    });
    row("paused yesterday", S::Paused, L::Paused, "Paused by Support, 20 Aug, 12:00", [](StandingInput &in) {
        in.state = JobState::Paused;
        in.pausedBy = QStringLiteral("support@desk.test");
        in.pausedAt = noon - hours(24);
    });
    row("paused by nobody known", S::Paused, L::Paused, "Paused",
        [](StandingInput &in) { in.state = JobState::Paused; });
    row("completed", S::Over, L::None, "Done", [](StandingInput &in) { in.state = JobState::Completed; });
    row("failed", S::Over, L::None, "Failed", [](StandingInput &in) { in.state = JobState::Failed; });
    row("cancelled", S::Over, L::None, "Cancelled", [](StandingInput &in) { in.state = JobState::Cancelled; });
    row("a state of a newer server", S::Unheard, L::None, "frozen",
        [](StandingInput &in) { in.state = JobState::Unknown; });
}

void JobStandingTest::cases()
{
    QFETCH(StandingInput, in);
    QFETCH(int, kind);
    QFETCH(int, left);
    QFETCH(QString, why);
    const JobStanding standing = standingOf(in);
    QCOMPARE(int(standing.kind), kind);
    QCOMPARE(int(standing.left), left);
    const QString words = JobWords::why(standing, in.state, QStringLiteral("frozen"), in.now);
    QCOMPARE(QString(words).remove(QChar(0x2068)).remove(QChar(0x2069)), why);
    // Names from outside are set apart.
    const bool named =
        why.startsWith(QStringLiteral("At ")) || why.contains(QStringLiteral(" by ")) || why == u"frozen";
    QCOMPARE(words.contains(QChar(0x2068)) && words.contains(QChar(0x2069)), named);
}

void JobStandingTest::nothingContradicts_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void JobStandingTest::nothingContradicts()
{
    QFETCH(int, seed);
    std::mt19937 random{unsigned(seed)};
    const auto die = [&](int sides) { return int(random() % unsigned(sides)); };
    const auto moment = [&]() -> std::optional<Instant> {
        if (die(5) == 0)
            return {};
        return noon + Seconds(die(7200) - 5400);
    };
    QSet<int> seen;
    for (int round = 0; round < 20'000; ++round) {
        StandingInput in;
        in.state = die(2) ? JobState::InProgress : JobState(die(7));
        in.countsKnown = die(8) > 0;
        in.now = noon;
        for (int kind = 0; kind < holdCount; ++kind) {
            if (die(3) == 0)
                set(in, HoldKind(kind), die(5), moment());
        }
        if (die(4)) {
            in.crew.known = 1 + die(5);
            in.crew.online = die(2) ? die(in.crew.known + 1) : 0;
            if (in.crew.online == 0)
                in.crew.goneSince = moment();
        }
        in.quietSince = moment();
        in.freeSince = moment();
        in.pressure = die(3) / 2.0;
        in.place = die(4);
        in.places = 4;
        in.perMinute = die(100) / 10.0;
        in.pace = running().pace;
        in.pace.remaining = in.holds.byItself();
        in.pace.observed = Seconds(die(60));
        in.at = die(2) ? QStringLiteral("Guide") : QString();
        in.pausedBy = die(2) ? QStringLiteral("a@b.c") : QString();
        in.pausedAt = moment();

        const JobStanding s = standingOf(in);
        const int byItself = in.holds.byItself();
        const bool works = in.state == JobState::Pending || in.state == JobState::InProgress;
        seen.insert(int(s.kind));
        // Done only when nothing is left, and then nothing else is said.
        QCOMPARE(s.left == LeftKind::Done, s.kind == Standing::Finishing);
        if (s.left == LeftKind::Done)
            QVERIFY(works && in.holds.left() == 0 && in.holds.n(HoldKind::FailedForGood) == 0);
        // A rate where work is expected, and only there.
        const bool measured = s.kind >= Standing::Stuck;
        QCOMPARE(s.perMinute.has_value(), measured);
        if (measured)
            QVERIFY(works && in.countsKnown && byItself > 0);
        // A time left only of what runs or will.
        QCOMPARE(s.left == LeftKind::Range, s.range.high >= 0);
        if (s.left == LeftKind::Range || s.left == LeftKind::Estimating || s.left == LeftKind::Queued)
            QVERIFY(s.kind == Standing::Running || s.kind == Standing::Queued);
        QCOMPARE(s.left == LeftKind::NeedsYou, needsHand(s.kind));
        if (needsHand(s.kind))
            QVERIFY(works && byItself == 0 && s.person + s.forGood > 0);
        QCOMPARE(s.left == LeftKind::Paused, in.state == JobState::Paused);
        QCOMPARE(s.left == LeftKind::Stuck, s.kind == Standing::Stuck);
        QCOMPARE(s.left == LeftKind::NoWorker, s.kind == Standing::NoWorker);
        // Nobody is at work where nobody is online, and it is never said that there is nobody when there is.
        QVERIFY(!s.noWorker || in.crew.gone());
        if (in.crew.gone())
            QVERIFY(s.kind != Standing::Running && s.kind != Standing::Queued);
        QVERIFY(s.kind != Standing::Running || in.holds.n(HoldKind::InFlight) > 0);
        QVERIFY(s.kind != Standing::Queued || in.holds.n(HoldKind::Ready) > 0);
        QVERIFY(s.at.isEmpty() || s.kind == Standing::Running || s.kind == Standing::Stuck);
        QVERIFY(s.place == 0 || s.kind == Standing::Queued);
        const bool waits =
            s.kind == Standing::ShutOff || s.kind == Standing::RateLimited || s.kind == Standing::RetryWait;
        QCOMPARE(s.left == LeftKind::Waits, waits);
        if (waits)
            QVERIFY(in.holds.onlyTimed());
        QVERIFY(!s.until || waits);
        if (s.kind == Standing::Stuck)
            QVERIFY(s.since && in.now - *s.since >= stallAfter);
        // Words for each of them.
        QVERIFY(!JobWords::why(s, in.state, QStringLiteral("frozen"), in.now).isEmpty());
        QVERIFY(!JobWords::left(s).isEmpty());
        // The reasons add up to what is left, or to what failed for good where nothing is.
        if (in.countsKnown) {
            WhyFacts facts;
            facts.in = in;
            facts.standing = s;
            int sum = 0;
            for (const WhyReason &reason : JobWords::story(facts).reasons)
                sum += reason.n;
            QCOMPARE(sum, in.holds.left() > 0 ? in.holds.left() : in.holds.n(HoldKind::FailedForGood));
        }
    }
    QCOMPARE(int(seen.size()), standingCount); // the dice reached all of them
}

void JobStandingTest::urgencySortsWhoNeedsAHandFirst()
{
    QSet<int> places;
    for (int kind = 0; kind < standingCount; ++kind)
        places.insert(urgency(Standing(kind)));
    QVERIFY(urgency(Standing::Stuck) < urgency(Standing::NeedsPerson));
    QVERIFY(urgency(Standing::NeedsPerson) < urgency(Standing::NoWorker));
    QVERIFY(urgency(Standing::NoWorker) < urgency(Standing::Queued));
    QVERIFY(urgency(Standing::Queued) < urgency(Standing::Running));
    QVERIFY(places.size() > 8);
}

void JobStandingTest::crew()
{
    std::vector<Worker> workers;
    const auto add = [&](WorkerState state, std::optional<Seconds> silent, bool busy = false) {
        Worker w;
        w.state = state;
        if (silent)
            w.heartbeatAt = noon - *silent;
        if (busy)
            w.currentSubmission = submission(1);
        workers.push_back(w);
        return crewOf(workers, false, noon);
    };
    QVERIFY(!crewOf(workers, false, noon).gone()); // they are not here yet: nothing is known
    QVERIFY(crewOf(workers, true, noon).gone());   // they are, and there are none
    QVERIFY(!crewOf(workers, true, noon).goneSince);
    Worker unread; // its row tells no time
    unread.state = WorkerState::Offline;
    QVERIFY(crewOf({&unread, 1}, true, noon).gone());
    QVERIFY(!crewOf({&unread, 1}, true, noon).goneSince);
    QVERIFY(add(WorkerState::Online, Seconds(95)).gone());
    QVERIFY(crewOf(workers, false, noon).goneSince == noon - Seconds(95));
    QVERIFY(add(WorkerState::Offline, Seconds(2)).gone());
    QVERIFY(crewOf(workers, false, noon).goneSince == noon - Seconds(2));
    QCOMPARE(add(WorkerState::Online, Seconds(89), true).online, 1);
    QCOMPARE(crewOf(workers, false, noon).busy, 1);
    QVERIFY(!crewOf(workers, false, noon).goneSince);
    QCOMPARE(add(WorkerState::Online, std::nullopt).online, 2); // without a heartbeat its row is all that is known
}

QTEST_GUILESS_MAIN(JobStandingTest)
#include "job_standing_test.moc"
