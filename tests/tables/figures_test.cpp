// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/figures.h"
#include "tests/tables/board.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>
#include <map>
#include <random>

using namespace bolt;
using namespace bolt::test;
using namespace Qt::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

LinkHealth allHere()
{
    LinkHealth health;
    for (size_t i = 0; i < health.tables.size(); ++i) {
        health.tables[i].complete = true;
        health.tables[i].asOf = noon - Seconds(int(i));
    }
    return health;
}

struct Page : Board
{
    OutcomeLedger ledger{clock};
    JobFacts facts{store, clock, ticker};
    Figures figures{store, ledger, facts};
    QObject ears;

    std::map<AttemptId, EndedAttempt> attempts; ///< as they should be

    Page()
    {
        furnish(60);
        QObject::connect(&store, &Store::changed, &ears, [this](const Changed &changed) {
            ledger.apply(changed);
            figures.apply(changed);
            if (changed.reset)
                attempts.clear();
            for (const AttemptId &id : changed.attemptsGone)
                attempts.erase(id);
            for (const EndedAttempt &attempt : changed.attempts)
                attempts.insert_or_assign(attempt.id, attempt);
        });
    }
    /// As the backend does: the state, and beside it the attempt that ended.
    void end(int n, int ofJob, AttemptOutcome outcome, Micros ago)
    {
        const Instant at = clock.now() - ago;
        const bool failed = outcome == AttemptOutcome::Failed || outcome == AttemptOutcome::FailedForGood;
        Submission s = makeSubmission(n, ofJob);
        settle(s, failed ? SubmissionState::Failed : SubmissionState::Submitted, at);
        put(s);
        put(attemptOf(50'000 + m_ended++, s, outcome, at));
    }
    void hear(const char *id, WorkerState state, Micros silent)
    {
        Worker w;
        w.id = WorkerId(QString::fromLatin1(id));
        w.state = state;
        w.heartbeatAt = clock.now() - silent;
        put(w);
    }
    TilesModel::Tiles tiles() const { return figures.compute(allHere()); }

private:
    int m_ended = 0;
};

int minuteOf(Instant at) { return int(std::chrono::floor<minutes>(at).time_since_epoch().count()); }

/// The figures as their definitions read, by looking at everything.
struct Naive
{
    const Store &store;
    const std::map<AttemptId, EndedAttempt> &attempts;
    Instant now;

    OutcomeLedger::Share ends(int back, int count) const
    {
        OutcomeLedger::Share share;
        const int last = minuteOf(now) - back;
        for (const auto &[id, attempt] : attempts) {
            const auto end = attemptEnd(attempt);
            if (!end)
                continue;
            const int minute = minuteOf(end->at);
            if (minute > last - count && minute <= last)
                ++(end->good ? share.good : share.bad);
        }
        return share;
    }
    OutcomeLedger::Share at(DirectoryId directory, int count) const
    {
        OutcomeLedger::Share share;
        for (const auto &[id, attempt] : attempts) {
            const auto end = attemptEnd(attempt);
            if (end && attempt.directory == directory && minuteOf(end->at) > minuteOf(now) - count)
                ++(end->good ? share.good : share.bad);
        }
        return share;
    }
    std::pair<QString, int> worst(DirectoryId directory, int count) const
    {
        std::map<QString, int> counts;
        for (const auto &[id, attempt] : attempts) {
            const auto end = attemptEnd(attempt);
            if (end && !end->good && attempt.directory == directory && minuteOf(end->at) > minuteOf(now) - count)
                ++counts[attempt.code];
        }
        std::pair<QString, int> most;
        for (const auto &[code, n] : counts) {
            if (n > most.second)
                most = {code, n};
        }
        return most;
    }
    int manual(std::initializer_list<const char *> codes) const
    {
        int n = 0;
        for (const Submission &s : store.submissions().rows()) {
            const Job *j = store.jobs().find(s.job);
            bool wanted = codes.size() == 0;
            for (const char *code : codes)
                wanted = wanted || s.lastErrorCode == QString::fromLatin1(code);
            n += bucketOf(s) == JobCounts::Manual && j && !isFinal(j->state) && wanted;
        }
        return n;
    }
    int pending() const
    {
        int n = 0;
        for (const Submission &s : store.submissions().rows()) {
            const Job *j = store.jobs().find(s.job);
            n += s.state == SubmissionState::Pending && j &&
                 (j->state == JobState::Pending || j->state == JobState::InProgress);
        }
        return n;
    }
};

double rate(OutcomeLedger::Share share) { return share.n() ? double(share.good) / share.n() : std::nan(""); }

} // namespace

class FiguresTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ends_data();
    void ends();
    void equalANaiveLook_data();
    void equalANaiveLook();
    void endFromAClockAheadCountsWhenItCame();
    void noActionMovesAClosedHour();
    void unknownUntilTheTablesAreHere();
    void unknownWhereNoOutcomesAreKept();
    void activeJobsByWhatTheyDo();
    void lastMinuteBesideTheMean();
    void ratesOfTheJobsAddUpToTheTile_data();
    void ratesOfTheJobsAddUpToTheTile();
    void allRatesCountTheSame_data();
    void allRatesCountTheSame();
    void retryTakesNoEndBack();
    void drain();
    void workers();
    void fleetThatIsGone();
    void samples();
    void modelTellsWhatChanged();
};

