// SPDX-License-Identifier: GPL-3.0-or-later
// The client bugs of contracts/supabase.md §5 that a channel can have; each test is named after its number there. Those
// of the payload are in tests/wire, those of the session in tests/session, those of the merge in tests/sync.
#include "machine_rig.h"

#include <QtTest>

using namespace bolt;
using namespace std::chrono_literals;

class ChannelBugsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bug01_okIsNotLive();
    void bug02_systemErrorIsAFailure();
    void bug03_deafChannelCanBeJoinedAgain();
    void bug04_rejoinTakesTheFreshToken();
    void bug06_tokenIsAskedForBeforeTheJoin();
    void bug07_closeIsJoinedAgainTokenFirst();
    void bug08_signOutEndsIt();
    void bug09_everyTokenIsRenewed();
    void bug11_reopenedSocketJoins();
    void bug12_13_staleCloseIsIgnored();
    void bug14_lateReplyIsIgnored();
    void bug16_heartbeatIsResetOnOpen();
    void bug17_onlyTheMatchingReplyCounts();
    void bug18_lateTimerProbes();
    void bug19_twoJoinTimeoutsCloseTheSocket();
    void bug20_bindingsAreNotComparedToTheLetter();
    void bug21_sameBindingTwice();
    void bug38_noRecursion();
    void bug39_pushesCarryTheJoinRef();
    void bug44_socketLossEndsTheJoin();
    void shortReplyIsAFailure();
    void badTokenIsRefreshedOnce();
    void expiredTokenLoopIsPaced();
    void systemOkBeforeTheReply();
    void clockJumpWakes();
    void slowSocketIsNotDead();
};

void ChannelBugsTest::bug01_okIsNotLive()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.joinOk();
    rig.pass(8s);
    QVERIFY(!rig.did(QStringLiteral("live")));
    QVERIFY(rig.phase() != LinkPhase::Live);
    rig.subscribed();
    QVERIFY(rig.did(QStringLiteral("live")));
}

void ChannelBugsTest::bug02_systemErrorIsAFailure()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.joinOk();
    rig.system("error", "Unable to subscribe to changes with given parameters. An exception happened");
    QVERIFY(rig.phase() != LinkPhase::Live);
    QVERIFY(rig.machine.status().nextTry);
    rig.told();
    rig.pass(1s);
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
}

void ChannelBugsTest::bug03_deafChannelCanBeJoinedAgain()
{
    MachineRig rig;
    rig.goLive();
    rig.machine.rejoin({LinkReason::NoChanges}, rig.now());
    rig.drain();
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("interrupted"), QStringLiteral("join")}));
    rig.joinOk();
    rig.subscribed();
    QCOMPARE(rig.told().first(), QStringLiteral("live"));
}

void ChannelBugsTest::bug04_rejoinTakesTheFreshToken()
{
    MachineRig rig;
    rig.goLive("jwt1");
    rig.give("jwt2");
    rig.recv("[\"" + rig.joinRef + "\",\"" + rig.joinRef + R"(","realtime:desk","phx_error",{}])");
    rig.pass(1s);
    QVERIFY(rig.did(QStringLiteral("join")));
    QCOMPARE(QJsonDocument::fromJson(rig.lastJoin)[u"access_token"].toString(), QStringLiteral("jwt2"));
}

void ChannelBugsTest::bug06_tokenIsAskedForBeforeTheJoin()
{
    MachineRig rig;
    rig.goLive("jwt1", 1000s);
    rig.wall += 950s;
    rig.machine.rejoin({LinkReason::NoChanges}, rig.now());
    rig.drain();
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("interrupted"), QStringLiteral("want")}));
    rig.give("jwt2");
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
}

