// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/sync/mailbox.h"
#include "services/sync/sync_worker.h"
#include "tests/http/fake_http.h"
#include "tests/realtime/fake_realtime.h"
#include "tests/sync/two_doors.h"

#include <map>

namespace bolt {

/// The real time, and a wall clock that can be set.
class SetClock final : public Clock
{
public:
    Instant now() const override { return m_real.now() + apart; }
    Micros monotonic() const override { return m_real.monotonic(); }
    Micros apart{0};

private:
    SystemClock m_real;
};

/// A worker in the test's thread between a scripted stream and scripted tables, and what main and the disk would get.
class WorkerBench
{
public:
    using Change = std::function<void(SyncWorker::Settings &)>;

    explicit WorkerBench(const Change &change = {}, Seconds tickPeriod = Seconds(15))
    {
        doors.streamUrl = realtime.url();
        doors.period = tickPeriod;
        tables.answer = [this](const FakeHttp::Request &r) { return answer(r); };
        SyncWorker::Settings s;
        s.workspace.url = tables.url();
        s.workspace.anonKey = QStringLiteral("anon");
        s.timing.retryFirst = s.timing.dirtyDebounce = Millis(1);
        s.channel.backoffFirst = Millis(1);
        s.channel.backoffMax = Millis(5);
        s.frame = Millis(1);
        s.healthEvery = Millis(5);
        s.random = [] { return 0.5; };
        if (change)
            change(s);
        worker = std::make_unique<SyncWorker>(
            doors, clock, mailbox, std::move(s),
            SyncWorker::Replica{[this](SharedParcel p) { kept.push_back(std::move(p)); }, {}});
        give("jwt1", 1);
    }
    ~WorkerBench() { worker->stop(); }

    void give(const QByteArray &jwt, quint64 generation)
    {
        worker->setToken({jwt, clock.now() + Seconds(36'000), generation});
    }
    /// A frame of the present join.
    void say(const char *event, const QByteArray &payload, bool withRef = false)
    {
        const QByteArray ref = withRef ? '"' + realtime.joinRef.toUtf8() + '"' : "null";
        realtime.socket->sendTextMessage(QString::fromUtf8("[" + ref + "," + (withRef ? ref : "null") + ",\"" +
                                                           doors.stream({}).topic + "\",\"" + event + "\"," + payload +
                                                           "]"));
    }
    void system(const char *status, const char *message)
    {
        say("system",
            QByteArray(R"({"status":")") + status + R"(","message":")" + message +
                R"(","extension":"postgres_changes"})",
            true);
    }
    void change(const char *table, const QByteArray &record, const QByteArray &columns = {},
                const QByteArray &errors = "null")
    {
        const QByteArray promise = columns.isEmpty() ? "" : "\"columns\":" + columns + ",";
        say("postgres_changes", R"({"ids":[1],"data":{"schema":"public","table":")" + QByteArray(table) +
                                    R"(","type":"UPDATE",)" + promise + "\"record\":" + record +
                                    ",\"errors\":" + errors + "}}");
    }
    void tick(int n) { change("sync_tick", R"({"name":"main","n":)" + QByteArray::number(n) + "}"); }
    QByteArray nameOf(Table table) const { return QByteArray::fromStdString(doors.naming().of(table).name); }
    static QByteArray package(const QByteArray &id, int version)
    {
        return R"({"id":")" + id + R"(","name":"N","directory_limit":5,"version":)" + QByteArray::number(version) +
               R"(,"updated_at":"2026-08-21T12:00:00+00:00","deleted_at":null})";
    }
    static QByteArray packageColumns(const QByteArray &more = {})
    {
        return R"([{"name":"id"},{"name":"name"},{"name":"directory_limit"},{"name":"version"},{"name":"updated_at"})" +
               more + "]";
    }
    /// Pages of whole tables asked for since the request of that number: scans and delta passes, their first page.
    int passesSince(qsizetype from, Table table) const
    {
        return int(std::count_if(tables.requests.begin() + from, tables.requests.end(), [&](const auto &r) {
            return r.target.startsWith("/rest/v1/" + nameOf(table) + '?') && isFirstPage(r.target) &&
                   !r.target.contains("limit=1&") && !r.target.endsWith("limit=1") && !r.target.contains("id=in");
        }));
    }
    /// What the tables answer unless a test says otherwise.
    QByteArray answer(const FakeHttp::Request &request)
    {
        if (request.headers.contains("prefer"))
            return FakeHttp::respond(200, "[]", "Content-Range: */0\r\n");
        QList<QByteArray> page;
        for (const auto &[table, all] : rows) {
            if (request.target.startsWith("/rest/v1/" + table + '?') && isFirstPage(request.target))
                page = all;
        }
        return FakeHttp::respond(200, "[" + page.join(',') + "]");
    }
    /// How often it is among the reasons of the past.
    int noted(LinkReason::Kind kind) const
    {
        return int(std::count_if(health.recentReasons.begin(), health.recentReasons.end(),
                                 [kind](const PastReason &past) { return past.why.kind == kind; }));
    }
    bool isLive() const { return health.phase == LinkPhase::Live; }

    FakeRealtime realtime;
    FakeHttp tables;
    std::map<QByteArray, QList<QByteArray>> rows; ///< by table, in the order of their keys
    TwoDoors doors;
    SetClock clock;
    LinkHealth health;
    std::vector<Parcel> taken; ///< by main
    std::vector<SharedParcel> kept;
    SyncMailbox mailbox{[this](const Parcel &p) { taken.push_back(p); },
                        [this](const LinkHealth &h) {
                            if (h.phase == LinkPhase::Live && !h.reason.empty())
                                qFatal("live with a reason: %s", qPrintable(plainWords(h.reason))); // I11
                            health = h;
                        }};
    std::unique_ptr<SyncWorker> worker;

private:
    static bool isFirstPage(const QByteArray &target) { return !target.contains("id=gt.") && !target.contains("or="); }
};

} // namespace bolt
