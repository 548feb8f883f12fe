// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/forgetting.h"
#include "backend/rules/idempotency.h"
#include "backend/rules/maintenance.h"
#include "tests/backend_rules/rules_fixture.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;

namespace {

void addOldAnswers(Database &db, int count)
{
    const auto added = db.write([&]() -> Outcome {
        db.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
               " INSERT INTO idempotency (key, actor_id, body_hash, status, answer, at)"
               " SELECT 'k' || i, 'a', 'h', 200, '{}', 0 FROM n",
               count);
        return Done{};
    });
    QVERIFY(added.ok());
}

void addOldLines(Database &db, int count, const char *level)
{
    const auto added = db.write([&]() -> Outcome {
        db.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
               " INSERT INTO processing_logs (level, source, message, created_at) SELECT ?, 'x', 'step', 0 FROM n",
               count, level);
        return Done{};
    });
    QVERIFY(added.ok());
}

/// Each look at it finds some time gone.
struct SwiftClock final : Clock
{
    explicit SwiftClock(Micros each)
        : step(each)
    {
    }
    Instant now() const override { return fromMicros(1'790'000'000'000'000); }
    Micros monotonic() const override { return past += step; }
    Micros step;
    mutable Micros past{0};
};

} // namespace

class TestRulesMaintenance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksEveryFifteenSeconds();
    void silentWorkersGoOffline();
    void stalledWorkComesBack();
    void aHeartbeatKeepsTheWork();
    void theLastAttemptStallsForGood();
    void forgottenWorkComesBack();
    void aDeadProbeFreesTheCircuit();
    void dueRetriesBecomePending();
    void prioritiesAge();
    void oldAnswersAreForgotten();
    void oldStepsAreForgotten();
    void oldSignInsAndNewsAreForgotten();
    void whatIsForgottenIsFoundAtOnce();
    void forgettingKeepsUp();
    void forgettingHoldsUpNobody();
    void forgettingFloodsNobody();
    void forgettingLeavesOutNoKind();
    void whatMayNotBeToldYetComesFirst();
    void forgettingWaitsWhenNothingWent();
    void whatNobodyHoldsComesBack();
    void idleTicksTellNothing();
};

void TestRulesMaintenance::oldSignInsAndNewsAreForgotten()
{
    RulesFixture f;
    f.addCustomer(); // says so in the log
    QVERIFY(f.exec("INSERT INTO notifications (severity, title) VALUES ('info', 'old')"));
    QVERIFY(f.exec("INSERT INTO processing_logs (level, source, message) VALUES ('ERROR', 'x', 'kept')"));
    QVERIFY(f.exec("INSERT INTO auth_users (id, email, password_hash, created_at, updated_at)"
                   " VALUES ('u', 'u@x.y', '', 0, 0)"));
    const auto session = [&](const char *id) {
        return f.exec(std::string("INSERT INTO auth_sessions (id, user_id, created_at, updated_at) VALUES ('") + id +
                      "', 'u', now_us(), now_us())");
    };
    const auto token = [&](int id, const char *of, const char *parent, const char *used) {
        return f.exec("INSERT INTO auth_refresh_tokens (id, token_hash, session_id, parent_id, created_at, used_at)"
                      " VALUES (" +
                      std::to_string(id) + ", 'h" + std::to_string(id) + "', '" + of + "', " + parent + ", now_us(), " +
                      used + ")");
    };
    QVERIFY(session("left") && session("in use"));
    QVERIFY(token(1, "left", "NULL", "NULL") && token(2, "in use", "NULL", "now_us()") &&
            token(3, "in use", "2", "now_us()") && token(4, "in use", "3", "NULL"));
    const auto tick = [&](std::chrono::hours later) {
        f.clock.advance(later);
        return Maintenance(*f.db).tick().ok();
    };
    const auto tokens = [&] {
        return f.text("SELECT group_concat(id) FROM (SELECT id FROM auth_refresh_tokens ORDER BY id)");
    };
    QVERIFY(tick(std::chrono::hours(7 * 24)));
    QCOMPARE(tokens(), QByteArray("1,2,3,4"));
    QVERIFY(tick(std::chrono::hours(1)));
    QCOMPARE(tokens(), QByteArray("1,3,4"));
    QVERIFY(f.exec("UPDATE auth_sessions SET refreshed_at = now_us() WHERE id = 'in use'"));
    QVERIFY(tick(std::chrono::hours(53 * 24)));
    QCOMPARE(f.text("SELECT group_concat(id) FROM auth_sessions"), QByteArray("in use"));
    QCOMPARE(tokens(), QByteArray("3,4"));
    QCOMPARE(f.number("SELECT count(*) FROM notifications"), 1);
    QCOMPARE(f.number("SELECT count(*) FROM processing_logs"), 2);
    QVERIFY(tick(std::chrono::hours(30 * 24)));
    QCOMPARE(f.number("SELECT count(*) FROM notifications"), 0);
    QCOMPARE(f.text("SELECT group_concat(message) FROM processing_logs"), QByteArray("kept"));
}

