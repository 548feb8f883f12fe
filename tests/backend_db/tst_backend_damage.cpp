// SPDX-License-Identifier: GPL-3.0-or-later
// No content of the file crashes the backend. It holds the only truth: what is damaged is refused with a clear word,
// left as it is, and refused again; what is opened can be read through and written.
#include "backend/db/database.h"
#include "backend/db/json_row.h"
#include "backend/db/schema.h"
#include "tests/replica/damaged_file.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

class TestBackendDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anyByteOfTheFirstPage() { QCOMPARE(m_disk.anyByteOfTheFirstPage(m_twice), QString()); }
    void anyByteOfTheFile() { QCOMPARE(m_disk.anyByteOfTheFile(m_twice), QString()); }
    void anyByteOfTheLog() { QCOMPARE(m_disk.anyByteOfTheLog(m_twice), QString()); }
    void cutOff() { QCOMPARE(m_disk.cutOff(m_twice), QString()); }
    void replaced();
    void damageIsSaid_data();
    void damageIsSaid();
    void viewsOfTheOperatorAreLeftAlone();
    void aViewInTheWayIsNamed_data();
    void aViewInTheWayIsNamed();

private:
    QString path() const { return m_disk.path(); }
    QString change(const char *sql) const
    {
        sqlite3 *handle = nullptr;
        sqlite3_open(path().toUtf8().constData(), &handle);
        const int code = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
        const QString words = code == SQLITE_OK ? QString() : QString::fromUtf8(sqlite3_errmsg(handle));
        sqlite3_close(handle);
        return words;
    }
    /// The code of the refusal; empty when all could be read.
    QString start();
    /// What is wrong with two starts; empty: nothing.
    QString startTwice()
    {
        const QByteArray before =
            QFileInfo(m_disk.logPath()).exists() ? QByteArray() : test::DamagedFile::contentOf(path());
        const QString first = start();
        if (first.isEmpty())
            return {};
        if (!QStringList{u"cannot_open"_s, u"not_a_database"_s, u"foreign_database"_s, u"newer_database"_s,
                         u"damaged_database"_s}
                 .contains(first))
            return first;
        if (const QString second = start(); second != first)
            return first + u", then "_s + second;
        if (!before.isNull() && test::DamagedFile::contentOf(path()) != before)
            return first + u", but changed"_s;
        return {};
    }

    FixedClock m_clock{fromMicros(1'790'000'000'123'456)};
    SeededRandomness m_random{7};
    test::DamagedFile m_disk{u"desk.db"_s};
    const test::DamagedFile::Start m_twice = [this] { return startTwice(); };
};

void TestBackendDamage::initTestCase()
{
    const std::string name = path().toStdString();
    const auto add = [](Database &db, int n) {
        return db.write([&]() -> Outcome {
            for (int i = 0; i < n; ++i) {
                db.run("INSERT INTO directories (name, da_score, priority_tier) VALUES (?, 50, 2)",
                       "Name " + std::to_string(i));
                db.run("INSERT INTO notes (entity_type, entity_id, author_email, body) VALUES ('job', 'j', 'a@b', ?)",
                       i);
            }
            return Done{};
        });
    };
    {
        auto db = Database::open(name, m_clock, m_random).value();
        QVERIFY(add(*db, 10).ok());
    }
    {
        auto db = Database::open(name, m_clock, m_random).value();
        m_disk.before = test::DamagedFile::contentOf(path());
        QVERIFY(add(*db, 10).ok());
        m_disk.log = test::DamagedFile::contentOf(m_disk.logPath());
    }
    m_disk.whole = test::DamagedFile::contentOf(path());
    QVERIFY(m_disk.whole.size() > 4'096 && m_disk.log.size() > 4'096);
    m_disk.lay(m_disk.whole);
    QCOMPARE(start(), QString());
}

QString TestBackendDamage::start()
{
    auto opened = Database::open(path().toStdString(), m_clock, m_random);
    if (!opened)
        return opened.error().message.contains(path()) && opened.error().kind == Error::Kind::Storage
                   ? opened.error().code
                   : u"no clear word: "_s + opened.error().message;
    Database &db = **opened;
    std::string json;
    for (const TableDef &table : schema().tables()) {
        (void)db.read([&]() -> Outcome {
            Statement row = db.query("SELECT " + columnList(table, "") + " FROM \"" + table.name + '"');
            while (row.next())
                appendJsonRow(json, table, row, 0);
            return Done{};
        });
    }
    (void)db.write([&]() -> Outcome {
        db.run("UPDATE notes SET version = next_version(), updated_at = touched(updated_at)");
        return Done{};
    });
    return {};
}

void TestBackendDamage::replaced()
{
    const QByteArray noise = m_disk.noise();
    for (const QByteArray &content : {noise, QByteArray("Dear diary,\n"), m_disk.whole.left(100) + noise}) {
        m_disk.lay(content);
        const QString refused = start();
        QVERIFY2(refused == u"not_a_database" || refused == u"damaged_database", qPrintable(refused));
        QCOMPARE(start(), refused);
        QCOMPARE(test::DamagedFile::contentOf(path()), content);
    }
    m_disk.lay({});
    QVERIFY(QFile::remove(path()) && QDir().mkdir(path()));
    QCOMPARE(start(), u"cannot_open"_s);
    QCOMPARE(start(), u"cannot_open"_s);
}

void TestBackendDamage::damageIsSaid_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *sql, const char *code = "damaged_database") {
        QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(code);
    };
    row("version below none", "PRAGMA user_version=-2147483648");
    row("version none", "PRAGMA user_version=0");
    row("version earlier", "PRAGMA user_version=1");
    row("newer", "PRAGMA user_version=9999", "newer_database");
    row("no counters", "DELETE FROM backend_state");
    row("counters below none", "UPDATE backend_state SET commit_seq=-1");
    row("counters at their end", "UPDATE backend_state SET version_seq=9223372036854775807");
    row("counters are words", "UPDATE backend_state SET version_seq='many'");
    row("counters fell behind", "UPDATE backend_state SET version_seq=3");
    row("no table", "DROP TABLE notes");
    row("a view without end",
        "DROP TABLE backend_state; CREATE VIEW backend_state AS WITH RECURSIVE n(i) AS (SELECT 1 "
        "UNION ALL SELECT i + 1 FROM n) SELECT i AS version_seq, i AS commit_seq FROM n WHERE i < 0");
    row("a value out of bounds", "PRAGMA ignore_check_constraints=ON; UPDATE directories SET da_score=4711");
}