void FiguresTest::ends_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("good"); // -1: no outcome
    using enum AttemptOutcome;
    for (const auto outcome : {Submitted, Approved, Rejected, Failed, FailedForGood, NeedsVerification, Unknown}) {
        const bool bad = outcome == Rejected || outcome == FailedForGood;
        QTest::addRow("outcome %d", int(outcome)) << int(outcome) << (outcome == Submitted ? 1 : bad ? 0 : -1);
    }
}

void FiguresTest::ends()
{
    QFETCH(int, outcome);
    QFETCH(int, good);
    Board board;
    const auto end = attemptEnd(board.makeAttempt(1, AttemptOutcome(outcome), noon - Seconds(2)));
    QCOMPARE(end.has_value(), good >= 0);
    if (!end)
        return;
    QCOMPARE(int(end->good), good);
    QVERIFY(end->at == noon - Seconds(2));
}

void FiguresTest::equalANaiveLook_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void FiguresTest::equalANaiveLook()
{
    QFETCH(int, seed);
    std::mt19937 random{unsigned(seed)};
    const auto die = [&](int sides) { return int(random() % unsigned(sides)); };
    static const char *codes[]{"", "CAPTCHA", "PHONE_VERIFICATION", "EMAIL_VERIFICATION", "TIMEOUT", "LOGIN_REQUIRED"};
    Page page;
    for (int round = 0; round < 300; ++round) {
        for (int i = 0; i < 8; ++i) {
            const QString code = QString::fromLatin1(codes[die(6)]);
            page.put(page.makeSubmission(die(400), 1 + die(40), SubmissionState(die(9))), die(2) == 0);
            // Most lately, some within the week, some before it; some are told again.
            const Seconds age(die(4) ? die(5400) : die(8 * 86400));
            const EndedAttempt a = page.makeAttempt(die(2000), AttemptOutcome(die(7)), page.clock.now() - age, code);
            if (die(20) == 0)
                page.drop<EndedAttempt>(a.id);
            else if (const auto known = page.attempts.find(a.id); known != page.attempts.end())
                page.put(EndedAttempt(known->second), die(2) == 0);
            else
                page.put(a, die(2) == 0);
        }
        page.put(page.makeJob(1 + die(50), JobState(die(7))), die(2) == 0);
        if (die(40) == 0) {
            Delta fresh; // a new copy
            fresh.reset = true;
            fresh.snapshot = true;
            for (const Job &j : page.store.jobs().rows())
                fresh.jobs.upserts.push_back(j);
            for (const Submission &s : page.store.submissions().rows())
                fresh.submissions.upserts.push_back(s);
            for (const auto &[id, attempt] : page.attempts) {
                if (die(4)) // some are gone at the server
                    fresh.attempts.upserts.push_back(attempt);
            }
            page.store.apply(fresh);
        }
        page.clock.advance(Seconds(die(6) ? die(40) : die(4 * 3600)));
        page.ledger.age();
        if (round % 10)
            continue;

        const Naive naive{page.store, page.attempts, page.clock.now()};
        const auto tiles = page.tiles();
        QCOMPARE(tiles[TilesModel::PerMinute].series.size(), 60);
        for (int i = 0; i < 60; ++i)
            QCOMPARE(tiles[TilesModel::PerMinute].series[i], double(naive.ends(60 - i, 1).n()));
        QCOMPARE(tiles[TilesModel::SuccessRate].value, rate(naive.ends(0, 60)));
        QCOMPARE(tiles[TilesModel::SuccessRate].n, naive.ends(0, 60).n());
        QCOMPARE(tiles[TilesModel::SuccessRate].extra1, rate(naive.ends(60, 7 * 1440 - 60)));
        for (int i = 0; i < 12; ++i)
            QCOMPARE(tiles[TilesModel::SuccessRate].series[i], rate(naive.ends(55 - 5 * i, 5)));
        QCOMPARE(tiles[TilesModel::NeedPerson].value, double(naive.manual({})));
        QCOMPARE(tiles[TilesModel::NeedPerson].extra1, double(naive.manual({"CAPTCHA"})));
        QCOMPARE(tiles[TilesModel::NeedPerson].extra2,
                 double(naive.manual({"PHONE_VERIFICATION", "EMAIL_VERIFICATION"})));
        QCOMPARE(tiles[TilesModel::Queue].n, naive.pending());
        for (int n = 0; n < 10; ++n) {
            QVERIFY(page.ledger.directoryRecent(directory(n), 20) == naive.at(directory(n), 20));
            QVERIFY(page.ledger.directoryWindow(directory(n)) == naive.at(directory(n), 7 * 1440));
            for (const int span : {20, 60}) {
                const auto worst = page.ledger.worstCode(directory(n), span);
                QCOMPARE(worst.first, naive.worst(directory(n), span).first);
                QCOMPARE(worst.second, naive.worst(directory(n), span).second);
            }
        }
    }
}

