// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/seed/seed.h"

#include "backend/db/json_row.h"
#include "backend/rules/figures.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

class TestBackendSeed : public QObject
{
    Q_OBJECT

    FixedClock m_clock{fromMicros(1'790'000'000'000'000)};
    SystemRandomness m_random;
    std::unique_ptr<Database> m_demo;

    std::unique_ptr<Database> seeded(quint64 seed)
    {
        auto db = Database::open(":memory:", m_clock, m_random).value();
        const auto counts = seedDatabase(*db, {SeedPlan::Scale::Demo, seed, m_clock.now()});
        if (!counts)
            qWarning() << counts.error().message << counts.error().detail;
        return counts ? std::move(db) : nullptr;
    }
    qint64 number(std::string_view sql)
    {
        Statement row = m_demo->query(sql);
        return row.next() ? row.integer(0) : -1;
    }
    static QByteArray digest(Database &db)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const TableDef &table : schema().tables()) {
            Statement row = db.query("SELECT " + columnList(table) + " FROM " + table.name + " ORDER BY rowid");
            while (row.next()) {
                std::string json;
                appendJsonRow(json, table, row);
                hash.addData(QByteArrayView(json.data(), qsizetype(json.size())));
            }
        }
        return hash.result();
    }

private Q_SLOTS:
    void initTestCase();
    void sizes();
    void refersOnlyToWhatExists();
    void countersAreTrue();
    void statesAreConsistent();
    void jsonIsValid();
    void selectionRuleHolds();
    void hasABelievablePast();
    void predictsMostlyRight();
    void hasDifficultNames();
    void sameSeedSameBytes();
    void refusesAFullDatabase();
    void canBeStopped();
    void captureIsBackOn();
    void attemptsAreThePast();
    void anOlderFileIsFilledFromWhatItKnows();
};

void TestBackendSeed::initTestCase()
{
    QElapsedTimer timer;
    timer.start();
    m_demo = seeded(1);
    QVERIFY(m_demo);
    qInfo("demo seeded in %lld ms", timer.elapsed());
}

void TestBackendSeed::sizes()
{
    QCOMPARE(number("SELECT count(*) FROM customers"), 120);
    QCOMPARE(number("SELECT count(*) FROM directories"), 1200);
    QCOMPARE(number("SELECT count(*) FROM jobs"), 200);
    QCOMPARE(number("SELECT count(*) FROM directory_submissions"), 10000);
    const qint64 active = number("SELECT count(*) FROM jobs WHERE status IN ('pending', 'in_progress', 'paused')");
    QVERIFY2(active >= 35 && active <= 45, QByteArray::number(active));
    QCOMPARE(number("SELECT count(*) FROM workers"), 0);
    QCOMPARE(number("SELECT count(*) FROM directory_submissions WHERE status = 'submitting'"), 0);
    QCOMPARE(number("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name LIKE 'submissions_by%'"), 5);
    QCOMPARE(number("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND (name LIKE 'attempts_by%'"
                    " OR name = 'outcomes_by_end')"),
             6);
}

void TestBackendSeed::refersOnlyToWhatExists() { QCOMPARE(number("SELECT count(*) FROM pragma_foreign_key_check"), 0); }

void TestBackendSeed::countersAreTrue()
{
    QCOMPARE(
        number("SELECT count(*) FROM jobs j JOIN (SELECT submission_queue_id AS id, count(*) AS total,"
               " sum(status IN ('submitted', 'approved')) AS completed, sum(status IN ('rejected', 'skipped')"
               " OR (status = 'failed' AND next_retry_at IS NULL)) AS failed FROM directory_submissions GROUP BY 1) s"
               " USING (id) WHERE j.directories_total = s.total AND j.directories_completed = s.completed"
               " AND j.directories_failed = s.failed AND j.progress = 100 * (s.completed + s.failed) / s.total"),
        200);
    QCOMPARE(
        number("SELECT count(*) FROM customers c WHERE directories_used = (SELECT count(*) FROM directory_submissions s"
               " WHERE s.customer_id = c.id)"),
        120);
}

