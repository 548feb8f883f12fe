// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/one_table.h"

#include <QTest>
#include <map>
#include <random>

using namespace one_table;
using What = Ask<Row>::What;

/// The window of retention begins earlier: what was at the server all the time comes in, whatever happens meanwhile.
class tst_SyncWiden : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEverythingOnceMore();
    void olderRowsAreNoNews();
    void olderRowsDoNotMakeTheStreamDeaf();
    void staysCurrentMeanwhile();
    void aPassThatRunsDoesNotCount();
    void outlivesAnInterruption();
    void converges();
};

void tst_SyncWiden::readsEverythingOnceMore()
{
    Desk desk({row(10, 1), row(11, 1)});
    QVERIFY(!desk.table.isWidening());
    desk.table.widen();
    QVERIFY(desk.table.isWidening());
    Ask<Row> ask = desk.next(What::Scan);
    QVERIFY(ask.first);
    desk.table.answered(ask.id, page({row(1, 1), row(10, 1), row(11, 1)}), desk.now);
    QVERIFY(desk.table.isWidening());
    ask = desk.next(What::Scan);
    desk.table.answered(ask.id, page({}), desk.now);
    QVERIFY(!desk.table.isWidening());
    const auto delta = desk.take();
    QCOMPARE(delta.upserts.size(), size_t(1)); // what was known is not told again
    QCOMPARE(delta.upserts.front().id, 1);
    QVERIFY(delta.removals.empty());
}

/// Where a scan is what shows the news of a small table, too.
void tst_SyncWiden::olderRowsAreNoNews()
{
    Desk desk({row(10, 1)});
    desk.table.setLevel({true, true, false});
    desk.take();
    desk.table.widen();
    desk.table.answered(desk.next(What::Scan).id, page({row(1, 1), row(10, 1)}), desk.now);
    TableDelta<Row> news, state;
    desk.table.merge().out().take(10, news, state);
    QCOMPARE(state.upserts.size(), size_t(1));
    QVERIFY(news.upserts.empty());
}

void tst_SyncWiden::olderRowsDoNotMakeTheStreamDeaf()
{
    Desk desk({row(10, 1)});
    desk.table.setLevel({true, true, false});
    for (int quick = 0; quick < 2; ++quick) { // a clean one, after which the stream must bring all that is new
        desk.now += Seconds(60);
        desk.table.answered(desk.next(What::Scan).id, page({row(10, 1)}), desk.now);
        desk.table.answered(desk.next(What::Scan).id, page({}), desk.now);
    }
    desk.table.widen();
    desk.table.answered(desk.next(What::Scan).id, page({row(1, 1), row(2, 1), row(10, 1)}), desk.now);
    desk.now += Seconds(60);
    QVERIFY(!desk.table.takeDeaf(desk.now));
}

void tst_SyncWiden::staysCurrentMeanwhile()
{
    Desk desk({row(10, 1)});
    QVERIFY(desk.table.isCurrent());
    desk.table.widen();
    const Ask<Row> ask = desk.next(What::Scan);
    QVERIFY(desk.table.isCurrent() && desk.table.isComplete());
    desk.table.streamed(row(2, 5), desk.now); // an old row changes before the pass comes to it
    desk.table.streamed(removal(10, 6), desk.now);
    desk.table.answered(ask.id, page({row(1, 1), row(2, 4), row(10, 1)}), desk.now);
    const auto delta = desk.take();
    QVERIFY(std::none_of(delta.upserts.begin(), delta.upserts.end(),
                         [](const Row &r) { return r.id == 10 || r.version == 4; }));
}

void tst_SyncWiden::aPassThatRunsDoesNotCount()
{
    Desk desk({row(10, 1)});
    desk.table.widen();
    const Ask<Row> first = desk.next(What::Scan);
    desk.table.widen(); // further still, after the first page was asked for
    desk.table.answered(first.id, page({}), desk.now);
    QVERIFY(desk.table.isWidening());
    const Ask<Row> second = desk.next(What::Scan);
    QVERIFY(second.first);
    desk.table.answered(second.id, page({}), desk.now);
    QVERIFY(!desk.table.isWidening());
}

