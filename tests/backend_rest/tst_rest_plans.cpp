// SPDX-License-Identifier: GPL-3.0-or-later
// Each list that a client pages through is read along an index: sorted in whole, one page of a big table held up
// everybody for more than a minute.
#include "backend/rest/compile_select.h"
#include "backend/rest/read_query.h"
#include "backend/rules/figures.h"
#include "backend/seed/seed.h"
#include "tests/backend_rest/rest_house.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;
using namespace bolt::tests;

class TestRestPlans : public QObject
{
    Q_OBJECT

    FixedClock m_clock{fromMicros(1'790'000'000'000'000)};
    SeededRandomness m_random{1};
    std::unique_ptr<Database> m_fresh; // never analysed, as that of a server is
    std::unique_ptr<Database> m_seeded;

    static QByteArray plan(Database &db, const std::string &table, const QByteArray &query)
    {
        Request request;
        request.method = Method::Get;
        for (const QByteArray &part : query.split('&')) {
            const auto at = part.indexOf('=');
            request.query.emplace_back(part.left(at).toStdString(), part.mid(at + 1).toStdString());
        }
        const auto read = readQuery(request);
        Principal service;
        service.kind = Principal::Kind::Service;
        SelectCompiler compiler(service, 1000);
        auto rows = compiler.rows(*schema().find(table), read.value().wanted);
        if (!rows)
            return "not compiled";
        Sql sql = Sql("EXPLAIN QUERY PLAN ") + *rows + Sql(" LIMIT 1000");
        Statement row = sql.on(db);
        QByteArray text;
        while (row.next())
            text += QByteArray::fromStdString(row.text(3)) + "; ";
        return text;
    }

private Q_SLOTS:
    void initTestCase();
    void listsFollowAnIndex_data();
    void listsFollowAnIndex();
    void outcomesAreCountedFromTheIndexAlone();
};

void TestRestPlans::initTestCase()
{
    m_fresh = Database::open(":memory:", m_clock, m_random).value();
    m_seeded = Database::open(":memory:", m_clock, m_random).value();
    QVERIFY(seedDatabase(*m_seeded, {SeedPlan::Scale::Demo, 1, m_clock.now()}).ok()); // which analyses it
}

void TestRestPlans::listsFollowAnIndex_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("query");
    const QByteArray moment = "2026-09-14T00:00:00Z";
    const QByteArray key = "b0000000-0000-4000-8000-000000000001";
    for (const char *name : {"customers", "directories", "jobs", "directory_submissions", "submission_attempts",
                             "processing_logs", "admin_actions", "packages", "workers"}) {
        const QByteArray table = name;
        const QByteArray after = table == "processing_logs" ? QByteArray("17") : key;
        const auto add = [&](const QByteArray &query) {
            QTest::newRow((table + "?" + query).constData()) << table << query;
        };
        QByteArrayList times{"created_at", "updated_at"};
        if (table == "submission_attempts")
            times << "ended_at";
        add("order=id.asc");
        add("id=gt." + after + "&order=id.asc");
        for (const QByteArray &time : times) {
            for (const QByteArray direction : {"asc", "desc"}) {
                const QByteArray order = "order=" + time + '.' + direction + ",id." + direction;
                const QByteArray than = direction == "asc" ? "gt" : "lt";
                add(order);
                add("order=" + time + '.' + direction);
                add(time + "=" + than + "e." + moment + "&" + order);
                add("or=(" + time + '.' + than + '.' + moment + ",and(" + time + ".eq." + moment + ",id." + than + '.' +
                    after + "))&" + order);
            }
        }
        QByteArrayList picks;
        if (table == "processing_logs")
            picks << "level=eq.INFO"
                  << "level=in.(ERROR,WARNING)";
        if (table == "admin_actions")
            picks << "action=eq.jobs.cancel"
                  << "actor_email=eq.ann@example.com";
        for (const QByteArray &pick : picks) {
            for (const char *order : {"created_at.desc", "created_at.asc,id.asc", "updated_at.desc", "updated_at,id"})
                add(pick + "&order=" + order);
        }
        if (table == "jobs" || table == "directory_submissions") // the desk's window
            add("id=gt." + after + "&order=id.asc&created_at=gte." + moment);
        if (table == "submission_attempts") {
            add("id=gt." + after + "&order=id.asc&ended_at=gte." + moment);
            add("order=id.asc&ended_at=gte." + moment);
        }
    }
}

void TestRestPlans::listsFollowAnIndex()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, query);
    for (Database *db : {m_fresh.get(), m_seeded.get()}) {
        const QByteArray steps = plan(*db, table.toStdString(), query);
        QVERIFY2(!steps.contains("TEMP B-TREE"), steps);
        QVERIFY2(steps.contains("USING") || (table == "processing_logs" && query == "order=id.asc"), steps);
    }
}

void TestRestPlans::outcomesAreCountedFromTheIndexAlone()
{
    Statement row = m_seeded->query("EXPLAIN QUERY PLAN SELECT ended_at, outcome <> 'submitted', directory_id"
                                    " FROM submission_attempts WHERE outcome IN ('submitted', 'rejected',"
                                    " 'failed_for_good') AND ended_at >= 1 AND ended_at < 2 ORDER BY ended_at");
    QVERIFY(row.next());
    QVERIFY2(row.text(3).find("COVERING INDEX outcomes_by_end") != std::string::npos, row.text(3).c_str());
    QVERIFY(!row.next()); // and nothing is sorted
}

QTEST_GUILESS_MAIN(TestRestPlans)
#include "tst_rest_plans.moc"
