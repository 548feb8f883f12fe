// SPDX-License-Identifier: GPL-3.0-or-later
// Each list that staff ask for is read along an index that fits one of its conditions and its order: of five million
// rows those of that condition are read alone, newest first, and nobody waits.
#include "backend/api/list_sql.h"
#include "backend/seed/seed.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;
using namespace bolt::backend::api;

class TestApiPlans : public QObject
{
    Q_OBJECT

    FixedClock m_clock{fromMicros(1'790'000'000'000'000)};
    SeededRandomness m_random{1};
    std::unique_ptr<Database> m_fresh; // never analysed, as that of a server is
    std::unique_ptr<Database> m_seeded;

    static QByteArray plan(Database &db, const Sql &sql)
    {
        Statement row = (Sql("EXPLAIN QUERY PLAN ") + sql).on(db);
        QByteArray text;
        while (row.next())
            text += QByteArray::fromStdString(row.text(3)) + "; ";
        return text;
    }

private Q_SLOTS:
    void initTestCase();
    void listsAreFoundByWhatIsAsked_data();
    void listsAreFoundByWhatIsAsked();
};

void TestApiPlans::initTestCase()
{
    m_fresh = Database::open(":memory:", m_clock, m_random).value();
    m_seeded = Database::open(":memory:", m_clock, m_random).value();
    QVERIFY(seedDatabase(*m_seeded, {SeedPlan::Scale::Demo, 1, m_clock.now()}).ok()); // which analyses it
}

void TestApiPlans::listsAreFoundByWhatIsAsked_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QByteArray>("search");
    const auto row = [&](const char *name, const Sql &sql, const char *search) {
        QTest::addRow("%s", name) << plan(*m_fresh, sql) << QByteArray(search);
        QTest::addRow("%s, analysed", name) << plan(*m_seeded, sql) << QByteArray(search);
    };
    const Cursor from{m_clock.now(), "b"};
    row("audit", auditPage(from, {}, {}, 50), "INDEX actions_by_creation ((created_at,id)<(");
    row("audit by action", auditPage(from, "jobs.cancel", {}, 50),
        "INDEX actions_by_action (action=? AND (created_at,id)<(");
    row("audit by actor", auditPage(from, {}, "ann@example.com", 50),
        "INDEX actions_by_actor (actor_email=? AND (created_at,id)<(");
    row("audit by both", auditPage(from, "jobs.cancel", "ann@example.com", 50), "=? AND (created_at,id)<(");
    row("logs", logsPage(1000, {}, 50), "(rowid<?)");
    for (const char *level : {"DEBUG", "INFO", "ERROR"})
        row(level, logsPage(1000, {{}, {}, level}, 50), "INDEX logs_by_level (level=? AND id<?)");
    row("logs of a job", logsPage(1000, {"j", {}, {}}, 50), "INDEX logs_by_job (job_id=? AND id<?)");
    row("errors of a job", logsPage(1000, {"j", {}, "ERROR"}, 50), "INDEX logs_by_job (job_id=? AND id<?)");
    row("logs of a submission", logsPage(1000, {{}, "s", {}}, 50),
        "INDEX logs_by_submission (submission_id=? AND id<?)");
    row("errors of a submission", logsPage(1000, {{}, "s", "ERROR"}, 50),
        "INDEX logs_by_submission (submission_id=? AND id<?)");
    row("failed jobs", jobsPage(from, "failed", 50), "(status=? AND created_at<");
}

void TestApiPlans::listsAreFoundByWhatIsAsked()
{
    QFETCH(QByteArray, steps);
    QFETCH(QByteArray, search);
    QVERIFY2(!steps.contains("SCAN") && !steps.contains("TEMP B-TREE FOR ORDER BY"), steps);
    QVERIFY2(steps.contains(search), steps);
}

QTEST_GUILESS_MAIN(TestApiPlans)
#include "tst_api_plans.moc"
