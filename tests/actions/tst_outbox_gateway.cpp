// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/actions/outbox_gateway.h"

#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "tests/actions/scripted_server.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace bolt;
using namespace Qt::StringLiterals;
using Phase = ActionStatus::Phase;

namespace {

template<class I>
I id(uint n)
{
    return I(QUuid(n, 7, 0x4abc, 0x80, 1, 2, 3, 4, 5, 6, 7));
}

Command retry(std::initializer_list<uint> submissions)
{
    Command c;
    c.verb = Command::Verb::RetrySubmissions;
    for (uint n : submissions)
        c.submissions.push_back(id<SubmissionId>(n));
    return c;
}

Command pause(uint job)
{
    Command c;
    c.verb = Command::Verb::PauseJob;
    c.job = id<JobId>(job);
    return c;
}

/// An outbox whose disk is as slow as the test wants.
class SlowOutbox final : public OutboxStore
{
public:
    QFuture<Result<std::vector<ActionStatus>>> load() override { return m_memory.load(); }
    QFuture<Outcome> put(const ActionStatus &status) override { return putAll({status}); }
    QFuture<Outcome> putAll(const std::vector<ActionStatus> &all) override
    {
        if (!slow)
            return m_memory.putAll(all);
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        m_waiting.push_back(promise);
        m_memory.putAll(all);
        return promise->future();
    }
    QFuture<Outcome> remove(const ActionId &key) override { return m_memory.remove(key); }
    QFuture<Outcome> removeAll(const std::vector<ActionId> &keys) override { return m_memory.removeAll(keys); }
    void settle(const Outcome &with)
    {
        const auto all = std::exchange(m_waiting, {});
        for (const auto &promise : all) {
            promise->addResult(with);
            promise->finish();
        }
    }
    bool slow = false;

private:
    MemoryOutbox m_memory;
    std::vector<std::shared_ptr<QPromise<Outcome>>> m_waiting;
};

struct Desk
{
    explicit Desk(OutboxStore &with, const Clock &clock, bool open = true)
        : http(web(), [] { return QByteArray("token"); })
        , gateway(http, connector, clock, settings())
    {
        gateway.setStore(&with);
        gateway.setOpen(open);
    }
    static HttpClient::Settings web() { return {}; }
    static OutboxGateway::Settings settings()
    {
        OutboxGateway::Settings s;
        s.retryFirst = Millis(5);
        s.retryMax = Millis(20);
        s.random = [] { return 1.0; };
        return s;
    }
    ActionStatus of(const ActionId &key) const
    {
        for (const auto &a : gateway.actions()) {
            if (a.id == key)
                return a;
        }
        return {};
    }
    Phase phase(const ActionId &key) const { return of(key).phase; }

    DirectoryBoltConnector connector;
    HttpClient http;
    OutboxGateway gateway;
};

} // namespace

class tst_OutboxGateway : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isOnDiskBeforeItIsSent();
    void diskThatRefusesIsARefusal();
    void appliedIsToldWithWhatItTouched();
    void lostAnswerIsAskedAgainWithTheSameKey();
    void forbiddenSaysNothingOfAnEarlierTry();
    void forbiddenSaysNothingOfAFirstSending();
    void serverFaultIsAskedAgain();
    void tooManyWaitsAsTold();
    void unreachedServerLeavesItUnsent();
    void refusalKeepsTheServersWords_data();
    void refusalKeepsTheServersWords();
    void partlyAppliedListsTheRest();
    void sameTargetKeepsItsOrder();
    void unsentIsTakenBack();
    void survivesARestart();
    void expiresAfterADay();
    void renewedItLivesAnotherDay();
    void whatMayHaveBeenSentNeverExpires();
    void isSaidToBeKeptOnceItIs();
    void answersOfAnotherAccountAreDropped();
    void signedOutIsRefused();

private:
    std::unique_ptr<Desk> desk(OutboxStore &store, bool open = true)
    {
        auto d = std::make_unique<Desk>(store, m_clock, open);
        HttpClient::Settings s;
        s.base = m_server->url();
        d->http.setSettings(s);
        return d;
    }
    SystemClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    MemoryOutbox m_outbox;
};

