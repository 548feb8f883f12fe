// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that no stream tells of, at the engine: read, rested by what the server bears, read again.
#include "tests/sync/one_table.h"

#include <QTest>

using namespace one_table;

using What = Ask<Row>::What;

/// Nothing but passes.
SyncTiming uncounted()
{
    SyncTiming timing;
    timing.countEvery = std::chrono::hours(1);
    return timing;
}

class tst_SyncPolled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadAndReadAgainAfterARest();
    void whatALaterPassShowsIsNews();
    void aSlowServerIsAskedLess();
    void noRestIsLong();
    void whatFailedDoesNotLengthenTheRest();
    void theTimeOfAnOutageIsNotThePasss();
    void withoutUpdatedAtTheWholeIsReadAgain();
    void goingLiveRunsTheWholeCatchUp();
    void nothingIsReadBetweenTheTwo();
    void oneTableIsPolledBesideALiveOne();
};

void tst_SyncPolled::isReadAndReadAgainAfterARest()
{
    RowSync table(uncounted());
    QVERIFY(table.pump(Seconds(0)).empty());
    table.setFeed(Feed::Polled, Seconds(1));
    const auto scan = table.pump(Seconds(1)).at(0);
    QCOMPARE(scan.what, What::Scan);
    table.answered(scan.id, page({row(1, 1)}), Seconds(1));
    table.answered(table.pump(Seconds(1)).at(0).id, page({}), Seconds(2));
    QVERIFY(table.isComplete() && table.isPolled() && !table.isCurrent());
    for (int at = 2; at < 300;) {
        QVERIFY(table.pump(Seconds(at)).empty());
        QCOMPARE(*table.nextWake(), Micros(Seconds(at + 20)));
        at += 20;
        const auto delta = table.pump(Seconds(at)).at(0);
        QCOMPARE(delta.what, What::Delta);
        table.answered(delta.id, page({}), Seconds(at));
    }
}

/// Or the feed would tell of nothing for as long as there is no stream.
void tst_SyncPolled::whatALaterPassShowsIsNews()
{
    RowSync table(uncounted());
    const auto pass = [&table](Seconds at, int version) {
        table.answered(table.pump(at).at(0).id, page({row(1, version)}), at);
        table.answered(table.pump(at).at(0).id, page({}), at);
        TableDelta<Row> news, state;
        table.merge().out().take(10, news, state);
        return std::pair(news.upserts.size(), state.upserts.size());
    };
    table.setFeed(Feed::Polled, Seconds(0));
    QCOMPARE(pass(Seconds(0), 1), std::pair(size_t(0), size_t(1))); // what was before is none
    QCOMPARE(pass(Seconds(20), 2), std::pair(size_t(1), size_t(0)));
    QCOMPARE(pass(Seconds(40), 3), std::pair(size_t(1), size_t(0)));
}

void tst_SyncPolled::aSlowServerIsAskedLess()
{
    RowSync table(uncounted());
    table.setFeed(Feed::Polled, Seconds(0));
    table.answered(table.pump(Seconds(0)).at(0).id, page({}), Seconds(4));
    QCOMPARE(table.pollRest(), Micros(Seconds(40)));
    QCOMPARE(*table.nextWake(), Micros(Seconds(44)));
    table.answered(table.pump(Seconds(44)).at(0).id, page({}), Seconds(45)); // it is quick again
    QCOMPARE(table.pollRest(), Micros(Seconds(20)));
    const auto late = table.pump(Seconds(65)).at(0); // refused, with a wait of its own
    table.failed(late.id, AskFailure::Again, Seconds(30), Seconds(65));
    QVERIFY(table.pump(Seconds(94)).empty());
    QCOMPARE(table.pump(Seconds(95)).at(0).what, What::Delta);
}

/// Or nothing that happened meanwhile would be seen within 90 s, however quick the server is by now.
void tst_SyncPolled::noRestIsLong()
{
    RowSync table(uncounted());
    table.setFeed(Feed::Polled, Seconds(0));
    table.answered(table.pump(Seconds(0)).at(0).id, page({}), Seconds(600));
    QCOMPARE(table.pollRest(), Micros(Seconds(50)));
    QCOMPARE(table.pump(Seconds(650)).at(0).what, What::Delta);
}