void FiguresTest::endFromAClockAheadCountsWhenItCame()
{
    Page page;
    const EndedAttempt a = page.makeAttempt(1, AttemptOutcome::Submitted, noon + minutes(7));
    page.put(a);
    QCOMPARE(page.ledger.sum(0, 1).good, 1);
    page.clock.advance(minutes(7));
    QCOMPARE(page.ledger.sum(7, 1).good, 1);
    page.drop<EndedAttempt>(a.id);
    QCOMPARE(page.ledger.sum(0, 60).n(), 0);
}

/// N12: whatever becomes of the submissions, retried, skipped, cancelled, approved or gone, what was counted stays.
void FiguresTest::noActionMovesAClosedHour()
{
    Page page;
    for (int n = 0; n < 100; ++n) {
        const bool good = n % 3 != 0;
        Submission s = page.makeSubmission(n, 1 + n % 40);
        const Instant at = noon - minutes(n);
        page.settle(s, good ? SubmissionState::Submitted : SubmissionState::Failed, at,
                    good ? QString() : u"TIMEOUT"_s);
        page.put(s);
        page.put(
            page.makeAttempt(n, good ? AttemptOutcome::Submitted : AttemptOutcome::FailedForGood, at, s.lastErrorCode));
    }
    page.clock.advance(hours(1));
    const auto told = [&] {
        QList<double> all;
        const auto tiles = page.tiles();
        all << tiles[TilesModel::SuccessRate].extra1 << tiles[TilesModel::SuccessRate].n;
        for (int back = 60; back < 240; ++back)
            all << page.ledger.sum(back, 1).good << page.ledger.sum(back, 1).bad;
        for (int n = 0; n < 10; ++n)
            all << page.ledger.directoryWindow(directory(n)).good << page.ledger.directoryWindow(directory(n)).bad;
        return all;
    };
    const auto before = told();
    QVERIFY(before[0] > 0.6 && before[0] < 0.7);
    for (const auto state : {SubmissionState::Pending, SubmissionState::Submitting, SubmissionState::Skipped,
                             SubmissionState::NeedsVerification, SubmissionState::Approved}) {
        for (int n = 0; n < 100; ++n)
            page.put(page.makeSubmission(n, 1 + n % 40, state));
        QCOMPARE(told(), before);
    }
    for (int n = 0; n < 40; ++n)
        page.put(page.makeJob(1 + n, JobState::Cancelled));
    QCOMPARE(told(), before);
    // What is no outcome adds nothing; a new outcome counts in its own hour.
    for (int n = 0; n < 100; ++n)
        page.put(
            page.makeAttempt(1000 + n, n % 2 ? AttemptOutcome::Approved : AttemptOutcome::Failed, noon - minutes(n)));
    QCOMPARE(told(), before);
    page.put(page.makeAttempt(2000, AttemptOutcome::Submitted, page.clock.now()));
    QCOMPARE(page.ledger.sum(0, 1).good, 1);
    for (int n = 0; n < 100; ++n)
        page.drop<Submission>(submission(n));
    QCOMPARE(told()[0], before[0]);
}

