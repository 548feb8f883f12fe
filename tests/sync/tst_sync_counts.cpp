// SPDX-License-Identifier: GPL-3.0-or-later
// What no event tells, with real sockets: how the worker asks for counts and checksums, and what it does where the
// deployment has neither versions nor the function.
#include "services/sync/engine/weight.h"
#include "tests/sync/worker_bench.h"

#include <QTest>

using namespace bolt;

namespace {

constexpr auto checksum = "/rest/v1/rpc/boltdesk_checksum";

void soonCounted(SyncWorker::Settings &s)
{
    s.timing.countEvery = Millis(40);
    s.timing.countSettle = Millis(10);
    s.timing.countShare = 1;
    s.createdSince = fromMicros(1'700'000'000'000'000);
}

bool isCount(const FakeHttp::Request &r) { return r.headers.value("prefer") == "count=exact"; }

} // namespace

class tst_SyncCounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lostDeletionIsFound_data();
    void lostDeletionIsFound();
    void refusedCountsAreNoTrouble();
    void aWishToBeLeftAloneIsForAllTables();
    void level0AsksForNoSumAndTellsNoNewsTwice();
};

void tst_SyncCounts::lostDeletionIsFound_data()
{
    QTest::addColumn<bool>("function");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("by the checksum") << true << QByteArray();
    QTest::newRow("by the count") << false << QByteArray("PGRST202");
    QTest::newRow("by the count, where sums take too long") << false << QByteArray("57014");
    QTest::newRow("by the count, where a gateway forbids to call functions") << false << QByteArray();
}

void tst_SyncCounts::lostDeletionIsFound()
{
    QFETCH(bool, function);
    QFETCH(QByteArray, code);
    WorkerBench b(soonCounted);
    b.rows["packages"] = {WorkerBench::package("growth", 5), WorkerBench::package("starter", 6)};
    b.tables.answer = [&](const FakeHttp::Request &r) {
        const auto rows =
            r.body.contains("packages") || r.target.contains("/packages?") ? b.rows["packages"].size() : 0;
        qint64 sum = rows > 0 ? sync::weightOf(5) : 0;
        sum += rows > 1 ? sync::weightOf(6) : 0;
        if (r.target == checksum && !function)
            return code.isEmpty()
                       ? FakeHttp::respond(403, "Forbidden")
                       : FakeHttp::respond(code == "57014" ? 500 : 404, R"({"code":")" + code + R"(","message":"no"})");
        if (r.target == checksum)
            return FakeHttp::respond(200, "[{\"rows\":" + QByteArray::number(rows) +
                                              ",\"sum\":" + QByteArray::number(sum) + "}]");
        if (isCount(r))
            return FakeHttp::respond(206, "[]", "Content-Range: 0-0/" + QByteArray::number(rows) + "\r\n");
        return b.answer(r);
    };
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const auto asked = [&](const auto &like) {
        return int(std::count_if(b.tables.requests.begin(), b.tables.requests.end(), like));
    };
    const auto ofPackages = [](const auto &r) {
        return r.target == checksum && r.body == R"({"of_table":"packages"})";
    };
    const auto counts = [&] {
        return asked([](const auto &r) { return isCount(r) && r.target.startsWith("/rest/v1/packages?"); });
    };
    const int before = counts();
    QTRY_VERIFY(function ? asked(ofPackages) >= 3 : counts() >= before + 3);
    const int versions = asked([](const auto &r) { return r.target.contains("select=id,version,deleted_at"); });
    QCOMPARE(b.health.tables[size_t(Table::Packages)].rows, 2);
    b.rows["packages"].removeLast(); // and the stream says nothing
    QTRY_COMPARE(b.health.tables[size_t(Table::Packages)].rows, 1);
    QTRY_VERIFY(b.isLive());
    QVERIFY(asked([](const auto &r) { return r.target.contains("select=id,version,deleted_at"); }) <= versions + 2);
    // Where there is no such function it is asked for once; what forbids it may be a gateway that does so once.
    QCOMPARE(function || code.isEmpty(), asked(ofPackages) > 1);
    QCOMPARE(function, counts() == before);
    QVERIFY(asked([](const auto &r) {
                return r.target == checksum && r.body == R"({"of_table":"jobs","since":"2023-11-14T22:13:20Z"})";
            }) > 0);
}

