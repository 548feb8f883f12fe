// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/one_table.h"

#include <QTest>

using namespace one_table;

class tst_SyncMerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requestsOnlyWhenLive();
    void olderEventIsDropped();
    void truncatedEventIsFetchedNotMerged();
    void rowsWithoutAKeyAreToldAndAskedForAgain();
    void nothingIsSettledBeforeRowsThatCanBeReadAgainCame();
    void restIsTheServers();
    void retryAfterIsKeptExactly();
    void answerOlderThanARemovalDoesNotResurrect();
    void softRemovalOutlivesALateEvent();
    void missingRowIsRemovedOnlyIfNobodySpokeOfIt();
    void dirtyKeyStaysWhileItIsSpokenOf();
    void positionsDecideAtL2();
    void secondChangeOfOneCommitIsTaken();
    void oneMorePassAfterATrigger();
    void slowStatementsAskForLess();
    void deniedTableWaits();
    void keysLeadOnWhereTimesDoNot();
    void aPageWithoutKeysIsAskedForWholeAgain();
    void serverThatWasSetBackIsNoticed();
    void tickThatWentBackForgetsEverything();
    void lateTickRejoins();
    void ticksAtTheEndOfAllNumbers();
    void lossShownByADeltaPassRejoins();
    void interruptionForgetsWhatAPassWouldJudge();
    void equalRowsAreNoNewsWithoutVersions();
    void serverThatGotVersionsIsFollowedByThem();
    void dirtyCapBecomesAScan();
    void parentsComeFirst();
    void laterTableSleepsUntilItsTurn();
    void bufferMergesById();
};

void tst_SyncMerge::requestsOnlyWhenLive()
{
    RowSync table;
    table.trigger(Trigger::FirstLive);
    QVERIFY(table.pump(Seconds(1)).empty());
    table.setFeed(Feed::Live, Seconds(2));
    QCOMPARE(table.pump(Seconds(2)).size(), size_t(1));
    QVERIFY(table.pump(Seconds(2)).empty()); // single flight
}

void tst_SyncMerge::olderEventIsDropped()
{
    Desk d({row(1, 5)});
    d.table.streamed(row(1, 4, 7), d.now);
    d.table.streamed(row(1, 5, 7), d.now);
    QVERIFY(d.take().empty());
    QCOMPARE(d.table.merge().counts().dropped, qint64(2));
    d.table.streamed(row(1, 6, 7), d.now);
    QCOMPARE(d.take().upserts.at(0).value, 7);
}

void tst_SyncMerge::truncatedEventIsFetchedNotMerged()
{
    Desk d({row(1, 5)});
    d.table.streamed(truncated(1, 6), d.now);
    QVERIFY(d.take().empty());
    const auto ask = d.next(Ask<Row>::What::Ids);
    QCOMPARE(ask.ids, std::vector{1});
    d.table.answered(ask.id, page({row(1, 6, 3)}), d.now);
    QCOMPARE(d.take().upserts.at(0).value, 3);
    QCOMPARE(d.table.merge().dirty(), size_t(0));
}

