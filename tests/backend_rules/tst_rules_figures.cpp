// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/figures.h"
#include "tests/backend_rules/rules_fixture.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

namespace {

Instant at(const char *text) { return *parseInstant(std::string_view(text)); }

} // namespace

class TestRulesFigures : public QObject
{
    Q_OBJECT

    /// An outcome at that time, each of a submission of its own customer.
    static void add(RulesFixture &f, const std::string &directory, const char *outcome, const char *stamp)
    {
        static int count = 0;
        const std::string id = std::to_string(++count);
        QVERIFY(f.exec("INSERT INTO customers (id, email, company_name, package_id) VALUES ('c" + id + "', '" + id +
                       "', 'C', 'starter')"));
        QVERIFY(f.exec("INSERT INTO jobs (id, customer_id, package_type, due_at) VALUES ('j" + id + "', 'c" + id +
                       "', 'starter', 0)"));
        QVERIFY(f.exec("INSERT INTO directory_submissions (id, submission_queue_id, customer_id, directory_id, "
                       "max_attempts) VALUES ('s" +
                       id + "', 'j" + id + "', 'c" + id + "', '" + directory + "', 3)"));
        QVERIFY(f.exec("INSERT INTO submission_attempts (submission_id, job_id, customer_id, directory_id, "
                       "package_type, directory_tier, attempt, ended_at, outcome) VALUES ('s" +
                       id + "', 'j" + id + "', 'c" + id + "', '" + directory + "', 'starter', 1, 1, " +
                       std::to_string(toMicros(at(stamp))) + ", '" + outcome + "')"));
    }
    static Result<AnalyticsFigures> ask(RulesFixture &f, const char *from, const char *to, const char *zone = "UTC",
                                        int minAttempts = 1)
    {
        return Figures(*f.db).analytics({at(from), at(to), zone, minAttempts, 10});
    }

private Q_SLOTS:
    void countsByDay();
    void daysFollowTheZone();
    void daysFollowClockChanges();
    void cutDaysCountOnlyTheRange();
    void ranksDirectories();
    void refusesBadQuestions();
    void queueFigures();
};

void TestRulesFigures::countsByDay()
{
    RulesFixture f;
    f.addDirectories(2);
    add(f, "t1-d0", "submitted", "2026-03-01T10:00:00Z");
    add(f, "t1-d0", "submitted", "2026-03-01T23:59:59.999999Z");
    for (const char *none : {"approved", "failed", "needs_verification"}) // no outcomes
        add(f, "t1-d0", none, "2026-03-01T12:00:00Z");
    add(f, "t1-d0", "rejected", "2026-03-03T00:00:00Z");
    add(f, "t1-d0", "failed_for_good", "2026-03-03T12:00:00Z");
    add(f, "t1-d0", "failed_for_good", "2026-03-04T00:00:00Z"); // the range is half open
    add(f, "t1-d0", "submitted", "2026-03-04T00:00:00Z");
    QVERIFY(f.exec("UPDATE jobs SET status = 'completed', completed_at = 1772452800000000, version = next_version(),"
                   " updated_at = touched(updated_at) WHERE rowid <= 2")); // 2026-03-02T12:00Z
    const auto figures = ask(f, "2026-03-01T00:00:00Z", "2026-03-04T00:00:00Z");
    QVERIFY(figures.ok());
    QCOMPARE(figures->days.size(), size_t(3));
    const int expected[3][3] = {{0, 2, 2}, {2, 0, 0}, {0, 0, 2}};
    for (size_t i = 0; i < 3; ++i) {
        QCOMPARE(figures->days[i].start, at("2026-03-01T00:00:00Z") + std::chrono::hours(24 * int(i)));
        QCOMPARE(figures->days[i].jobsCompleted, expected[i][0]);
        QCOMPARE(figures->days[i].succeeded, expected[i][1]);
        QCOMPARE(figures->days[i].attempted, expected[i][2]);
    }
    QCOMPARE(figures->asOf, f.clock.now());
}

