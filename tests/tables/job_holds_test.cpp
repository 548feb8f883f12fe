// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_facts.h"
#include "tests/tables/board.h"

#include <QTest>
#include <algorithm>
#include <random>

// What JobFacts keeps change by change is what a look at everything finds.

using namespace bolt;
using namespace bolt::test;

namespace {

constexpr int jobs = 4, submissions = 60;

class History
{
public:
    explicit History(int seed)
        : m_random(unsigned(seed))
    {
        board.furnish();
        std::vector<Job> all;
        for (int n = 0; n < jobs; ++n)
            all.push_back(board.makeJob(n));
        board.put(all, true);
    }

    int die(int sides) { return int(m_random() % unsigned(sides)); }

    void step()
    {
        const int kind = die(40);
        if (kind == 0)
            board.clock.jump(-Seconds(die(100)));
        else if (kind < 10)
            board.clock.advance(Seconds(die(90)));
        if (kind == 10)
            changeDirectory();
        else if (kind == 11)
            board.drop<Submission>(submission(die(submissions)));
        else if (kind == 12)
            changeJob();
        else
            changeSubmissions();
    }

    Board board;

private:
    std::optional<Instant> moment()
    {
        return die(3) ? std::optional(board.clock.now() + Seconds(die(600) - 300)) : std::nullopt;
    }

    void changeDirectory()
    {
        Directory d = *board.store.directories().find(directory(die(10)));
        d.circuit = CircuitState(die(3));
        d.circuitOpenUntil = moment();
        board.put(d);
    }

    void changeJob()
    {
        Job j = *board.store.jobs().find(job(die(jobs)));
        j.state = die(3) ? JobState::InProgress : JobState::Paused;
        board.put(j);
    }

    void changeSubmissions()
    {
        static const QStringList codes{QString(),
                                       QStringLiteral("CAPTCHA"),
                                       QStringLiteral("TIMEOUT"),
                                       QStringLiteral("RATE_LIMITED"),
                                       QStringLiteral("VALIDATION"),
                                       QStringLiteral("EMAIL_VERIFICATION")};
        Delta delta;
        for (int i = 0, n = 1 + die(5); i < n; ++i) {
            const int of = die(submissions);
            // Now and then one comes to another job.
            Submission s = board.makeSubmission(of, die(30) ? of % jobs : die(jobs), SubmissionState(die(9)));
            s.lastErrorCode = codes[die(int(codes.size()))];
            s.createdAt -= Seconds(die(4)); // many are alike, and the first of them leads
            s.nextRetryAt = moment();
            s.failedAt = moment();
            delta.submissions.upserts.push_back(s);
        }
        if (die(20) == 0) // one goes and comes in the same batch
            delta.submissions.removals.push_back(submission(die(submissions)));
        board.store.apply(delta);
    }

    std::mt19937 m_random;
};

} // namespace

class JobHoldsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keptIsFound_data();
    void keptIsFound();
    void shutOffThenEarlyIsLookedAtTwice();
    void noTimeIsCountedFromOneThatCouldNotBeRead();
};

void JobHoldsTest::keptIsFound_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void JobHoldsTest::keptIsFound()
{
    QFETCH(int, seed);
    History history(seed);
    const Board &board = history.board;
    JobFacts facts(board.store, board.clock, history.board.ticker);
    std::array<int, holdCount> seen{};
    for (int round = 0; round < 2000; ++round) {
        history.step();
        for (int n = 0; n < jobs; ++n) {
            if (history.die(3) == 0)
                continue; // what is not asked for is kept all the same
            JobHolds found = findHolds(board.store, job(n), board.clock.now());
            found.last.reset();
            QVERIFY2(facts.keptHolds(job(n)) == found, qPrintable(QStringLiteral("round %1").arg(round)));
            for (int kind = 0; kind < holdCount; ++kind)
                seen[size_t(kind)] += found.n(HoldKind(kind));
        }
    }
    QVERIFY(std::all_of(seen.begin(), seen.end(), [](int n) { return n > 0; }));
}

/// Its directory lets in again before its own time has come: from then on it is its own time that it waits for.
void JobHoldsTest::shutOffThenEarlyIsLookedAtTwice()
{
    Board board;
    board.furnish();
    Job j = board.makeJob(1);
    j.directoriesTotal = 1;
    board.put(j, true);
    Submission s = board.makeSubmission(3, 1);
    s.nextRetryAt = noon + Seconds(600);
    board.put(s, true);
    Directory d = *board.store.directories().find(directory(3));
    d.circuit = CircuitState::Open;
    d.circuitOpenUntil = noon + Seconds(200);
    board.put(d);
    JobFacts facts(board.store, board.clock, board.ticker);
    const JobStanding shut = facts.standing(j);
    QCOMPARE(shut.kind, Standing::ShutOff);
    const auto look = facts.nextLook(j, shut);
    QVERIFY(look && *look <= noon + Seconds(200));
    board.clock.advance(Seconds(200));
    QCOMPARE(facts.standing(j).kind, Standing::RetryWait);
    QCOMPARE(facts.standing(j).until, std::optional(noon + Seconds(600)));
}

/// A cell that could not be read says Instant(), which is 1970.
void JobHoldsTest::noTimeIsCountedFromOneThatCouldNotBeRead()
{
    const auto unread = [](const char *column) {
        return OddCells({{QString::fromLatin1(column), QStringLiteral("soon"), OddCell::Why::NoTime}});
    };
    Board board;
    board.furnish();
    Job j = board.makeJob(1);
    j.directoriesTotal = 1;
    j.startedAt.reset();
    j.createdAt = {};
    j.odd = unread("created_at");
    Submission s = board.makeSubmission(3, 1);
    s.createdAt = s.updatedAt = {};
    const auto look = [&] {
        board.put(j, true);
        board.put(s, true);
        const JobFacts facts(board.store, board.clock, board.ticker);
        return std::pair(facts.closeLook(j), facts.standing(j));
    };

    QVERIFY(!look().first.holds[HoldKind::Ready].since);
    QCOMPARE(look().second.kind, Standing::Queued); // not stuck for 56 years
    QCOMPARE(look().second.left, LeftKind::Estimating);
    j.createdAt = noon - Seconds(86400); // when it began is not when it was made
    j.odd = unread("started_at");
    QCOMPARE(look().second.kind, Standing::Queued);
    QVERIFY(!look().first.quietSince);
    j.odd = {};
    QCOMPARE(look().second.kind, Standing::Stuck);
    QCOMPARE(look().second.since, std::optional(j.createdAt));

    for (const auto &[state, kind] : {std::pair(SubmissionState::Submitting, HoldKind::InFlight),
                                      {SubmissionState::NeedsVerification, HoldKind::Person},
                                      {SubmissionState::Unknown, HoldKind::Unheard}}) {
        s.state = state;
        const JobHolds holds = look().first.holds;
        QCOMPARE(holds.n(kind), 1);
        QVERIFY(!holds[kind].since);
        QVERIFY(!holds.last);
    }
    s.state = SubmissionState::Failed;
    s.lastErrorCode = QStringLiteral("VALIDATION"); // final, but the server set a time
    s.attempt = 1;
    QCOMPARE(look().first.holds.n(HoldKind::FailedForGood), 1);
    s.odd = unread("next_retry_at");
    const auto [in, standing] = look();
    QCOMPARE(in.holds.n(HoldKind::RetryWait), 1);
    QCOMPARE(standing.kind, Standing::RetryWait);
    QVERIFY(!standing.until);
}

QTEST_GUILESS_MAIN(JobHoldsTest)
#include "job_holds_test.moc"