void tst_SyncWiden::outlivesAnInterruption()
{
    Desk desk({row(10, 1)});
    desk.table.widen();
    const Ask<Row> lost = desk.next(What::Scan);
    desk.table.setFeed(Feed::None, desk.now);
    desk.table.failed(lost.id, AskFailure::Again, {}, desk.now);
    QVERIFY(desk.table.isWidening());
    QVERIFY(desk.pump().empty());
    desk.now += Seconds(60);
    desk.table.setFeed(Feed::Live, desk.now);
    const Ask<Row> again = desk.next(What::Scan);
    QVERIFY(again.id != 0);
    desk.table.answered(again.id, page({}), desk.now);
    QVERIFY(!desk.table.isWidening());
}

/// Rows below `from` are outside, at the server and in what the stream tells. Everything is late by a random time.
void tst_SyncWiden::converges()
{
    for (unsigned seed = 1; seed <= 3'000; ++seed) {
        std::mt19937 random(seed);
        const auto below = [&random](int n) { return int(random() % unsigned(n)); };
        struct Event
        {
            int at;
            int id;
            qint64 version;
            bool removed;
        };
        struct Flight
        {
            int at;
            Ask<Row> ask;
            AskAnswer<Row> answer;
        };
        std::map<int, qint64> server;
        std::map<int, qint64> copy;
        std::vector<Event> stream;
        std::vector<Flight> flights;
        qint64 version = 0;
        int from = 20;
        for (int id = 0; id < 40; ++id)
            server[id] = ++version;
        SyncTiming timing;
        timing.dirtyDebounce = Micros(1);
        RowSync table(timing);
        table.setFeed(Feed::Live, Micros(0));
        table.trigger(Trigger::FirstLive);
        const auto inside = [&](int id) { return id >= from; };
        const auto told = [&](int id, qint64 v, bool removed) {
            return removed || !inside(id) ? removal(id, v) : row(id, v, int(v));
        };
        const auto ask = [&](const Ask<Row> &what) {
            std::vector<Said<Row>> rows;
            const int limit = what.what == What::Ids ? 70 : 7;
            for (const auto &[id, v] : server) {
                const bool wanted = what.what == What::Ids
                                        ? std::find(what.ids.begin(), what.ids.end(), id) != what.ids.end()
                                        : (!what.after || id > *what.after) && inside(id);
                if (wanted && int(rows.size()) < limit && what.what != What::Delta)
                    rows.push_back(told(id, v, false));
                if (what.what == What::Versions && !rows.empty())
                    rows.back().record.reset();
            }
            return page(std::move(rows));
        };
        const int widenAt = below(60), widenMoreAt = widenAt + 1 + below(9);
        for (int step = 0; step < 400; ++step) {
            const Micros now = Millis(step);
            if (step == widenAt || step == widenMoreAt) {
                from = step == widenAt ? 10 : 0;
                table.widen();
            }
            for (int n = below(3); n > 0 && step < 120; --n) {
                const int id = below(40);
                const bool remove = server.contains(id) && below(3) == 0;
                ++version;
                if (remove)
                    server.erase(id);
                else
                    server[id] = version;
                stream.push_back(
                    {std::max(step + below(6), stream.empty() ? 0 : stream.back().at), id, version, remove});
            }
            while (!stream.empty() && stream.front().at <= step) {
                const Event e = stream.front();
                stream.erase(stream.begin());
                table.streamed(told(e.id, e.version, e.removed), now);
            }
            if (step == 20 && below(2))
                table.trigger(Trigger::Refresh);
            for (size_t i = 0; i < flights.size();) {
                if (flights[i].at > step) {
                    ++i;
                    continue;
                }
                table.answered(flights[i].ask.id, std::move(flights[i].answer), now);
                flights.erase(flights.begin() + qptrdiff(i));
            }
            for (const Ask<Row> &what : table.pump(now))
                flights.push_back({step + 1 + below(5), what, ask(what)});
            TableDelta<Row> news, state;
            table.merge().out().take(10'000, news, state);
            for (const auto *delta : {&news, &state}) {
                for (const auto &id : delta->removals)
                    copy.erase(id);
                for (const Row &r : delta->upserts)
                    copy[r.id] = r.version;
            }
        }
        const QByteArray which = "seed " + QByteArray::number(seed);
        QVERIFY2(!table.isWidening(), which.constData());
        QVERIFY2(copy == server, which.constData());
    }
}

QTEST_GUILESS_MAIN(tst_SyncWiden)
#include "tst_sync_widen.moc"
