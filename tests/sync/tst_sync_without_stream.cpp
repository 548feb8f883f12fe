// SPDX-License-Identifier: GPL-3.0-or-later
// A server that answers while its stream does not, or not for all tables: the worker with real sockets.
#include "tests/sync/worker_bench.h"

#include <QTest>

using namespace bolt;

namespace {

void hasten(SyncWorker::Settings &s)
{
    s.timing.pollAfter = Millis(20);
    s.timing.pollEvery = Millis(60);
    s.channel.deniedEvery = s.channel.dropRest = Millis(200);
}

QByteArray noTable(const QByteArray &name)
{
    return FakeHttp::respond(404, R"({"code":"PGRST205","details":null,"hint":null,"message":"Could not find the )"
                                  R"(table 'public.)" +
                                      name + R"(' in the schema cache"})");
}

/// The stream as a server refuses it.
struct Refusal
{
    const char *name;
    int status;      ///< of the upgrade; 0: the upgrade is not answered; 101: the channel is what is refused
    const char *say; ///< to the join; nothing: no word
};
constexpr Refusal refusals[]{
    {"503", 503, ""},
    {"403", 403, ""},
    {"401", 401, ""},
    {"hangs", 0, ""},
    {"denied", 101, R"({"status":"error","response":{"reason":"Unauthorized: You do not have permissions"}})"},
    {"never joined", 101, ""},
    {"never subscribed", 101, R"({"status":"ok","response":{"postgres_changes":[1,2,3,4,5,6,7,8]}})"},
};

} // namespace

class tst_SyncWithoutStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAllTheSame_data();
    void readsAllTheSame();
    void aStreamThatIsLostIsWaitedForAWhile();
    void readsNothingWithoutASession();
    void asksOneThingOfAServerThatDoesNotAnswer();
    void oneTableThatFailsStarvesNoOther();
    void waitsAsLongAsTheServerSays();
    void aPersonDoesNotWaitForThat();
    void oneTableIsNotPublished();
    void oneTableIsNotThere();
    void oneTableMayNotBeRead();
    void noTableIsPublished();
    void aTableThatMayNotBeReadIsNotFresh_data();
    void aTableThatMayNotBeReadIsNotFresh();
    void troubleIsNeverUnderTheWordLive_data();
    void troubleIsNeverUnderTheWordLive();
};

void tst_SyncWithoutStream::readsAllTheSame_data()
{
    QTest::addColumn<int>("which");
    for (size_t i = 0; i < std::size(refusals); ++i)
        QTest::newRow(refusals[i].name) << int(i);
}

void tst_SyncWithoutStream::readsAllTheSame()
{
    QFETCH(int, which);
    const Refusal &refusal = refusals[which];
    FakeHttp door;
    door.answer = [&](const FakeHttp::Request &) {
        return refusal.status == 0 ? QByteArray() : FakeHttp::respond(refusal.status, "{}");
    };
    WorkerBench b(hasten);
    if (refusal.status != 101) {
        b.doors.streamUrl = door.url(QStringLiteral("/realtime/v1/websocket"));
        b.doors.streamUrl.setScheme(QStringLiteral("ws"));
    }
    b.realtime.onFrame = [&](QWebSocket *to, const QJsonArray &frame) {
        if (frame.at(3).toString() != u"phx_join")
            return b.realtime.healthy(to, frame);
        b.realtime.joinRef = frame.at(0).toString();
        if (*refusal.say)
            b.say("phx_reply", refusal.say, true);
    };
    b.rows["packages"] = {b.package("a", 1)};
    b.worker->start();
    QTRY_COMPARE(b.health.phase, LinkPhase::Polling);
    QVERIFY(isAnswering(b.health) && !isLive(b.health) && !isFresh(b.health));
    QVERIFY(b.health.pollEvery && *b.health.pollEvery >= Seconds(1)); // rounded up; more on a slow machine
    QCOMPARE(b.health.tables[size_t(Table::Packages)].phase, LinkPhase::Polling);
    QCOMPARE(b.health.tables[size_t(Table::Packages)].rows, 1);
    b.rows["packages"] << b.package("b", 2);
    const Instant added = b.clock.now();
    QTRY_COMPARE(b.health.tables[size_t(Table::Packages)].rows, 2);
    QTRY_VERIFY(b.health.asOf && *b.health.asOf > added); // as old as the last pass, and not older
    QVERIFY(*b.health.asOf <= b.clock.now());
    if (refusal.status != 101 || qstrcmp(refusal.name, "denied") != 0)
        return;
    QVERIFY2(b.health.reason.said.startsWith(u"Unauthorized"), qPrintable(plainWords(b.health.reason)));
    // What was read is a base: going live runs the whole catch-up (contracts/supabase.md §4.5).
    b.realtime.onFrame = {};
    QTRY_VERIFY(b.isLive());
    const auto from = std::find_if(b.realtime.frames.rbegin(), b.realtime.frames.rend(),
                                   [](const QJsonArray &frame) { return frame.at(3).toString() == u"phx_join"; });
    QVERIFY(from != b.realtime.frames.rend());
    QVERIFY(!b.health.pollEvery && b.health.reason.empty());
    for (size_t table = 0; table < tableCount; ++table)
        QVERIFY(b.passesSince(0, Table(table)) >= 2);
}