/// A server without the table: no figure of the past, never a wrong one; what does not rest on it stays.
void FiguresTest::unknownWhereNoOutcomesAreKept()
{
    Page page;
    page.put(page.makeJob(1));
    page.put(page.makeSubmission(1, 1));
    page.hear("a", WorkerState::Online, Seconds(3));
    LinkHealth health = allHere();
    health.tables[size_t(Table::Attempts)].absent = true;
    page.facts.setEndsKnown(false);
    const auto tiles = page.figures.compute(health);
    QVERIFY(!page.facts.ends().perMinute(job(1)));
    const Tile &success = tiles[TilesModel::SuccessRate];
    QVERIFY(!success.known && success.absent);
    QVERIFY(std::isnan(success.value));
    QVERIFY(success.series.isEmpty());
    QVERIFY(!page.tiles()[TilesModel::SuccessRate].absent);
    const Tile &perMinute = tiles[TilesModel::PerMinute];
    QVERIFY(!perMinute.known && perMinute.absent);
    QVERIFY(std::isnan(perMinute.value) && std::isnan(perMinute.extra1));
    QVERIFY(perMinute.series.isEmpty());
    QCOMPARE(tiles[TilesModel::Queue].n, 1);
    QVERIFY(std::isnan(tiles[TilesModel::Queue].value));
    QVERIFY(!tiles[TilesModel::Queue].wrong); // not known is not the same as not draining
    QVERIFY(tiles[TilesModel::NeedPerson].known);
}

void FiguresTest::unknownUntilTheTablesAreHere()
{
    Page page;
    page.put(page.makeJob(1));
    LinkHealth health = allHere();
    health.tables[size_t(Table::Submissions)].complete = false;
    auto tiles = page.figures.compute(health);
    QVERIFY(tiles[TilesModel::ActiveJobs].known);
    QCOMPARE(tiles[TilesModel::ActiveJobs].value, 1.0);
    QVERIFY(tiles[TilesModel::ActiveJobs].asOf == noon - Seconds(int(Table::Jobs)));
    for (const auto key : {TilesModel::NeedPerson, TilesModel::Queue}) {
        QVERIFY(!tiles[key].known);
        QVERIFY(std::isnan(tiles[key].value));
        QVERIFY(tiles[key].series.isEmpty());
    }
    QVERIFY(tiles[TilesModel::SuccessRate].known);
    tiles = page.tiles();
    QVERIFY(tiles[TilesModel::Queue].known);
    QVERIFY(tiles[TilesModel::Queue].asOf == noon - Seconds(int(Table::Submissions))); // the older of the two
    QVERIFY(std::isnan(tiles[TilesModel::SuccessRate].value)); // known, but nothing ended: not 0 %
}

void FiguresTest::activeJobsByWhatTheyDo()
{
    Page page;
    page.hear("a", WorkerState::Online, Seconds(3));
    page.put(std::vector{page.makeJob(1), page.makeJob(2, JobState::Pending), page.makeJob(3, JobState::Paused),
                         page.makeJob(4, JobState::Completed)});
    page.put(page.makeSubmission(1, 1, SubmissionState::Submitting));
    const Tile tile = page.tiles()[TilesModel::ActiveJobs];
    QCOMPARE(tile.value, 3.0);
    QCOMPARE(tile.extra1, 1.0);
    QCOMPARE(tile.extra2, 1.0);
    page.clock.advance(Seconds(91)); // its worker was heard of long ago: it does not run
    QCOMPARE(page.tiles()[TilesModel::ActiveJobs].extra1, 0.0);
}

void FiguresTest::lastMinuteBesideTheMean()
{
    Page page;
    for (int n = 0; n < 46; ++n)
        page.end(n, 1, AttemptOutcome::Submitted, minutes(2) + Seconds(n));
    Tile tile = page.tiles()[TilesModel::PerMinute];
    QCOMPARE(tile.value, 0.0); // of now, however well it went before
    QCOMPARE(tile.extra1, 4.6);
    page.end(50, 1, AttemptOutcome::FailedForGood, Seconds(59));
    page.end(51, 1, AttemptOutcome::FailedForGood, Seconds(60));
    tile = page.tiles()[TilesModel::PerMinute];
    QCOMPARE(tile.value, 1.0);
    QCOMPARE(tile.extra1, 4.8);
    page.clock.advance(minutes(10));
    page.ticker.tick();
    QCOMPARE(page.tiles()[TilesModel::PerMinute].extra1, 0.0);
}