void tst_SyncCounts::refusedCountsAreNoTrouble()
{
    WorkerBench b(soonCounted);
    int refused = 0;
    b.tables.answer = [&](const FakeHttp::Request &r) {
        if (r.target != checksum && !isCount(r))
            return b.answer(r);
        ++refused;
        return FakeHttp::respond(refused % 2 ? 403 : 500, R"({"code":"42501","message":"no"})");
    };
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    QTRY_VERIFY(refused > 30);
    QVERIFY(b.isLive() && b.health.reason.empty());
    QCOMPARE(b.health.reconnects, 0);
}

void tst_SyncCounts::aWishToBeLeftAloneIsForAllTables()
{
    WorkerBench b([](SyncWorker::Settings &s) {
        soonCounted(s);
        s.timing.quietEvery = s.timing.deltaEvery = Millis(40);
    });
    bool limited = false;
    Micros wished{0}, next{0};
    b.tables.answer = [&](const FakeHttp::Request &r) {
        const Micros now = b.clock.monotonic();
        if (wished != Micros(0) && next == Micros(0) && now > wished + Millis(200)) // what was on its way is here
            next = now;
        if (limited && wished == Micros(0) && (r.target == checksum || isCount(r))) {
            wished = now;
            return FakeHttp::respond(429, "{}", "Retry-After: 1\r\n");
        }
        return b.answer(r);
    };
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    limited = true;
    QTRY_VERIFY(next != Micros(0));
    QVERIFY(next - wished > Micros(Millis(900)));
}

void tst_SyncCounts::level0AsksForNoSumAndTellsNoNewsTwice()
{
    WorkerBench b(soonCounted, Seconds(0));
    const auto package = [](const QByteArray &name) {
        return R"({"id":"growth","name":")" + name +
               R"(","directory_limit":5,"updated_at":"2026-08-21T12:00:00+00:00"})";
    };
    b.rows["packages"] = {package("Growth")};
    b.tables.answer = [&](const FakeHttp::Request &r) {
        if (r.target == checksum || isCount(r))
            return FakeHttp::respond(
                206, "[]", r.target.contains("/packages?") ? "Content-Range: 0-0/1\r\n" : "Content-Range: */0\r\n");
        for (const char *column : {"version", "deleted_at"}) {
            if (r.target.contains(QByteArray(",") + column)) // not software_version
                return FakeHttp::respond(400, R"({"code":"42703","message":"column packages.)" + QByteArray(column) +
                                                  R"( does not exist"})");
        }
        return b.answer(r);
    };
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const auto news = [&b] {
        size_t rows = 0;
        for (const Parcel &parcel : b.taken)
            rows += parcel.news.packages.upserts.size() + parcel.state.packages.upserts.size();
        return rows;
    };
    QTRY_COMPARE(news(), size_t(1));
    for (int round = 0; round < 2; ++round) {
        const auto from = b.tables.requests.size();
        b.worker->refresh();
        QTRY_VERIFY(b.passesSince(from, Table::Packages) >= 1);
        QTRY_VERIFY(b.isLive());
    }
    b.change("packages", package("Growth"),
             R"([{"name":"id"},{"name":"name"},{"name":"directory_limit"},{"name":"updated_at"}])");
    b.change("packages", package("Grown"),
             R"([{"name":"id"},{"name":"name"},{"name":"directory_limit"},{"name":"updated_at"}])");
    QTRY_COMPARE(news(), size_t(2));
    QVERIFY(std::none_of(b.tables.requests.begin(), b.tables.requests.end(),
                         [](const auto &r) { return r.target == checksum && r.body.contains("packages"); }));
}

QTEST_GUILESS_MAIN(tst_SyncCounts)
#include "tst_sync_counts.moc"
