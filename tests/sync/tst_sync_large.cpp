// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are too large to come together come alone; one that is too large alone is passed over and told. Nothing is
// asked for again and again.
#include "tests/marked_words.h"
#include "tests/sync/one_table.h"
#include "tests/sync/worker_bench.h"

#include <QTest>
#include <QUrlQuery>

using namespace one_table;
using namespace Qt::StringLiterals;

namespace {

constexpr int bound = 100;

/// A table whose rows have sizes, at a server whose answers have a bound.
struct Server
{
    struct Entry
    {
        qint64 version = 0;
        int size = 1;
    };
    std::map<int, Entry> rows;
    bool versions = true;
    int asks = 0, tooLarge = 0;

    std::optional<AskAnswer<Row>> answer(const Ask<Row> &ask)
    {
        using What = Ask<Row>::What;
        std::vector<std::pair<Instant, int>> shown; // in the order of the ask
        for (const auto &[key, entry] : rows) {
            const Instant at{Seconds(entry.version)};
            const std::pair place{ask.what == What::Delta ? at : Instant(), key};
            const bool isAsked =
                ask.what == What::Ids ? std::ranges::count(ask.ids, key) > 0
                : ask.after
                    ? place > std::pair(ask.afterAt && ask.what == What::Delta ? *ask.afterAt : Instant(), *ask.after)
                    : !ask.since || at >= *ask.since;
            if (isAsked)
                shown.push_back(place);
        }
        std::ranges::sort(shown);
        if (shown.size() > size_t(ask.limit))
            shown.resize(size_t(ask.limit));
        const bool bare = ask.bare || ask.what == What::Versions;
        int size = 0;
        std::vector<Said<Row>> said;
        AskAnswer<Row> a;
        for (const auto &place : shown) {
            const Entry &entry = rows[place.second];
            size += bare ? 1 : entry.size;
            Said<Row> s = row(place.second, entry.version);
            a.newest = a.lastAt = s.record->updatedAt;
            a.last = s.key;
            if (!versions) {
                s.version.reset();
                s.digest = entry.version; // of a row shown bare: of its updated_at
            }
            if (bare)
                s.record.reset();
            said.push_back(std::move(s));
        }
        ++asks;
        if (size > bound)
            return ++tooLarge, std::nullopt;
        a.atEnd = said.empty();
        a.rows = std::move(said);
        return a;
    }
};

struct Bench
{
    explicit Bench(bool versions = true)
    {
        server.versions = versions;
        table.setLevel({versions, versions, true});
        table.setFeed(Feed::Live, now);
        table.trigger(Trigger::FirstLive);
    }
    void run(Micros time)
    {
        for (const Micros end = now + time; now < end; now += Millis(100)) {
            for (const auto &ask : table.pump(now)) {
                if (ask.what == Ask<Row>::What::Count)
                    table.answered(ask.id, {}, now);
                else if (auto answer = server.answer(ask))
                    table.answered(ask.id, std::move(*answer), now);
                else
                    table.failed(ask.id, AskFailure::TooLarge, {}, now);
            }
        }
    }
    bool holdsAllBut(size_t missing) const
    {
        return table.isCurrent() && table.merge().rows() == server.rows.size() - missing && table.merge().dirty() == 0;
    }

    Micros now = Seconds(1'000);
    Server server;
    RowSync table{[] {
        SyncTiming timing;
        timing.pageSize = 64;
        timing.pageSizeMin = 8;
        timing.idsPerFetch = 16;
        return timing;
    }()};
};

} // namespace

class tst_SyncLarge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsComeInParts_data();
    void rowsComeInParts();
    void aRowThatIsTooLargeAloneIsPassedOver_data();
    void aRowThatIsTooLargeAloneIsPassedOver();
    void aFirstLoadByKeysAloneEndsWithItsRows_data();
    void aFirstLoadByKeysAloneEndsWithItsRows();
    void deafnessIsNoticedBesideATooLargeRow();
    void whatNothingMakesSmallerIsAskedForLessAndLess();
    void throughTheWorker_data();
    void throughTheWorker();
};

void tst_SyncLarge::rowsComeInParts_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {2, 11, 13, 30, 60, 100})
        QTest::addRow("%d of %d", size, bound) << size;
}

