// SPDX-License-Identifier: GPL-3.0-or-later
// The worker with real sockets: what makes it catch up (T1 to T14 of contracts/supabase.md §4.5), and what it tells.
#include "tests/sync/worker_bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace bolt;

namespace {

const QByteArray jobColumns =
    R"([{"name":"id"},{"name":"customer_id"},{"name":"package_type"},{"name":"status"},{"name":"directories_total"},
 {"name":"created_at"},{"name":"updated_at"},{"name":"version"}])";

QByteArray jobCreated(const QByteArray &at, int version)
{
    return R"({"id":"9bb8ec40-f0de-489c-b8d8-3bc9c1b1a2ec","customer_id":"22222222-2222-2222-2222-222222222222",
 "package_type":"growth","status":"in_progress","directories_total":100,"created_at":")" +
           at + R"(","updated_at":"2026-11-20T13:03:59.868077+00:00","version":)" + QByteArray::number(version) + "}";
}

struct Cause
{
    const char *name;
    bool ofAllTables;
    std::function<void(WorkerBench &)> happen;
};

const std::vector<Cause> &causes()
{
    static const std::vector<Cause> all{
        {"T2 socket opened again", true,
         [](WorkerBench &b) { b.realtime.socket->close(QWebSocketProtocol::CloseCodeGoingAway); }},
        {"T2 socket lost", true, [](WorkerBench &b) { b.realtime.socket->abort(); }},
        {"T3 closed and joined again", true, [](WorkerBench &b) { b.say("phx_close", "{}", true); }},
        {"T4 channel crashed", true, [](WorkerBench &b) { b.say("phx_error", "{}", true); }},
        {"T5 subscribed again", true, [](WorkerBench &b) { b.system("ok", "Subscribed to PostgreSQL"); }},
        {"T6 subscription failed", true, [](WorkerBench &b) { b.system("error", "An exception happened"); }},
        {"T7 other claims", true, [](WorkerBench &b) { b.give("jwt2", 2); }},
        {"T8 a tick was skipped", true,
         [](WorkerBench &b) {
             b.tick(1);
             b.tick(3);
         }},
        {"T9 change without rights", false,
         [](WorkerBench &b) { b.change("jobs", "{}", "[]", R"(["Error 401: Unauthorized"])"); }},
        {"T9 change without a key", false,
         [](WorkerBench &b) { b.change("jobs", "{}", "[]", R"(["Error 400: Bad Request, no primary key"])"); }},
        {"T10 woken", true, [](WorkerBench &b) { b.worker->wake(QStringLiteral("the network is back")); }},
        {"T10 clock jumped", true, [](WorkerBench &b) { b.clock.apart += Seconds(3600); }},
        {"T11 broken frame", true,
         [](WorkerBench &b) {
             b.realtime.socket->sendTextMessage(QStringLiteral(R"([null,null,"postgres_changes",)"));
         }},
        {"T11 unreadable change", true, [](WorkerBench &b) { b.say("postgres_changes", R"({"ids":"x"})"); }},
        {"T12 other role", true, [](WorkerBench &b) { b.worker->startOver(); }},
        {"T13 other columns", true,
         [](WorkerBench &b) {
             b.change("packages", b.package("a", 1), b.packageColumns());
             b.change("packages", b.package("a", 2), b.packageColumns(R"(,{"name":"colour"})"));
         }},
        {"T14 asked for", true, [](WorkerBench &b) { b.worker->refresh(); }},
    };
    return all;
}

} // namespace

class tst_SyncWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void t01_nothingIsReadBeforeTheSubscription();
    void catchesUp_data();
    void catchesUp();
    void t08_missingTickIsNotLive();
    void liveIsToldAfterItsRows();
    void silentServerIsSaid();
    void ageIsThatOfTheLastSign();
    void t11_mainThatTakesNothing();
    void t12_otherRoleEmptiesTheCopy();
    void bug30_rowThatLeavesTheWindow();
    void watermarkComesAfterItsRows();
    void sleepIsTold();
};

void tst_SyncWorker::t01_nothingIsReadBeforeTheSubscription()
{
    WorkerBench b;
    bool joined = false;
    b.realtime.onFrame = [&](QWebSocket *to, const QJsonArray &frame) {
        if (frame.at(3).toString() != u"phx_join")
            return b.realtime.healthy(to, frame);
        b.realtime.joinRef = frame.at(0).toString();
        QJsonArray bindings = frame.at(4)[u"config"][u"postgres_changes"].toArray();
        FakeRealtime::reply(to, frame, {{QStringLiteral("postgres_changes"), bindings}});
        joined = true;
    };
    b.worker->start();
    QTRY_VERIFY(joined);
    QTRY_COMPARE(b.health.phase, LinkPhase::AwaitLive);
    QVERIFY(b.tables.requests.isEmpty());
    b.system("ok", "Subscribed to PostgreSQL");
    QTRY_VERIFY(b.isLive());
    for (size_t table = 0; table < tableCount; ++table)
        QCOMPARE(b.passesSince(0, Table(table)), 1);
}