void TestBackendSeed::statesAreConsistent()
{
    for (const char *impossible :
         {"SELECT count(*) FROM jobs WHERE (status = 'completed') <> (completed_at IS NOT NULL)",
          "SELECT count(*) FROM jobs WHERE status = 'completed' AND 2 * directories_completed < directories_total",
          "SELECT count(*) FROM jobs WHERE status = 'failed' AND 2 * directories_completed >= directories_total",
          "SELECT count(*) FROM jobs WHERE status IN ('completed', 'failed', 'cancelled') AND progress < 100",
          "SELECT count(*) FROM jobs WHERE status IN ('pending', 'in_progress', 'paused')"
          " AND directories_completed + directories_failed = directories_total",
          "SELECT count(*) FROM directory_submissions WHERE status IN ('submitted', 'approved', 'rejected') AND "
          "submitted_at IS NULL",
          "SELECT count(*) FROM directory_submissions WHERE (status = 'failed') <> (failed_at IS NOT NULL)",
          "SELECT count(*) FROM directory_submissions WHERE next_retry_at IS NOT NULL AND status NOT IN ('failed', "
          "'pending')",
          "SELECT count(*) FROM directory_submissions WHERE attempt > max_attempts OR updated_at < created_at",
          "SELECT count(*) FROM directory_submissions WHERE max(updated_at, coalesce(submitted_at, 0), "
          "coalesce(approved_at, 0))"
          " > now_us()",
          "SELECT count(*) FROM directories WHERE (circuit_state = 'open') <> (circuit_open_until IS NOT NULL)"}) {
        QVERIFY2(number(impossible) == 0, impossible);
    }
    QVERIFY(number("SELECT count(*) FROM directories WHERE circuit_state = 'open'") > 1);
    // A circuit that is closed must not be one outcome away from what would have opened it long ago.
    QCOMPARE(
        number("WITH RECURSIVE bits(b) AS (SELECT 0 UNION ALL SELECT b + 1 FROM bits WHERE b < 19)"
               " SELECT count(*) FROM (SELECT 1 FROM directory_health h JOIN directories d ON d.id = h.directory_id"
               " JOIN bits WHERE d.circuit_state = 'closed' GROUP BY d.id"
               " HAVING max(failures_in_row) >= 5 OR (max(samples) = 20 AND sum((recent >> b) & 1) >= 10))"),
        0);
}

void TestBackendSeed::jsonIsValid()
{
    QCOMPARE(
        number("SELECT count(*) FROM directory_submissions WHERE json_valid(error_log) AND json_valid(listing_data)"),
        10000);
    QCOMPARE(number("SELECT count(*) FROM customers WHERE json_valid(business_data)"), 120);
    QCOMPARE(number("SELECT count(*) FROM directory_submissions WHERE last_error_code IS NOT NULL AND"
                    " coalesce(error_log ->> '$[#-1].code', '') <> last_error_code"),
             0);
    QVERIFY(number("SELECT max(json_array_length(error_log)) FROM directory_submissions") > 1);
}

void TestBackendSeed::selectionRuleHolds()
{
    QCOMPARE(
        number(
            "SELECT count(*) FROM directory_submissions s JOIN jobs j ON j.id = s.submission_queue_id JOIN packages p"
            " ON p.id = j.package_type JOIN directories d ON d.id = s.directory_id"
            " WHERE d.priority_tier > p.max_directory_tier OR NOT d.is_active"),
        0);
    QCOMPARE(number("SELECT count(*) FROM customers c JOIN packages p ON p.id = c.package_id"
                    " WHERE c.directories_used > coalesce(p.directory_limit, 100000)"),
             0);
}

