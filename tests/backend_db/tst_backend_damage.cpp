// SPDX-License-Identifier: GPL-3.0-or-later
// No content of the file crashes the backend. It holds the only truth: what is damaged is refused with a clear word,
// left as it is, and refused again; what is opened can be read through and written.
#include "backend/db/database.h"
#include "backend/db/json_row.h"
#include "backend/db/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <sqlite3.h>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

class TestBackendDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anyByteOfTheFirstPage();
    void anyByteOfTheFile();
    void anyByteOfTheLog();
    void cutOff();
    void replaced();
    void damageIsSaid_data();
    void damageIsSaid();

private:
    static QString folder()
    {
        const QString memory = u"/dev/shm"_s;
        return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/bolt-damage-XXXXXX"_s;
    }
    QString path() const { return m_folder.filePath(u"desk.db"_s); }
    void lay(const QByteArray &content, const QByteArray &log = {}) const
    {
        QDir folder(m_folder.path());
        for (const QString &name : folder.entryList(QDir::Files))
            folder.remove(name);
        folder.rmdir(u"desk.db"_s);
        put(path(), content);
        if (!log.isEmpty())
            put(path() + u"-wal"_s, log);
    }
    static void put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(path));
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
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
        const QByteArray before = QFileInfo(path() + u"-wal"_s).exists() ? QByteArray() : contentOf(path());
        const QString first = start();
        if (first.isEmpty())
            return {};
        if (!QStringList{u"cannot_open"_s, u"not_a_database"_s, u"foreign_database"_s, u"newer_database"_s,
                         u"damaged_database"_s}
                 .contains(first))
            return first;
        if (const QString second = start(); second != first)
            return first + u", then "_s + second;
        if (!before.isNull() && contentOf(path()) != before)
            return first + u", but changed"_s;
        return {};
    }

    FixedClock m_clock{fromMicros(1'790'000'000'123'456)};
    SeededRandomness m_random{7};
    QTemporaryDir m_folder{folder()};
    QByteArray m_file, m_log, m_fileBefore;
    int m_opened = 0;
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
        m_fileBefore = contentOf(path());
        QVERIFY(add(*db, 10).ok());
        m_log = contentOf(path() + u"-wal"_s);
    }
    m_file = contentOf(path());
    QVERIFY(m_file.size() > 4'096 && m_log.size() > 4'096);
    lay(m_file);
    QCOMPARE(start(), QString());
}

QString TestBackendDamage::start()
{
    auto opened = Database::open(path().toStdString(), m_clock, m_random);
    if (!opened)
        return opened.error().message.contains(path()) && opened.error().kind == Error::Kind::Storage
                   ? opened.error().code
                   : u"no clear word: "_s + opened.error().message;
    ++m_opened;
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

void TestBackendDamage::anyByteOfTheFirstPage()
{
    std::mt19937 dice(1); // NOLINT: the same each time
    for (qsizetype at = 0; at < 4'096; ++at) {
        QByteArray file = m_file;
        file[at] = char(file[at] ^ (1 + dice() % 255));
        lay(file);
        const QString wrong = startTwice();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"byte %1 as %2: "_s.arg(at).arg(quint8(file[at])) + wrong));
    }
}

void TestBackendDamage::anyByteOfTheFile()
{
    std::mt19937 dice(2); // NOLINT: the same each time
    for (int i = 0; i < 2'000; ++i) {
        QByteArray file = m_file;
        const auto at = qsizetype(dice() % quint32(file.size()));
        file[at] = char(file[at] ^ (1 << dice() % 8));
        lay(file);
        const QString wrong = startTwice();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"place %1, byte %2: "_s.arg(i).arg(at) + wrong));
    }
}

void TestBackendDamage::anyByteOfTheLog()
{
    std::mt19937 dice(3); // NOLINT: the same each time
    for (int i = 0; i < 200; ++i) {
        QByteArray log = m_log;
        const auto at = qsizetype(i < 100 ? i : int(dice() % quint32(log.size())));
        log[at] = char(log[at] ^ (1 << dice() % 8));
        lay(m_fileBefore, log);
        put(path() + u"-shm"_s, m_file.left(32'768));
        const QString wrong = startTwice();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"place %1, byte %2: "_s.arg(i).arg(at) + wrong));
    }
}

void TestBackendDamage::cutOff()
{
    for (const qsizetype length :
         {qsizetype(0), qsizetype(1), qsizetype(15), qsizetype(99), qsizetype(100), qsizetype(4'095), qsizetype(4'096),
          qsizetype(8'192), m_file.size() / 2, m_file.size() - 1}) {
        lay(m_file.left(length));
        const QString wrong = startTwice();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"of %1 bytes: "_s.arg(length) + wrong));
    }
}

void TestBackendDamage::replaced()
{
    std::mt19937 dice(4); // NOLINT: the same each time
    QByteArray noise(50'000, 0);
    std::generate(noise.begin(), noise.end(), [&] { return char(dice()); });
    for (const QByteArray &content : {noise, QByteArray("Dear diary,\n"), m_file.left(100) + noise}) {
        lay(content);
        const QString refused = start();
        QVERIFY2(refused == u"not_a_database" || refused == u"damaged_database", qPrintable(refused));
        QCOMPARE(start(), refused);
        QCOMPARE(contentOf(path()), content);
    }
    lay({});
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
    row("a value out of bounds", "PRAGMA ignore_check_constraints=ON; UPDATE directories SET da_score=4711");
}

void TestBackendDamage::damageIsSaid()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, code);
    lay(m_file);
    QCOMPARE(change(sql.constData()), QString());
    QCOMPARE(start(), code);
    QCOMPARE(start(), code);
}

QTEST_GUILESS_MAIN(TestBackendDamage)
#include "tst_backend_damage.moc"
