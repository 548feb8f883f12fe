// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *addNote =
    "INSERT INTO notes (entity_type, entity_id, author_email, body) VALUES ('job', 'j', 'a@b', ?)";

/// Its monotonic time runs by itself, so that deadlines pass.
class RunningClock final : public Clock
{
public:
    Instant now() const override { return fromMicros(1'000'000); }
    Micros monotonic() const override { return m_at += Micros(1000); }

private:
    mutable Micros m_at{0};
};

} // namespace

class TestBackendDatabase : public QObject
{
    Q_OBJECT

    FixedClock m_clock{fromMicros(1'790'000'000'123'456)};
    SeededRandomness m_random{7};

    std::unique_ptr<Database> memory()
    {
        auto opened = Database::open(":memory:", m_clock, m_random);
        return opened ? std::move(*opened) : nullptr;
    }
    static qint64 number(Database &db, std::string_view sql)
    {
        Statement row = db.query(sql);
        return row.next() ? row.integer(0) : -1;
    }
    QString openFailure(const QString &path)
    {
        auto opened = Database::open(path.toStdString(), m_clock, m_random);
        return opened ? u"opened"_s : opened.error().code;
    }

private Q_SLOTS:
    void catalogueAgreesWithTables();
    void writesAndRollsBack();
    void poisonsTheTransaction();
    void nestedWriteRollsBackAlone();
    void throwingRollsBack();
    void mapsConstraints_data();
    void mapsConstraints();
    void boundsTheTimeOfARead();
    void keepsNoLongStatements();
    void boundsTheSizeOfAnAnswer();
    void refusesWriteWithinRead();
    void keepsSequencesAcrossRestart();
    void survivesKill();
    void refusesBadFiles();
    void isAloneOnItsFile();
    void auditIsAppendOnly();
};

void TestBackendDatabase::catalogueAgreesWithTables()
{
    auto db = memory();
    QVERIFY(db);
    for (const TableDef &table : schema().tables()) {
        Statement row =
            db->query("SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?)", table.name);
        size_t i = 0;
        for (; row.next(); ++i) {
            QVERIFY2(i < table.columns.size(), table.name.c_str());
            const ColumnDef &column = table.columns[i];
            const QByteArray where = (table.name + '.' + column.name).c_str();
            QCOMPARE(QByteArray(row.text(0).c_str()), QByteArray(column.name.c_str()));
            QVERIFY2((row.integer(2) == 0) == column.nullable, where.constData());
            const bool serial = row.integer(4) == 1 && row.view(1) == "INTEGER";
            QVERIFY2(column.hasDefault == (column.nullable || serial || !row.isNull(3)), where.constData());
            QVERIFY2((row.integer(4) == 1) == (table.primaryKey == i), where.constData());
            std::string_view stored = "TEXT";
            if (column.type == PgType::Int4 || column.type == PgType::Int8 || column.type == PgType::Bool ||
                column.type == PgType::TimestampTz)
                stored = "INTEGER";
            else if (column.type == PgType::Float4)
                stored = "REAL";
            QVERIFY2(row.view(1) == stored, where.constData());
        }
        QCOMPARE(i, table.columns.size());
        int toOne = 0;
        for (const RelationDef &relation : table.relations) {
            QVERIFY(table.find(relation.column) && relation.target->find(relation.targetColumn));
            toOne += relation.toOne;
            if (relation.toOne)
                QCOMPARE(number(*db, "SELECT count(*) FROM pragma_foreign_key_list('" + table.name +
                                         "') WHERE \"from\" = '" + relation.column + "' AND \"table\" = '" +
                                         relation.target->name + "'"),
                         1);
        }
        QCOMPARE(number(*db, "SELECT count(*) FROM pragma_foreign_key_list('" + table.name + "')"), toOne);
        for (const std::string &column : table.writable)
            QVERIFY2(table.find(column), column.c_str());
    }
}

void TestBackendDatabase::writesAndRollsBack()
{
    auto db = memory();
    QVERIFY(db->write([&]() -> Outcome {
                  db->run(addNote, "kept");
                  return Done{};
              }).ok());
    const Outcome refused = db->write([&]() -> Outcome {
        db->run(addNote, "lost");
        return Error{Error::Kind::Conflict, u"no"_s, {}, {}};
    });
    QCOMPARE(refused.error().code, u"no"_s);
    QCOMPARE(number(*db, "SELECT count(*) FROM notes"), 1);
    const Result<std::string> body = db->read([&]() -> Result<std::string> {
        Statement row = db->query("SELECT body, created_at, version FROM notes");
        row.next();
        if (row.instant(1) != m_clock.now() || row.integer(2) <= 0)
            return std::string("unstamped");
        return row.text(0);
    });
    QCOMPARE(*body, std::string("kept"));
}

void TestBackendDatabase::poisonsTheTransaction()
{
    auto db = memory();
    const Outcome outcome = db->write([&]() -> Outcome {
        db->run(addNote, "lost");
        db->run("INSERT INTO no_such_table VALUES (1)");
        db->run(addNote, "never");
        Statement row = db->query("SELECT 1");
        return row.next() ? Outcome(Error{Error::Kind::Internal, u"went on"_s, {}, {}}) : Outcome(Done{});
    });
    QCOMPARE(outcome.error().code, u"XX000"_s);
    QVERIFY(outcome.error().detail.contains(u"no_such_table"));
    QCOMPARE(number(*db, "SELECT count(*) FROM notes"), 0);
}

void TestBackendDatabase::nestedWriteRollsBackAlone()
{
    auto db = memory();
    std::vector<Commit> commits;
    db->addListener([&](const Commit &commit) { commits.push_back(commit); });
    const Outcome outcome = db->write([&]() -> Outcome {
        db->run(addNote, "first");
        const Outcome inner = db->write([&]() -> Outcome {
            db->run(addNote, "inner");
            db->run("INSERT INTO packages (id) VALUES (NULL)");
            return Done{};
        });
        if (inner.ok())
            return Error{Error::Kind::Internal, u"inner kept"_s, {}, {}};
        db->run(addNote, "last");
        return Done{};
    });
    QVERIFY2(outcome.ok(), outcome.ok() ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(number(*db, "SELECT count(*) FROM notes WHERE body IN ('first', 'last')"), 2);
    QCOMPARE(number(*db, "SELECT count(*) FROM notes"), 2);
    QCOMPARE(commits.size(), size_t(1));
    QCOMPARE(commits[0].changes.size(), size_t(2));
}

void TestBackendDatabase::throwingRollsBack()
{
    auto db = memory();
    const auto failing = [&] {
        (void)db->write([&]() -> Outcome {
            db->run(addNote, "lost");
            throw std::runtime_error("unexpected");
        });
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, failing());
    QCOMPARE(number(*db, "SELECT count(*) FROM notes"), 0);
    QVERIFY(db->write([&]() -> Outcome { return Done{}; }).ok());
}

void TestBackendDatabase::mapsConstraints_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("code");
    QTest::newRow("key") << QByteArray("INSERT INTO sync_tick VALUES ('backend', 1, 1)") << u"23505"_s;
    QTest::newRow("foreign key")
        << QByteArray("INSERT INTO customers (email, company_name, package_id) VALUES ('a', 'b', 'none')")
        << u"23503"_s;
    QTest::newRow("not null") << QByteArray("INSERT INTO notes (entity_type) VALUES ('job')") << u"23502"_s;
    QTest::newRow("check")
        << QByteArray("INSERT INTO notes (entity_type, entity_id, author_email, body) VALUES ('x', '', '', '')")
        << u"23514"_s;
}

void TestBackendDatabase::mapsConstraints()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, code);
    auto db = memory();
    const Outcome outcome = db->write([&]() -> Outcome {
        db->run(sql.constData());
        return Done{};
    });
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, code);
}