void TestRulesFigures::daysFollowTheZone()
{
    RulesFixture f;
    f.addDirectories(1);
    add(f, "t1-d0", "submitted", "2026-06-01T03:30:00Z"); // still May in New York
    const auto figures = ask(f, "2026-05-31T04:00:00Z", "2026-06-02T04:00:00Z", "America/New_York");
    QVERIFY(figures.ok());
    QCOMPARE(figures->days.size(), size_t(2));
    QCOMPARE(figures->days[0].start, at("2026-05-31T04:00:00Z"));
    QCOMPARE(figures->days[0].succeeded, 1);
    QCOMPARE(figures->days[1].succeeded, 0);
}

void TestRulesFigures::daysFollowClockChanges()
{
    RulesFixture f;
    const auto figures = ask(f, "2026-03-27T23:00:00Z", "2026-03-30T22:00:00Z", "Europe/Berlin");
    QVERIFY(figures.ok());
    QCOMPARE(figures->days.size(), size_t(3));
    QCOMPARE(figures->days[1].start, at("2026-03-28T23:00:00Z"));
    QCOMPARE(figures->days[2].start, at("2026-03-29T22:00:00Z")); // the 29th had 23 hours
}

void TestRulesFigures::cutDaysCountOnlyTheRange()
{
    RulesFixture f;
    f.addDirectories(1);
    add(f, "t1-d0", "submitted", "2026-03-01T05:00:00Z");
    add(f, "t1-d0", "submitted", "2026-03-01T15:00:00Z");
    const auto figures = ask(f, "2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z");
    QCOMPARE(figures->days.size(), size_t(2));
    QCOMPARE(figures->days[0].succeeded, 1);
}

void TestRulesFigures::ranksDirectories()
{
    RulesFixture f;
    f.addDirectories(3);
    for (int i = 0; i < 4; ++i)
        add(f, "t1-d0", i < 1 ? "failed_for_good" : "submitted", "2026-03-01T05:00:00Z"); // 1 of 4
    for (int i = 0; i < 3; ++i)
        add(f, "t1-d1", i < 2 ? "rejected" : "submitted", "2026-03-01T05:00:00Z"); // 2 of 3
    add(f, "t1-d2", "failed_for_good", "2026-03-01T05:00:00Z");                    // 1 of 1, too few
    const auto figures = ask(f, "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", "UTC", 2);
    QCOMPARE(figures->directories.size(), size_t(2));
    QCOMPARE(figures->directories[0].name, std::string("Site t1-d1"));
    QCOMPARE(figures->directories[0].failed, 2);
    QCOMPARE(figures->directories[0].attempted, 3);
    QCOMPARE(figures->directories[1].failed, 1);
    QCOMPARE(figures->minAttempts, 2);
    const auto top = Figures(*f.db).analytics({figures->from, figures->to, "UTC", 1, 1});
    QCOMPARE(top->directories.size(), size_t(1));
    QCOMPARE(top->directories[0].directoryId, std::string("t1-d2"));
}

void TestRulesFigures::refusesBadQuestions()
{
    RulesFixture f;
    QCOMPARE(ask(f, "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z").error().code, u"bad_range"_s);
    QCOMPARE(ask(f, "2020-03-01T00:00:00Z", "2026-03-01T00:00:00Z").error().code, u"bad_range"_s);
    QCOMPARE(ask(f, "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", "Mars/Olympus").error().code, u"bad_zone"_s);
}

void TestRulesFigures::queueFigures()
{
    RulesFixture f;
    f.addDirectories(6);
    f.addJob("growth");
    f.addJob("starter");
    QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    f.claim("w1");
    QVERIFY(f.exec("UPDATE jobs SET status = 'paused', version = next_version(), updated_at = touched(updated_at)"
                   " WHERE status = 'pending'"));
    const auto figures = Figures(*f.db).queue();
    QVERIFY(figures.ok());
    QCOMPARE(figures->jobs.size(), size_t(6));
    QCOMPARE(figures->queueDepth, 4); // the paused job's do not count
    QCOMPARE(figures->inFlight, 1);
    QCOMPARE(figures->workersOnline, 1);
    QCOMPARE(figures->throughputPerMinute, 0.2);
    for (const auto &entry : figures->submissions) {
        if (entry.status == "pending")
            QCOMPARE(entry.count, 10);
    }
}

QTEST_GUILESS_MAIN(TestRulesFigures)
#include "tst_rules_figures.moc"
