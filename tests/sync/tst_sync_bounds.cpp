// SPDX-License-Identifier: GPL-3.0-or-later
// What contracts/supabase.md §4.9 says of bounds (I9) and of honesty (I11), and §4.5 of the triggers, at the engine.
#include "tests/sync/one_table.h"

#include <QTest>

using namespace one_table;

class tst_SyncBounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTriggerLooksAtTheWholeTable();
    void eachWayToLiveIsATrigger();
    void unreadableChangesLeavePassesTheirRest();
    void bug29_removalOfAnUnknownKey();
    void tombstoneCapBeginsThePassAnew();
    void tombstoneCapWaitsForNoTime();
    void keysWithoutARowAreForgotten();
    void removalsThatAreShownAgainAreForgotten();
    void absenceOutranksAnOlderPage();
    void answersFromBeforeAreAskedForAgain();
    void queueOfDirtyKeysDoesNotGrow();
    void bufferKeepsItsOrderWhenItNeverEmpties();
    void liveNeedsAFreshTick();
    void aTickThatIsNeverReadIsNone_data();
    void aTickThatIsNeverReadIsNone();
    void withoutATickLiveNeedsAYoungPass();
    void withoutATickATableThatFailsIsNotLive();
};

void tst_SyncBounds::everyTriggerLooksAtTheWholeTable()
{
    for (int why = int(Trigger::FirstLive); why <= int(Trigger::Refresh); ++why) {
        Desk d({row(1, 1)});
        QVERIFY(d.table.isCurrent());
        d.table.trigger(Trigger(why));
        QVERIFY2(!d.table.isCurrent(), QByteArray::number(why));
        const auto delta = d.pump().at(0);
        QCOMPARE(delta.what, Ask<Row>::What::Delta);
        d.table.answered(delta.id, page({}), d.now);
        QCOMPARE(d.pump().at(0).what, Ask<Row>::What::Versions);
    }
}

void tst_SyncBounds::eachWayToLiveIsATrigger()
{
    SyncEngine<FullRules, Row> engine;
    engine.live(false, Seconds(1)); // T1
    QCOMPARE(engine.triggers(), qint64(1));
    engine.live(true, Seconds(2)); // T5
    QCOMPARE(engine.triggers(), qint64(2));
    engine.interrupted(Seconds(3));
    engine.live(false, Seconds(4)); // T2, T3, T4, T6: all come back this way
    QCOMPARE(engine.triggers(), qint64(3));
}

/// A role that may not read a busy table: each of its changes says only that there was one.
void tst_SyncBounds::unreadableChangesLeavePassesTheirRest()
{
    using What = Ask<Row>::What;
    Desk d({row(1, 1)});
    int passes = 0;
    const auto live = [&](Seconds time, bool frames) {
        for (const Micros end = d.now + time; d.now < end; d.now += Millis(500)) {
            if (frames)
                d.table.streamedUnreadable(d.now);
            for (const auto &ask : d.pump()) {
                passes += ask.what == What::Delta;
                d.table.answered(ask.id, page({}), d.now);
            }
        }
    };
    live(Seconds(120), true);
    QVERIFY2(passes >= 10 && passes <= 16, QByteArray::number(passes));
    QVERIFY(!d.table.isCurrent()); // the last ones are still to be looked for
    QVERIFY(*d.table.nextWake() <= d.now + Seconds(10));
    live(Seconds(15), false);
    QVERIFY(d.table.isCurrent());
}

void tst_SyncBounds::bug29_removalOfAnUnknownKey()
{
    Desk d({row(1, 1)});
    d.table.streamed(removal(99), d.now);
    QVERIFY(d.take().empty());
    QCOMPARE(d.table.merge().rows(), size_t(1));
    QCOMPARE(d.table.merge().dirty(), size_t(0));
}

std::vector<Said<Row>> rowsUpTo(int last)
{
    std::vector<Said<Row>> rows;
    for (int key = 1; key <= last; ++key)
        rows.push_back(row(key, key));
    return rows;
}