void tst_SyncLarge::rowsComeInParts()
{
    QFETCH(int, size);
    Bench b;
    for (int key = 1; key <= 300; ++key)
        b.server.rows[key] = {key, size};
    b.run(Seconds(200));
    QVERIFY(b.holdsAllBut(0));
    QVERIFY(b.table.tooLarge().empty());
    QVERIFY2(b.server.tooLarge * 2 <= b.server.asks, QByteArray::number(b.server.tooLarge));
}

void tst_SyncLarge::aRowThatIsTooLargeAloneIsPassedOver_data()
{
    QTest::addColumn<bool>("versions");
    QTest::newRow("L1") << true;
    QTest::newRow("L0") << false;
}

void tst_SyncLarge::aRowThatIsTooLargeAloneIsPassedOver()
{
    QFETCH(bool, versions);
    Bench b(versions);
    for (int key = 1; key <= 300; ++key)
        b.server.rows[key] = {key, 1};
    b.server.rows[77].size = b.server.rows[300].size = bound + 1; // 300 changed last: each delta pass shows it
    b.run(Seconds(60));
    QVERIFY(b.holdsAllBut(2));
    QCOMPARE(b.table.tooLarge().size(), size_t(2));
    QCOMPARE(b.table.tooLarge().begin()->first, 77);

    b.server.asks = b.server.tooLarge = 0;
    b.run(Seconds(600));
    QVERIFY2(b.server.tooLarge <= 4 && b.server.asks < 600 / 20 * 60, QByteArray::number(b.server.tooLarge));
    QCOMPARE(b.table.tooLarge().size(), size_t(2));

    b.server.rows[5] = {301, 1}; // others go on
    b.server.rows[77] = {302, bound / 2};
    b.run(Seconds(70));
    QCOMPARE(b.table.tooLarge().size(), size_t(1));
    QVERIFY(b.holdsAllBut(1));
    b.server.rows.erase(300);
    b.run(Seconds(20 * 60));
    QVERIFY(b.table.tooLarge().empty());
    QVERIFY(b.holdsAllBut(0));
}

void tst_SyncLarge::aFirstLoadByKeysAloneEndsWithItsRows_data()
{
    QTest::addColumn<bool>("versions");
    QTest::newRow("L1") << true;
    QTest::newRow("L0") << false;
}

/// Pages that tell the keys alone are through long before the rows are.
void tst_SyncLarge::aFirstLoadByKeysAloneEndsWithItsRows()
{
    QFETCH(bool, versions);
    Bench b(versions);
    for (int key = 1; key <= 300; ++key)
        b.server.rows[key] = {key, bound / 2};
    b.server.rows[77].size = bound + 1;
    const auto held = [&b] { return b.table.merge().rows(); };
    while (held() < 20)
        b.run(Millis(100));
    Said<Row> event = row(300, 301); // is no load
    b.server.rows[300].version = 301;
    if (!versions) {
        event.version.reset();
        event.digest = 301;
    }
    b.table.streamed(std::move(event), b.now);
    for (int step = 0; held() < 299; ++step) {
        QVERIFY2(!b.table.isComplete() && !b.table.isSettled() && !b.table.isCurrent(), QByteArray::number(held()));
        QVERIFY(step < 6000);
        b.run(Millis(100));
    }
    b.run(Seconds(60)); // for the one that never comes
    QVERIFY(b.table.isComplete() && b.table.isCurrent());
    TableDelta<Row> news, state;
    b.table.merge().out().take(1000, news, state);
    QCOMPARE(news.upserts.size(), size_t(1));
    QCOMPARE(state.upserts.size(), size_t(298));

    b.server.rows[5] = {400, 1};
    b.server.rows[301] = {401, 1};
    b.run(Seconds(120));
    QCOMPARE(b.table.merge().rows(), size_t(300));
    b.table.merge().out().take(1000, news, state);
    QCOMPARE(news.upserts.size(), size_t(3));
    QCOMPARE(state.upserts.size(), size_t(298));
}

/// Such a row makes the pages of delta passes bare; what they name is news that the stream never had all the same.
void tst_SyncLarge::deafnessIsNoticedBesideATooLargeRow()
{
    Bench b;
    for (int key = 1; key <= 20; ++key)
        b.server.rows[key] = {key, 1};
    b.server.rows[20].size = bound + 1;
    b.run(Seconds(120));
    QVERIFY(b.holdsAllBut(1));
    QVERIFY(!b.table.takeDeaf(b.now));
    b.server.rows[5] = {30, 1};
    b.run(Seconds(120));
    QVERIFY(b.holdsAllBut(1));
    QVERIFY(b.table.takeDeaf(b.now));
}