/// Rows without a key come with every pass: whose they are is asked key by key, and each of them is asked for again
/// with each reconnect and each reconciliation.
void tst_SyncMerge::rowsWithoutAKeyAreToldAndAskedForAgain()
{
    using What = Ask<Row>::What;
    Desk d({row(1, 5), row(2, 5), row(3, 5)});
    bool garbled = true;
    const auto run = [&] {
        int fetches = 0;
        for (int step = 0; step < 200; ++step, d.now += Millis(200)) {
            for (const auto &ask : d.pump()) {
                AskAnswer<Row> answer;
                const auto give = [&](int id) {
                    if (id == 2 && garbled)
                        ++answer.unreadable.rows;
                    else if (id != 3 || garbled) // the third is gone in the end
                    {
                        answer.rows.push_back(row(id, 5));
                        if (ask.what == What::Versions)
                            answer.rows.back().record.reset();
                    }
                };
                fetches += ask.what == What::Ids;
                if (ask.what == What::Ids)
                    std::ranges::for_each(ask.ids, give);
                else if (ask.what != What::Delta && !ask.after)
                    std::ranges::for_each(std::array{1, 2, 3}, give);
                answer.atEnd = answer.rows.empty() && answer.unreadable.rows == 0;
                if (!answer.rows.empty())
                    answer.last = answer.rows.back().key;
                d.table.answered(ask.id, std::move(answer), d.now);
            }
        }
        return fetches;
    };
    for (int again = 0; again < 5; ++again) {
        d.table.trigger(Trigger::Rejoined);
        QVERIFY(run() >= 1); // each time
        QCOMPARE(d.table.unreadable().rows, qint64(1));
        QCOMPARE(d.table.merge().rows(), size_t(3)); // and the row stays as it was
        QCOMPARE(d.table.merge().dirty(), size_t(0));
    }
    garbled = false;
    d.table.trigger(Trigger::Rejoined);
    run();
    QCOMPARE(d.table.unreadable().rows, qint64(0));
    QCOMPARE(d.table.merge().rows(), size_t(2));
}

/// A reconciliation that can read all keys again does not have the rows yet.
void tst_SyncMerge::nothingIsSettledBeforeRowsThatCanBeReadAgainCame()
{
    using What = Ask<Row>::What;
    Desk d({row(1, 5)});
    const auto reconcile = [&](bool garbled) {
        d.table.trigger(Trigger::Rejoined);
        for (int step = 0; step < 200; ++step, d.now += Millis(200)) {
            for (const auto &ask : d.pump()) {
                if (ask.what == What::Ids)
                    return ask;
                AskAnswer<Row> answer;
                if (ask.what == What::Versions && !ask.after) {
                    answer.rows = {row(1, 5)};
                    if (garbled)
                        ++answer.unreadable.rows;
                    else
                        answer.rows.push_back(row(2, 5));
                    for (Said<Row> &said : answer.rows)
                        said.record.reset();
                    answer.last = answer.rows.back().key;
                }
                answer.atEnd = answer.rows.empty();
                d.table.answered(ask.id, std::move(answer), d.now);
            }
        }
        return Ask<Row>();
    };
    reconcile(true);
    QCOMPARE(d.table.unreadable().rows, qint64(1));
    const auto ask = reconcile(false);
    QCOMPARE(ask.ids, std::vector{2});
    QVERIFY(!d.table.isSettled());
    QVERIFY(d.table.isComplete()); // of what it meant
    d.table.answered(ask.id, page({row(2, 5)}), d.now);
    reconcile(false);
    QVERIFY(d.table.isSettled());
    QCOMPARE(d.table.merge().rows(), size_t(2));
}

/// Not a moment sooner, whatever else happens.
void tst_SyncMerge::restIsTheServers()
{
    Desk d({row(1, 5)});
    const Micros until = d.now + Seconds(120);
    d.table.rest(until);
    d.table.setFeed(Feed::None, d.now);
    d.table.setFeed(Feed::Live, d.now);
    d.table.trigger(Trigger::Rejoined);
    d.table.streamed(truncated(1, 6), d.now);
    QVERIFY(d.pump().empty());
    QCOMPARE(*d.table.nextWake(), until);
    d.now = until - Micros(1);
    QVERIFY(d.pump().empty());
    d.now = until;
    QVERIFY(!d.pump().empty());
}

void tst_SyncMerge::retryAfterIsKeptExactly()
{
    for (const auto wait : {Seconds(1), Seconds(100)}) {
        Desk d({row(1, 5)});
        d.table.trigger(Trigger::Refresh);
        for (int i = 0; i < 8; ++i) { // whatever was tried before
            for (const auto &ask : d.pump())
                d.table.failed(ask.id, AskFailure::Again, Micros(wait), d.now);
            d.now += wait - Micros(1);
            QVERIFY(d.pump().empty());
            d.now += Micros(1);
        }
        QVERIFY(!d.pump().empty());
    }
}