void TestBackendDatabase::boundsTheTimeOfARead()
{
    RunningClock clock;
    auto db = Database::open(":memory:", clock, m_random).value();
    const auto slow = [&]() -> Outcome {
        db->run(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT sum(i) FROM n");
        return Done{};
    };
    const Outcome bounded = db->read(slow, {Millis(50)});
    QVERIFY(!bounded.ok());
    QCOMPARE(bounded.error().code, u"57014"_s);
    QVERIFY(db->read(slow).ok());
    // A hundred calls are no thousands of instructions, but may be long ones.
    const auto patterns = [&]() -> Outcome {
        db->run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
                " SELECT sum(is_like('x' || i, '%y%', 0)) FROM n");
        return Done{};
    };
    const Outcome late = db->read(patterns, {Millis(50)});
    QVERIFY(!late.ok());
    QCOMPARE(late.error().code, u"57014"_s);
    QVERIFY(db->read(patterns).ok());
}

void TestBackendDatabase::keepsNoLongStatements()
{
    auto db = memory();
    const auto run = [&](size_t length) {
        return db->read([&]() -> Outcome {
            for (int i = 0; i < 200; ++i)
                db->run("SELECT " + std::to_string(i) + " -- " + std::string(length, 'x'));
            return Done{};
        });
    };
    QVERIFY(run(100).ok());
    const qint64 before = sqlite3_memory_used();
    QVERIFY(run(20'000).ok());
    QVERIFY2(sqlite3_memory_used() - before < 1'000'000, QByteArray::number(qint64(sqlite3_memory_used()) - before));
}

void TestBackendDatabase::boundsTheSizeOfAnAnswer()
{
    auto db = memory();
    const auto show = [&](int rows) {
        return [&db, rows]() -> Outcome {
            db->run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                    " SELECT row_json('i:int4,in:jsonb', i, row_json('i:int4', i)) FROM n",
                    rows);
            return Done{};
        };
    };
    // The nested object counts, too.
    QVERIFY(db->read(show(50), {Micros(0), 100}).ok());
    const Outcome rows = db->read(show(51), {Micros(0), 100});
    QVERIFY(!rows.ok());
    QCOMPARE(rows.error().code, u"54000"_s);
    const Outcome bytes = db->write(show(1000), {Micros(0), 0, 1000});
    QVERIFY(!bytes.ok());
    QCOMPARE(bytes.error().code, u"54000"_s);
    QVERIFY(db->read(show(1000)).ok());
}

void TestBackendDatabase::refusesWriteWithinRead()
{
    auto db = memory();
    const Outcome outcome = db->read([&]() -> Outcome { return db->write([]() -> Outcome { return Done{}; }); });
    QVERIFY(!outcome.ok());
    QVERIFY(!db->read([&]() -> Outcome {
                   db->run(addNote, "outside of a write");
                   return Done{};
               }).ok());
}

void TestBackendDatabase::keepsSequencesAcrossRestart()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(u"desk.db"_s).toStdString();
    qint64 version = 0;
    {
        auto db = Database::open(path, m_clock, m_random).value();
        for (int i = 0; i < 3; ++i)
            QVERIFY(db->write([&]() -> Outcome {
                          db->run(addNote, "x");
                          return Done{};
                      }).ok());
        QCOMPARE(db->commitSeq(), 3);
        version = number(*db, "SELECT max(version) FROM notes");
    }
    QCOMPARE(QFile(QString::fromStdString(path)).permissions() & (QFile::ReadOther | QFile::ReadGroup),
             QFile::Permissions());
    auto db = Database::open(path, m_clock, m_random).value();
    QCOMPARE(db->commitSeq(), 3);
    QVERIFY(db->write([&]() -> Outcome {
                  db->run(addNote, "y");
                  return Done{};
              }).ok());
    QCOMPARE(db->commitSeq(), 4);
    QVERIFY(number(*db, "SELECT max(version) FROM notes") > version);
}