/// With what is deleted along with it: each token of a session once took a look at all tokens of all others.
void TestRulesMaintenance::whatIsForgottenIsFoundAtOnce()
{
    RulesFixture f;
    std::vector<std::string> deletes{"DELETE FROM auth_refresh_tokens WHERE session_id = ?",
                                     "DELETE FROM auth_sessions WHERE user_id = ? AND id <> ?"};
    for (const Forgetting &kind : forgettings())
        deletes.emplace_back(kind.sql);
    for (const std::string &sql : deletes) {
        Statement step = f.db->query("EXPLAIN QUERY PLAN " + sql);
        while (step.next())
            QVERIFY2(step.view(3).find("SCAN") == std::string_view::npos &&
                         step.view(3).find("TEMP B-TREE") == std::string_view::npos,
                     (step.text(3) + ": " + sql).c_str());
    }
}

void TestRulesMaintenance::forgettingKeepsUp()
{
    RulesFixture f;
    addOldAnswers(*f.db, 5000);
    QVERIFY(Maintenance(*f.db).tick().ok());
    QCOMPARE(f.number("SELECT count(*) FROM idempotency"), 0);
}

void TestRulesMaintenance::forgettingHoldsUpNobody()
{
    SwiftClock clock{Millis(1)};
    SeededRandomness random(1);
    const auto db = Database::open(":memory:", clock, random).value();
    addOldAnswers(*db, 10'000);
    const auto left = [&] {
        Statement row = db->query("SELECT count(*) FROM idempotency");
        return row.next() ? row.integer(0) : -1;
    };
    Maintenance maintenance(*db);
    QVERIFY(maintenance.tick().ok());
    const qint64 first = left();
    QVERIFY(first < 10'000 && first > 5000);
    QVERIFY(maintenance.tick().ok()); // the rest does not wait for the next period
    QVERIFY(left() < first);
}

/// What is published goes to everybody who listens, row by row.
void TestRulesMaintenance::forgettingFloodsNobody()
{
    RulesFixture f;
    addOldLines(*f.db, 4200, "DEBUG");
    QVERIFY(f.exec("INSERT INTO notifications (severity, title, created_at) VALUES ('info', 'old', 0)"));
    std::vector<size_t> told;
    f.db->addListener([&](const Commit &commit) {
        told.push_back(size_t(std::count_if(commit.changes.begin(), commit.changes.end(), [](const RowChange &change) {
            return change.kind == ChangeKind::Delete;
        })));
    });
    Maintenance maintenance(*f.db);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(maintenance.tick().ok());
        f.clock.advance(Seconds(1));
    }
    QCOMPARE(f.number("SELECT count(*) FROM processing_logs"), 0);
    QCOMPARE(f.number("SELECT count(*) FROM notifications"), 0);
    QVERIFY2(*std::max_element(told.begin(), told.end()) <= 1000, std::to_string(told.front()).c_str());
}

/// However much there is of one, and however little time.
void TestRulesMaintenance::forgettingLeavesOutNoKind()
{
    SwiftClock clock{Millis(15)};
    SeededRandomness random(1);
    const auto db = Database::open(":memory:", clock, random).value();
    addOldAnswers(*db, 5000);
    addOldLines(*db, 2000, "DEBUG");
    const auto left = [&](const char *table) {
        Statement row = db->query(std::string("SELECT count(*) FROM ") + table);
        return row.next() ? row.integer(0) : -1;
    };
    Maintenance maintenance(*db);
    QVERIFY(maintenance.tick().ok());
    QCOMPARE(left("idempotency") + left("processing_logs"), 6500); // one step, and its time was over
    for (int i = 0; i < 5; ++i)
        QVERIFY(maintenance.tick().ok());
    QVERIFY(left("idempotency") > 0 && left("idempotency") < 5000);
    QVERIFY(left("processing_logs") < 2000);
}

/// Two kinds take all that may be told, and the answers that come in let each tick end where it began.
void TestRulesMaintenance::whatMayNotBeToldYetComesFirst()
{
    RulesFixture f;
    addOldLines(*f.db, 6000, "INFO");
    addOldLines(*f.db, 6000, "DEBUG");
    QVERIFY(f.exec("INSERT INTO notifications (severity, title, created_at) VALUES ('info', 'old', 0)"));
    Maintenance maintenance(*f.db);
    for (int i = 0; i < 10; ++i) {
        addOldAnswers(*f.db, i == 0 ? 1100 : 600);
        QVERIFY(maintenance.tick().ok());
        f.clock.advance(Seconds(1));
    }
    QCOMPARE(f.number("SELECT count(*) FROM idempotency"), 0);
    QVERIFY(f.number("SELECT count(*) FROM processing_logs") > 0);
    QCOMPARE(f.number("SELECT count(*) FROM notifications"), 0);
}

/// A slow look that finds nothing is not taken again at once.
void TestRulesMaintenance::forgettingWaitsWhenNothingWent()
{
    SwiftClock clock{Millis(15)};
    SeededRandomness random(1);
    const auto db = Database::open(":memory:", clock, random).value();
    Maintenance maintenance(*db);
    QVERIFY(maintenance.tick().ok());
    addOldAnswers(*db, 1);
    const auto left = [&] {
        Statement row = db->query("SELECT count(*) FROM idempotency");
        return row.next() ? row.integer(0) : -1;
    };
    const Micros began = clock.past;
    for (size_t i = 0; i < forgettings().size(); ++i)
        QVERIFY(maintenance.tick().ok());
    QVERIFY(clock.past - began < Seconds(4));
    QCOMPARE(left(), 1);
    for (size_t i = 0; i < forgettings().size(); ++i) {
        clock.past += Seconds(5);
        QVERIFY(maintenance.tick().ok());
    }
    QCOMPARE(left(), 0);
}

void TestRulesMaintenance::whatNobodyHoldsComesBack()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    QVERIFY(f.exec("UPDATE directory_submissions SET status = 'submitting', attempt = 1, version = next_version(),"
                   " updated_at = touched(updated_at)"));
    QCOMPARE(Maintenance(*f.db).tick()->stallsEnded, 1);
    QCOMPARE(f.text("SELECT status FROM directory_submissions"), QByteArray("pending"));
}

