// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/maintenance.h"
#include "tests/backend_rules/rules_fixture.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;

/// Many customers submit to one directory.
class TestRulesCircuit : public QObject
{
    Q_OBJECT

    /// One attempt at the directory; false when nobody may.
    static bool attempt(RulesFixture &f, bool failed)
    {
        f.addJob("starter");
        const auto claims = f.claim("w1");
        if (claims.empty())
            return false;
        const std::string &id = claims[0].submissionId;
        return (failed ? f.fail("w1", id, "VALIDATION") : f.succeed("w1", id)).ok();
    }
    static QByteArray state(RulesFixture &f) { return f.text("SELECT circuit_state FROM directories"); }
    static void pass(RulesFixture &f, Micros time)
    {
        f.clock.advance(time);
        QVERIFY(Maintenance(*f.db).tick().ok());
    }

private Q_SLOTS:
    void opensAfterFiveInARow();
    void aSuccessBreaksTheRow();
    void opensAtHalfOfTwenty();
    void aSuccessNeverOpens();
    void manualIsNoOutcome();
    void openGetsNone();
    void openedWithoutATimeIsTriedAtOnce();
    void halfOpenGetsOneProbe();
    void probeCloses();
    void openingDoublesUpToFourHours();
};

void TestRulesCircuit::opensAfterFiveInARow()
{
    RulesFixture f;
    f.addDirectories(1);
    for (int i = 0; i < 4; ++i)
        QVERIFY(attempt(f, true));
    QCOMPARE(state(f), QByteArray("closed"));
    QVERIFY(attempt(f, true));
    QCOMPARE(state(f), QByteArray("open"));
    QCOMPARE(f.number("SELECT circuit_open_until FROM directories"),
             toMicros(f.clock.now() + std::chrono::minutes(15)));
}

void TestRulesCircuit::aSuccessBreaksTheRow()
{
    RulesFixture f;
    f.addDirectories(1);
    for (int i = 0; i < 9; ++i)
        QVERIFY(attempt(f, i != 4));
    QCOMPARE(state(f), QByteArray("closed"));
}

void TestRulesCircuit::opensAtHalfOfTwenty()
{
    RulesFixture f;
    f.addDirectories(1);
    for (int i = 0; i < 19; ++i)
        QVERIFY(attempt(f, i % 2 == 1));
    QCOMPARE(state(f), QByteArray("closed")); // 9 of 19
    QVERIFY(attempt(f, true));
    QCOMPARE(state(f), QByteArray("open")); // 10 of 20
}

void TestRulesCircuit::aSuccessNeverOpens()
{
    RulesFixture f;
    f.addDirectories(1);
    QVERIFY(f.exec("INSERT INTO directory_health (directory_id, recent, samples, failures_in_row, times_opened)"
                   " SELECT id, 0xfff, 20, 0, 0 FROM directories"));
    QVERIFY(attempt(f, false));
    QCOMPARE(state(f), QByteArray("closed"));
    QVERIFY(attempt(f, true));
    QCOMPARE(state(f), QByteArray("open"));
}

void TestRulesCircuit::manualIsNoOutcome()
{
    RulesFixture f;
    f.addDirectories(1);
    for (int i = 0; i < 6; ++i) {
        f.addJob("starter");
        QVERIFY(f.fail("w1", f.claim("w1")[0].submissionId, "CAPTCHA").ok());
    }
    QCOMPARE(state(f), QByteArray("closed"));
}

void TestRulesCircuit::openGetsNone()
{
    RulesFixture f;
    f.addDirectories(1);
    for (int i = 0; i < 5; ++i)
        QVERIFY(attempt(f, true));
    QVERIFY(!attempt(f, false));
    pass(f, std::chrono::minutes(15) - Micros(1));
    QCOMPARE(state(f), QByteArray("open"));
    QVERIFY(f.claim("w1").empty());
    pass(f, Micros(1));
    QCOMPARE(state(f), QByteArray("half_open"));
    QCOMPARE(f.claim("w1").size(), size_t(1));
}

/// The service key writes the state alone.
void TestRulesCircuit::openedWithoutATimeIsTriedAtOnce()
{
    RulesFixture f;
    f.addDirectories(1);
    QVERIFY(f.exec("UPDATE directories SET circuit_state = 'open', version = next_version(),"
                   " updated_at = touched(updated_at)"));
    pass(f, Seconds(1));
    QCOMPARE(state(f), QByteArray("half_open"));
}

void TestRulesCircuit::halfOpenGetsOneProbe()
{
    RulesFixture f;
    f.addDirectories(1);
    for (int i = 0; i < 5; ++i)
        QVERIFY(attempt(f, true));
    f.addJob("starter");
    f.addJob("starter");
    pass(f, std::chrono::minutes(15));
    const auto probe = f.claim("w1", 5);
    QCOMPARE(probe.size(), size_t(1));
    QVERIFY(probe[0].probe);
    QVERIFY(f.claim("w2", 5).empty());
    QVERIFY(f.fail("w1", probe[0].submissionId, "CAPTCHA").ok()); // says nothing: the next may probe
    QCOMPARE(f.claim("w2", 5).size(), size_t(1));
}

void TestRulesCircuit::probeCloses()
{
    RulesFixture f;
    f.addDirectories(1);
    for (int i = 0; i < 5; ++i)
        QVERIFY(attempt(f, true));
    f.addJob("starter");
    pass(f, std::chrono::minutes(15));
    QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    QCOMPARE(state(f), QByteArray("closed"));
    for (int i = 0; i < 4; ++i)
        QVERIFY(attempt(f, true)); // the past is forgotten
    QCOMPARE(state(f), QByteArray("closed"));
}

void TestRulesCircuit::openingDoublesUpToFourHours()
{
    RulesFixture f;
    f.addDirectories(1);
    for (int i = 0; i < 5; ++i)
        QVERIFY(attempt(f, true));
    Micros opening = std::chrono::minutes(15);
    for (const int expected : {30, 60, 120, 240, 240, 240}) {
        f.addJob("starter");
        pass(f, opening);
        QVERIFY(f.fail("w1", f.claim("w1")[0].submissionId, "VALIDATION").ok());
        opening = std::chrono::minutes(expected);
        QCOMPARE(f.number("SELECT circuit_open_until FROM directories"), toMicros(f.clock.now() + opening));
    }
}

QTEST_GUILESS_MAIN(TestRulesCircuit)
#include "tst_rules_circuit.moc"