void tst_SyncMerge::answerOlderThanARemovalDoesNotResurrect()
{
    Desk d({row(1, 5)});
    d.table.trigger(Trigger::Refresh);
    const auto ask = d.pump().at(0); // a delta pass, on its way
    d.table.streamed(removal(1), d.now);
    d.table.answered(ask.id, page({row(1, 5)}), d.now);
    const auto out = d.take();
    QCOMPARE(out.removals, std::vector{1});
    QVERIFY(out.upserts.empty());
}

void tst_SyncMerge::softRemovalOutlivesALateEvent()
{
    Desk d({row(1, 5)});
    d.table.trigger(Trigger::Refresh);
    d.table.answered(d.pump().at(0).id, page({removal(1, 9)}), d.now);
    d.table.streamed(row(1, 8), d.now); // the stream is behind the answer
    const auto out = d.take();
    QCOMPARE(out.removals, std::vector{1});
    d.table.streamed(row(1, 10, 4), d.now);
    QCOMPARE(d.take().upserts.at(0).value, 4);
}

void tst_SyncMerge::missingRowIsRemovedOnlyIfNobodySpokeOfIt()
{
    Desk d({row(1, 1), row(2, 2)});
    d.table.trigger(Trigger::Refresh);
    const auto ask = d.next(Ask<Row>::What::Versions);
    d.table.streamed(row(2, 3), d.now);
    d.table.streamed(row(3, 4), d.now);
    d.take();
    d.table.answered(ask.id, page({}), d.now); // shows neither 1, 2 nor 3
    const auto out = d.take();
    QCOMPARE(out.removals, std::vector{1});
    QVERIFY(d.table.merge().isDirty(2));
    QVERIFY(d.table.merge().isDirty(3));
}

void tst_SyncMerge::dirtyKeyStaysWhileItIsSpokenOf()
{
    Desk d({row(1, 5)});
    d.table.streamed(truncated(1, 6), d.now);
    const auto ask = d.next(Ask<Row>::What::Ids);
    d.table.streamed(truncated(1, 7), d.now);
    d.table.answered(ask.id, page({row(1, 6)}), d.now);
    QVERIFY(d.table.merge().isDirty(1));
    const auto again = d.next(Ask<Row>::What::Ids);
    d.table.answered(again.id, page({row(1, 7)}), d.now);
    QVERIFY(!d.table.merge().isDirty(1));
}

void tst_SyncMerge::positionsDecideAtL2()
{
    Desk d({row(1, 5)});
    auto event = row(1, 6);
    event.seq = 60;
    d.table.streamed(std::move(event), d.now);
    d.table.trigger(Trigger::Refresh);
    d.table.answered(d.next(Ask<Row>::What::Versions).id, page({}, 70), d.now); // at commit 70 there was no such row
    QCOMPARE(d.take().removals, std::vector{1});
    auto late = row(1, 9);
    late.seq = 65;
    d.table.streamed(std::move(late), d.now);
    QVERIFY(d.take().empty());
}

void tst_SyncMerge::secondChangeOfOneCommitIsTaken()
{
    Desk d;
    auto first = row(1, 1), second = row(1, 2, 8);
    first.seq = second.seq = 10;
    d.table.streamed(std::move(first), d.now);
    d.table.streamed(std::move(second), d.now);
    QCOMPARE(d.take().upserts.at(0).value, 8);
}

void tst_SyncMerge::oneMorePassAfterATrigger()
{
    Desk d({row(1, 1)});
    d.table.trigger(Trigger::Refresh);
    auto ask = d.pump().at(0);
    QVERIFY(!d.table.isCurrent());
    for (int i = 0; i < 5; ++i)
        d.table.trigger(Trigger::Rejoined);
    int passes = 0;
    for (; passes < 10; ++passes) {
        d.table.answered(ask.id, page({}), d.now);
        const auto more = d.pump();
        if (more.empty())
            break;
        ask = more.at(0);
    }
    QVERIFY(d.table.isCurrent());
    QCOMPARE(passes, 2); // reconciliation and one more delta pass, not five
}