void TestRulesMaintenance::ticksEveryFifteenSeconds()
{
    RulesFixture f;
    Maintenance maintenance(*f.db);
    for (int second = 0; second < 46; ++second) {
        QVERIFY(maintenance.tick().ok());
        f.clock.advance(Seconds(1));
    }
    QCOMPARE(f.number("SELECT n FROM sync_tick"), 4); // at 0, 15, 30 and 45 s
    f.clock.jump(Seconds(-3600));                     // a set clock does not stop it
    f.clock.advance(Seconds(15));
    QVERIFY(maintenance.tick()->ticked);
}

void TestRulesMaintenance::silentWorkersGoOffline()
{
    RulesFixture f;
    QVERIFY(WorkQueue(*f.db).heartbeat("w1", "1.0", "online").ok());
    Maintenance maintenance(*f.db);
    f.clock.advance(Seconds(90) - Micros(1));
    QCOMPARE(maintenance.tick()->workersLost, 0);
    f.clock.advance(Micros(1));
    QCOMPARE(maintenance.tick()->workersLost, 1);
    QCOMPARE(f.text("SELECT status FROM workers"), QByteArray("offline"));
    QVERIFY(WorkQueue(*f.db).heartbeat("w1", "1.1", "online").ok());
    QCOMPARE(
        f.number("SELECT status = 'online' AND software_version = '1.1' AND started_at = heartbeat_at FROM workers"),
        1);
}

void TestRulesMaintenance::stalledWorkComesBack()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    const std::string id = f.claim("w1")[0].submissionId;
    Maintenance maintenance(*f.db);
    f.clock.advance(Seconds(120) - Micros(1));
    QCOMPARE(maintenance.tick()->stallsEnded, 0);
    f.clock.advance(Micros(1));
    QCOMPARE(maintenance.tick()->stallsEnded, 1);
    QCOMPARE(f.status(id), QByteArray("pending"));
    QCOMPARE(f.number("SELECT attempt FROM directory_submissions"), 1); // it counts
    QCOMPARE(f.text("SELECT error_log ->> '$[0].code' FROM directory_submissions"), QByteArray("TIMEOUT"));
    QCOMPARE(f.claim("w2")[0].attempt, 2);
    // The old worker comes back to life and is told so.
    QCOMPARE(f.succeed("w1", id).error().code, QStringLiteral("not_claimed"));
}

void TestRulesMaintenance::aHeartbeatKeepsTheWork()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    const std::string id = f.claim("w1")[0].submissionId;
    Maintenance maintenance(*f.db);
    for (int i = 0; i < 10; ++i) {
        f.clock.advance(Seconds(60));
        QVERIFY(WorkQueue(*f.db).heartbeat("w1", "1.0", "online").ok());
        QCOMPARE(maintenance.tick()->stallsEnded, 0);
    }
    QVERIFY(f.succeed("w1", id).ok());
}