void tst_SyncWithoutStream::aStreamThatIsLostIsWaitedForAWhile()
{
    WorkerBench b([](SyncWorker::Settings &s) {
        hasten(s);
        s.timing.pollAfter = Millis(300);
        s.channel.backoffFirst = s.channel.backoffMax = Millis(60'000);
    });
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const auto before = b.tables.requests.size();
    b.realtime.socket->abort();
    QTRY_COMPARE(b.health.phase, LinkPhase::Offline);
    QCOMPARE(b.tables.requests.size(), before);
    QTRY_COMPARE(b.health.phase, LinkPhase::Polling);
    QVERIFY(b.tables.requests.size() > before);
    QVERIFY(b.health.nextTry);
    b.worker->refresh(); // "Try now"
    QTRY_VERIFY(b.isLive());
}

void tst_SyncWithoutStream::readsNothingWithoutASession()
{
    WorkerBench b(hasten);
    b.realtime.onFrame = [](QWebSocket *, const QJsonArray &) {};
    b.worker->start();
    QTRY_COMPARE(b.health.phase, LinkPhase::Polling);
    b.worker->setToken({{}, {}, 2});
    QTRY_COMPARE(b.health.phase, LinkPhase::SignedOut);
    const auto before = b.tables.requests.size();
    QTest::qWait(300); // span: time to ask what must not be asked
    QCOMPARE(b.tables.requests.size(), before);
    b.worker->setToken({"old", b.clock.now() - Seconds(1), 3}); // ended: it would only be refused
    QTest::qWait(200);                                          // span: the same
    QCOMPARE(b.tables.requests.size(), before);
}

void tst_SyncWithoutStream::asksOneThingOfAServerThatDoesNotAnswer()
{
    WorkerBench b([](SyncWorker::Settings &s) {
        hasten(s);
        s.timing.retryFirst = Millis(50);
    });
    b.realtime.onFrame = [](QWebSocket *, const QJsonArray &) {};
    const auto healthy = b.tables.answer;
    b.tables.answer = [](const FakeHttp::Request &) { return FakeHttp::respond(503, "{}"); };
    b.worker->start();
    QTRY_VERIFY(b.tables.requests.size() >= 4); // 50, 100, 200 ms apart
    QVERIFY(b.health.phase != LinkPhase::Polling);
    for (const auto &request : b.tables.requests.first(4))                         // pages and counts
        QVERIFY2(request.target.startsWith("/rest/v1/packages?"), request.target); // parents first, one by one
    b.tables.answer = healthy;
    QTRY_COMPARE(b.health.phase, LinkPhase::Polling);
}

void tst_SyncWithoutStream::oneTableThatFailsStarvesNoOther()
{
    WorkerBench b(hasten);
    b.realtime.onFrame = [](QWebSocket *, const QJsonArray &) {};
    bool fails = true;
    b.tables.answer = [&, healthy = b.tables.answer](const FakeHttp::Request &r) {
        return fails && r.target.startsWith("/rest/v1/packages?") ? FakeHttp::respond(500, "{}") : healthy(r);
    };
    b.worker->start();
    const auto others = [&b](qsizetype from) {
        bool all = true;
        for (size_t table = size_t(Table::Packages) + 1; table < tableCount; ++table)
            all &= b.passesSince(from, Table(table)) >= 2 && b.health.tables[table].complete;
        return all;
    };
    QTRY_VERIFY(others(0)); // though it is the parent of them all, and has nothing yet
    QVERIFY(!b.health.tables[0].complete && !b.health.tables[0].trouble.empty());
    QCOMPARE(b.health.phase, LinkPhase::CatchUp);
    fails = false;
    b.worker->refresh();
    QTRY_COMPARE(b.health.phase, LinkPhase::Polling);
    fails = true; // what was read is not read again
    QTRY_VERIFY(!b.health.tables[0].trouble.empty());
    const auto from = b.tables.requests.size();
    QTRY_VERIFY(others(from));
}

void tst_SyncWithoutStream::waitsAsLongAsTheServerSays()
{
    WorkerBench b(hasten);
    b.realtime.onFrame = [](QWebSocket *, const QJsonArray &) {};
    const auto healthy = b.tables.answer;
    Micros refused{0}, next{0};
    b.tables.answer = [&](const FakeHttp::Request &r) {
        if (refused == Micros(0) && !r.headers.contains("prefer")) {
            refused = b.clock.monotonic();
            return FakeHttp::respond(429, "{}", "Retry-After: 1\r\n");
        }
        if (next == Micros(0) && !r.headers.contains("prefer"))
            next = b.clock.monotonic();
        return healthy(r);
    };
    b.worker->start();
    QTRY_VERIFY(next != Micros(0));
    QVERIFY(next - refused >= Micros(Seconds(1)));
    QTRY_COMPARE(b.health.phase, LinkPhase::Polling);
}

void tst_SyncWithoutStream::aPersonDoesNotWaitForThat()
{
    WorkerBench b(hasten);
    b.realtime.onFrame = [](QWebSocket *, const QJsonArray &) {};
    const auto healthy = b.tables.answer;
    qsizetype pages = 0;
    b.tables.answer = [&](const FakeHttp::Request &r) {
        pages += !r.headers.contains("prefer");
        return FakeHttp::respond(pages == 1 ? 429 : 503, "{}", "Retry-After: 600\r\n");
    };
    b.worker->start();
    QTRY_VERIFY(b.health.tables[0].trouble.said.contains(u"429"));
    b.worker->refresh();
    QTRY_VERIFY(b.health.tables[0].trouble.said.contains(u"503"));
    QTest::qWait(100); // span: time to ask what must not be asked, once the server has repeated its wish
    QCOMPARE(pages, 2);
    b.tables.answer = healthy;
    b.worker->refresh();
    QTRY_COMPARE(b.health.phase, LinkPhase::Polling);
}

/// The others are live, this one says how old it is, and what would mend it.
void tst_SyncWithoutStream::oneTableIsNotPublished()
{
    WorkerBench b([](SyncWorker::Settings &s) {
        hasten(s);
        s.channel.dropRest = std::chrono::hours(1);
    });
    bool published = false;
    b.realtime.onFrame = [&](QWebSocket *to, const QJsonArray &frame) {
        const QByteArray text = QJsonDocument(frame).toJson();
        const bool refused = frame.at(3).toString() == u"phx_join" && !published && text.contains("\"workers\"");
        if (!refused)
            return b.realtime.healthy(to, frame);
        b.realtime.joinRef = frame.at(0).toString();
        b.say("phx_reply", R"({"status":"ok","response":{"postgres_changes":[1,2,3,4,5,6,7,8]}})", true);
        b.system("error",
                 "Unable to subscribe to changes with given parameters. Please check Realtime is enabled for the "
                 "given connect parameters: [event: *, schema: public, table: workers, filters: []]");
    };
    b.rows["packages"] = {b.package("a", 1)};
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const TableHealth &workers = b.health.tables[size_t(Table::Workers)];
    QVERIFY(workers.unpublished && !workers.absent && workers.complete);
    QCOMPARE(workers.phase, LinkPhase::Polling);
    QVERIFY(b.health.pollEvery && b.health.reason.empty() && !isFresh(b.health));
    QCOMPARE(b.health.tables[size_t(Table::Jobs)].phase, LinkPhase::Live);
    const auto from = b.tables.requests.size();
    QTRY_VERIFY(b.passesSince(from, Table::Workers) >= 3);
    QCOMPARE(b.passesSince(from, Table::Packages), 0);
    QVERIFY(b.isLive());
    b.worker->startOver(); // what was held is void, not what the server is like
    const auto anew = b.tables.requests.size();
    QTRY_VERIFY(b.passesSince(anew, Table::Workers) >= 2 && b.isLive());
    QVERIFY(workers.unpublished && workers.phase == LinkPhase::Polling);
    published = true;
    b.worker->refresh(); // a person who has published it
    QTRY_VERIFY(b.isLive() && b.health.tables[size_t(Table::Workers)].phase == LinkPhase::Live);
    QVERIFY(!b.health.tables[size_t(Table::Workers)].unpublished);
}

void tst_SyncWithoutStream::oneTableIsNotThere()
{
    WorkerBench b(hasten);
    const auto others = b.tables.answer;
    bool there = false;
    b.tables.answer = [&](const FakeHttp::Request &r) {
        return there || !r.target.startsWith("/rest/v1/workers?") ? others(r) : noTable("workers");
    };
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const auto workers = [&b] { return b.health.tables[size_t(Table::Workers)]; };
    QVERIFY(workers().absent && workers().phase == LinkPhase::Denied && !workers().trouble.empty());
    QVERIFY(b.health.asOf && b.health.reason.empty()); // what is there has its age
    there = true;                                      // a server may say so for seconds after it was migrated
    b.worker->wake({LinkReason::NetworkBack});
    QTRY_VERIFY(b.isLive() && workers().phase == LinkPhase::Live && !workers().absent);
}

void tst_SyncWithoutStream::oneTableMayNotBeRead()
{
    WorkerBench b(hasten);
    const auto others = b.tables.answer;
    QByteArray refused = "workers";
    b.tables.answer = [&](const FakeHttp::Request &r) {
        if (!r.target.startsWith("/rest/v1/" + refused))
            return others(r);
        return FakeHttp::respond(403, R"({"code":"42501","message":"permission denied for table workers"})");
    };
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    QCOMPARE(b.health.tables[size_t(Table::Workers)].phase, LinkPhase::Denied);
    QVERIFY(b.health.tables[size_t(Table::Workers)].trouble.said.contains(u"permission denied"));
    refused = "";
    b.worker->wake({LinkReason::NetworkBack});
    QTRY_COMPARE(b.health.phase, LinkPhase::Denied); // all of them
    QVERIFY(b.health.reason.said.contains(u"permission denied"));
}

void tst_SyncWithoutStream::noTableIsPublished()
{
    WorkerBench b(hasten);
    b.realtime.onFrame = [&](QWebSocket *to, const QJsonArray &frame) {
        if (frame.at(3).toString() != u"phx_join")
            return b.realtime.healthy(to, frame);
        const auto asked = frame.at(4)[u"config"][u"postgres_changes"].toArray();
        b.realtime.joinRef = frame.at(0).toString();
        for (const auto &one : asked) { // a tick is published, and nothing to be told of
            const QString table = one[u"table"].toString();
            if (table == u"sync_tick")
                continue;
            return b.say("phx_reply",
                         R"({"status":"error","response":{"reason":"Unable to subscribe to changes with given )"
                         R"(parameters. Please check Realtime is enabled for the given connect parameters: [event: *, )"
                         R"(schema: public, table: )" +
                             table.toUtf8() + R"(, filters: []]"}})",
                         true);
        }
        b.realtime.healthy(to, frame);
    };
    b.worker->start();
    QTRY_COMPARE(b.health.phase, LinkPhase::Polling);
    for (const TableHealth &table : b.health.tables)
        QTRY_VERIFY(table.unpublished);
}