void tst_OutboxGateway::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_outbox = {};
}

void tst_OutboxGateway::isOnDiskBeforeItIsSent()
{
    SlowOutbox disk;
    disk.slow = true;
    const auto d = desk(disk);
    const ActionId key = d->gateway.submit(retry({1}));
    QTest::qWait(30); // span: a request that must not be made had time to be
    QVERIFY(m_server->asked.empty());
    QCOMPARE(d->phase(key), Phase::Waiting);
    disk.settle(Done{});
    QTRY_COMPARE(d->phase(key), Phase::Sending);
    QVERIFY(m_server->asked.empty()); // that it is being sent must be on disk, too
    disk.slow = false;
    disk.settle(Done{});
    QTRY_COMPARE(d->phase(key), Phase::Applied);
    QCOMPARE(m_server->asked.size(), size_t(1));
}

void tst_OutboxGateway::diskThatRefusesIsARefusal()
{
    SlowOutbox disk;
    disk.slow = true;
    const auto d = desk(disk);
    const ActionId key = d->gateway.submit(retry({1}));
    disk.settle(Error{Error::Kind::Storage, u"full"_s, u"disk full"_s, {}, 0});
    QTRY_COMPARE(d->phase(key), Phase::Refused);
    QVERIFY(m_server->asked.empty());
}

void tst_OutboxGateway::appliedIsToldWithWhatItTouched()
{
    const auto d = desk(m_outbox);
    QSignalSpy touched(&d->gateway, &OutboxGateway::touched);
    QSignalSpy changed(&d->gateway, &ActionGateway::changed);
    const ActionId key = d->gateway.submit(pause(4));
    QTRY_COMPARE(d->phase(key), Phase::Applied);
    QCOMPARE(m_server->asked[0].path, "/api/admin/jobs/" + id<JobId>(4).toString().toLatin1() + "/pause");
    QCOMPARE(m_server->asked[0].key, key.toString().toLatin1());
    QCOMPARE(touched.size(), 1);
    QVERIFY(changed.size() >= 3); // waiting, sending, applied
    d->gateway.dismiss(key);
    QVERIFY(d->gateway.actions().empty());
}

void tst_OutboxGateway::lostAnswerIsAskedAgainWithTheSameKey()
{
    m_server->next = {{0, {}, {}, true}, {200, {}, "<html>"}};
    const auto d = desk(m_outbox);
    bool doubted = false;
    connect(&d->gateway, &ActionGateway::changed, this,
            [&doubted](const ActionStatus &s) { doubted |= s.phase == Phase::Unknown; });
    const ActionId key = d->gateway.submit(retry({1, 2}));
    QTRY_COMPARE(d->phase(key), Phase::Applied);
    QVERIFY(doubted);
    QCOMPARE(m_server->asked.size(), size_t(3)); // Qt itself may repeat the dropped one
    for (const auto &asked : m_server->asked) {
        QCOMPARE(asked.key, key.toString().toLatin1());
        QCOMPARE(asked.body, m_server->asked[0].body);
    }
    QVERIFY(d->of(key).tries >= 2);
}

void tst_OutboxGateway::forbiddenSaysNothingOfAnEarlierTry()
{
    m_server->next = {{500, {}, "{}"}, {403, {}, R"({"error":{"code":"no","message":"Not you."}})"}};
    const auto d = desk(m_outbox);
    std::vector<Phase> phases;
    connect(&d->gateway, &ActionGateway::changed, this,
            [&phases](const ActionStatus &s) { phases.push_back(s.phase); });
    const ActionId key = d->gateway.submit(retry({1}));
    QTRY_COMPARE(d->phase(key), Phase::Applied);
    QCOMPARE(m_server->asked.size(), size_t(3));
    QVERIFY(std::count(phases.begin(), phases.end(), Phase::Refused) == 0);
}