void TestRulesMaintenance::theLastAttemptStallsForGood()
{
    RulesFixture f;
    f.addDirectories(1);
    const std::string job = f.addJob();
    QVERIFY(f.exec(
        "UPDATE directory_submissions SET attempt = 2, version = next_version(), updated_at = touched(updated_at)"));
    const std::string id = f.claim("w1")[0].submissionId;
    f.clock.advance(Seconds(120));
    QVERIFY(Maintenance(*f.db).tick().ok());
    QCOMPARE(f.status(id), QByteArray("failed"));
    QCOMPARE(f.jobStatus(job), QByteArray("failed"));
}

void TestRulesMaintenance::forgottenWorkComesBack()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    const std::string id = f.claim("w1")[0].submissionId;
    Maintenance maintenance(*f.db);
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(f.status(id), QByteArray("submitting"));
        f.clock.advance(Seconds(60));
        QVERIFY(WorkQueue(*f.db).heartbeat("w1", "1.0", "online").ok()); // alive, but it started anew
        QVERIFY(maintenance.tick().ok());
    }
    QCOMPARE(f.status(id), QByteArray("pending"));
}

void TestRulesMaintenance::aDeadProbeFreesTheCircuit()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    f.addJob();
    QVERIFY(f.exec("UPDATE directories SET circuit_state = 'half_open', version = next_version(),"
                   " updated_at = touched(updated_at)"));
    QVERIFY(f.claim("w1", 5)[0].probe);
    QVERIFY(f.claim("w2", 5).empty());
    f.clock.advance(Seconds(120));
    QVERIFY(Maintenance(*f.db).tick().ok());
    QCOMPARE(f.claim("w2", 5).size(), size_t(1));
}

void TestRulesMaintenance::dueRetriesBecomePending()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    const std::string id = f.claim("w1")[0].submissionId;
    const Instant due = *f.fail("w1", id, "TIMEOUT")->nextRetryAt;
    Maintenance maintenance(*f.db);
    f.clock.advance(due - f.clock.now() - Micros(1));
    QCOMPARE(maintenance.tick()->retriesDue, 0);
    f.clock.advance(Micros(1));
    QCOMPARE(maintenance.tick()->retriesDue, 1);
    QCOMPARE(
        f.number("SELECT status = 'pending' AND next_retry_at IS NULL AND max_attempts = 3 FROM directory_submissions"),
        1);
}

void TestRulesMaintenance::prioritiesAge()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    Maintenance maintenance(*f.db);
    QCOMPARE(maintenance.tick()->scoresRefreshed, 0);
    f.clock.advance(std::chrono::hours(42)); // a quarter of 168
    QCOMPARE(maintenance.tick()->scoresRefreshed, 1);
    QCOMPARE(f.text("SELECT priority_score FROM jobs"), QByteArray("3.750"));
}

void TestRulesMaintenance::oldAnswersAreForgotten()
{
    RulesFixture f;
    Maintenance maintenance(*f.db);
    QVERIFY(Idempotency(*f.db).remember("k", "a", "h", {200, "{}"}).ok());
    f.clock.advance(std::chrono::hours(24));
    QVERIFY(maintenance.tick().ok());
    QCOMPARE(f.number("SELECT count(*) FROM idempotency"), 1);
    f.clock.advance(std::chrono::hours(25));
    QVERIFY(maintenance.tick().ok());
    QCOMPARE(f.number("SELECT count(*) FROM idempotency"), 0);
}

void TestRulesMaintenance::oldStepsAreForgotten()
{
    RulesFixture f;
    Maintenance maintenance(*f.db);
    for (const char *level : {"DEBUG", "INFO", "DEBUG"}) {
        QVERIFY(f.exec(std::string("INSERT INTO processing_logs (level, source, message) VALUES ('") + level +
                       "', 'w1', 'x')"));
        f.clock.advance(std::chrono::hours(23));
    }
    QVERIFY(maintenance.tick().ok()); // the lines are 69, 46 and 23 hours old
    QCOMPARE(f.text("SELECT group_concat(level) FROM (SELECT level FROM processing_logs ORDER BY id)"),
             QByteArray("INFO,DEBUG"));
}

void TestRulesMaintenance::idleTicksTellNothing()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    Maintenance maintenance(*f.db);
    QVERIFY(maintenance.tick().ok());
    f.commits.clear();
    f.clock.advance(Seconds(1));
    QVERIFY(maintenance.tick().ok());
    QVERIFY(f.commits.empty());
}

QTEST_GUILESS_MAIN(TestRulesMaintenance)
#include "tst_rules_maintenance.moc"
