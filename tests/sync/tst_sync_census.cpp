// SPDX-License-Identifier: GPL-3.0-or-later
// What no event tells: counts held against the copy, and a stream that is deaf, at the engine (contracts/supabase.md
// §8).
#include "tests/sync/one_table.h"

#include <QTest>
#include <algorithm>

using namespace one_table;

using What = Ask<Row>::What;

namespace {

AskAnswer<Row> counted(qint64 rows, std::optional<qint64> sum = {})
{
    AskAnswer<Row> a;
    a.total = rows;
    a.sum = sum;
    return a;
}

/// Lets time pass, second by second. Counts are answered with `count`; what else is asked for with `rows`, one page.
struct Passing
{
    Desk &d;
    std::vector<Said<Row>> rows;
    std::function<AskAnswer<Row>()> count;
    std::map<What, int> asked; ///< first pages
    std::function<void()> eachSecond;
    bool slow = false; ///< fetches by key are answered a second later
    std::vector<quint64> fetches{};

    void go(Seconds time)
    {
        for (Micros end = d.now + time; d.now < end; d.now += Seconds(1)) {
            if (eachSecond)
                eachSecond();
            for (const quint64 id : std::exchange(fetches, {}))
                d.table.answered(id, page(rows), d.now);
            for (auto asks = d.pump(); !asks.empty(); asks = d.pump()) {
                for (const auto &ask : asks) {
                    asked[ask.what] += !ask.after;
                    if (ask.what == What::Count)
                        d.table.answered(ask.id, count(), d.now);
                    else if (ask.what == What::Ids && slow)
                        fetches.push_back(ask.id);
                    else
                        d.table.answered(ask.id, ask.after ? page({}) : page(rows), d.now);
                }
            }
        }
    }
};

} // namespace

class tst_SyncCensus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void weight();
    void sumIsThatOfTheRows();
    void sumsAtTheEndOfAllNumbers();
    void aLostDeletionIsGoneWithin90s();
    void theSumTellsWhatTheCountDoesNot();
    void aPolledTableThatChangesIsNotReadWhole();
    void whatIsDeletedUnderAPolledTableIsGoneWithin90s_data();
    void whatIsDeletedUnderAPolledTableIsGoneWithin90s();
    void aSoftDeletionUnderAPolledTableIsNotSearchedFor();
    void aServerThatCountsFewerIsNotPolledMoreOften();
    void rowsOnTheirWayAreNoDifference();
    void keysThatAreAlwaysOnTheirWayHideNothing_data();
    void keysThatAreAlwaysOnTheirWayHideNothing();
    void keysThatNeverComeDecideNothing();
    void aDifferenceThatStaysIsNoLoop();
    void aServerThatCountsAtRandomIsNoLoop();
    void aServerThatDoesNotCountIsLeftAlone();
    void aCountThatHungIsAskedForAgainSoon();
    void aCountThatAPassOvertookIsAskedForAgainSoon();
    void anInterruptionForgetsACount_data();
    void anInterruptionForgetsACount();
    void smallTablesWithoutUpdatedAtAreReadWhole();
    void quietLinksAreCheckedSooner();
    void twoUnnamedKeysAreDeafSooner();
    void deafWithoutVersions();
    void emptyVersionsAreNone_data();
    void emptyVersionsAreNone();
    void anEventInOtherWordsIsNoSuspicion();
    void aChangeThatIsStillToBeFetchedIsNoSuspicion();
    void deafAgainIsPolledUntilItTells();
};