/// Qt sends again what a kept connection lost, and tells of the last answer only.
void tst_OutboxGateway::forbiddenSaysNothingOfAFirstSending()
{
    m_server->next = {
        m_server->usual, {200, {}, {}, true}, {403, {}, R"({"error":{"code":"no","message":"Not you."}})"}};
    const auto d = desk(m_outbox);
    const ActionId first = d->gateway.submit(retry({1}));
    QTRY_COMPARE(d->phase(first), Phase::Applied); // the connection is kept
    std::vector<Phase> phases;
    connect(&d->gateway, &ActionGateway::changed, this,
            [&phases](const ActionStatus &s) { phases.push_back(s.phase); });
    const ActionId key = d->gateway.submit(retry({2}));
    QTRY_COMPARE(d->phase(key), Phase::Applied);
    QVERIFY(std::count(phases.begin(), phases.end(), Phase::Refused) == 0);
    QCOMPARE(m_server->asked.size(), size_t(4));
}

void tst_OutboxGateway::serverFaultIsAskedAgain()
{
    m_server->next = {{500, {}, "{}"}, {503, {}, {}}};
    const auto d = desk(m_outbox);
    const ActionId key = d->gateway.submit(retry({1}));
    QTRY_COMPARE(d->phase(key), Phase::Applied);
    QCOMPARE(m_server->asked.size(), size_t(3));
}

void tst_OutboxGateway::tooManyWaitsAsTold()
{
    m_server->next = {{429, "Retry-After: 60\r\n", R"({"error":{"code":"rate","message":"Slowly."}})"}};
    const auto d = desk(m_outbox);
    const ActionId key = d->gateway.submit(retry({1}));
    QTRY_VERIFY(d->of(key).nextTryAt.has_value());
    const ActionStatus s = d->of(key);
    QCOMPARE(s.phase, Phase::Waiting); // surely not done
    QVERIFY(*s.nextTryAt > m_clock.now() + Seconds(50));
    QCOMPARE(m_server->asked.size(), size_t(1));
    d->gateway.retryNow(key);
    QTRY_COMPARE(d->phase(key), Phase::Applied);
}

void tst_OutboxGateway::unreachedServerLeavesItUnsent()
{
    const auto d = desk(m_outbox);
    m_server->close();
    const ActionId key = d->gateway.submit(retry({1}));
    QTRY_VERIFY(d->of(key).tries >= 1 && d->of(key).nextTryAt);
    QTRY_COMPARE(d->phase(key), Phase::Waiting);
    d->gateway.setOpen(false);
    QTRY_COMPARE(d->phase(key), Phase::Waiting); // a try that was on its way has come back
    QVERIFY(d->gateway.cancel(key));
    QCOMPARE(d->phase(key), Phase::Cancelled);
}

void tst_OutboxGateway::refusalKeepsTheServersWords_data()
{
    QTest::addColumn<int>("status");
    for (int status : {400, 403, 404, 409, 422})
        QTest::addRow("%d", status) << status;
}

void tst_OutboxGateway::refusalKeepsTheServersWords()
{
    QFETCH(int, status);
    m_server->next = {{status, {}, R"({"error":{"code":"no","message":"Because of the moon."}})"}};
    const auto d = desk(m_outbox);
    const ActionId key = d->gateway.submit(retry({1}));
    QTRY_COMPARE(d->phase(key), Phase::Refused);
    QCOMPARE(d->of(key).error->message, u"Because of the moon."_s);
    QTest::qWait(30);                            // span: a request that must not be made had time to be
    QCOMPARE(m_server->asked.size(), size_t(1)); // never again
    QVERIFY(!d->gateway.cancel(key));
}

void tst_OutboxGateway::partlyAppliedListsTheRest()
{
    m_server->usual.body = R"({"applied":1,"rejected":[{"id":"x","code":"state","message":"Approved already."}]})";
    const auto d = desk(m_outbox);
    const ActionId key = d->gateway.submit(retry({1, 2}));
    QTRY_COMPARE(d->phase(key), Phase::PartlyApplied);
    QCOMPARE(d->of(key).applied, 1);
    QCOMPARE(d->of(key).rejected.at(0).message, u"Approved already."_s);
}

