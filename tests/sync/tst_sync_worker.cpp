// SPDX-License-Identifier: GPL-3.0-or-later
// The worker with real sockets: what makes it catch up (T1 to T14 of contracts/supabase.md §4.5), and what it tells.
#include "tests/sync/worker_bench.h"

#include <QSignalSpy>
#include <QTest>
#include <array>

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

constexpr std::array numbers{"price_cents", "directory_limit", "max_directory_tier", "priority",
                             "sla_hours",   "concurrency",     "max_attempts",       "version"};

/// Of packages, with names of that type.
QByteArray typedColumns(const QByteArray &type)
{
    QByteArray columns = R"([{"name":"id","type":"text"},{"name":"name","type":")" + type + "\"}";
    for (const char *column : numbers)
        columns += QByteArray(",{\"name\":\"") + column + "\",\"type\":\"int8\"}";
    return columns + R"(,{"name":"updated_at","type":"timestamptz"},{"name":"currency","type":"text"}])";
}
QByteArray typedRow(const QByteArray &id, int version, const QByteArray &name)
{
    QByteArray row = R"({"id":")" + id + R"(","name":")" + name + "\"";
    for (const char *column : numbers)
        row += QByteArray(",\"") + column + "\":" + QByteArray::number(qstrcmp(column, "version") ? 5 : version);
    return row + R"(,"currency":"USD","updated_at":"2026-08-21T12:00:00+00:00"})";
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
        {"T10 woken", true, [](WorkerBench &b) { b.worker->wake({LinkReason::NetworkBack}); }},
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
    void rowsThatAreNoneAreTold();
    void aPageOfThemIsTrouble();
    void typesThatArriveCut_data();
    void typesThatArriveCut();
    void aTypeIsTriedAgainAfterAPage();
    void restsAsLongAsTheServerSays();
    void aPersonDoesNotWaitForThat();
    void t08_missingTickIsNotLive();
    void t08_tickWithoutAGrantIsNone();
    void liveIsToldAfterItsRows();
    void silentServerIsSaid();
    void ageIsThatOfTheLastSign();
    void t11_mainThatTakesNothing();
    void t12_otherRoleEmptiesTheCopy();
    void bug30_rowThatLeavesTheWindow();
    void attemptsAreHeldForTheirWindow();
    void goesOnWithoutAttempts();
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
    QVERIFY(b.tables.requests.isEmpty()); // for as long as a stream may be waited for
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

/// 2: they are said, and the table is none that is live, however live the link is.
void tst_SyncWorker::rowsThatAreNoneAreTold()
{
    WorkerBench b;
    b.rows["packages"] = {R"({"id":null,"name":"N","version":1})", "7", b.package("a", 1)};
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const TableHealth &packages = b.health.tables[size_t(Table::Packages)];
    QTRY_COMPARE(packages.unreadable, 2);
    QVERIFY2(packages.unreadableFirst.contains(QStringLiteral("id")), qPrintable(packages.unreadableFirst));
    QVERIFY(packages.phase != LinkPhase::Live && packages.complete && packages.rows == 1);
    QVERIFY(!isFresh(b.health));
    b.rows["packages"] = {b.package("a", 1)};
    b.worker->refresh();
    QTRY_COMPARE(b.health.tables[size_t(Table::Packages)].unreadable, 0);
    QTRY_VERIFY(isFresh(b.health));
}

/// Nobody knows where the next page begins: the others go on, and nothing is live.
void tst_SyncWorker::aPageOfThemIsTrouble()
{
    WorkerBench b([](SyncWorker::Settings &s) { s.timing.pageSize = 2; });
    b.rows["packages"] = {R"({"id":null,"name":"N","version":1})", "7"};
    b.worker->start();
    for (size_t table = size_t(Table::Packages) + 1; table < tableCount; ++table)
        QTRY_VERIFY(b.health.tables[table].complete);
    const TableHealth &packages = b.health.tables[size_t(Table::Packages)];
    QCOMPARE(packages.trouble, LinkReason{LinkReason::PageWithoutEnd});
    QCOMPARE(packages.phase, LinkPhase::CatchUp);
    QCOMPARE(b.health.phase, LinkPhase::CatchUp);
    QCOMPARE(b.health.reason, packages.trouble);
}

/// S1: what the stream sends cut is read again each time; of a type that nobody knows one row is compared.
void tst_SyncWorker::typesThatArriveCut_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("sameByRest");
    QTest::addColumn<int>("fetches"); // of three changes
    QTest::newRow("whole") << QByteArray("text") << true << 0;
    QTest::newRow("cut") << QByteArray("bpchar") << true << 3;
    QTest::newRow("unknown and whole") << QByteArray("mood") << true << 1;
    QTest::newRow("unknown and cut") << QByteArray("code3") << false << 3;
}