void tst_SyncCensus::weight()
{
    static_assert(weightOf(0) == 0 && weightOf(3) == 9);
    static_assert(weightOf(1'100'000'000'000) == 3'232'809'082); // as tests/live_sql has it from PostgreSQL's
}

void tst_SyncCensus::sumIsThatOfTheRows()
{
    Desk d({row(1, 5), row(2, 6)});
    const auto &merge = d.table.merge();
    QCOMPARE(merge.sum(), qint64(25 + 36));
    d.table.streamed(row(1, 7), d.now);
    d.table.streamed(row(3, 8), d.now);
    d.table.streamed(row(3, 8), d.now); // again
    QCOMPARE(merge.sum(), qint64(49 + 36 + 64));
    d.table.streamed(removal(2), d.now);
    d.table.streamed(removal(3, 9), d.now);
    d.table.streamed(removal(3, 9), d.now);
    QCOMPARE(merge.sum(), qint64(49));
    d.table.merge().seed(4, 10);
    QCOMPARE(merge.sum(), qint64(49 + 100));
    d.table.forget();
    QCOMPARE(merge.sum(), qint64(0));
}

/// UBSan looks on.
void tst_SyncCensus::sumsAtTheEndOfAllNumbers()
{
    for (const qint64 sum : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()}) {
        for (const qint64 held : {qint64(-9), qint64(9)}) {
            Census census{SyncTiming()};
            census.asked({});
            census.answered(1, sum, {});
            QCOMPARE(census.judge({1, 1, held, true}, false, {}), Census::Finding::Again);
        }
    }
}

void tst_SyncCensus::aLostDeletionIsGoneWithin90s()
{
    for (const bool versions : {true, false}) {
        Desk d({row(1, 5), row(2, 6)});
        d.table.setLevel({versions, versions, true});
        Passing time{d, {row(1, 5)}, [] { return counted(1); }, {}, {}};
        time.go(Seconds(90));
        QCOMPARE(d.take().removals, std::vector{2});
        QCOMPARE(time.asked[versions ? What::Versions : What::Scan], 1);
        QVERIFY(d.table.isCurrent());
    }
}

void tst_SyncCensus::theSumTellsWhatTheCountDoesNot()
{
    Desk d({row(1, 5), row(2, 6)});
    Passing time{d, {row(1, 5), row(3, 4)}, [] { return counted(2, 25 + 16); }, {}, {}};
    time.go(Seconds(90)); // one left a policy's sight, another one came into it
    const auto out = d.take();
    QCOMPARE(out.removals, std::vector{2});
    QCOMPARE(out.upserts.at(0).id, 3);
    QCOMPARE(time.asked[What::Versions], 1);
}

/// Its copy is behind every answer.
void tst_SyncCensus::aPolledTableThatChangesIsNotReadWhole()
{
    Desk d({row(1, 1)});
    d.table.setFeed(Feed::Polled, d.now);
    Passing time{d, {row(1, 1)}, {}, {}, {}};
    time.count = [&] {
        qint64 sum = 0;
        for (const auto &said : time.rows)
            sum += weightOf(*said.version);
        return counted(qint64(time.rows.size()), sum);
    };
    time.go(Seconds(10));
    time.asked.clear();
    int version = 1;
    time.eachSecond = [&] {
        ++version;
        time.rows.push_back(row(version, version));
        time.rows.front() = row(1, ++version);
        QVERIFY(d.table.isSettled());
    };
    time.go(Seconds(600));
    QVERIFY(time.asked[What::Count] > 10);
    QCOMPARE(time.asked[What::Versions], 0);
}

void tst_SyncCensus::whatIsDeletedUnderAPolledTableIsGoneWithin90s_data()
{
    QTest::addColumn<int>("every");
    QTest::addColumn<int>("second");
    for (const int every : {20, 50}) {
        for (int second = 0; second < 2 * every; second += 3)
            QTest::addRow("every %d, after %d", every, second) << every << second;
    }
}

void tst_SyncCensus::whatIsDeletedUnderAPolledTableIsGoneWithin90s()
{
    QFETCH(int, every);
    QFETCH(int, second);
    SyncTiming timing;
    timing.pollEvery = Seconds(every);
    Desk d({row(1, 1), row(2, 1)}, timing);
    d.table.setFeed(Feed::Polled, d.now);
    Passing time{d, {row(1, 1), row(2, 1)}, {}, {}, {}};
    time.count = [&] { return counted(qint64(time.rows.size())); };
    int version = 1;
    time.eachSecond = [&] { time.rows.front() = row(1, ++version); };
    time.go(Seconds(60 + second));
    time.rows.pop_back();
    time.go(Seconds(90));
    QCOMPARE(d.take().removals, std::vector{2});
}