void tst_OutboxGateway::sameTargetKeepsItsOrder()
{
    m_server->next = {{0, {}, {}, false, true}};
    const auto d = desk(m_outbox);
    const ActionId first = d->gateway.submit(retry({1, 2}));
    QTRY_COMPARE(m_server->asked.size(), size_t(1));
    const ActionId second = d->gateway.submit(retry({2, 3}));
    const ActionId other = d->gateway.submit(pause(9));
    QTRY_COMPARE(d->phase(other), Phase::Applied); // another target does not wait
    QCOMPARE(d->phase(second), Phase::Waiting);
    ScriptedServer::answer(m_server->hanging.at(0), m_server->usual);
    QTRY_COMPARE(d->phase(first), Phase::Applied);
    QTRY_COMPARE(d->phase(second), Phase::Applied);
    QCOMPARE(m_server->asked.back().key, second.toString().toLatin1());
}

void tst_OutboxGateway::unsentIsTakenBack()
{
    const auto d = desk(m_outbox, false);
    const ActionId key = d->gateway.submit(retry({1}));
    QVERIFY(d->gateway.cancel(key));
    QVERIFY(!d->gateway.cancel(key));
    d->gateway.setOpen(true);
    QTest::qWait(30); // span: a request that must not be made had time to be
    QVERIFY(m_server->asked.empty());
}

void tst_OutboxGateway::survivesARestart()
{
    ActionId waiting, sent;
    m_server->next = {{0, {}, {}, false, true}};
    {
        const auto d = desk(m_outbox);
        sent = d->gateway.submit(retry({1}));
        QTRY_COMPARE(m_server->asked.size(), size_t(1));
        d->gateway.setOpen(false);
        waiting = d->gateway.submit(pause(2));
        QTRY_COMPARE(d->gateway.actions().size(), size_t(2));
        // The outbox is all that is left, as after a kill.
    }
    const auto d = desk(m_outbox);
    QTRY_COMPARE(d->gateway.actions().size(), size_t(2));
    QTRY_COMPARE(d->phase(sent), Phase::Applied);
    QTRY_COMPARE(d->phase(waiting), Phase::Applied);
    QCOMPARE(m_server->asked.size(), size_t(3));
    QCOMPARE(std::count_if(m_server->asked.begin(), m_server->asked.end(),
                           [&](const auto &a) { return a.key == sent.toString().toLatin1(); }),
             2);
}