void tst_SyncWorker::catchesUp_data()
{
    QTest::addColumn<int>("which");
    for (size_t i = 0; i < causes().size(); ++i)
        QTest::newRow(causes()[i].name) << int(i);
}

void tst_SyncWorker::catchesUp()
{
    QFETCH(int, which);
    const Cause &cause = causes()[size_t(which)];
    WorkerBench b;
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const auto from = b.tables.requests.size();
    const auto before = b.health.catchUps;
    cause.happen(b);
    for (size_t table = 0; table < tableCount; ++table) {
        if (cause.ofAllTables || Table(table) == Table::Jobs)
            QTRY_VERIFY2(b.passesSince(from, Table(table)) > 0, b.nameOf(Table(table)));
    }
    QTRY_VERIFY(b.isLive());
    if (cause.ofAllTables)
        QVERIFY(b.health.catchUps > before);
    else
        QVERIFY(b.health.degraded == 1 && b.passesSince(from, Table::Customers) == 0);
}

void tst_SyncWorker::t08_missingTickIsNotLive()
{
    WorkerBench b({}, Seconds(1));
    b.worker->start();
    QTRY_COMPARE(b.health.phase, LinkPhase::Live);
    QTRY_COMPARE(b.realtime.count(u"phx_join"), 2); // none came for two and a half periods
    QTRY_COMPARE(b.health.phase, LinkPhase::CatchUp);
    QTRY_VERIFY(b.health.reason.contains(QStringLiteral("proves")));
    b.tick(7);
    QTRY_COMPARE(b.health.phase, LinkPhase::Live);
    QVERIFY(b.health.reason.isEmpty());
}

void tst_SyncWorker::liveIsToldAfterItsRows()
{
    WorkerBench b([](SyncWorker::Settings &s) { s.frame = std::chrono::hours(1); }); // nothing goes out by itself
    b.rows[b.nameOf(Table::Packages)] = {WorkerBench::package("growth", 1)};
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    QCOMPARE(b.taken.size(), size_t(1));
    QCOMPARE(b.taken[0].state.packages.upserts.size(), size_t(1));
}

void tst_SyncWorker::silentServerIsSaid()
{
    WorkerBench b([](SyncWorker::Settings &s) {
        s.channel.pingAfter = Millis(50);
        s.channel.pongWithin = Millis(500);
    });
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    QTRY_VERIFY(b.health.latencyAt);
    b.realtime.setFrozen(true);
    QTRY_VERIFY(b.health.silentSince);
    QCOMPARE(b.health.phase, LinkPhase::Live);
    QVERIFY(!isAnswering(b.health));
    QCOMPARE(b.health.asOf, b.health.silentSince); // what was heard last is what the data is of
    b.realtime.setFrozen(false);
    QTRY_VERIFY(isAnswering(b.health));
    QTRY_VERIFY(*b.health.asOf > b.clock.now() - Seconds(5));
    QCOMPARE(b.health.reconnects, 0);
}

/// A pong shows that all that was sent before has come, as long as ticks prove that it is sent.
void tst_SyncWorker::ageIsThatOfTheLastSign()
{
    WorkerBench b([](SyncWorker::Settings &s) { s.channel.pingAfter = Millis(100); }, Seconds(1));
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    b.tick(1);
    QTRY_VERIFY(b.health.lastTickAt);
    const Instant ticked = *b.health.lastTickAt;
    b.tables.answer = [](const FakeHttp::Request &) { return FakeHttp::respond(503, "{}"); };
    QTRY_VERIFY(b.health.asOf && *b.health.asOf > ticked + Millis(500)); // pings
    QTRY_COMPARE(b.health.phase, LinkPhase::CatchUp); // the next tick did not come: nothing is known since the last
    QTRY_VERIFY(b.health.asOf && *b.health.asOf < ticked + Millis(500));
}

/// I9: what main does not take becomes a fresh reading, not a heap.
void tst_SyncWorker::t11_mainThatTakesNothing()
{
    struct Deaf : QObject
    {
        bool eventFilter(QObject *, QEvent *event) override { return event->type() == QEvent::User; }
    } deaf;
    WorkerBench b([](SyncWorker::Settings &s) {
        s.highWater = 10;
        s.parcelRows = 2;
    });
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    b.taken.clear();
    b.mailbox.installEventFilter(&deaf);
    b.change("packages", b.package("a0", 1), b.packageColumns());
    QTRY_VERIFY(!b.mailbox.isTaken());
    const auto from = b.tables.requests.size();
    for (int n = 1; n <= 11; ++n) {
        const QByteArray row = b.package("b" + QByteArray::number(10 + n), n);
        if (n > 6)
            b.rows["packages"] << row; // the others are gone again
        b.change("packages", row, b.packageColumns());
    }
    QTRY_VERIFY(b.passesSince(from, Table::Packages) > 0);
    b.mailbox.removeEventFilter(&deaf);
    b.mailbox.drain();
    QTRY_VERIFY(b.isLive());
    QTRY_VERIFY(b.health.recentReasons.join(u'\n').contains(QStringLiteral("too slow")));
    const auto held = [&b] {
        std::map<QString, qint64> rows;
        for (Parcel &parcel : b.taken) {
            if (parcel.state.reset)
                rows.clear();
            for (Delta *delta : {&parcel.state, &parcel.news}) {
                for (const Package &row : delta->of<Package>().upserts)
                    rows[wire::keyText(row.id)] = row.version;
            }
        }
        return rows.size();
    };
    QTRY_COMPARE(held(), size_t(5));
}