void TestBackendSeed::hasABelievablePast()
{
    Figures::Query query;
    query.to = m_clock.now();
    query.from = query.to - std::chrono::hours(24 * 90);
    query.minAttempts = 5;
    const auto figures = Figures(*m_demo).analytics(query);
    QVERIFY(figures.ok());
    QVERIFY(figures->days.size() >= 90);
    int succeeded = 0;
    int attempted = 0;
    for (const auto &day : figures->days) {
        succeeded += day.succeeded;
        attempted += day.attempted;
    }
    const double rate = double(succeeded) / attempted;
    QVERIFY2(rate > 0.75 && rate < 0.95, QByteArray::number(rate));
    QVERIFY(figures->directories.size() == 10 && figures->directories.front().failed > 1);
    // Few jobs begin on a weekend day, compared to a working day.
    const qint64 weekend =
        number("SELECT count(*) FROM jobs WHERE strftime('%w', created_at / 1000000, 'unixepoch') IN ('0', '6')");
    QVERIFY2(weekend * 5 < number("SELECT count(*) FROM jobs"), QByteArray::number(weekend));
    QVERIFY(number("SELECT count(DISTINCT last_error_code) FROM directory_submissions") >= 12);
    const qint64 overdue = number("SELECT count(*) FROM jobs WHERE status = 'in_progress' AND due_at < now_us()");
    QVERIFY2(overdue >= 1 && overdue <= 10, QByteArray::number(overdue));
}

void TestBackendSeed::predictsMostlyRight()
{
    // Mean prediction and outcome are near each other over all, and far apart for some directories.
    Statement row = m_demo->query(
        "SELECT avg(success_probability), avg(attempt = 1 AND status IN ('submitted', 'approved', 'rejected'))"
        " FROM directory_submissions WHERE attempt > 0");
    QVERIFY(row.next());
    QVERIFY2(std::abs(row.real(0) - row.real(1)) < 0.12, QByteArray::number(row.real(0) - row.real(1)));
    QVERIFY(
        number("SELECT count(*) FROM directory_submissions WHERE success_probability < 0 OR success_probability > 1") ==
        0);
}

void TestBackendSeed::hasDifficultNames()
{
    QCOMPARE(number("SELECT count(*) FROM customers WHERE company_name LIKE '<img src=x%'"), 1);
    QVERIFY(number("SELECT count(*) FROM customers WHERE company_name GLOB '*[ΕمК]*'") > 0);
    QVERIFY(number("SELECT count(*) FROM directories WHERE name = 'Hot Frog'") == 1);
    QVERIFY(number("SELECT count(DISTINCT name) FROM directories") > 1195);
}

void TestBackendSeed::sameSeedSameBytes()
{
    const QByteArray first = digest(*m_demo);
    QCOMPARE(digest(*seeded(1)), first);
    QVERIFY(digest(*seeded(2)) != first);
}

void TestBackendSeed::refusesAFullDatabase()
{
    const auto again = seedDatabase(*m_demo, {SeedPlan::Scale::Demo, 1, m_clock.now()});
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, u"not_empty"_s);
}

void TestBackendSeed::canBeStopped()
{
    auto db = Database::open(":memory:", m_clock, m_random).value();
    const auto stopped =
        seedDatabase(*db, {SeedPlan::Scale::Demo, 1, m_clock.now()}, [](double done) { return done < 0.3; });
    QVERIFY(!stopped.ok());
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    Statement row =
        db->query("SELECT (SELECT count(*) FROM directories), (SELECT count(*) FROM sqlite_schema WHERE name LIKE"
                  " 'submissions_by%')");
    QVERIFY(row.next());
    QCOMPARE(row.integer(0), 0);
    QCOMPARE(row.integer(1), 5);
}

void TestBackendSeed::captureIsBackOn()
{
    auto db = seeded(3);
    int changes = 0;
    db->addListener([&](const Commit &commit) { changes += int(commit.changes.size()); });
    const Outcome written = db->write([&]() -> Outcome {
        db->run("UPDATE jobs SET progress = progress, version = next_version(), updated_at = touched(updated_at)");
        return Done{};
    });
    QVERIFY(written.ok());
    QCOMPARE(changes, 200);
}