void tst_SyncWorker::typesThatArriveCut()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, sameByRest);
    QFETCH(int, fetches);
    WorkerBench b;
    b.rows["packages"] = {b.package("a", 1)};
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const QByteArray columns = typedColumns(type);
    const auto row = [](int version, const QByteArray &name) { return typedRow("a", version, name); };
    for (int version = 2; version <= 4; ++version) {
        b.rows["packages"] = {row(version, sameByRest ? "N" : "Nnn")};
        b.change("packages", row(version, "N"), columns);
        QTRY_VERIFY(!b.taken.empty() && !b.taken.back().news.packages.upserts.empty() &&
                    b.taken.back().news.packages.upserts.back().version == version);
        QCOMPARE(b.taken.back().news.packages.upserts.back().name,
                 sameByRest ? QStringLiteral("N") : QStringLiteral("Nnn"));
    }
    QCOMPARE(std::ranges::count_if(b.tables.requests, [](const auto &r) { return r.target.contains("id=in."); }),
             fetches);
}

/// The row in question came by a page before it was fetched: the next one is compared, and ends the question.
void tst_SyncWorker::aTypeIsTriedAgainAfterAPage()
{
    WorkerBench b([](SyncWorker::Settings &s) { s.timing.dirtyDebounce = Millis(500); });
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const auto say = [&b](const QByteArray &id, int version) {
        b.rows["packages"] << typedRow(id, version, "N");
        b.change("packages", typedRow(id, version, "N"), typedColumns("mood"));
    };
    const auto held = [&b] { return b.health.tables[size_t(Table::Packages)].rows; };
    const auto fetches = [&b] {
        return std::ranges::count_if(b.tables.requests, [](const auto &r) { return r.target.contains("id=in."); });
    };
    say("a", 2);
    QTRY_COMPARE(b.health.degraded, qint64(1));
    b.worker->refresh();
    QTRY_COMPARE(held(), 1);
    QCOMPARE(fetches(), 0);
    say("b", 3);
    QTRY_COMPARE(held(), 2);
    say("c", 4);
    QTRY_COMPARE(held(), 3);
    QCOMPARE(fetches(), 1);
}

/// 6: the 429 of one table is meant for all of them.
void tst_SyncWorker::restsAsLongAsTheServerSays()
{
    WorkerBench b;
    QElapsedTimer since;
    qint64 rest = -1;
    b.tables.answer = [&, answer = b.tables.answer](const FakeHttp::Request &r) {
        if (r.headers.contains("prefer")) // a count, which goes out beside the first page
            return answer(r);
        if (since.isValid()) {
            rest = rest < 0 ? since.elapsed() : rest;
            return answer(r);
        }
        since.start();
        return FakeHttp::respond(429, "{}", "Retry-After: 1\r\n");
    };
    b.worker->start();
    QTRY_VERIFY(rest >= 0);
    QVERIFY2(rest >= 990, QByteArray::number(rest));
    QTRY_VERIFY(b.isLive());
}

void tst_SyncWorker::aPersonDoesNotWaitForThat()
{
    WorkerBench b;
    const auto healthy = b.tables.answer;
    qsizetype pages = 0;
    b.tables.answer = [&](const FakeHttp::Request &r) {
        if (r.headers.contains("prefer"))
            return healthy(r);
        return FakeHttp::respond(++pages == 1 ? 429 : 503, "{}", "Retry-After: 600\r\n");
    };
    b.worker->start();
    QTRY_VERIFY(b.health.tables[0].trouble.said.contains(u"429"));
    b.worker->refresh();
    QTRY_VERIFY(b.health.tables[0].trouble.said.contains(u"503"));
    QTest::qWait(100); // span: time to ask what must not be asked, once the server has repeated its wish
    QCOMPARE(pages, 2);
    b.tables.answer = healthy;
    b.worker->refresh();
    QTRY_VERIFY(b.isLive());
}

void tst_SyncWorker::t08_missingTickIsNotLive()
{
    WorkerBench b({}, Seconds(1));
    b.worker->start();
    QTRY_COMPARE(b.health.phase, LinkPhase::Live);
    QTRY_COMPARE(b.realtime.count(u"phx_join"), 2); // none came for two and a half periods
    QTRY_COMPARE(b.health.phase, LinkPhase::CatchUp);
    QTRY_COMPARE(b.health.reason.kind, LinkReason::Unproven);
    QVERIFY(b.health.unproven && b.health.asOf);
    b.tick(7);
    QTRY_COMPARE(b.health.phase, LinkPhase::Live);
    QVERIFY(b.health.reason.empty());
}