void tst_SyncBounds::tombstoneCapBeginsThePassAnew()
{
    SyncTiming timing;
    timing.tombstoneCap = 10;
    Desk d(rowsUpTo(30), timing);
    d.table.trigger(Trigger::Refresh);
    const auto old = d.next(Ask<Row>::What::Versions);
    for (int key = 1; key <= 20; ++key)
        d.table.streamed(removal(key), d.now);
    const auto asks = d.pump(); // no removal may be forgotten while the old pass could contradict it
    QCOMPARE(asks.size(), size_t(1));
    QVERIFY(!asks[0].after && asks[0].id != old.id);
    QVERIFY(!d.table.answered(old.id, page(rowsUpTo(30)), d.now)); // its answer is nobody's
    d.pump();
    QVERIFY(d.table.merge().tombstones() <= 10);
    QCOMPARE(d.take().removals.size(), size_t(20));
}

void tst_SyncBounds::tombstoneCapWaitsForNoTime()
{
    SyncTiming timing;
    timing.tombstoneCap = 10;
    Desk d(rowsUpTo(200), timing);
    for (int key = 1; key <= 200; ++key)
        d.table.streamed(removal(key), d.now);
    d.pump();
    QVERIFY(d.table.merge().tombstones() <= 10);
    QVERIFY(d.table.merge().known() <= 10);
}

/// Truncated events of rows that are gone when they are looked for, and actions on them.
void tst_SyncBounds::keysWithoutARowAreForgotten()
{
    Desk d({row(1, 1)});
    for (int key = 100; key < 200; ++key)
        d.table.streamed(truncated(key, key), d.now);
    d.table.merge().doubt(500);
    for (int fetch = 0; fetch < 2; ++fetch)
        d.table.answered(d.next(Ask<Row>::What::Ids).id, page({}), d.now);
    QCOMPARE(d.table.merge().dirty(), size_t(0));
    d.now += Seconds(600);
    d.pump();
    QCOMPARE(d.table.merge().known(), size_t(1));
}

void tst_SyncBounds::removalsThatAreShownAgainAreForgotten()
{
    Desk d({row(1, 1), row(2, 2)});
    d.table.streamed(removal(2, 3), d.now);
    d.now += Seconds(200);
    const auto answerAll = [&d](bool purged) {
        for (auto asks = d.pump(); !asks.empty(); asks = d.pump()) {
            for (const auto &ask : asks) {
                const bool first = ask.what == Ask<Row>::What::Versions && !ask.after;
                auto rows = first ? std::vector{row(1, 1)} : std::vector<Said<Row>>();
                if (first && !purged)
                    rows.push_back(removal(2, 3)); // a soft removal is a row, too
                d.table.answered(ask.id, page(std::move(rows)), d.now);
            }
        }
    };
    d.table.trigger(Trigger::Refresh);
    answerAll(false);
    QCOMPARE(d.table.merge().known(), size_t(2));
    for (int minutes = 0; minutes < 12; ++minutes, d.now += Seconds(60))
        answerAll(true);
    QCOMPARE(d.table.merge().known(), size_t(1));
}

/// M5 and M4 for a key that never had a row here: a removal is remembered as well.
void tst_SyncBounds::absenceOutranksAnOlderPage()
{
    Desk d({row(1, 1)});
    d.table.trigger(Trigger::Refresh);
    const auto older = d.pump().at(0);
    d.table.streamed(truncated(9, 4), d.now);
    d.pump();
    d.now += Seconds(1);
    const auto ids = d.pump().at(0);
    QCOMPARE(ids.what, Ask<Row>::What::Ids);
    d.table.answered(ids.id, page({}), d.now); // gone
    d.table.answered(older.id, page({row(9, 4)}), d.now);
    QVERIFY(d.take().empty());
    QVERIFY(d.table.merge().isDirty(9)); // asked for once more
}