/// A row that was deleted softly between the pass and the count is one fewer, too, but the next pass tells of it.
void tst_SyncCensus::aSoftDeletionUnderAPolledTableIsNotSearchedFor()
{
    Desk d({row(1, 1), row(2, 1)});
    d.table.setFeed(Feed::Polled, d.now);
    Passing time{d, {row(1, 1), row(2, 1)}, {}, {}, {}};
    bool deleted = false;
    time.count = [&] {
        if (std::exchange(deleted, true))
            return counted(1);
        time.rows.back() = removal(2, 2);
        return counted(1);
    };
    time.go(Seconds(10));
    time.asked.clear();
    time.go(Seconds(90));
    QVERIFY(deleted);
    QCOMPARE(d.take().removals, std::vector{2});
    QCOMPARE(time.asked[What::Versions], 0);
}

void tst_SyncCensus::aServerThatCountsFewerIsNotPolledMoreOften()
{
    Desk d({row(1, 1), row(2, 1)});
    d.table.setFeed(Feed::Polled, d.now);
    Passing time{d, {row(1, 1), row(2, 1)}, [] { return counted(1); }, {}, {}};
    time.go(Seconds(120));
    time.asked.clear();
    time.go(Seconds(600));
    QVERIFY(time.asked[What::Count] > 10);
    QVERIFY2(time.asked[What::Delta] <= 31, qPrintable(QString::number(time.asked[What::Delta])));
}

/// The stream is behind the answer, or ahead of it, and nothing stands still.
void tst_SyncCensus::rowsOnTheirWayAreNoDifference()
{
    Desk d({row(1, 1)});
    int n = 1, version = 1;
    Passing time{d, {}, [&] { return counted(n + 1, 0); }, {}, {}};
    time.eachSecond = [&] {
        ++n;
        d.table.streamed(row(n, ++version), d.now);
    };
    time.go(Seconds(600));
    QVERIFY(time.asked[What::Count] > 10);
    QCOMPARE(time.asked[What::Versions], 0);
}

/// A row whose changes do not arrive whole is fetched again and again.
void tst_SyncCensus::keysThatAreAlwaysOnTheirWayHideNothing_data()
{
    QTest::addColumn<bool>("slow");
    QTest::newRow("fetched in time") << false;
    QTest::newRow("changed again before its answer") << true;
}

void tst_SyncCensus::keysThatAreAlwaysOnTheirWayHideNothing()
{
    QFETCH(bool, slow);
    Desk d({row(1, 5), row(2, 6)});
    int version = 6;
    Passing time{d, {}, [] { return counted(1); }, {}, {}, slow};
    time.eachSecond = [&] {
        d.table.streamed(truncated(1, ++version), d.now);
        time.rows = {row(1, version)};
    };
    time.go(Seconds(90));
    QCOMPARE(d.take().removals, std::vector{2});
    QCOMPARE(time.asked[What::Versions], 1);
}

/// Nor do they make a difference that was found before another one.
void tst_SyncCensus::keysThatNeverComeDecideNothing()
{
    Desk d({row(1, 5)});
    Passing time{d, {row(1, 5)}, [] { return counted(3, 25); }, {}, {}};
    time.go(Seconds(120));
    QCOMPARE(time.asked[What::Versions], 1);
    std::vector<quint64> held;
    time.slow = true;
    time.eachSecond = [&] {
        d.table.merge().doubt(1);
        std::ranges::copy(std::exchange(time.fetches, {}), std::back_inserter(held));
    };
    time.go(Seconds(120));
    QCOMPARE(held.size(), 1u);
    d.table.answered(held.front(), page({row(1, 5)}), d.now);
    time.slow = false;
    time.eachSecond = {};
    time.go(Seconds(600));
    QCOMPARE(time.asked[What::Versions], 1);
    QVERIFY(time.asked[What::Count] >= 10);
}

void tst_SyncCensus::aDifferenceThatStaysIsNoLoop()
{
    SyncTiming timing;
    timing.reconcileEvery = Seconds(20 * 60);
    Desk d({row(1, 5)}, timing);
    int hidden = 3; // rows without a key that can be read
    Passing time{d, {row(1, 5)}, [&] { return counted(1 + hidden, 25); }, {}, {}};
    time.go(Seconds(15 * 60));
    QCOMPARE(time.asked[What::Versions], 1);
    hidden = 4;
    time.go(Seconds(120)); // it changed
    QCOMPARE(time.asked[What::Versions], 2);
    time.go(Seconds(3600));
    QVERIFY2(time.asked[What::Versions] <= 2 + 2 * 3 + 1, qPrintable(QString::number(time.asked[What::Versions])));
    QVERIFY(d.take().empty());
}