/// As a role without the grant gets it: said once, and neither a loop of joins nor news.
void tst_SyncWorker::t08_tickWithoutAGrantIsNone()
{
    WorkerBench b;
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const auto before = b.tables.requests.size();
    for (int n = 0; n < 3; ++n)
        b.change("sync_tick", "{}", "[]", R"(["Error 401: Unauthorized"])");
    const auto told = [&b] { return b.noted(LinkReason::Unticked); };
    QTRY_COMPARE(told(), 1);
    b.change("packages", b.package("a", 1), b.packageColumns());
    QTRY_COMPARE(b.health.events, qint64(1));
    QCOMPARE(told(), 1);
    QVERIFY(b.isLive() && b.tables.requests.size() == before);
    QCOMPARE(b.realtime.count(u"phx_join"), 1);
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
    QVERIFY(b.health.events == 0 && !b.health.lastEventAt); // a tick is none
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
    QTRY_VERIFY(b.noted(LinkReason::TooSlow) > 0);
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
    QVERIFY(b.noted(LinkReason::OtherRole) > 0);
    for (auto it = b.tables.requests.rbegin(); it != b.tables.requests.rbegin() + tableCount; ++it)
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

void tst_SyncWorker::attemptsAreHeldForTheirWindow()
{
    WorkerBench b;
    const auto attempt = [&](char key, Instant ended, int version) {
        const QByteArray at = formatInstant(ended).toUtf8();
        return R"({"id":")" + QByteArray(8, key) +
               R"(-2222-4222-8222-222222222222","outcome":"submitted","attempt":1,)"
               R"("submission_id":null,"job_id":null,"customer_id":null,"directory_id":null,"ms":5,"code":null,)"
               R"("ended_at":")" +
               at + R"(","updated_at":")" + at + R"(","deleted_at":null,"version":)" + QByteArray::number(version) +
               "}";
    };
    constexpr auto columns = R"([{"name":"id"},{"name":"outcome"},{"name":"ended_at"},{"name":"updated_at"}])";
    const Instant now = b.clock.now();
    b.rows["submission_attempts"] = {attempt('1', now - Seconds(60), 1),
                                     attempt('2', now - attemptsWindow - Seconds(7200), 2)};
    b.worker->start();
    QTRY_VERIFY(b.isLive());
    const auto first = std::find_if(b.tables.requests.begin(), b.tables.requests.end(), [](const auto &r) {
        return r.target.startsWith("/rest/v1/submission_attempts?") && r.target.contains("order=id.asc");
    });
    QVERIFY(first != b.tables.requests.end() && first->target.contains("ended_at=gte."));
    const auto &health = b.health.tables[size_t(Table::Attempts)];
    QTRY_COMPARE(health.rows, 1); // whatever a server answers, what is older does not count
    QVERIFY(health.complete && !health.absent);
    b.change("submission_attempts", attempt('3', now, 3), columns);
    b.change("submission_attempts", attempt('3', now, 3), columns); // told twice
    b.change("submission_attempts", attempt('4', now - attemptsWindow - Seconds(7200), 4), columns);
    QTRY_COMPARE(health.rows, 2);
    size_t news = 0;
    QTRY_VERIFY(std::any_of(b.taken.begin(), b.taken.end(), [](const Parcel &p) { return !p.news.attempts.empty(); }));
    for (const Parcel &parcel : b.taken)
        news += parcel.news.attempts.upserts.size();
    QCOMPARE(news, size_t(1));
}

/// A deployment that has not run live.sql again: everything else is live, and it is said that this is not there.
void tst_SyncWorker::goesOnWithoutAttempts()
{
    WorkerBench b;
    const auto others = b.tables.answer;
    b.tables.answer = [&](const FakeHttp::Request &r) {
        if (!r.target.startsWith("/rest/v1/submission_attempts?"))
            return others(r);
        return FakeHttp::respond(404, R"({"code":"PGRST205","details":null,"hint":null,"message":"Could not find the )"
                                      R"(table 'public.submission_attempts' in the schema cache"})");
    };
    b.worker->start();
    QTRY_VERIFY(b.health.tables[size_t(Table::Attempts)].absent && b.isLive());
    QVERIFY(!b.health.tables[size_t(Table::Submissions)].absent);
    const auto asked = [&] {
        return std::count_if(b.tables.requests.begin(), b.tables.requests.end(),
                             [](const auto &r) { return r.target.startsWith("/rest/v1/submission_attempts?"); });
    };
    const auto before = asked();
    b.worker->refresh();
    const auto from = b.tables.requests.size();
    QTRY_VERIFY(b.passesSince(from, Table::Submissions) > 0);
    QTRY_VERIFY(b.isLive());
    QCOMPARE(asked(), before); // not asked for again and again
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
