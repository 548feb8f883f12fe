// SPDX-License-Identifier: GPL-3.0-or-later
// The channel in virtual time: contracts/supabase.md §1.4 to §1.13.
#include "machine_rig.h"

#include <QtTest>

using namespace bolt;
using namespace std::chrono_literals;

class ChannelMachineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesLive();
    void sendsTheJoinOfTheContract();
    void namesTheKeyInTheUrl();
    void waitsWithoutASession();
    void isIdempotent();
    void stopsOnPurpose();

    void handsChangesOverInOrder();
    void countsGarbage();
    void ignoresOtherTopics();

    void connectDeadline();
    void joinDeadline();
    void liveDeadline();
    void heartbeatGoesAndComes();
    void heartbeatDeadline();

    void backoffGrows();
    void backoffIsCapped();
    void backoffResetsOnlyAfterStableLife();
    void rateLimitWaitsLonger();
    void deniedWaitsAMinute();
    void handshakeRefusals();
    void closeAfterRefusalKeepsTheLongerWait();

    void pushesANewToken();
    void asksForATokenBeforeItEnds();
    void shortLivedTokensDoNotLoop();
    void anotherGenerationStartsOver();
    void signOutLeaves();
    void tokenFailureIsTriedAgain();

    void wakeTakesANewSocket();
    void rejoinTakesAFreshRef();
    void retryNowDoesNotWait();
    void systemErrorsInterrupt();
    void serverRequestedDisconnect();
};

void ChannelMachineTest::goesLive()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
    QCOMPARE(rig.phase(), LinkPhase::Connecting);
    rig.opened();
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
    QCOMPARE(rig.phase(), LinkPhase::Joining);
    rig.joinOk();
    QCOMPARE(rig.phase(), LinkPhase::AwaitLive);
    QVERIFY(rig.told().isEmpty());
    rig.subscribed();
    QCOMPARE(rig.phase(), LinkPhase::Live);
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("live"), QStringLiteral("beat")}));
    rig.at += 38ms;
    rig.beatOk();
    QCOMPARE(rig.machine.status().latencyMs, std::optional(38));
}

void ChannelMachineTest::sendsTheJoinOfTheContract()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    QCOMPARE(QJsonDocument::fromJson(rig.lastJoin),
             QJsonDocument::fromJson(R"({"config":{"broadcast":{"ack":false,"self":false},
        "presence":{"key":"","enabled":false},"postgres_changes":[{"event":"*","schema":"public","table":"jobs"},
        {"event":"*","schema":"public","table":"sync_tick"}],"private":false},"access_token":"jwt1"})"));
    const auto frame = QJsonDocument::fromJson(rig.lastSent).array();
    QCOMPARE(frame.at(0), frame.at(1)); // join_ref == ref
    QVERIFY(frame.at(0).isString());
}

void ChannelMachineTest::namesTheKeyInTheUrl()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    QCOMPARE(rig.url.toEncoded(), QByteArray("ws://127.0.0.1:1/realtime/v1/websocket?apikey=key%2B%2F%3D&vsn=2.0.0"));
}

void ChannelMachineTest::waitsWithoutASession()
{
    MachineRig rig;
    rig.start();
    QCOMPARE(rig.phase(), LinkPhase::SignedOut);
    rig.pass(600s);
    QVERIFY(rig.told().isEmpty());
    rig.give("jwt1");
    QVERIFY(rig.did(QStringLiteral("open")));
}

void ChannelMachineTest::isIdempotent()
{
    MachineRig rig; // bug 24
    rig.give("jwt1");
    rig.start();
    rig.start();
    rig.opened();
    rig.opened();
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("open"), QStringLiteral("join")}));
    rig.machine.stop(rig.now());
    rig.machine.stop(rig.now());
    rig.drain();
    QCOMPARE(rig.log.count(QStringLiteral("close")), 1);
}