void tst_SyncCensus::aServerThatCountsAtRandomIsNoLoop()
{
    Desk d({row(1, 5)});
    int n = 0;
    Passing time{d, {row(1, 5)}, [&] { return counted(5 + ++n * 7919 % 13, 25); }, {}, {}};
    time.go(Seconds(3600));
    QVERIFY2(time.asked[What::Versions] <= 12, qPrintable(QString::number(time.asked[What::Versions])));
}

void tst_SyncCensus::aServerThatDoesNotCountIsLeftAlone()
{
    Desk d({row(1, 5)});
    Passing time{d, {row(1, 5)}, [] { return AskAnswer<Row>(); }, {}, {}};
    time.go(Seconds(600));
    QCOMPARE(time.asked[What::Versions], 0);
    QVERIFY(time.asked[What::Count] <= 20 && d.table.isCurrent());
    const auto ask = d.next(What::Count);
    d.table.failed(ask.id, AskFailure::Denied, Seconds(100), d.now);
    QVERIFY(d.table.isCurrent() && !d.table.isDenied());
    time.asked.clear();
    time.go(Seconds(99));
    QCOMPARE(time.asked[What::Count], 0); // as it wished
}

/// For how long nobody answered says nothing of how long a count takes; a server that gave it up is another matter.
void tst_SyncCensus::aCountThatHungIsAskedForAgainSoon()
{
    for (const bool tooSlow : {false, true}) {
        Desk d({row(1, 5)});
        const auto ask = d.next(What::Count);
        d.now += Seconds(30);
        d.table.failed(ask.id, tooSlow ? AskFailure::TooSlow : AskFailure::Again, {}, d.now);
        Passing time{d, {row(1, 5)}, [] { return counted(1, 25); }, {}, {}};
        time.go(Seconds(30));
        QCOMPARE(time.asked[What::Count], 0);
        time.go(Seconds(2));
        QCOMPARE(time.asked[What::Count], tooSlow ? 0 : 1);
    }
}

void tst_SyncCensus::aCountThatAPassOvertookIsAskedForAgainSoon()
{
    Desk d({row(1, 5)});
    const auto ask = d.next(What::Count);
    const Micros asked = d.now;
    d.table.answered(ask.id, counted(1, 25), d.now);
    d.now += Seconds(2);
    d.table.merge().doubt(1);
    d.table.widen();
    const auto scan = d.pump().at(0); // it takes longer than the count's answer is waited with
    d.now += Seconds(2);
    d.pump();
    d.table.answered(scan.id, page({row(1, 5)}), d.now);
    Passing time{d, {row(1, 5)}, [] { return counted(1, 25); }, {}, {}};
    time.go(std::chrono::floor<Seconds>(asked + Seconds(32) - d.now));
    QCOMPARE(time.asked[What::Count], 1);
}

/// What came meanwhile is in the copy, and not in the answer.
void tst_SyncCensus::anInterruptionForgetsACount_data()
{
    QTest::addColumn<bool>("answered");
    QTest::newRow("answered before") << true;
    QTest::newRow("answered after") << false;
}

void tst_SyncCensus::anInterruptionForgetsACount()
{
    QFETCH(bool, answered);
    Desk d({row(1, 5)});
    const auto ask = d.next(What::Count);
    if (answered)
        d.table.answered(ask.id, counted(2), d.now);
    d.table.setFeed(Feed::None, d.now);
    d.now += Seconds(1);
    d.table.setFeed(Feed::Live, d.now);
    if (!answered)
        d.table.answered(ask.id, counted(2), d.now);
    Passing time{d, {row(1, 5)}, [] { return counted(1); }, {}, {}};
    time.go(Seconds(29));
    QCOMPARE(time.asked[What::Count], 0);
    time.go(Seconds(10));
    QCOMPARE(time.asked[What::Count], 1);
}

