// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/seed/seed.h"

#include <QCryptographicHash>
#include <QTest>

using namespace bolt;
using namespace bolt::backend;

namespace {

const Instant now = *parseInstant(std::string_view("2026-08-21T12:00:00Z"));

struct Seeded
{
    FixedClock clock{now};
    SeededRandomness random{99};
    std::unique_ptr<Database> db;
    SeedCounts counts;

    explicit Seeded(quint64 seed)
    {
        auto opened = Database::open(":memory:", clock, random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        db = std::move(opened.value());
        auto made = seedDatabase(*db, SeedPlan{SeedPlan::Scale::Demo, seed, now});
        if (!made)
            qFatal("%s: %s", qPrintable(made.error().message), qPrintable(made.error().detail));
        counts = *made;
    }

    qint64 number(std::string_view sql)
    {
        auto result = db->read([&]() -> Result<qint64> {
            Statement row = db->query(sql);
            return row.next() ? row.integer(0) : -1;
        });
        return result ? *result : -2;
    }

    QByteArray fingerprint()
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const char *table : {"customers", "directories", "jobs", "directory_submissions", "processing_logs"}) {
            (void)db->read([&]() -> Outcome {
                Statement row = db->query(std::string("SELECT * FROM ") + table + " ORDER BY id");
                while (row.next()) {
                    for (int c = 0; c < row.columnCount(); ++c)
                        hash.addData(QByteArray::fromStdString(row.text(c)) + '\x1f');
                }
                return Done{};
            });
        }
        return hash.result().toHex();
    }
};

} // namespace

class TestSeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sizesAreAsPromised()
    {
        Seeded seeded(1);
        QCOMPARE(seeded.counts.customers, 120);
        QCOMPARE(seeded.counts.directories, 1200);
        QCOMPARE(seeded.counts.jobs, 200);
        QCOMPARE(seeded.counts.submissions, 10'000);
        QCOMPARE(seeded.number("SELECT count(*) FROM directory_submissions"), 10'000);
    }

    void sameSeedSameBytes()
    {
        Seeded a(7), b(7), c(8);
        QCOMPARE(a.fingerprint(), b.fingerprint());
        QVERIFY(a.fingerprint() != c.fingerprint());
    }

    void countersTellTheTruth()
    {
        Seeded seeded(3);
        QCOMPARE(
            seeded.number(
                "SELECT count(*) FROM jobs j WHERE directories_total <> (SELECT count(*) FROM directory_submissions s"
                " WHERE s.submission_queue_id = j.id) OR directories_completed <> (SELECT count(*) FROM"
                " directory_submissions s WHERE s.submission_queue_id = j.id AND s.status IN ('submitted','approved'))"
                " OR directories_failed <> (SELECT count(*) FROM directory_submissions s WHERE s.submission_queue_id ="
                " j.id AND (s.status IN ('rejected','skipped') OR (s.status = 'failed' AND s.next_retry_at IS NULL)))"
                " OR progress <> 100 * (directories_completed + directories_failed) / directories_total"),
            0);
    }

    void endedJobsLeaveNothingOpen()
    {
        Seeded seeded(4);
        QCOMPARE(
            seeded.number("SELECT count(*) FROM directory_submissions s JOIN jobs j ON j.id = s.submission_queue_id"
                          " WHERE j.status IN ('completed','failed') AND (s.status IN ('pending','submitting',"
                          " 'needs_verification') OR (s.status = 'failed' AND s.next_retry_at IS NOT NULL))"),
            0);
    }

    void nothingHappensInTheFuture()
    {
        Seeded seeded(5);
        QCOMPARE(
            seeded.number("SELECT count(*) FROM directory_submissions WHERE max(updated_at, coalesce(submitted_at,0),"
                          " coalesce(approved_at,0), coalesce(failed_at,0)) > " +
                          std::to_string(toMicros(now))),
            0);
        QCOMPARE(seeded.number("SELECT count(*) FROM jobs WHERE max(created_at, coalesce(started_at,0),"
                               " coalesce(completed_at,0)) > " +
                               std::to_string(toMicros(now))),
                 0);
        // Retries that wait are in the future, or they would have been made.
        QCOMPARE(seeded.number(
                     "SELECT count(*) FROM directory_submissions WHERE next_retry_at IS NOT NULL AND next_retry_at < " +
                     std::to_string(toMicros(now))),
                 0);
    }

    void packagesAreKept()
    {
        Seeded seeded(6);
        QCOMPARE(seeded.number("SELECT count(*) FROM customers c JOIN packages p ON p.id = c.package_id"
                               " WHERE c.directories_used > p.directory_limit"),
                 0);
        QCOMPARE(
            seeded.number("SELECT count(*) FROM directory_submissions s JOIN directories d ON d.id = s.directory_id"
                          " JOIN jobs j ON j.id = s.submission_queue_id JOIN packages p ON p.id = j.package_type"
                          " WHERE d.priority_tier > p.max_directory_tier OR d.is_active = 0"),
            0);
    }

    void itIsABelievableDesk()
    {
        Seeded seeded(1);
        const qint64 active =
            seeded.number("SELECT count(*) FROM jobs WHERE status IN ('pending','in_progress','paused')");
        QVERIFY2(active >= 35 && active <= 45, qPrintable(QString::number(active)));
        QVERIFY(seeded.number("SELECT count(*) FROM directories WHERE circuit_state = 'open'") > 0);
        QVERIFY(seeded.number("SELECT count(*) FROM directory_submissions WHERE last_error_code = 'CAPTCHA'") > 50);
        QVERIFY(seeded.number("SELECT count(*) FROM directory_submissions WHERE status = 'failed'"
                              " AND next_retry_at IS NOT NULL") > 0);
        QCOMPARE(seeded.number("SELECT count(*) FROM customers WHERE company_name LIKE '<img%'"), 1);
        // Weekday rhythm: fewer purchases at weekends than two sevenths.
        const qint64 weekend = seeded.number("SELECT count(*) FROM jobs WHERE status = 'completed'"
                                             " AND strftime('%w', created_at / 1000000, 'unixepoch') IN ('0','6')");
        const qint64 all = seeded.number("SELECT count(*) FROM jobs WHERE status = 'completed'");
        QVERIFY(weekend * 7 < all * 2);
    }

    void aFullDatabaseIsLeftAlone()
    {
        Seeded seeded(1);
        const auto again = seedDatabase(*seeded.db, SeedPlan{SeedPlan::Scale::Demo, 1, now});
        QVERIFY(!again);
        QCOMPARE(again.error().code, QStringLiteral("not_empty"));
    }

    void aStoppedSeedLeavesNothing()
    {
        FixedClock clock(now);
        SeededRandomness random(1);
        auto db = std::move(Database::open(":memory:", clock, random).value());
        const auto stopped =
            seedDatabase(*db, SeedPlan{SeedPlan::Scale::Demo, 1, now}, [](double done) { return done < 0.3; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
        QVERIFY(seedDatabase(*db, SeedPlan{SeedPlan::Scale::Demo, 1, now}));
    }
};

QTEST_APPLESS_MAIN(TestSeed)
#include "tst_seed.moc"
