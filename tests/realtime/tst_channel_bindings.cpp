// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that a server does not publish, or not yet: contracts/supabase.md §1.6, §1.7 and §1.13.
#include "machine_rig.h"

#include <QtTest>

using namespace bolt;
using namespace std::chrono_literals;

namespace {

ChannelSettings threeTables()
{
    auto settings = MachineRig::defaults();
    settings.bindings.push_back({"public", "workers"});
    return settings;
}

} // namespace

class ChannelBindingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesWithoutATableThatIsRefused();
    void asksForADroppedTableNowAndThen();
    void asksForATickByTheWayOnly();
    void saysSinceWhenItWaits();
};

/// One bad binding kills all of a channel (contracts/supabase.md §1.13), and each table stands for itself.
void ChannelBindingsTest::goesWithoutATableThatIsRefused()
{
    MachineRig rig(threeTables());
    rig.answersBeats = true;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.joinOk();
    rig.told();
    rig.refuseTable("workers");
    QCOMPARE(rig.told(), QStringList{QStringLiteral("join")});
    QCOMPARE(rig.asked(), (QStringList{QStringLiteral("jobs"), QStringLiteral("sync_tick")}));
    QCOMPARE(rig.droppedTables(), QStringList{QStringLiteral("workers")});
    QVERIFY(rig.machine.status().dropped[0].reason.contains(u"Realtime is enabled"));
    rig.refuseTable("sync_tick");
    QCOMPARE(rig.asked(), QStringList{QStringLiteral("jobs")});
    rig.joinOk();
    rig.subscribed();
    QCOMPARE(rig.phase(), LinkPhase::Live);
    // Without a table to follow there is nothing to join for.
    rig.refuseTable("jobs");
    QCOMPARE(rig.phase(), LinkPhase::Denied);
    QCOMPARE(rig.machine.status().reason.kind, LinkReason::Unpublished);
    QVERIFY(rig.machine.status().reason.said.contains(u"Realtime is enabled"));
    rig.told();
    rig.pass(60s);
    QCOMPARE(rig.asked(),
             (QStringList{QStringLiteral("jobs"), QStringLiteral("sync_tick"), QStringLiteral("workers")}));
}

void ChannelBindingsTest::asksForADroppedTableNowAndThen()
{
    MachineRig rig(threeTables());
    rig.answersBeats = true;
    rig.goLive("jwt1", 100'000s);
    const auto drop = [&rig](const char *table) {
        rig.refuseTable(table);
        rig.joinOk();
        rig.subscribed();
        rig.told();
    };
    const auto whole = QStringList{QStringLiteral("jobs"), QStringLiteral("sync_tick"), QStringLiteral("workers")};
    drop("workers");
    for (const Micros wait : {Micros(60s), Micros(600s), Micros(1800s), Micros(1800s)}) {
        rig.pass(wait - 1ms);
        QVERIFY(!rig.did(QStringLiteral("join")));
        rig.pass(1ms);
        QVERIFY(rig.did(QStringLiteral("join")));
        QCOMPARE(rig.asked(), whole);
        rig.joinOk();
        drop("workers"); // still not
    }
    rig.pass(61s);
    rig.subscribed(); // again: what is published may have changed
    QCOMPARE(rig.asked(), whole);
    rig.joinOk();
    drop("workers");
    rig.closed(1006); // a socket soon after: not yet
    QVERIFY(rig.passUntil(QStringLiteral("open")));
    rig.opened();
    QVERIFY(!rig.asked().contains(QStringLiteral("workers")));
    rig.joinOk();
    rig.subscribed();
    rig.machine.retryNow(rig.now()); // a person who has published it
    rig.drain();
    QCOMPARE(rig.asked(), whole);
    rig.joinOk();
    rig.subscribed();
    QVERIFY(rig.droppedTables().isEmpty());
    rig.told();
    rig.pass(3600s);
    QVERIFY(!rig.did(QStringLiteral("join")));
}

/// A deployment without a tick is none that is interrupted every half hour.
void ChannelBindingsTest::asksForATickByTheWayOnly()
{
    MachineRig rig;
    rig.answersBeats = true;
    rig.goLive("jwt1", 100'000s);
    rig.refuseTable("sync_tick");
    rig.joinOk();
    rig.subscribed();
    rig.told();
    rig.pass(7200s);
    QVERIFY(!rig.did(QStringLiteral("join")));
    rig.machine.rejoin({LinkReason::NoChanges}, rig.now());
    rig.drain();
    QVERIFY(rig.asked().contains(QStringLiteral("sync_tick")));
}

/// It may take a minute until a server has noticed what is published.
void ChannelBindingsTest::saysSinceWhenItWaits()
{
    MachineRig rig;
    rig.give("jwt1");
    rig.start();
    rig.opened();
    rig.joinOk();
    const LinkReason said = rig.machine.status().reason;
    QCOMPARE(said, (LinkReason{LinkReason::Unpublished, {}, rig.wall}));
    rig.answersBeats = true;
    rig.pass(15s);
    QCOMPARE(rig.machine.status().reason.kind, LinkReason::Unconfirmed);
    rig.pass(1s);
    rig.joinOk();
    QCOMPARE(rig.machine.status().reason, said); // over all joins
    rig.subscribed();
    rig.machine.rejoin({LinkReason::NoChanges}, rig.now());
    rig.drain();
    rig.joinOk();
    QVERIFY(rig.machine.status().reason != said);
}

QTEST_GUILESS_MAIN(ChannelBindingsTest)
#include "tst_channel_bindings.moc"