void ChannelMachineTest::stopsOnPurpose()
{
    MachineRig rig;
    rig.goLive();
    rig.machine.stop(rig.now());
    rig.drain();
    QCOMPARE(rig.told(),
             (QStringList{QStringLiteral("leave"), QStringLiteral("close"), QStringLiteral("interrupted")}));
    QCOMPARE(rig.phase(), LinkPhase::Offline);
    rig.change();
    rig.closed(1000);
    rig.pass(600s);
    QVERIFY(rig.changes.isEmpty());
    QVERIFY(rig.told().isEmpty());
    QVERIFY(!rig.machine.nextDeadline());
}

void ChannelMachineTest::handsChangesOverInOrder()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.joinOk();
    rig.change(R"({"n":1})"); // before it is live: counts (contracts/supabase.md §4.5, 2)
    rig.subscribed();
    rig.change(R"({"n":2})");
    rig.change(R"({"n":3})");
    QCOMPARE(rig.changes, (QList<QByteArray>{R"({"n":1})", R"({"n":2})", R"({"n":3})"}));
}

void ChannelMachineTest::countsGarbage()
{
    MachineRig rig;
    rig.goLive();
    rig.machine.garbage(false);
    rig.machine.garbage(true);
    rig.drain();
    QCOMPARE(rig.machine.status().garbage, 2);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("garbled")});
    QCOMPARE(rig.phase(), LinkPhase::Live);
}

void ChannelMachineTest::ignoresOtherTopics()
{
    MachineRig rig;
    rig.goLive();
    rig.recv(R"([null,null,"realtime:other","postgres_changes",{"n":1}])");
    rig.recv(R"([null,null,"realtime:desk","broadcast",{"n":1}])");
    rig.recv(R"([null,null,"realtime:desk","presence_state",{}])");
    QVERIFY(rig.changes.isEmpty());
    QVERIFY(rig.told().isEmpty());
}

void ChannelMachineTest::connectDeadline()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.told();
    rig.pass(9'999ms);
    QVERIFY(rig.told().isEmpty());
    rig.pass(1ms);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("abort")});
    QVERIFY(rig.machine.status().nextTry);
    rig.pass(1s); // the middle of the first step
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
}

void ChannelMachineTest::joinDeadline()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    const auto first = rig.joinRef;
    rig.told();
    rig.pass(10s);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("leave")});
    QCOMPARE(QJsonDocument::fromJson(rig.lastSent)[0].toString().toLatin1(), first);
    rig.pass(1s);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
    QVERIFY(rig.joinRef != first);
}

void ChannelMachineTest::liveDeadline()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.joinOk();
    rig.told();
    rig.pass(14'999ms);
    QVERIFY(rig.told().isEmpty());
    rig.pass(1001ms);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
}

void ChannelMachineTest::heartbeatGoesAndComes()
{
    MachineRig rig;
    rig.goLive();
    for (int i = 0; i < 20; ++i) {
        rig.pass(25s);
        QCOMPARE(rig.told(), QStringList{QStringLiteral("beat")});
        rig.beatOk();
    }
    QCOMPARE(rig.phase(), LinkPhase::Live);
    const auto frame = QJsonDocument::fromJson(rig.lastSent).array();
    QVERIFY(frame.at(0).isNull());
    QVERIFY(frame.at(1).isString()); // bug 15
    QCOMPARE(frame.at(2).toString(), QStringLiteral("phoenix"));
}

void ChannelMachineTest::heartbeatDeadline()
{
    MachineRig rig;
    rig.goLive();
    rig.pass(25s);
    rig.told();
    rig.pass(9'999ms);
    QVERIFY(rig.told().isEmpty());
    rig.pass(1ms);
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("abort"), QStringLiteral("interrupted")}));
    rig.pass(1s);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
}