void ChannelBugsTest::bug07_closeIsJoinedAgainTokenFirst()
{
    MachineRig rig;
    rig.goLive();
    // What a server says when the token ends: an error, then the close of that join.
    const auto before = rig.joinRef;
    rig.system("error", "Token has expired 0 seconds ago", "system");
    rig.recv("[\"" + before + "\",\"" + before + R"(","realtime:desk","phx_close",{}])");
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("interrupted"), QStringLiteral("want!")}));
    rig.give("jwt2");
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
    rig.joinOk();
    rig.subscribed();
    rig.told();
    // A close without a word.
    rig.recv("[\"" + rig.joinRef + "\",\"" + rig.joinRef + R"(","realtime:desk","phx_close",{}])");
    rig.pass(2s);
    QVERIFY(rig.did(QStringLiteral("join")));
}

void ChannelBugsTest::bug08_signOutEndsIt()
{
    MachineRig rig;
    rig.goLive();
    rig.recv("[\"" + rig.joinRef + "\",\"" + rig.joinRef + R"(","realtime:desk","phx_close",{}])");
    rig.machine.setToken({{}, {}, 2}, rig.now());
    rig.drain();
    rig.told();
    rig.pass(600s);
    QVERIFY(rig.told().isEmpty());
}

void ChannelBugsTest::bug09_everyTokenIsRenewed()
{
    MachineRig rig;
    rig.answersBeats = true;
    rig.goLive("jwt1", 1000s);
    for (int i = 2; i < 6; ++i) { // nobody asked for these: the next one is asked for all the same
        rig.pass(100s);
        rig.give("jwt" + QByteArray::number(i), 1000s);
        QVERIFY(!rig.did(QStringLiteral("want")));
    }
    rig.pass(911s);
    QCOMPARE(rig.log.count(QStringLiteral("want")), 1);
}

void ChannelBugsTest::bug11_reopenedSocketJoins()
{
    MachineRig rig;
    rig.goLive();
    for (int i = 0; i < 5; ++i) {
        rig.closed(1006);
        QVERIFY(rig.passUntil(QStringLiteral("open")));
        rig.told();
        rig.opened();
        QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
        rig.joinOk();
        rig.subscribed();
        rig.beatOk();
        QCOMPARE(rig.phase(), LinkPhase::Live);
    }
}

void ChannelBugsTest::bug12_13_staleCloseIsIgnored()
{
    MachineRig rig;
    rig.goLive();
    const auto old = rig.joinRef;
    rig.machine.rejoin({LinkReason::NoChanges}, rig.now());
    rig.drain();
    rig.joinOk();
    rig.told();
    rig.recv("[\"" + old + "\",\"" + old + R"(","realtime:desk","phx_close",{}])");
    rig.recv("[\"" + old + "\",\"" + old + R"(","realtime:desk","phx_error",{}])");
    rig.recv("[\"" + old + R"(",null,"realtime:desk","system",{"status":"error","message":"x","extension":"system"}])");
    rig.recv(R"({"topic":"realtime:desk","event":"phx_close","payload":{},"ref":")" + old + "\"}"); // vsn 1
    rig.recv("[\"" + old + R"(",null,"realtime:desk","postgres_changes",{"n":1}])");                // I10
    QVERIFY(rig.told().isEmpty() && rig.changes.isEmpty());
    QCOMPARE(rig.machine.status().stale, 5);
    rig.subscribed();
    QCOMPARE(rig.phase(), LinkPhase::Live);
}

void ChannelBugsTest::bug14_lateReplyIsIgnored()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    const auto first = rig.joinRef;
    rig.pass(11s);
    QVERIFY(rig.joinRef != first);
    rig.replyTo(first, "ok", R"({"postgres_changes":[{"id":1},{"id":2}]})");
    QCOMPARE(rig.phase(), LinkPhase::Joining);
    rig.joinOk();
    rig.subscribed();
    rig.beatOk();
    rig.told();
    rig.pass(24s); // and no second timer is about
    QVERIFY(rig.told().isEmpty());
}

void ChannelBugsTest::bug16_heartbeatIsResetOnOpen()
{
    MachineRig rig;
    rig.goLive();
    rig.pass(25s); // one is out, unanswered
    rig.closed(1006);
    rig.pass(1s);
    rig.opened();
    rig.joinOk();
    rig.subscribed();
    rig.beatOk();
    rig.told();
    rig.pass(15s); // the old one's deadline was in here
    QVERIFY(rig.told().isEmpty());
    QCOMPARE(rig.phase(), LinkPhase::Live);
}