void tst_SyncMerge::slowStatementsAskForLess()
{
    RowSync table;
    table.setFeed(Feed::Live, Seconds(1));
    table.trigger(Trigger::FirstLive);
    auto ask = table.pump(Seconds(1)).at(0);
    QCOMPARE(ask.limit, 1000);
    table.failed(ask.id, AskFailure::TooSlow, {}, Seconds(1));
    QVERIFY(table.pump(Seconds(1)).empty()); // not at once
    ask = table.pump(Seconds(2)).at(0);
    QCOMPARE(ask.limit, 500);
}

void tst_SyncMerge::deniedTableWaits()
{
    RowSync table;
    table.setFeed(Feed::Live, Seconds(1));
    table.trigger(Trigger::FirstLive);
    const auto ask = table.pump(Seconds(1)).at(0);
    table.failed(ask.id, AskFailure::Denied, {}, Seconds(1));
    QVERIFY(table.isDenied());
    QVERIFY(table.pump(Seconds(60)).empty());
    QCOMPARE(*table.nextWake(), Micros(Seconds(61)));
    QCOMPARE(table.pump(Seconds(61)).size(), size_t(1));
}

/// A page full of rows whose times cannot be read does not say where the next one begins, today or tomorrow.
void tst_SyncMerge::keysLeadOnWhereTimesDoNot()
{
    using What = Ask<Row>::What;
    Desk d({row(1, 5)});
    d.table.trigger(Trigger::Rejoined);
    bool settled = false;
    for (int step = 0; step < 100; ++step, d.now += Seconds(1)) {
        for (const auto &ask : d.pump()) {
            if (ask.what == What::Delta)
                d.table.failed(ask.id, AskFailure::NoWayOn, {}, d.now);
            else if (ask.what == What::Ids)
                d.table.answered(ask.id, page({row(2, 5)}), d.now);
            else
                d.table.answered(ask.id, ask.after ? page({}) : page({row(1, 5), row(2, 5)}), d.now);
        }
        settled |= d.table.isSettled();
    }
    QVERIFY(settled);
    QCOMPARE(d.table.merge().rows(), size_t(2));
}

/// Nor does half of such a page, which a slow server was asked for: the next try may reach beyond them.
void tst_SyncMerge::aPageWithoutKeysIsAskedForWholeAgain()
{
    RowSync table;
    table.setFeed(Feed::Live, Seconds(1));
    table.trigger(Trigger::FirstLive);
    Micros now = Seconds(1);
    table.failed(table.pump(now).at(0).id, AskFailure::TooSlow, {}, now);
    now += Seconds(1);
    const auto half = table.pump(now).at(0);
    QCOMPARE(half.limit, 500);
    table.failed(half.id, AskFailure::NoWayOn, {}, now);
    now += Seconds(60);
    QCOMPARE(table.pump(now).at(0).limit, 1000);
}

void tst_SyncMerge::serverThatWasSetBackIsNoticed()
{
    Desk d({row(1, 500)});
    d.table.trigger(Trigger::Refresh);
    d.table.answered(d.pump().at(0).id, page({row(1, 3)}), d.now);
    QVERIFY(d.table.takeRestored());
    QVERIFY(!d.table.takeRestored());
    QVERIFY(d.take().empty()); // I2 holds until everything is read again
}

void tst_SyncMerge::tickThatWentBackForgetsEverything()
{
    SyncEngine<FullRules, Row> engine;
    engine.live(false, Seconds(1));
    engine.tick(41, Seconds(2));
    engine.of<Row>().streamed(row(1, 1), Seconds(2));
    engine.tick(1, Seconds(3));
    engine.look(Seconds(3));
    QVERIFY(engine.takeReset());
    QCOMPARE(engine.of<Row>().merge().rows(), size_t(0));
    QCOMPARE(engine.of<Row>().pump(Seconds(3)).at(0).what, Ask<Row>::What::Scan);
}