void FiguresTest::ratesOfTheJobsAddUpToTheTile_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void FiguresTest::ratesOfTheJobsAddUpToTheTile()
{
    QFETCH(int, seed);
    std::mt19937 random{unsigned(seed)};
    const auto die = [&](int sides) { return int(random() % unsigned(sides)); };
    Page page;
    for (int n = 1; n <= 12; ++n) {
        Job j = page.makeJob(n);
        j.directoriesTotal = 1;
        page.put(j);
        page.put(page.makeSubmission(10'000 + n, n));
    }
    for (int round = 0; round < 200; ++round) {
        for (int i = die(6); i > 0; --i) {
            page.end(die(500), 1 + die(12), AttemptOutcome(die(7)), Seconds(die(4) ? die(30) : die(1200)));
        }
        page.clock.advance(Seconds(die(20)));
        page.ticker.tick();
        double sum = 0;
        for (const Job &j : page.store.jobs().rows()) {
            const auto rate = page.facts.standing(j).perMinute;
            QVERIFY(rate);
            QCOMPARE(*rate, std::round(*rate * 10) / 10); // as exact as it is shown
            sum += *rate;
        }
        const Tile tile = page.tiles()[TilesModel::PerMinute];
        QVERIFY2(std::abs(sum - tile.extra1) < 1e-9, qPrintable(QString::number(sum - tile.extra1)));
    }
}

/// One definition: what the rows, the mean, the last minute, the success rate and its line count are the same rows.
void FiguresTest::allRatesCountTheSame_data() { ratesOfTheJobsAddUpToTheTile_data(); }

void FiguresTest::allRatesCountTheSame()
{
    QFETCH(int, seed);
    std::mt19937 random{unsigned(seed)};
    const auto die = [&](int sides) { return int(random() % unsigned(sides)); };
    Page page;
    for (int round = 0; round < 120; ++round) {
        for (int i = die(6); i >= 0; --i)
            page.end(die(5000), 1 + die(12), AttemptOutcome(die(7)), Seconds(die(1200)));
        const auto any = std::next(page.attempts.begin(), die(int(page.attempts.size())));
        if (round % 8 == 3)
            page.drop<EndedAttempt>(any->first);
        else
            page.put(EndedAttempt(any->second)); // told again
        page.clock.advance(minutes(1));
        page.ticker.tick();
        page.ledger.age();
        // Read half a second before the minute is over: the last of the ten minutes is a whole one.
        page.clock.advance(Micros(59'500'000));
        const auto tiles = page.tiles();
        QCOMPARE(tiles[TilesModel::PerMinute].value, double(page.ledger.sum(0, 1).n()));
        QCOMPARE(tiles[TilesModel::PerMinute].extra1 * 10, double(page.ledger.sum(0, 10).n()));
        page.clock.advance(Micros(500'000));
    }
}

void FiguresTest::retryTakesNoEndBack()
{
    Page page;
    page.end(1, 1, AttemptOutcome::FailedForGood, Seconds(20));
    page.put(page.makeSubmission(1, 1)); // somebody retries it
    QCOMPARE(page.tiles()[TilesModel::PerMinute].value, 1.0);
    page.end(1, 1, AttemptOutcome::Submitted, Seconds(2));
    page.end(1, 1, AttemptOutcome::Approved, Seconds(2)); // a verdict on the same end
    QCOMPARE(page.tiles()[TilesModel::PerMinute].value, 2.0);
    page.end(2, 1, AttemptOutcome::Failed, Seconds(2)); // tried again by itself: it has not ended
    QCOMPARE(page.tiles()[TilesModel::PerMinute].value, 2.0);
    QCOMPARE(page.tiles()[TilesModel::SuccessRate].n, 2);
}

void FiguresTest::drain()
{
    Page page;
    QCOMPARE(page.tiles()[TilesModel::Queue].value, 0.0); // nothing waits: drained
    page.put(page.makeJob(1));
    page.put(page.makeSubmission(1, 1));
    page.hear("a", WorkerState::Online, Seconds(3));
    Tile tile = page.tiles()[TilesModel::Queue];
    QVERIFY(std::isnan(tile.value) && tile.wrong); // nothing moves: not zero, not a number
    QCOMPARE(tile.n, 1);
    for (int n = 2; n < 22; ++n)
        page.end(n, 1, AttemptOutcome::Submitted, minutes(5));
    tile = page.tiles()[TilesModel::Queue];
    QCOMPARE(tile.value, 30.0); // 1 at 2 a minute
    QVERIFY(!tile.wrong);
    page.put(page.makeJob(1, JobState::Paused));
    QCOMPARE(page.tiles()[TilesModel::Queue].n, 0);
}

void FiguresTest::workers()
{
    Page page;
    page.hear("a", WorkerState::Online, Seconds(3));
    page.hear("b", WorkerState::Online, Seconds(45));
    page.hear("c", WorkerState::Offline, Seconds(4000));
    Tile tile = page.tiles()[TilesModel::Workers];
    QCOMPARE(tile.value, 2.0);
    QCOMPARE(tile.extra1, 3.0);
    QVERIFY(std::isnan(tile.extra2) && !tile.wrong && !tile.since);
    page.hear("b", WorkerState::Online, Seconds(64));
    QCOMPARE(page.tiles()[TilesModel::Workers].extra2, 64.0);
    page.hear("b", WorkerState::Online, Seconds(91)); // offline, whatever its row says
    tile = page.tiles()[TilesModel::Workers];
    QCOMPARE(tile.value, 1.0);
    QVERIFY(std::isnan(tile.extra2));
}

void FiguresTest::fleetThatIsGone()
{
    Page page;
    page.put(page.makeJob(1));
    page.put(page.makeSubmission(1, 1));
    for (int n = 2; n < 22; ++n)
        page.end(n, 1, AttemptOutcome::Submitted, minutes(2));
    page.hear("a", WorkerState::Online, Seconds(4));
    page.hear("b", WorkerState::Online, Seconds(7));
    QVERIFY(page.tiles()[TilesModel::Queue].value > 0);
    QVERIFY(!page.tiles()[TilesModel::Workers].wrong);
    const Instant last = page.clock.now() - Seconds(4);
    page.clock.advance(minutes(2)); // killed: no row says so
    page.ticker.tick();
    const auto tiles = page.tiles();
    QCOMPARE(tiles[TilesModel::Workers].value, 0.0);
    QCOMPARE(tiles[TilesModel::Workers].extra1, 2.0);
    QVERIFY(tiles[TilesModel::Workers].wrong);
    QVERIFY(tiles[TilesModel::Workers].since == last);
    QVERIFY(std::isnan(tiles[TilesModel::Queue].value));
    QVERIFY(tiles[TilesModel::Queue].wrong);
    QCOMPARE(tiles[TilesModel::Queue].n, 1);
    QCOMPARE(tiles[TilesModel::PerMinute].value, 0.0);
    QCOMPARE(tiles[TilesModel::PerMinute].extra1, 2.0);
}

void FiguresTest::samples()
{
    Page page;
    page.put(page.makeJob(1));
    for (int i = 0; i < 100; ++i)
        page.figures.sample(page.tiles());
    QCOMPARE(page.tiles()[TilesModel::ActiveJobs].series, QList<qreal>(60, 1.0));
    page.figures.sample(page.figures.compute(LinkHealth())); // what is unknown leaves no point
    QCOMPARE(page.tiles()[TilesModel::ActiveJobs].series, QList<qreal>(60, 1.0));
    page.figures.clear();
    QVERIFY(page.tiles()[TilesModel::ActiveJobs].series.isEmpty());
}

void FiguresTest::modelTellsWhatChanged()
{
    QObject owner;
    TilesModel model(&owner);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(model.rowCount(), 6);
    const auto value = [&](int row, int role) { return model.data(model.index(row), role); };
    QCOMPARE(value(2, TilesModel::KeyRole).toString(), QStringLiteral("successRate"));
    QVERIFY(std::isnan(value(2, TilesModel::ValueRole).toDouble()));
    TilesModel::Tiles tiles;
    model.setTiles(tiles);
    QCOMPARE(spy.size(), 0);
    tiles[3].value = 7;
    tiles[3].known = true;
    tiles[5].series = {1.0, std::nan("")};
    model.setTiles(tiles);
    model.setTiles(tiles);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy[0][2].value<QList<int>>(), (QList<int>{TilesModel::ValueRole, TilesModel::KnownRole}));
    QCOMPARE(value(5, TilesModel::SeriesRole).value<QList<qreal>>().size(), 2);
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "figures_test.moc"