void ChannelMachineTest::backoffGrows()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    const auto waits = [&rig](double dice, std::initializer_list<Micros> expected) {
        rig.dice = dice;
        rig.machine.wake({LinkReason::NetworkBack}, rig.now());
        rig.drain();
        for (const auto wait : expected) {
            rig.told();
            rig.closed(1006);
            rig.pass(wait - 1ms);
            QVERIFY2(rig.told().isEmpty(), QByteArray::number(qint64(wait.count())));
            rig.pass(1ms);
            QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
        }
    };
    waits(1.0, {1500ms, 3s, 6s, 12s, 24s, 30s, 30s});
    waits(0.0, {500ms, 1s, 2s, 4s, 8s, 15s, 15s});
}

void ChannelMachineTest::backoffIsCapped()
{
    MachineRig rig;
    rig.dice = 1.0;
    rig.give("jwt1", 100'000s);
    rig.start();
    for (int i = 0; i < 200; ++i) {
        rig.closed(1006);
        const auto wait = *rig.machine.status().nextTry - rig.wall;
        QVERIFY(wait <= Micros(30s));
        rig.pass(wait);
    }
    QCOMPARE(rig.told().count(QStringLiteral("open")), 201);
}

void ChannelMachineTest::backoffResetsOnlyAfterStableLife()
{
    // A server that accepts and drops must not be met every second.
    MachineRig rig;
    rig.dice = 1.0;
    rig.give("jwt1");
    rig.start();
    const auto live = [&](Micros time) {
        rig.opened();
        rig.joinOk();
        rig.subscribed();
        rig.beatOk();
        for (Micros left = time; left > Micros(0); left -= std::min<Micros>(left, 1s)) {
            rig.pass(std::min<Micros>(left, 1s));
            if (rig.log.contains(QStringLiteral("beat")))
                rig.beatOk();
        }
        rig.closed(1006);
        return *rig.machine.status().nextTry - rig.wall;
    };
    QCOMPARE(live(29s), Micros(1500ms));
    rig.pass(1500ms);
    QCOMPARE(live(29s), Micros(3s));
    rig.pass(3s);
    QCOMPARE(live(31s), Micros(1500ms));
}

void ChannelMachineTest::rateLimitWaitsLonger()
{
    MachineRig rig;
    rig.dice = 0.0;
    rig.answersBeats = true;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.refuse("ClientJoinRateLimitReached");
    QCOMPARE(*rig.machine.status().nextTry - rig.wall, Micros(10s)); // never faster
    rig.dice = 1.0;
    for (int i = 0; i < 12; ++i) {
        rig.told();
        QVERIFY(rig.passUntil(QStringLiteral("join")));
        rig.refuse("ClientJoinRateLimitReached");
        QVERIFY(*rig.machine.status().nextTry - rig.wall >= Micros(10s));
        QVERIFY(*rig.machine.status().nextTry - rig.wall <= Micros(300s));
    }
}

void ChannelMachineTest::deniedWaitsAMinute()
{
    MachineRig rig;
    rig.answersBeats = true;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.refuse("Unauthorized: You do not have permissions");
    QCOMPARE(rig.phase(), LinkPhase::Denied);
    QCOMPARE(rig.machine.status().reason,
             (LinkReason{LinkReason::JoinRefused, QStringLiteral("Unauthorized: You do not have permissions")}));
    rig.told();
    rig.pass(59s);
    QVERIFY(!rig.did(QStringLiteral("join")));
    rig.pass(1s);
    QVERIFY(rig.did(QStringLiteral("join")));
}

void ChannelMachineTest::handshakeRefusals()
{
    MachineRig rig; // bug 36: the status decides
    rig.give("jwt1");
    rig.start();
    rig.told();
    rig.closed(1000, 401, QStringLiteral("Unhandled http status code: 401 (x)"));
    QCOMPARE(rig.told(), QStringList{QStringLiteral("want!")});
    rig.give("jwt2");
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
    rig.closed(1000, 401, QStringLiteral("x"));
    QCOMPARE(rig.phase(), LinkPhase::Denied); // a fresh token did not help: the key is refused
    rig.pass(59s);
    QVERIFY(rig.told().isEmpty());
    rig.pass(1s);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
    rig.closed(1000, 403, {});
    QCOMPARE(rig.phase(), LinkPhase::Denied);
    rig.pass(60s);
    rig.dice = 0;
    rig.closed(1000, 429, {});
    QCOMPARE(*rig.machine.status().nextTry - rig.wall, Micros(10s));
    rig.pass(10s);
    rig.closed(1000, 503, {});
    QCOMPARE(*rig.machine.status().nextTry - rig.wall, Micros(500ms)); // transient
}

void ChannelMachineTest::closeAfterRefusalKeepsTheLongerWait()
{
    MachineRig rig;
    rig.dice = 0.0;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.refuse("ClientJoinRateLimitReached");
    rig.closed(1001);
    QCOMPARE(*rig.machine.status().nextTry - rig.wall, Micros(10s));
    rig.told();
    rig.pass(10s);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
}

void ChannelMachineTest::pushesANewToken()
{
    MachineRig rig;
    rig.goLive();
    rig.give("jwt2");
    QCOMPARE(rig.told(), QStringList{QStringLiteral("token jwt2")});
    QCOMPARE(QJsonDocument::fromJson(rig.lastSent)[0].toString().toLatin1(), rig.joinRef); // bug 39
    rig.give("jwt2");
    QVERIFY(rig.told().isEmpty());
    rig.subscribed();
    QCOMPARE(rig.told(), QStringList{QStringLiteral("live again")}); // T5
    // Replaced while a join was under way: pushed once it is joined.
    rig.machine.rejoin({LinkReason::NoChanges}, rig.now());
    rig.drain();
    rig.give("jwt3");
    rig.told();
    rig.joinOk();
    QCOMPARE(rig.told(), QStringList{QStringLiteral("token jwt3")});
}

void ChannelMachineTest::asksForATokenBeforeItEnds()
{
    MachineRig rig;
    rig.goLive("jwt1", 1000s);
    rig.answersBeats = true;
    rig.pass(909s);
    QVERIFY(!rig.did(QStringLiteral("want")));
    rig.pass(1s);
    QCOMPARE(rig.log.count(QStringLiteral("want")), 1);
    rig.pass(10s);
    QCOMPARE(rig.log.count(QStringLiteral("want")), 1); // once a token
}

void ChannelMachineTest::shortLivedTokensDoNotLoop()
{
    MachineRig rig;
    rig.give("jwt1", 5s);
    rig.start();
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
    rig.opened();
    rig.joinOk();
    rig.subscribed();
    rig.beatOk();
    rig.told();
    for (int i = 0; i < 5; ++i) {
        rig.pass(3'749ms);
        QVERIFY(rig.told().isEmpty());
        rig.pass(1ms); // a quarter of its life is left
        QCOMPARE(rig.told(), QStringList{QStringLiteral("want")});
        const QByteArray next = "jwt" + QByteArray::number(i + 2);
        rig.give(next, 5s);
        QCOMPARE(rig.told(), QStringList{QStringLiteral("token ") + QString::fromLatin1(next)});
    }
}

void ChannelMachineTest::anotherGenerationStartsOver()
{
    MachineRig rig;
    rig.goLive();
    rig.give("other", 3600s, 2);
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("leave"), QStringLiteral("close"), QStringLiteral("interrupted"),
                                      QStringLiteral("open")}));
    rig.change(); // of the old socket
    QVERIFY(rig.changes.isEmpty());
}