void ChannelBugsTest::bug17_onlyTheMatchingReplyCounts()
{
    MachineRig rig;
    rig.goLive();
    rig.pass(25s);
    rig.told();
    for (int i = 0; i < 99; ++i) {
        rig.pass(100ms);
        rig.change();
        rig.recv(R"([null,"1","phoenix","phx_reply",{"status":"ok","response":{}}])");
    }
    rig.pass(100ms);
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("abort"), QStringLiteral("interrupted")}));
}

void ChannelBugsTest::bug18_lateTimerProbes()
{
    MachineRig rig;
    rig.goLive();
    rig.oversleep(300s, 300s); // throttled, the wall clock went along
    QCOMPARE(rig.told(), QStringList{QStringLiteral("beat")});
    rig.pass(10s);
    QVERIFY(rig.did(QStringLiteral("abort")));
}

void ChannelBugsTest::bug19_twoJoinTimeoutsCloseTheSocket()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.told();
    rig.pass(10s + 1s + 10s);
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("leave"), QStringLiteral("join"), QStringLiteral("leave"),
                                      QStringLiteral("abort")}));
    rig.pass(30s);
    QVERIFY(rig.did(QStringLiteral("open")));
}

void ChannelBugsTest::bug20_bindingsAreNotComparedToTheLetter()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.reply(
        "ok",
        R"({"postgres_changes":[{"id":2,"table":"sync_tick","filter":null},{"table":"JOBS","id":1,"extra":{}}],"x":1})");
    QCOMPARE(rig.phase(), LinkPhase::AwaitLive);
}

void ChannelBugsTest::bug21_sameBindingTwice()
{
    auto settings = MachineRig::defaults();
    settings.bindings = {{"public", "jobs", "*", false}, {"public", "jobs", "*", false}};
    MachineRig rig(settings);
    rig.give("jwt1");
    rig.start();
    rig.opened();
    QCOMPARE(QJsonDocument::fromJson(rig.lastJoin)[u"config"][u"postgres_changes"].toArray().size(), 1);
}

void ChannelBugsTest::bug38_noRecursion()
{
    // What the machine does in answer to an input is only collected; nothing is called back.
    MachineRig rig;
    rig.give("jwt1");
    rig.machine.start(rig.now());
    rig.machine.socketOpened(rig.now());
    QCOMPARE(rig.machine.take().size(), 4u); // open, status, join, status
    QVERIFY(rig.machine.take().empty());
}

void ChannelBugsTest::bug39_pushesCarryTheJoinRef()
{
    MachineRig rig;
    rig.goLive();
    rig.give("jwt2");
    const auto push = QJsonDocument::fromJson(rig.lastSent).array();
    QCOMPARE(push.at(0).toString().toLatin1(), rig.joinRef);
    QVERIFY(push.at(1) != push.at(0));
    rig.machine.stop(rig.now());
    rig.drain();
    QCOMPARE(QJsonDocument::fromJson(rig.lastSent)[3].toString(), QStringLiteral("phx_leave"));
    QCOMPARE(QJsonDocument::fromJson(rig.lastSent)[0].toString().toLatin1(), rig.joinRef);
}

void ChannelBugsTest::bug44_socketLossEndsTheJoin()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.closed(1006);
    QCOMPARE(rig.phase(), LinkPhase::Offline);
    rig.pass(1s);
    rig.told();
    rig.opened();
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
    rig.joinOk();
    QCOMPARE(rig.phase(), LinkPhase::AwaitLive);
}

void ChannelBugsTest::shortReplyIsAFailure()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.reply("ok", "{}");
    QVERIFY(rig.phase() != LinkPhase::AwaitLive);
    QVERIFY(rig.machine.status().nextTry);
}