void tst_SyncMerge::lateTickRejoins()
{
    SyncEngine<FullRules, Row> engine;
    engine.watch().setTickPeriod(Seconds(10));
    engine.live(false, Seconds(0));
    engine.tick(1, Seconds(10));
    engine.tick(3, Seconds(30)); // one was dropped: catch up
    QCOMPARE(engine.triggers(), qint64(2));
    QVERIFY(engine.watch().isFresh(Seconds(54)));
    engine.look(Seconds(54));
    QCOMPARE(engine.takeRejoin(), LinkReason::None);
    QVERIFY(!engine.watch().isFresh(Seconds(55)));
    engine.look(Seconds(55));
    QVERIFY(engine.takeRejoin() != LinkReason::None);
}

void tst_SyncMerge::ticksAtTheEndOfAllNumbers()
{
    constexpr auto least = std::numeric_limits<qint64>::min(), most = std::numeric_limits<qint64>::max();
    LinkWatch watch;
    QCOMPARE(watch.tick(most - 1, {}), LinkWatch::Tick::Expected);
    QCOMPARE(watch.tick(most, {}), LinkWatch::Tick::Expected);
    QCOMPARE(watch.tick(least, {}), LinkWatch::Tick::WentBack);
    QCOMPARE(watch.tick(most, {}), LinkWatch::Tick::Skipped);
}

void tst_SyncMerge::lossShownByADeltaPassRejoins()
{
    Desk d({row(1, 1)});
    d.table.answered(d.next(Ask<Row>::What::Delta).id, page({}),
                     d.now); // clean: from now on the stream must bring news
    const auto ask = d.next(Ask<Row>::What::Delta);
    d.table.answered(ask.id, page({row(1, 9), row(2, 10)}), d.now);
    d.table.streamed(row(1, 9), d.now);
    QVERIFY(!d.table.takeDeaf(d.now + Seconds(29)));
    QVERIFY(d.table.takeDeaf(d.now + Seconds(30)));
}

/// A clean pass that goes on after an interruption says nothing of the stream: the gap's own catch-up brings news that
/// the stream never had. The same for a trigger without an interruption.
void tst_SyncMerge::interruptionForgetsWhatAPassWouldJudge()
{
    for (const bool interrupted : {true, false}) {
        Desk d({row(1, 1)});
        const auto clean = d.next(Ask<Row>::What::Delta); // the confirm pass
        if (interrupted) {
            d.table.setFeed(Feed::None, d.now);
            d.table.setFeed(Feed::Live, d.now += Seconds(5));
        }
        d.table.trigger(Trigger::Rejoined);
        d.table.answered(clean.id, page({}), d.now);
        for (int round = 0; round < 3; ++round) { // the catch-up of the gap, and what a watched one would be
            for (auto asks = d.pump(); !asks.empty(); asks = d.pump()) {
                for (const auto &ask : asks) {
                    const bool shows = ask.what == Ask<Row>::What::Delta && !ask.after && round == 0;
                    d.table.answered(ask.id, shows ? page({row(2, 9)}) : page({}), d.now);
                }
            }
        }
        QCOMPARE(d.take().upserts.size(), size_t(1));
        QVERIFY(!d.table.takeDeaf(d.now + Seconds(31)));
    }
}

/// L0: a digest stands for the version that is not there.
Said<Row> digested(int id, int value)
{
    Said<Row> s = row(id, 1, value);
    s.version.reset();
    s.digest = 100 + value;
    return s;
}