void ChannelMachineTest::signOutLeaves()
{
    MachineRig rig;
    rig.goLive();
    rig.machine.setToken({{}, {}, 2}, rig.now());
    rig.drain();
    QCOMPARE(rig.told(),
             (QStringList{QStringLiteral("leave"), QStringLiteral("close"), QStringLiteral("interrupted")}));
    QCOMPARE(rig.phase(), LinkPhase::SignedOut);
    rig.pass(600s); // bug 8: no endless rejoin
    QVERIFY(rig.told().isEmpty());
    rig.give("jwt9", 3600s, 3);
    QVERIFY(rig.did(QStringLiteral("open")));
}

void ChannelMachineTest::tokenFailureIsTriedAgain()
{
    MachineRig rig;
    rig.give("jwt1", 3600s);
    rig.start();
    rig.opened();
    rig.refuse("InvalidJWTToken: Token has expired 10 seconds ago");
    QVERIFY(rig.did(QStringLiteral("want!")));
    rig.told();
    rig.answersBeats = true;
    rig.machine.tokenFailed({LinkReason::NoToken, QStringLiteral("no way to the sign-in server")}, rig.now());
    rig.drain();
    QVERIFY(rig.phase() != LinkPhase::SignedOut);
    QVERIFY(rig.told().isEmpty());
    QVERIFY(rig.passUntil(QStringLiteral("want!")));
    rig.machine.tokenFailed({LinkReason::NoToken, QStringLiteral("still none")}, rig.now());
    rig.drain();
    rig.told();
    rig.give("jwt2"); // it comes by itself: no more waiting
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
}