/// A server that refuses each answer, whatever is asked for, is no cause for a loop.
void tst_SyncLarge::whatNothingMakesSmallerIsAskedForLessAndLess()
{
    Bench b;
    int asks = 0;
    for (const Micros end = b.now + Seconds(300); b.now < end; b.now += Millis(100)) {
        for (const auto &ask : b.table.pump(b.now)) {
            ++asks;
            b.table.failed(ask.id, AskFailure::TooLarge, {}, b.now);
        }
    }
    QVERIFY2(asks < 30, QByteArray::number(asks));
    QVERIFY(b.table.isStuck() && !b.table.isComplete());
}

void tst_SyncLarge::throughTheWorker_data()
{
    QTest::addColumn<bool>("versions");
    QTest::newRow("L1") << true;
    QTest::newRow("L0") << false;
}

/// With the bound of HttpClient, 64 kB here. A row that shrinks is found by the next delta pass.
void tst_SyncLarge::throughTheWorker()
{
    QFETCH(bool, versions);
    std::map<QString, int> sizes;
    for (int n = 10; n < 40; ++n)
        sizes[u"p%1"_s.arg(n)] = 10'000;
    sizes[u"p17"_s] = 70'000;
    int version = 1, deltaPages = 0;
    WorkerBench b([](SyncWorker::Settings &s) {
        s.largestAnswer = 64 << 10;
        s.timing.pageSize = 32;
        s.timing.pageSizeMin = 8;
        s.timing.quietEvery = Millis(200);
    });
    b.tables.answer = [&](const FakeHttp::Request &request) {
        if (!request.target.startsWith("/rest/v1/packages?") || request.headers.contains("prefer"))
            return b.answer(request);
        if (!versions && request.target.contains("version"))
            return FakeHttp::respond(400, R"({"code":"42703","message":"column packages.version does not exist"})");
        const QUrlQuery query(QString::fromUtf8(request.target.mid(request.target.indexOf('?') + 1)));
        const auto of = [&](const char *name) {
            return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
        };
        const bool whole = of("select").contains(u"name"_s), isDelta = of("order").startsWith(u"updated_at"_s);
        const QString id = of("id"),
                      place = isDelta ? of("or").section(u"id.gt."_s, 1).remove(u'"').remove(u')') : id.mid(3);
        deltaPages += isDelta;
        QByteArrayList rows;
        for (const auto &[key, size] : sizes) {
            if (rows.size() == of("limit").toInt() || (id.startsWith(u"in."_s) ? !id.contains(key) : key <= place))
                continue;
            const QByteArray number = QByteArray::number(version);
            QByteArray row = b.package(key.toLatin1(), version).replace("12:00:00", "12:00:0" + number);
            if (!versions)
                row.remove(row.indexOf(R"("version")"), int(qstrlen(R"("version":1,)")));
            if (whole)
                row.replace("\"N\"", '"' + QByteArray(size, 'x') + '"');
            else
                row.remove(row.indexOf(R"("name")"), int(qstrlen(R"("name":"N","directory_limit":5,)")));
            rows << row;
        }
        return FakeHttp::respond(200, "[" + rows.join(',') + "]");
    };
    const MarkedWords words("bolt::SyncWorker"_L1);
    b.worker->start();
    const TableHealth &packages = b.health.tables[size_t(Table::Packages)];
    QTRY_COMPARE(packages.rows, 29);
    QTRY_COMPARE(packages.unreadable, 1);
    QVERIFY2(packages.unreadableFirst.startsWith(u"~p17: "_s), qPrintable(packages.unreadableFirst));
    QTRY_VERIFY(packages.trouble.empty());
    QTRY_VERIFY(packages.complete && packages.phase != LinkPhase::Live);
    deltaPages = 0;
    QTRY_VERIFY(deltaPages > 6); // three passes told that it is as it was
    QCOMPARE(packages.unreadable, 1);
    sizes[u"p17"_s] = 50'000;
    version = 2;
    QTRY_COMPARE(packages.unreadable, 0);
    QTRY_COMPARE(packages.rows, 30);
    QTRY_VERIFY(isFresh(b.health));
}

QTEST_GUILESS_MAIN(tst_SyncLarge)
#include "tst_sync_large.moc"
