// SPDX-License-Identifier: GPL-3.0-or-later
// How a file stays small, and how one from before learns it.
#include "services/replica/migrations.h"
#include "services/replica/outbox_json.h"
#include "services/replica/replica_file.h"
#include "tests/replica/sample.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

class TestReplicaUpkeep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void freePagesAreGivenBack();
    void olderFilesLearnIt();
    void jobsFromBeforeAreReadAgain();

private:
    QString path() const { return m_folder->filePath(u"a.replica"_s); }
    static size_t rowsOf(ReplicaFile &file)
    {
        size_t rows = 0;
        for (int table = 0; table < tableCount;) {
            bool last = false;
            const auto chunk = file.load(Table(table), 100'000, {}, last);
            if (!chunk.ok())
                return size_t(-1);
            rows += (*chunk)->state.size();
            table += last;
        }
        return rows;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReplicaUpkeep::freePagesAreGivenBack()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel many, reset;
    many.state.snapshot = true;
    for (uint n = 0; n < 10'000; ++n) {
        many.state.submissions.upserts.push_back(sample::everything().submissions.upserts[0]);
        many.state.submissions.upserts.back().id = sample::id<SubmissionId>(n);
    }
    reset.state.reset = true;
    QVERIFY(file.write(many, true).ok());
    QVERIFY(file.write(reset, true).ok());
    int steps = 0;
    for (Result<int> gone = 1; gone.ok() && *gone > 0; ++steps)
        gone = file.tidy(100'000, 10);
    QVERIFY(steps > 5); // small ones
    file.close();
    const qint64 bytes = QFileInfo(path()).size();
    QVERIFY2(bytes < 1'500'000, qPrintable(QString::number(bytes))); // some stay for what comes next
    ReplicaFile again(path(), u"me"_s);
    QVERIFY(again.open(u"d"_s).ok());
    QVERIFY(again.write(many, true).ok());
    QCOMPARE(rowsOf(again), size_t(10'000));
}

/// Made by a program that had neither sums nor a file that shrinks.
void TestReplicaUpkeep::olderFilesLearnIt()
{
    const auto texts = replicaMigrations();
    QVERIFY(texts.ok());
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        db.setDatabaseName(path());
        QVERIFY(db.open());
        QSqlQuery q(db);
        for (size_t i = 0; i < 6; ++i) {
            for (const QString &statement : statementsOf((*texts)[i]))
                QVERIFY2(q.exec(statement), qPrintable(statement));
        }
        q.prepare(u"INSERT INTO outbox (id, body) VALUES (?, ?)"_s);
        q.addBindValue(sample::action(1).id.uuid().toRfc4122());
        q.addBindValue(QString::fromUtf8(outboxBody(sample::action(1))));
        QVERIFY(q.exec());
        for (const QString &sql :
             {u"INSERT INTO about (name, value) VALUES ('identity', 'me')"_s,
              u"INSERT INTO activity (at, of, became) VALUES (17, 4, 'paused')"_s,
              u"INSERT INTO jobs (id, status) VALUES (x'00112233445566778899aabbccddeeff', 'paused')"_s,
              u"INSERT INTO cursors (name, complete) VALUES ('4', 1)"_s, u"PRAGMA user_version=6"_s})
            QVERIFY2(q.exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    QCOMPARE(file.notice(), QString());
    QCOMPARE(rowsOf(file), size_t(0)); // read again from the server
    QVERIFY(file.cursors()->empty());
    QCOMPARE(*file.actions(), std::vector{sample::action(1)}); // what is only here stays
    QCOMPARE(file.latestActivity(10)->size(), size_t(1));
    QSqlQuery how(u"PRAGMA auto_vacuum"_s, QSqlDatabase::database(QSqlDatabase::connectionNames().first()));
    QVERIFY(how.next());
    QCOMPARE(how.value(0).toInt(), 2);
}

/// Made by a program that did not keep who reopened a job: only the server knows.
void TestReplicaUpkeep::jobsFromBeforeAreReadAgain()
{
    Parcel parcel;
    parcel.state = sample::everything();
    parcel.state.snapshot = true;
    parcel.cursors = {{Table::Workers, {}, true, {}}, {Table::Jobs, {}, true, {}}};
    {
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok() && file.write(parcel, true).ok());
        QSqlQuery back(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
        for (const QString &sql : {u"ALTER TABLE jobs DROP COLUMN reopened_by"_s, u"PRAGMA user_version=8"_s})
            QVERIFY2(back.exec(sql), qPrintable(sql));
    }
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    QCOMPARE(file.notice(), QString());
    QCOMPARE(rowsOf(file), parcel.state.size() - parcel.state.jobs.upserts.size());
    const auto cursors = *file.cursors();
    QCOMPARE(cursors.size(), size_t(1));
    QCOMPARE(cursors[0].table, Table::Workers);
}

QTEST_GUILESS_MAIN(TestReplicaUpkeep)
#include "tst_replica_upkeep.moc"