void ChannelMachineTest::wakeTakesANewSocket()
{
    MachineRig rig; // bug 5: token, then socket
    rig.goLive("jwt1", 200s);
    rig.wall += 140s;
    rig.machine.wake({LinkReason::NetworkBack}, rig.now());
    rig.drain();
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("interrupted"), QStringLiteral("abort"), QStringLiteral("open")}));
    rig.machine.wake({LinkReason::NetworkBack}, rig.now());
    rig.drain();
    rig.told();
    rig.wall += 30s; // 20 s of life left
    rig.machine.wake({LinkReason::NetworkBack}, rig.now());
    rig.drain();
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("abort"), QStringLiteral("want")}));
    rig.give("jwt2");
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
}

void ChannelMachineTest::rejoinTakesAFreshRef()
{
    MachineRig rig;
    rig.goLive();
    const auto before = rig.joinRef;
    rig.machine.rejoin({LinkReason::NoChanges}, rig.now());
    rig.drain();
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("interrupted"), QStringLiteral("join")}));
    QVERIFY(rig.joinRef != before);
    rig.machine.rejoin({LinkReason::NoChanges}, rig.now()); // one is under way
    rig.drain();
    QVERIFY(rig.told().isEmpty());
}

void ChannelMachineTest::retryNowDoesNotWait()
{
    MachineRig rig;
    rig.goLive();
    rig.closed(1006);
    rig.told();
    rig.machine.retryNow(rig.now());
    rig.drain();
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
    rig.machine.retryNow(rig.now());
    rig.drain();
    QVERIFY(rig.told().isEmpty());
}

void ChannelMachineTest::systemErrorsInterrupt()
{
    MachineRig rig;
    rig.goLive();
    rig.system("error", "Too many database timeouts");
    QCOMPARE(rig.told(), QStringList{QStringLiteral("interrupted")});
    rig.pass(1s);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
}

void ChannelMachineTest::serverRequestedDisconnect()
{
    MachineRig rig;
    rig.goLive();
    rig.recv(
        R"([null,null,"realtime:desk","system",{"message":"Server requested disconnect","status":"ok","extension":"system"}])");
    QVERIFY(rig.told().isEmpty());
    rig.closed(1002, 0, QStringLiteral("Invalid close code 1012 detected."));
    QCOMPARE(rig.told(), QStringList{QStringLiteral("interrupted")});
    rig.pass(1s);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("open")});
}

QTEST_GUILESS_MAIN(ChannelMachineTest)
#include "tst_channel_machine.moc"