void tst_SyncWorker::t12_otherRoleEmptiesTheCopy()
{
    WorkerBench b;
    b.rows["packages"] = {b.package("a", 1), b.package("b", 2)};
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    QCOMPARE(b.health.tables[size_t(Table::Packages)].rows, 2);
    b.taken.clear();
    b.rows["packages"].removeLast(); // not for this role's eyes
    b.give("jwt2", 2);
    b.worker->startOver();
    QTRY_COMPARE(b.health.tables[size_t(Table::Packages)].rows, 1);
    QTRY_VERIFY(b.isLive());
    QTRY_VERIFY(!b.taken.empty() && b.taken.front().state.reset);
    QVERIFY(b.health.recentReasons.join(u'\n').contains(QStringLiteral("another role")));
    for (auto it = b.tables.requests.rbegin(); it != b.tables.requests.rbegin() + 6; ++it)
        QCOMPARE(it->headers.value("authorization"), QByteArray("Bearer jwt2"));
}

void tst_SyncWorker::bug30_rowThatLeavesTheWindow()
{
    WorkerBench b([](SyncWorker::Settings &s) { s.createdSince = parseInstant(u"2026-11-01T00:00:00Z"); });
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    b.change("jobs", jobCreated("2026-11-20T13:03:59+00:00", 1), jobColumns);
    QTRY_COMPARE(b.health.tables[size_t(Table::Jobs)].rows, 1);
    b.change("jobs", jobCreated("2026-10-20T13:03:59+00:00", 2), jobColumns);
    QTRY_COMPARE(b.health.tables[size_t(Table::Jobs)].rows, 0);
    QTRY_COMPARE(b.taken.back().news.of<Job>().removals.size(), size_t(1)); // health may be ahead of the parcel
}

/// I7: the disk gets the watermark of a pass with its last rows or after them, however small the parcels are.
void tst_SyncWorker::watermarkComesAfterItsRows()
{
    WorkerBench b([](SyncWorker::Settings &s) { s.parcelRows = 2; });
    for (int n = 0; n < 7; ++n)
        b.rows["packages"] << b.package("a" + QByteArray::number(n), n + 1);
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    size_t rows = 0;
    int cursors = 0;
    QTRY_VERIFY(std::any_of(b.kept.begin(), b.kept.end(), [](const SharedParcel &p) {
        return std::any_of(p->cursors.begin(), p->cursors.end(),
                           [](const TableCursor &c) { return c.table == Table::Packages; });
    }));
    for (const SharedParcel &parcel : b.kept) {
        QVERIFY(parcel->size() <= 2);
        rows += const_cast<Delta &>(parcel->state).of<Package>().upserts.size();
        for (const TableCursor &cursor : parcel->cursors) {
            if (cursor.table != Table::Packages)
                continue;
            ++cursors;
            QVERIFY(cursor.complete && cursor.watermark);
            QCOMPARE(rows, size_t(7));
        }
    }
    QCOMPARE(cursors, 1);
}

/// Bug 5: the session hears of the sleep, so that the token can be renewed before the join.
void tst_SyncWorker::sleepIsTold()
{
    WorkerBench b;
    QSignalSpy slept(b.worker.get(), &SyncWorker::slept);
    QSignalSpy wanted(b.worker.get(), &SyncWorker::tokenWanted);
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const int joins = b.realtime.count(u"phx_join");
    b.clock.apart += Seconds(36'000); // the token ended meanwhile
    // The channel and the worker may both notice it.
    QTRY_VERIFY(!slept.isEmpty() && !wanted.isEmpty());
    QCOMPARE(b.realtime.count(u"phx_join"), joins); // not with the old one
    b.give("jwt2", 1);
    QTRY_VERIFY(b.realtime.count(u"phx_join") > joins);
    const auto join = std::find_if(b.realtime.frames.rbegin(), b.realtime.frames.rend(),
                                   [](const QJsonArray &f) { return f.at(3).toString() == u"phx_join"; });
    QCOMPARE(join->at(4)[u"access_token"].toString(), QStringLiteral("jwt2"));
    QTRY_VERIFY(b.isLive());
}

QTEST_GUILESS_MAIN(tst_SyncWorker)
#include "tst_sync_worker.moc"