/// A balancer in front of a copy that is behind, say: everything is forgotten once in ten minutes, and what is asked
/// for meanwhile is neither lost nor asked for without a pause.
void tst_SyncBounds::answersFromBeforeAreAskedForAgain()
{
    using What = Ask<Row>::What;
    Desk d({row(1, 1)});
    Said<Row> event = truncated(1, 9);
    event.seq = 10;
    d.table.streamed(std::move(event), d.now);
    auto late = page({});
    late.seq = 5;
    d.table.trigger(Trigger::Refresh);
    std::map<What, int> asked;
    for (const Micros end = d.now + Seconds(100); d.now < end; d.now += Millis(100)) {
        for (int round = 0; round < 10; ++round) {
            for (const auto &ask : d.pump()) {
                ++asked[ask.what];
                d.table.answered(ask.id, AskAnswer<Row>(late), d.now);
            }
        }
    }
    QVERIFY(d.table.takeRestored());
    QVERIFY2(asked[What::Delta] >= 2 && asked[What::Delta] < 15, QByteArray::number(asked[What::Delta]));
    QVERIFY2(asked[What::Ids] >= 2 && asked[What::Ids] < 15, QByteArray::number(asked[What::Ids]));
    QVERIFY(d.table.merge().isDirty(1));
    late.seq = 11;
    late.total = 1;
    d.now += Seconds(60);
    for (const Micros end = d.now + Seconds(60); d.now < end; d.now += Seconds(1)) {
        for (const auto &ask : d.pump()) {
            if (ask.what != What::Ids) {
                d.table.answered(ask.id, AskAnswer<Row>(late), d.now);
                continue;
            }
            auto now = page({row(1, 9)}, 11);
            d.table.answered(ask.id, std::move(now), d.now);
        }
    }
    QVERIFY(d.table.isCurrent() && d.table.merge().dirty() == 0);
    auto count = d.next(What::Count);
    late.seq = 5;
    d.table.answered(count.id, std::move(late), d.now);
    QCOMPARE(d.next(What::Count).what, What::Count);
}

void tst_SyncBounds::queueOfDirtyKeysDoesNotGrow()
{
    RowSync table;
    auto &merge = table.merge();
    for (qint64 version = 1; version <= 1000; ++version) { // marked by the stream, settled by pages, never fetched
        merge.streamed(truncated(1, version), Seconds(1));
        merge.beginAnswer();
        merge.answered(row(1, version), merge.clock(), 0, false, Seconds(1));
        QCOMPARE(merge.dirty(), size_t(0));
    }
    merge.streamed(truncated(1, 2000), Seconds(1));
    QCOMPARE(merge.queued(), size_t(1));
    QCOMPARE(merge.nextDirty(10), std::vector{1});
}

void tst_SyncBounds::bufferKeepsItsOrderWhenItNeverEmpties()
{
    DeltaBuffer<Row> buffer;
    std::vector<int> seen;
    for (int n = 0; n < 1000; ++n) {
        for (const int key : {2 * n, 2 * n + 1})
            buffer.upsert(Row{key, 1, {}, 0}, true);
        buffer.upsert(Row{2 * n, 2, {}, 7}, true); // in the place of the first
        TableDelta<Row> news, state;
        QCOMPARE(buffer.take(n == 0 ? 1 : 2, news, state), size_t(n == 0 ? 1 : 2));
        for (const Row &row : news.upserts) {
            seen.push_back(row.id);
            QCOMPARE(row.value, row.id % 2 ? 0 : 7);
        }
    }
    QCOMPARE(buffer.size(), size_t(1));
    QCOMPARE(seen.size(), size_t(1999));
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
}

void answerAll(SyncEngine<FullRules, Row> &engine, Micros now)
{
    engine.look(now);
    for (auto asks = engine.of<Row>().pump(now); !asks.empty(); asks = engine.of<Row>().pump(now)) {
        for (const auto &ask : asks)
            engine.of<Row>().answered(ask.id, page({}), now);
    }
}