/// Every attempt of the past has its row, and the last one agrees with the state that the submission is in.
void TestBackendSeed::attemptsAreThePast()
{
    for (const char *impossible :
         {"SELECT count(*) FROM directory_submissions s WHERE s.attempt <> (SELECT count(*) FROM submission_attempts a"
          " WHERE a.submission_id = s.id AND a.ms IS NOT NULL)",
          "SELECT count(*) FROM directory_submissions s WHERE (s.submitted_at IS NOT NULL) <> (SELECT count(*)"
          " FROM submission_attempts a WHERE a.submission_id = s.id AND a.outcome = 'submitted')",
          "SELECT count(*) FROM directory_submissions s WHERE (s.status = 'rejected') <> (SELECT count(*)"
          " FROM submission_attempts a WHERE a.submission_id = s.id AND a.outcome = 'rejected')",
          "SELECT count(*) FROM directory_submissions s WHERE s.status = 'failed' AND (s.next_retry_at IS NULL) <>"
          " (SELECT count(*) FROM submission_attempts a WHERE a.submission_id = s.id AND a.outcome = "
          "'failed_for_good')",
          "SELECT count(*) FROM submission_attempts WHERE ended_at > now_us() OR ended_at <> created_at OR"
          " ended_at <> updated_at",
          "SELECT count(*) FROM submission_attempts WHERE (code IS NULL) <> (outcome IN ('submitted', 'approved'))"}) {
        QVERIFY2(number(impossible) == 0, impossible);
    }
    QVERIFY(number("SELECT count(*) FROM submission_attempts") > 12'000);
}

/// The upgrade of a file from before the table existed: what error_log and the stamps tell is what the seed had
/// written.
void TestBackendSeed::anOlderFileIsFilledFromWhatItKnows()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(u"old.db"_s).toStdString();
    // Staff's skip hides whether a retry was still to come; nobody can know it afterwards.
    constexpr std::string_view all =
        "SELECT group_concat(line, char(10)) FROM (SELECT a.submission_id || a.job_id || a.customer_id || "
        "a.directory_id"
        " || a.package_type || a.directory_tier || ' ' || a.attempt || ' ' || a.ended_at || ' ' ||"
        " iif(s.status = 'skipped', '', a.outcome) || ' ' || coalesce(a.code, '') || ' ' || a.predicted AS line"
        " FROM submission_attempts a JOIN directory_submissions s ON s.id = a.submission_id ORDER BY line)";
    const auto lines = [&](Database &db) {
        Statement row = db.query(all);
        return row.next() ? row.text(0) : std::string();
    };
    std::string before;
    {
        auto db = Database::open(path, m_clock, m_random).value();
        QVERIFY(seedDatabase(*db, {SeedPlan::Scale::Demo, 1, m_clock.now()}).ok());
        before = lines(*db);
        QVERIFY(db->setCapture(false).ok());
        std::string undo = "DROP TABLE submission_attempts; ALTER TABLE submission_claims DROP COLUMN started_at;"
                           "CREATE INDEX submissions_by_submitted ON directory_submissions (submitted_at);"
                           "CREATE INDEX submissions_by_failed ON directory_submissions (failed_at);"
                           "CREATE INDEX actions_by_time ON admin_actions (created_at DESC, id);";
        Statement row = db->query("SELECT name FROM sqlite_schema WHERE type = 'index' AND (name GLOB '*_by_creation'"
                                  " OR name GLOB '*_by_update') AND name <> 'submissions_by_update'"
                                  " AND tbl_name <> 'submission_attempts'");
        while (row.next())
            undo += "DROP INDEX " + row.text(0) + ";";
        const Outcome undone = db->execute("PRAGMA foreign_keys = OFF;" + undo + "PRAGMA user_version = 1");
        QVERIFY2(undone.ok(), undone.ok() ? "" : qPrintable(undone.error().detail));
    }
    auto opened = Database::open(path, m_clock, m_random);
    QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().detail));
    Statement row = (*opened)->query("SELECT count(*) FROM pragma_foreign_key_check");
    QVERIFY(row.next());
    QCOMPARE(row.integer(0), 0);
    QVERIFY(before.size() > 1'000'000);
    QVERIFY(lines(**opened) == before);
}

QTEST_GUILESS_MAIN(TestBackendSeed)
#include "tst_backend_seed.moc"