void TestBackendDatabase::survivesKill()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(u"desk.db"_s).toStdString();
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        // Three commits, then killed in the middle of a fourth transaction.
        auto opened = Database::open(path, m_clock, m_random);
        if (!opened)
            _exit(1);
        for (int i = 0; i < 3; ++i)
            (void)(*opened)->write([&]() -> Outcome {
                (*opened)->run(addNote, i);
                return Done{};
            });
        (void)(*opened)->write([&]() -> Outcome {
            (*opened)->run(addNote, "unfinished");
            ::kill(getpid(), SIGKILL);
            return Done{};
        });
        _exit(2);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    auto db = Database::open(path, m_clock, m_random).value();
    QCOMPARE(number(*db, "SELECT count(*) FROM notes"), 3);
    QCOMPARE(db->commitSeq(), 3);
}

void TestBackendDatabase::refusesBadFiles()
{
    QTemporaryDir folder;
    const QString garbage = folder.filePath(u"garbage.db"_s);
    QFile file(garbage);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QCOMPARE(openFailure(garbage), u"not_a_database"_s);
    QCOMPARE(openFailure(folder.filePath(u"no/such/folder.db"_s)), u"cannot_open"_s);

    const auto plain = [&](const QString &name, const char *sql) {
        const QString path = folder.filePath(name);
        sqlite3 *handle = nullptr;
        sqlite3_open(path.toUtf8().constData(), &handle);
        sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
        sqlite3_close(handle);
        return openFailure(path);
    };
    QCOMPARE(plain(u"foreign.db"_s, "CREATE TABLE t (a)"), u"foreign_database"_s);
    QCOMPARE(plain(u"newer.db"_s, "CREATE TABLE t (a); PRAGMA application_id = 0x424f4c54; PRAGMA user_version = 9999"),
             u"newer_database"_s);
}

void TestBackendDatabase::isAloneOnItsFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    auto first = Database::open(path.toStdString(), m_clock, m_random);
    QVERIFY(first.ok());
    QCOMPARE(openFailure(path), u"in_use"_s);
}

void TestBackendDatabase::auditIsAppendOnly()
{
    auto db = memory();
    QVERIFY(db->write([&]() -> Outcome {
                  db->run("INSERT INTO admin_actions (id, actor_id, actor_email, action, target_type, status)"
                          " VALUES ('1', 'a', 'a@b', 'x', 'job', 'applied')");
                  return Done{};
              }).ok());
    for (const char *sql :
         {"UPDATE admin_actions SET action = 'y', updated_at = touched(updated_at)", "DELETE FROM admin_actions"}) {
        QVERIFY(!db->write([&]() -> Outcome {
                       db->run(sql);
                       return Done{};
                   }).ok());
    }
}

QTEST_GUILESS_MAIN(TestBackendDatabase)
#include "tst_backend_database.moc"