void TestBackendDamage::damageIsSaid()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, code);
    m_disk.lay(m_disk.whole);
    QCOMPARE(change(sql.constData()), QString());
    QCOMPARE(start(), code);
    QCOMPARE(start(), code);
}

/// Of his own making, and none of our business.
void TestBackendDamage::viewsOfTheOperatorAreLeftAlone()
{
    m_disk.lay(m_disk.whole);
    QCOMPARE(change("CREATE VIEW failed_today AS SELECT * FROM jobs WHERE status = 'failed';"
                    "CREATE VIEW notes_of_jobs AS SELECT * FROM notes WHERE entity_type = 'job';"
                    "CREATE VIEW endless AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    " SELECT i FROM n WHERE i < 0"),
             QString());
    QCOMPARE(start(), QString());
    QCOMPARE(start(), QString());
}

void TestBackendDamage::aViewInTheWayIsNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *sql, const char *name) {
        QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(name);
    };
    row("DROP TABLE decoys; CREATE VIEW decoys AS SELECT 1", "decoys");
    row("DROP TABLE notes; CREATE VIEW Notes AS SELECT 1", "Notes");
    row("DROP INDEX logs_by_age; PRAGMA user_version=3; CREATE VIEW logs_by_age AS SELECT 1", "logs_by_age");
}

void TestBackendDamage::aViewInTheWayIsNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, name);
    m_disk.lay(m_disk.whole);
    QCOMPARE(change(sql.constData()), QString());
    const auto db = Database::open(path().toStdString(), m_clock, m_random);
    QVERIFY(!db);
    QCOMPARE(db.error().code, u"damaged_database"_s);
    QVERIFY2(db.error().message.contains(u"DROP VIEW \"%1\""_s.arg(name)), qPrintable(db.error().message));
}

QTEST_GUILESS_MAIN(TestBackendDamage)
#include "tst_backend_damage.moc"