/// The link goes on without it, and nothing that rests on it is called the server's truth.
void tst_SyncWithoutStream::aTableThatMayNotBeReadIsNotFresh_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("by the database") << FakeHttp::respond(403, R"({"code":"42501","message":"permission denied"})");
    QTest::newRow("by PostgREST") << FakeHttp::respond(403, R"({"code":"PGRST301","message":"JWT not accepted"})");
    QTest::newRow("not to this role") << FakeHttp::respond(401, R"({"code":"42501","message":"permission denied"})");
    QTest::newRow("not there") << noTable("jobs");
}

void tst_SyncWithoutStream::aTableThatMayNotBeReadIsNotFresh()
{
    QFETCH(QByteArray, answer);
    WorkerBench b(hasten);
    b.tables.answer = [&, others = b.tables.answer](const FakeHttp::Request &r) {
        return r.target.startsWith("/rest/v1/jobs?") ? answer : others(r);
    };
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    QCOMPARE(b.health.tables[size_t(Table::Jobs)].phase, LinkPhase::Denied);
    QVERIFY(!isFresh(b.health, Table::Jobs) && !isFresh(b.health));
}

void tst_SyncWithoutStream::troubleIsNeverUnderTheWordLive_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("503") << FakeHttp::respond(503, R"({"code":"PGRST001","message":"Database client error."})");
    // What stands between may answer in the server's place, and no table is denied by it.
    QTest::newRow("a page for people") << FakeHttp::respond(200, "<html>Sign in to the network</html>");
    QTest::newRow("half an answer") << FakeHttp::respond(200, R"([{"id":)");
    QTest::newRow("redirect") << FakeHttp::respond(302, {}, "Location: https://portal.example/\r\n");
    QTest::newRow("400") << FakeHttp::respond(400, "{}");
    QTest::newRow("403 of a proxy") << FakeHttp::respond(403, "<html>blocked</html>");
    QTest::newRow("403 in words") << FakeHttp::respond(403, R"({"error":"blocked","message":"Request blocked"})");
    QTest::newRow("404 of a proxy") << FakeHttp::respond(404, "<html>no such route</html>");
    QTest::newRow("406") << FakeHttp::respond(406, R"({"code":"PGRST106","message":"Invalid schema: public"})");
}

void tst_SyncWithoutStream::troubleIsNeverUnderTheWordLive()
{
    QFETCH(QByteArray, answer);
    WorkerBench b([](SyncWorker::Settings &s) { s.timing.deltaEvery = Millis(50); });
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const auto healthy = b.tables.answer;
    b.tables.answer = [&](const FakeHttp::Request &r) {
        return r.target.startsWith("/rest/v1/workers?") ? answer : healthy(r);
    };
    QTRY_COMPARE(b.health.phase, LinkPhase::CatchUp);
    const TableHealth &workers = b.health.tables[size_t(Table::Workers)];
    QVERIFY(!workers.absent && !workers.trouble.empty());
    QVERIFY(b.health.reason == workers.trouble);
    b.tables.answer = healthy;
    QTRY_VERIFY(b.isLive());
    QVERIFY(b.health.reason.empty());
}

QTEST_GUILESS_MAIN(tst_SyncWithoutStream)
#include "tst_sync_without_stream.moc"