/// Requests that hang, and the waits after them, say nothing of how slow the server is. A page that it gave up does.
void tst_SyncPolled::whatFailedDoesNotLengthenTheRest()
{
    for (const auto failure : {AskFailure::Again, AskFailure::Denied, AskFailure::TooSlow}) {
        RowSync table(uncounted());
        table.setFeed(Feed::Polled, Seconds(0));
        Micros now{0};
        for (const Seconds after : {Seconds(0), Seconds(100)}) { // the second time the server named
            const auto scan = table.pump(now).at(0);
            now += Seconds(30);
            table.failed(scan.id, failure, after, now);
            now = *table.nextWake();
        }
        table.answered(table.pump(now).at(0).id, page({row(1, 1)}), now + Seconds(1));
        table.answered(table.pump(now + Seconds(1)).at(0).id, page({}), now + Seconds(3));
        QVERIFY(table.isComplete());
        QCOMPARE(table.pollRest(), Micros(Seconds(failure == AskFailure::TooSlow ? 50 : 30)));
    }
}

void tst_SyncPolled::theTimeOfAnOutageIsNotThePasss()
{
    Desk d({row(1, 1)});
    d.table.trigger(Trigger::Refresh);
    const auto delta = d.pump().at(0);
    d.table.setFeed(Feed::None, d.now);
    d.now += Seconds(600);
    d.table.setFeed(Feed::Polled, d.now);
    d.table.answered(delta.id, page({}), d.now);
    QCOMPARE(d.table.pollRest(), Micros(Seconds(20)));
}

void tst_SyncPolled::withoutUpdatedAtTheWholeIsReadAgain()
{
    RowSync table;
    table.setLevel({false, false, false});
    table.setFeed(Feed::Polled, Seconds(0));
    table.answered(table.pump(Seconds(0)).at(0).id, page({}), Seconds(0));
    QVERIFY(table.pump(Seconds(19)).empty());
    QCOMPARE(table.pump(Seconds(20)).at(0).what, What::Scan);
}

/// What was read without a stream is a base and nothing more: contracts/supabase.md §4.5.
void tst_SyncPolled::goingLiveRunsTheWholeCatchUp()
{
    SyncEngine<FullRules, Row> engine;
    auto &table = engine.of<Row>();
    engine.setPolled(true, Seconds(0));
    table.answered(table.pump(Seconds(0)).at(0).id, page({row(1, 1)}), Seconds(0));
    table.answered(table.pump(Seconds(0)).at(0).id, page({}), Seconds(0));
    QVERIFY(table.pump(Seconds(1)).empty());
    engine.live(false, Seconds(1));
    QVERIFY(!engine.isPolled() && !table.isPolled() && !engine.allCurrent());
    const auto delta = table.pump(Seconds(1)).at(0);
    QCOMPARE(delta.what, What::Delta);
    table.answered(delta.id, page({}), Seconds(1));
    QCOMPARE(table.pump(Seconds(1)).at(0).what, What::Versions);
}

void tst_SyncPolled::nothingIsReadBetweenTheTwo()
{
    SyncEngine<FullRules, Row> engine;
    engine.live(false, Seconds(0));
    engine.interrupted(Seconds(1));
    QVERIFY(engine.of<Row>().pump(Seconds(2)).empty() && !engine.of<Row>().nextWake());
    engine.setPolled(true, Seconds(6));
    QCOMPARE(engine.of<Row>().pump(Seconds(6)).at(0).what, What::Scan);
    engine.setPolled(false, Seconds(7)); // signed out, say
    QVERIFY(!engine.of<Row>().nextWake());
}

void tst_SyncPolled::oneTableIsPolledBesideALiveOne()
{
    struct Other : Row
    {
    };
    SyncEngine<FullRules, Row, Other> engine;
    engine.setStreamed(1, false);
    engine.live(false, Seconds(0));
    auto &live = engine.of<Row>();
    auto &polled = engine.of<Other>();
    QVERIFY(!live.isPolled() && polled.isPolled());
    live.answered(live.pump(Seconds(0)).at(0).id, page({}), Seconds(0));
    QVERIFY(!engine.allCurrent());
    AskAnswer<Other> end;
    end.atEnd = true;
    polled.answered(polled.pump(Seconds(0)).at(0).id, std::move(end), Seconds(0));
    QVERIFY(engine.allCurrent() && !polled.isCurrent());
    QCOMPARE(*polled.nextWake(), Micros(Seconds(20)));
    engine.interrupted(Seconds(1));
    QVERIFY(!polled.isPolled());
    engine.setStreamed(1, true); // published meanwhile
    engine.live(false, Seconds(2));
    QVERIFY(!polled.isPolled() && !engine.allCurrent());
}

QTEST_GUILESS_MAIN(tst_SyncPolled)
#include "tst_sync_polled.moc"