void tst_SyncMerge::equalRowsAreNoNewsWithoutVersions()
{
    for (const bool seeded : {false, true}) {
        Desk d(seeded ? std::vector<Said<Row>>() : std::vector{digested(1, 3), digested(2, 3)});
        d.table.setLevel({false, false, true});
        if (seeded) {
            d.table.merge().seed(1, 0, 103);
            d.table.merge().seed(2, 0, 103);
        }
        d.table.answered(d.next(Ask<Row>::What::Delta).id, page({digested(1, 3), digested(2, 4)}), d.now);
        auto out = d.take();
        QCOMPARE(out.upserts.size(), size_t(1));
        QCOMPARE(out.upserts[0].id, 2);
        d.table.streamed(digested(2, 4), d.now); // its event comes after the answer
        QVERIFY(d.take().empty());
        d.table.streamed(digested(2, 3), d.now); // a value may come back
        QCOMPARE(d.take().upserts.size(), size_t(1));
        d.table.streamed(removal(2), d.now);
        QCOMPARE(d.take().removals, std::vector{2});
        d.table.streamed(digested(2, 3), d.now); // as it was, but it had gone
        QCOMPARE(d.take().upserts.size(), size_t(1));
        QCOMPARE(d.table.merge().dirty(), size_t(0));
    }
}

/// And that shows what it holds against the digest of before, however large that is.
void tst_SyncMerge::serverThatGotVersionsIsFollowedByThem()
{
    Desk d({digested(1, 3)});
    d.table.streamed(row(1, 2, 4), d.now);
    QCOMPARE(d.take().upserts.at(0).value, 4);
    d.table.streamed(row(1, 1, 5), d.now);
    QVERIFY(d.take().empty());
}

void tst_SyncMerge::dirtyCapBecomesAScan()
{
    SyncTiming timing;
    timing.dirtyCap = 10;
    Desk d({row(1, 1)}, timing);
    for (int key = 100; key < 120; ++key)
        d.table.streamed(truncated(key, key), d.now);
    QCOMPARE(d.pump().at(0).what, Ask<Row>::What::Scan);
}

struct Child
{
    int id = 0;
    qint64 version = 0;
    Instant updatedAt;
};

void tst_SyncMerge::parentsComeFirst()
{
    SyncEngine<FullRules, Row, Child> engine;
    engine.live(false, Seconds(1));
    const auto ask = engine.of<Row>().pump(Seconds(1), engine.mayPass<Row>());
    QVERIFY(engine.of<Child>().pump(Seconds(1), engine.mayPass<Child>()).empty());
    engine.of<Row>().answered(ask.at(0).id, page({}), Seconds(2));
    QCOMPARE(engine.of<Child>().pump(Seconds(2), engine.mayPass<Child>()).size(), size_t(1));
}

void tst_SyncMerge::laterTableSleepsUntilItsTurn()
{
    SyncEngine<FullRules, Row, Child> engine;
    engine.live(false, Seconds(1));
    engine.of<Row>().pump(Seconds(1), engine.mayPass<Row>());
    engine.of<Child>().pump(Seconds(1), engine.mayPass<Child>());
    QVERIFY(!engine.nextWake() || *engine.nextWake() > Seconds(1));
}

void tst_SyncMerge::bufferMergesById()
{
    DeltaBuffer<Row> buffer;
    buffer.upsert(Row{1, 1, {}, 1}, false);
    buffer.upsert(Row{2, 1, {}, 1}, true);
    buffer.upsert(Row{1, 2, {}, 5}, true); // state that became news
    buffer.remove(2, true);
    QCOMPARE(buffer.size(), size_t(2));
    TableDelta<Row> news, state;
    QCOMPARE(buffer.take(1, news, state), size_t(1));
    QCOMPARE(news.upserts.at(0).value, 5);
    buffer.upsert(Row{1, 3, {}, 6}, true);
    QCOMPARE(buffer.take(10, news, state), size_t(2));
    QCOMPARE(news.removals, std::vector{2});
    QCOMPARE(news.upserts.size(), size_t(2));
    QVERIFY(state.empty());
    QCOMPARE(buffer.size(), size_t(0));
}

QTEST_GUILESS_MAIN(tst_SyncMerge)
#include "tst_sync_merge.moc"