void ChannelBugsTest::badTokenIsRefreshedOnce()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.refuse("JwtSignatureError: Failed to validate JWT signature");
    QVERIFY(rig.did(QStringLiteral("want!")));
    rig.give("jwt2");
    rig.told();
    rig.refuse("JwtSignatureError: Failed to validate JWT signature");
    // Not signed out: the server takes it elsewhere. It is tried again, and no token is burnt for that.
    for (int times = 0; times < 3; ++times) {
        QCOMPARE(rig.phase(), LinkPhase::Denied);
        QVERIFY(rig.machine.status().reason.said.startsWith(u"JwtSignatureError"));
        rig.told();
        rig.answersBeats = true;
        rig.pass(59s);
        rig.give("jwt2");
        QVERIFY(!rig.did(QStringLiteral("join")));
        rig.pass(1s);
        QCOMPARE(rig.told().filter(QStringLiteral("want")), QStringList());
        QCOMPARE(rig.phase(), LinkPhase::Joining);
        rig.refuse("JwtSignatureError: Failed to validate JWT signature");
    }
    rig.told();
    rig.machine.retryNow(rig.now());
    rig.drain();
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
    rig.refuse("JwtSignatureError: Failed to validate JWT signature");
    rig.told();
    rig.give("jwt3"); // another one
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
    rig.refuse("JwtSignatureError: Failed to validate JWT signature");
    rig.told();
    rig.machine.wake({LinkReason::NetworkBack}, rig.now());
    rig.drain();
    QVERIFY(rig.did(QStringLiteral("open")));
}

void ChannelBugsTest::expiredTokenLoopIsPaced()
{
    MachineRig rig; // a server whose clock is wrong calls every token expired, most of them once it was live
    rig.dice = 0.0;
    rig.answersBeats = true;
    rig.give("jwt0");
    rig.start();
    rig.opened();
    QList<qint64> joins;
    for (int second = 0; second < 600; ++second) {
        if (rig.phase() == LinkPhase::Joining && rig.machine.status().joins > 0 && rig.did(QStringLiteral("join"))) {
            joins << rig.at / 1s;
            rig.log.clear();
            if (joins.size() % 2 == 0) {
                rig.joinOk();
                rig.subscribed();
                rig.system("error", "Token has expired 0 seconds ago", "system");
            } else {
                rig.refuse("InvalidJWTToken: Token has expired 10 seconds ago");
            }
        }
        if (rig.log.removeAll(QStringLiteral("want!")) > 0)
            rig.give("jwt" + QByteArray::number(second + 1));
        rig.pass(1s);
    }
    QCOMPARE_GE(joins.size(), 10);             // it is gone on with
    QCOMPARE_LE(joins.at(1) - joins.at(0), 1); // one that is truly over is renewed at once
    for (qsizetype i = 2; i < joins.size(); ++i)
        QCOMPARE_GE(joins.at(i) - joins.at(i - 1), 10);
}

void ChannelBugsTest::systemOkBeforeTheReply()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.subscribed();
    QVERIFY(!rig.did(QStringLiteral("live")));
    rig.joinOk();
    QVERIFY(rig.did(QStringLiteral("live")));
}

void ChannelBugsTest::clockJumpWakes()
{
    MachineRig rig;
    rig.goLive("jwt1", 100'000s);
    rig.oversleep(2s, 3600s); // slept: the monotonic clock stood still
    QCOMPARE(rig.told(), (QStringList{QStringLiteral("interrupted"), QStringLiteral("abort"), QStringLiteral("open")}));
    rig.opened();
    rig.joinOk();
    rig.subscribed();
    rig.beatOk();
    rig.told();
    rig.oversleep(2s, -600s); // set back
    QVERIFY(rig.did(QStringLiteral("abort")));
}

void ChannelBugsTest::slowSocketIsNotDead()
{
    // A failing join holds everything for 5 s (contracts/supabase.md §1.13): below the deadline that is no reason to
    // give up.
    MachineRig rig;
    rig.goLive();
    rig.pass(25s);
    rig.pass(9s);
    rig.beatOk();
    rig.told();
    rig.pass(10s);
    QVERIFY(!rig.did(QStringLiteral("abort")));
}

QTEST_GUILESS_MAIN(ChannelBugsTest)
#include "tst_channel_bugs.moc"