/// Nothing else could find what the stream lost, for twenty minutes.
void tst_SyncCensus::smallTablesWithoutUpdatedAtAreReadWhole()
{
    Desk d({row(1, 5)});
    d.table.setLevel({false, false, false});
    Passing time{d, {row(1, 5)}, [] { return counted(1); }, {}, {}};
    time.go(Seconds(120));
    QVERIFY(time.asked[What::Scan] >= 5);
    QVERIFY(d.table.isProven(d.now));

    std::vector<Said<Row>> many;
    for (int id = 1; id <= 1001; ++id)
        many.push_back(row(id, 1));
    Desk big(std::move(many));
    big.table.setLevel({false, false, false});
    Passing slow{big, {}, [] { return counted(1001); }, {}, {}};
    slow.go(Seconds(120));
    QCOMPARE(slow.asked[What::Scan], 0);
    QVERIFY(big.table.isProven(big.now)); // as far as the count tells
}

void tst_SyncCensus::quietLinksAreCheckedSooner()
{
    Desk d({row(1, 5)});
    Passing time{d, {row(1, 5)}, [] { return counted(1); }, {}, {}};
    time.eachSecond = [&] { QVERIFY(d.now < Seconds(140) || d.table.isProven(d.now)); };
    time.go(Seconds(600));
    QVERIFY(time.asked[What::Delta] >= 25);
    time.asked.clear();
    time.eachSecond = [&] { d.table.setSign(d.now - d.now % Seconds(15)); }; // ticks
    time.go(Seconds(600));
    QVERIFY2(time.asked[What::Delta] <= 11, qPrintable(QString::number(time.asked[What::Delta])));
}

void tst_SyncCensus::twoUnnamedKeysAreDeafSooner()
{
    Desk d({row(1, 1)});
    d.table.answered(d.next(What::Delta).id, page({}), d.now);
    d.table.answered(d.next(What::Delta).id, page({row(1, 9), row(2, 10)}), d.now);
    QVERIFY(!d.table.takeDeaf(d.now + Seconds(14)));
    QCOMPARE(*d.table.nextWake() <= d.now + Seconds(15), true);
    QVERIFY(d.table.takeDeaf(d.now + Seconds(15)));
}

Said<Row> unversioned(int id, int value)
{
    Said<Row> s = row(id, 1, value);
    s.version.reset();
    s.digest = 100 + value;
    return s;
}

/// Seen on the real server: live with 3,084 rows wrong. A row that a pass shows again as it was is no suspicion.
void tst_SyncCensus::deafWithoutVersions()
{
    for (const bool deltas : {true, false}) {
        Desk d({unversioned(1, 3)});
        d.table.setLevel({false, false, deltas});
        const What quick = deltas ? What::Delta : What::Scan;
        d.table.answered(d.next(quick).id, page({unversioned(1, 3)}), d.now);
        d.table.answered(d.next(quick).id, page({}), d.now);
        const auto same = d.next(quick);
        d.table.answered(same.id, page({unversioned(1, 3)}), d.now);
        QVERIFY(!d.table.takeDeaf(d.now + Seconds(31)));
        d.table.answered(d.next(quick).id, page({}), d.now);
        const auto ask = d.next(quick);
        d.table.answered(ask.id, page({unversioned(1, 4)}), d.now);
        QVERIFY(!d.table.takeDeaf(d.now + Seconds(29)));
        QVERIFY(d.table.takeDeaf(d.now + Seconds(30)));
    }
}

/// The column is there, and nothing ever fills it: a reconciliation by versions would doubt every row.
void tst_SyncCensus::emptyVersionsAreNone_data()
{
    QTest::addColumn<bool>("restored");
    QTest::newRow("scanned") << false;
    QTest::newRow("from disk") << true;
}

void tst_SyncCensus::emptyVersionsAreNone()
{
    QFETCH(bool, restored);
    Desk d;
    d.table.setLevel({true, false, true}); // removals show in no delta pass: current only after a comparison
    if (restored) {
        d.table.forget();
        d.table.merge().seed(1, 0, 103);
        d.table.restore(Instant(Seconds(1)), true);
        d.table.trigger(Trigger::Wake);
    } else {
        d.table.trigger(Trigger::Refresh);
        for (const auto &ask : d.pump())
            d.table.answered(ask.id, page({unversioned(1, 3)}), d.now);
    }
    Passing time{d, {unversioned(1, 3)}, [] { return counted(1); }, {}, {}};
    time.go(Seconds(10));
    time.asked.clear();
    d.table.trigger(Trigger::Refresh);
    time.go(Seconds(5));
    QCOMPARE(time.asked[What::Versions], 0);
    QCOMPARE(time.asked[What::Ids], 0);
    QCOMPARE(time.asked[What::Scan], 1);
    QVERIFY(d.table.isCurrent() && d.table.merge().dirty() == 0);
    d.take();
    time.rows = {row(1, 7)}; // they are filled by now
    d.table.trigger(Trigger::Refresh);
    time.go(Seconds(10));
    QCOMPARE(d.take().upserts.at(0).version, qint64(7));
    time.asked.clear();
    d.table.trigger(Trigger::Refresh);
    time.go(Seconds(5));
    QCOMPARE(time.asked[What::Versions], 1);
}