void tst_OutboxGateway::expiresAfterADay()
{
    FixedClock clock(Instant(Seconds(1'700'000'000)));
    HttpClient::Settings s;
    s.base = m_server->url();
    Desk d(m_outbox, clock, false);
    d.http.setSettings(s);
    const ActionId key = d.gateway.submit(retry({1}));
    QTest::qWait(1); // span: a request that must not be made had time to be
    clock.advance(Seconds(24 * 3600 + 1));
    d.gateway.setOpen(true);
    QTRY_COMPARE(d.phase(key), Phase::Expired);
    QVERIFY(m_server->asked.empty());
}

void tst_OutboxGateway::renewedItLivesAnotherDay()
{
    FixedClock clock(Instant(Seconds(1'700'000'000)));
    HttpClient::Settings s;
    s.base = m_server->url();
    Desk d(m_outbox, clock, false);
    d.http.setSettings(s);
    const ActionId early = d.gateway.submit(retry({1})), late = d.gateway.submit(retry({2}));
    QTest::qWait(1); // span: a request that must not be made had time to be
    clock.advance(Seconds(23 * 3600));
    QVERIFY(d.gateway.renew(early));
    clock.advance(Seconds(2 * 3600));
    d.gateway.setOpen(false);
    QTRY_COMPARE(d.phase(late), Phase::Expired);
    QCOMPARE(d.phase(early), Phase::Waiting);
    QVERIFY(d.gateway.renew(late)); // it was never sent, so nothing is in doubt
    QCOMPARE(d.phase(late), Phase::Waiting);
    d.gateway.setOpen(true);
    QTRY_COMPARE(d.phase(late), Phase::Applied);
    QTRY_COMPARE(d.phase(early), Phase::Applied);
    QVERIFY(!d.gateway.renew(late));
}

void tst_OutboxGateway::whatMayHaveBeenSentNeverExpires()
{
    FixedClock clock(Instant(Seconds(1'700'000'000)));
    HttpClient::Settings s;
    s.base = m_server->url();
    m_server->next = {{500, {}, "{}"}};
    Desk d(m_outbox, clock);
    d.http.setSettings(s);
    QSignalSpy changed(&d.gateway, &ActionGateway::changed);
    const ActionId key = d.gateway.submit(retry({1}));
    QTRY_COMPARE(d.phase(key), Phase::Unknown);
    QVERIFY(!d.gateway.renew(key));
    clock.advance(Seconds(25 * 3600)); // a day, or only a clock that was set
    d.gateway.kick();
    QTRY_COMPARE(d.phase(key), Phase::Applied);
    QCOMPARE(m_server->asked.at(0).key, m_server->asked.at(1).key);
    for (const auto &told : changed)
        QVERIFY(told.at(0).value<ActionStatus>().phase != Phase::Expired);
}

void tst_OutboxGateway::isSaidToBeKeptOnceItIs()
{
    SlowOutbox outbox;
    outbox.slow = true;
    const auto d = desk(outbox, false);
    QSignalSpy kept(&d->gateway, &ActionGateway::kept);
    const ActionId key = d->gateway.submit(retry({1}));
    QTest::qWait(20); // span: what must not be told had time to be
    QCOMPARE(kept.size(), 0);
    outbox.settle(Done{});
    QTRY_COMPARE(kept.size(), 1);
    QCOMPARE(kept.at(0).at(0).value<ActionId>(), key);
    // A disk that did not take it: the work goes on, and nobody is told that it would outlive a crash.
    QSignalSpy lost(&d->gateway, &ActionGateway::notOnDisk);
    const ActionId unsaved = d->gateway.submit(retry({3}));
    outbox.settle(inMemoryOnly());
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(lost.at(0).at(0).value<ActionId>(), unsaved);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(d->phase(unsaved), ActionStatus::Phase::Waiting);
    outbox.remove(unsaved);
    outbox.slow = false;
    const auto next = desk(outbox, false); // what an earlier run left is there as well
    QSignalSpy again(&next->gateway, &ActionGateway::kept);
    QTRY_COMPARE(again.size(), 1);
    const ActionId refused = d->gateway.submit(retry({2}));
    QTRY_COMPARE(kept.size(), 2);
    QCOMPARE(kept.at(1).at(0).value<ActionId>(), refused);
}

void tst_OutboxGateway::answersOfAnotherAccountAreDropped()
{
    m_server->next = {{0, {}, {}, false, true}};
    const auto d = desk(m_outbox);
    d->gateway.submit(retry({1}));
    QTRY_COMPARE(m_server->asked.size(), size_t(1));
    QSignalSpy touched(&d->gateway, &OutboxGateway::touched);
    MemoryOutbox other;
    d->gateway.setStore(&other);
    QVERIFY(d->gateway.actions().empty());
    ScriptedServer::answer(m_server->hanging.at(0), m_server->usual);
    QTest::qWait(30); // span: a request that must not be made had time to be
    QVERIFY(touched.isEmpty());
    QVERIFY(d->gateway.actions().empty());
}

void tst_OutboxGateway::signedOutIsRefused()
{
    const auto d = desk(m_outbox);
    d->gateway.setStore(nullptr);
    const ActionId key = d->gateway.submit(retry({1}));
    QCOMPARE(d->phase(key), Phase::Refused);
}

QTEST_GUILESS_MAIN(tst_OutboxGateway)
#include "tst_outbox_gateway.moc"