void tst_SyncBounds::liveNeedsAFreshTick()
{
    SyncEngine<FullRules, Row> engine;
    engine.watch().setTickPeriod(Seconds(10));
    QVERIFY(!engine.isProven(Seconds(0)));
    engine.live(false, Seconds(0));
    answerAll(engine, Seconds(1));
    QVERIFY(engine.allCurrent() && engine.isProven(Seconds(24)));
    QVERIFY(!engine.isProven(Seconds(25))); // however young the passes are
    engine.tick(1, Seconds(26));
    QVERIFY(engine.isProven(Seconds(50)));
    engine.interrupted(Seconds(30));
    QVERIFY(!engine.isProven(Seconds(31)));
    engine.live(false, Seconds(32));
    QVERIFY(!engine.isProven(Seconds(32))); // what came before is no proof of what comes now
    answerAll(engine, Seconds(32));
    QVERIFY(engine.isProven(Seconds(32)));
    engine.look(Seconds(60));
    QVERIFY(engine.takeRejoin() != LinkReason::None);
    engine.interrupted(Seconds(60));
    engine.live(false, Seconds(61)); // joined again, and maybe as deaf as before
    answerAll(engine, Seconds(61));
    QVERIFY(engine.allCurrent() && !engine.isProven(Seconds(62)));
    engine.tick(2, Seconds(63));
    QVERIFY(engine.isProven(Seconds(63)));
}

/// Published, and nobody moves it, or the role may not read it: the rules without ticks, and no loop of joins (§8).
void tst_SyncBounds::aTickThatIsNeverReadIsNone_data()
{
    QTest::addColumn<bool>("frames");
    QTest::addColumn<int>("joins");
    QTest::newRow("none comes") << false << 2;
    QTest::newRow("none can be read") << true << 1;
}

void tst_SyncBounds::aTickThatIsNeverReadIsNone()
{
    QFETCH(bool, frames);
    QFETCH(int, joins);
    SyncEngine<FullRules, Row> engine;
    engine.watch().setTickPeriod(Seconds(15));
    int joined = 0, told = 0;
    Micros now{0};
    const auto join = [&] {
        engine.interrupted(now);
        engine.live(false, now);
        ++joined;
    };
    const auto pass = [&](Seconds time) {
        for (const Micros end = now + time; now < end; now += Seconds(1)) {
            if (frames && now % Seconds(15) == Micros(0))
                engine.watch().unreadableTick();
            answerAll(engine, now);
            told += engine.watch().takeUnticked();
            if (engine.takeRejoin() != LinkReason::None)
                join();
        }
    };
    join();
    pass(Seconds(3600));
    QCOMPARE(joined, joins);
    QCOMPARE(told, 1);
    QCOMPARE(engine.triggers(), qint64(joins));
    QVERIFY(engine.allCurrent() && engine.isProven(now));
    engine.tick(9, now); // granted by now: it counts again
    QVERIFY(engine.isProven(now));
    pass(Seconds(40));
    QCOMPARE(joined, joins + 1);
    engine.tick(10, now);
    engine.tick(12, now);
    QCOMPARE(engine.triggers(), qint64(joins + 2)); // and what was skipped is missed
}

void tst_SyncBounds::withoutATickLiveNeedsAYoungPass()
{
    SyncEngine<FullRules, Row> engine;
    engine.live(false, Seconds(0));
    QVERIFY(!engine.isProven(Seconds(0)));
    answerAll(engine, Seconds(0));
    QVERIFY(engine.allCurrent() && engine.isProven(Seconds(0)));
    for (int at = 0; at < 3600; at += 10) { // a server that answers: proven all the time
        answerAll(engine, Seconds(at));
        QVERIFY(engine.isProven(Seconds(at)));
    }
    QVERIFY(engine.isProven(Seconds(3590 + 29)));
    QVERIFY(!engine.isProven(Seconds(3590 + 30)));
    engine.of<Row>().streamed(row(1, 1), Seconds(3620)); // or an event
    QVERIFY(engine.isProven(Seconds(3649)));
    QVERIFY(!engine.isProven(Seconds(3650)));
}

void tst_SyncBounds::withoutATickATableThatFailsIsNotLive()
{
    SyncEngine<FullRules, Row> engine;
    engine.live(false, Seconds(0));
    answerAll(engine, Seconds(0));
    for (int at = 0; at < 400; at += 10) { // the socket stays open, every read fails
        engine.look(Seconds(at));
        for (const auto &ask : engine.of<Row>().pump(Seconds(at)))
            engine.of<Row>().failed(ask.id, AskFailure::Again, {}, Seconds(at));
    }
    QVERIFY(engine.allCurrent()); // nothing tells of a loss
    QVERIFY(!engine.isProven(Seconds(400)));
}

QTEST_GUILESS_MAIN(tst_SyncBounds)
#include "tst_sync_bounds.moc"
