// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/actions_screen.h"
#include "models/screens/live_screen.h"
#include "models/tables/feed_model.h"
#include "services/actions/outbox_gateway.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "services/replica/outbox_json.h"
#include "tests/actions/scripted_server.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QTest>

using namespace bolt;
using namespace bolt::test;

namespace {

/// Keeps the very bytes that the disk would have.
class BytesOutbox final : public OutboxStore
{
public:
    QFuture<Result<std::vector<ActionStatus>>> load() override
    {
        std::vector<ActionStatus> all;
        for (const auto &[id, body] : bodies)
            all.push_back(actionFromBody(body).value());
        return QtFuture::makeReadyFuture(Result(all));
    }
    QFuture<Outcome> put(const ActionStatus &status) override { return putAll({status}); }
    QFuture<Outcome> putAll(const std::vector<ActionStatus> &all) override
    {
        for (const ActionStatus &status : all) {
            const auto known =
                std::find_if(bodies.begin(), bodies.end(), [&](const auto &b) { return b.first == status.id; });
            if (known == bodies.end())
                bodies.emplace_back(status.id, outboxBody(status));
            else
                known->second = outboxBody(status);
        }
        return QtFuture::makeReadyFuture(Outcome(Done{}));
    }
    QFuture<Outcome> remove(const ActionId &id) override { return removeAll({id}); }
    QFuture<Outcome> removeAll(const std::vector<ActionId> &ids) override
    {
        std::erase_if(bodies, [&](const auto &b) { return std::find(ids.begin(), ids.end(), b.first) != ids.end(); });
        return QtFuture::makeReadyFuture(Outcome(Done{}));
    }
    std::vector<std::pair<ActionId, QByteArray>> bodies;
};

/// One run of the desk: its screens stand on the real outbox, which is loaded after they are there.
struct Run : Board
{
    Run(BytesOutbox &disk, const QUrl &server, Instant at)
        : http({}, [] { return QByteArray("token"); })
        , outbox(http, connector, clock, settings())
        , desk(DeskDoors{store, link, session, outbox, history, analytics, search, preferences, clock, ticker})
        , toasts(desk.actions(), &ActionsScreen::announced)
    {
        clock.jump(at - noon);
        HttpClient::Settings s;
        s.base = server;
        http.setSettings(s);
        session.become(Session::State::SignedIn, QStringLiteral("mk@example.com"));
        put(std::vector{makeJob(1), makeJob(2)}, true);
        outbox.setStore(&disk);
        outbox.setOpen(true);
    }
    static OutboxGateway::Settings settings()
    {
        OutboxGateway::Settings s;
        s.hold = Millis(0);
        s.random = [] { return 0.0; };
        return s;
    }
    QList<double> lines()
    {
        ticker.step();
        QList<double> times;
        const FeedModel *feed = desk.live()->feed();
        for (int row = 0; row < feed->count(); ++row)
            times << feed->data(feed->index(row), FeedModel::AtRole).toDouble();
        return times;
    }

    FakeSession session;
    FakeLink link;
    FakeHistory history;
    FakeAnalytics analytics;
    FakeSearch search;
    FakePreferences preferences;
    DirectoryBoltConnector connector;
    HttpClient http;
    OutboxGateway outbox;
    Desk desk;
    QSignalSpy toasts;
};

} // namespace

/// What became of an action is told once, however often the desk starts; what a crash left open is told when it is
/// known.
class tst_ToldOnce final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acrossRestarts();
    void aRefusalWithoutAnAccountIsTold();
};

void tst_ToldOnce::acrossRestarts()
{
    ScriptedServer server;
    BytesOutbox disk;
    const double first = double(toMillis(noon));
    const Instant later = noon + std::chrono::hours(20);
    {
        Run run(disk, server.url(), noon);
        run.desk.bulk()->ask(QStringLiteral("jobs.pause"), {job(1).toString()});
        QTRY_COMPARE(run.toasts.size(), 1);
        QCOMPARE(run.lines(), QList<double>{first});
        server.usual.hang = true;
        run.desk.bulk()->ask(QStringLiteral("jobs.pause"), {job(2).toString()});
        QTRY_COMPARE(server.hanging.size(), size_t(1));
        // The outbox is all that is left, as after a kill.
    }
    server.usual.hang = false;
    server.usual.body = R"({"applied":1,"rejected":[]})";
    {
        Run run(disk, server.url(), later);
        QTRY_COMPARE(run.toasts.size(), 1); // that of the second
        QCOMPARE(run.lines(), (QList<double>{double(toMillis(later)), first}));
        QCOMPARE(server.asked.size(), size_t(3));
    }
    {
        Run run(disk, server.url(), later + std::chrono::hours(1));
        QTRY_COMPARE(run.outbox.actions().size(), size_t(2));
        QCOMPARE(run.lines(), (QList<double>{double(toMillis(later)), first}));
        QTest::qWait(20); // span: what would be told had time to be
        QCOMPARE(run.toasts.size(), 0);
        QCOMPARE(server.asked.size(), size_t(3));
    }
}

void tst_ToldOnce::aRefusalWithoutAnAccountIsTold()
{
    ScriptedServer server;
    BytesOutbox disk;
    Run run(disk, server.url(), noon);
    run.outbox.setStore(nullptr);
    run.desk.bulk()->ask(QStringLiteral("jobs.pause"), {job(1).toString()});
    QCOMPARE(run.toasts.size(), 1);
    QCOMPARE(run.toasts[0][0].toString(), QStringLiteral("refused"));
}

QTEST_GUILESS_MAIN(tst_ToldOnce)
#include "tst_told_once.moc"