/// A value that the stream words otherwise than REST does (a rounded time, say) differs each time and means nothing.
void tst_SyncCensus::anEventInOtherWordsIsNoSuspicion()
{
    Desk d({unversioned(1, 3)});
    d.table.setLevel({false, false, true});
    d.table.answered(d.next(What::Delta).id, page({}), d.now);
    d.table.streamed(unversioned(1, 7), d.now);
    d.table.answered(d.next(What::Delta).id, page({unversioned(1, 8)}), d.now);
    QVERIFY(!d.table.takeDeaf(d.now + Seconds(60)));
}

/// The stream named them, and told nothing that could be merged: a page may be quicker than the fetch.
void tst_SyncCensus::aChangeThatIsStillToBeFetchedIsNoSuspicion()
{
    for (const bool before : {true, false}) {
        Desk d({row(1, 1)});
        d.table.answered(d.next(What::Delta).id, page({}), d.now);
        if (before)
            d.table.streamed(truncated(1, 9), d.now);
        d.now += Seconds(20);
        const auto asks = d.pump();
        const auto delta = std::ranges::find(asks, What::Delta, &Ask<Row>::what);
        QVERIFY(delta != asks.end());
        if (!before)
            d.table.streamed(truncated(1, 9), d.now);
        d.table.answered(delta->id, page({row(1, 9)}), d.now);
        QCOMPARE(d.take().upserts.size(), size_t(1));
        QVERIFY2(!d.table.takeDeaf(d.now + Seconds(60)), before ? "before" : "meanwhile");
    }
}

void tst_SyncCensus::deafAgainIsPolledUntilItTells()
{
    SyncEngine<FullRules, Row> engine;
    auto &table = engine.of<Row>();
    Micros now = Seconds(0);
    int version = 0;
    std::vector<LinkReason::Kind> rejoins;
    bool changes = true;
    const auto pass = [&](Seconds time) {
        for (Micros end = now + time; now < end; now += Seconds(1)) {
            engine.look(now);
            if (const auto why = engine.takeRejoin(); why != LinkReason::None) {
                rejoins.push_back(why);
                engine.interrupted(now);
                engine.live(false, now);
            }
            for (auto asks = table.pump(now); !asks.empty(); asks = table.pump(now)) {
                for (const auto &ask : asks) {
                    const bool shows = ask.what == What::Delta && !ask.after && changes;
                    if (shows)
                        ++version;
                    table.answered(ask.id, shows ? page({row(1, version)}) : page({}), now);
                }
            }
        }
    };
    engine.live(false, now);
    pass(Seconds(90));
    QCOMPARE(rejoins.size(), size_t(1));
    QVERIFY(!table.isPolled());
    pass(Seconds(90));
    QVERIFY(table.isDeaf() && table.isPolled());
    QCOMPARE(rejoins.size(), size_t(1)); // once was enough
    QVERIFY(engine.allCurrent());
    pass(Seconds(5 * 60));
    QCOMPARE(rejoins.size(), size_t(2)); // it gets a chance, and does not take it
    QCOMPARE(rejoins[1], LinkReason::MayTellAgain);
    pass(Seconds(90));
    QVERIFY(table.isPolled());
    table.streamed(row(1, ++version), now);
    engine.look(now);
    QVERIFY(!table.isDeaf() && !table.isPolled() && !engine.allCurrent());
    changes = false;
    pass(Seconds(20));
    QVERIFY(engine.allCurrent() && engine.isProven(now));
}

QTEST_GUILESS_MAIN(tst_SyncCensus)
#include "tst_sync_census.moc"
