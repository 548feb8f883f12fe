// SPDX-License-Identifier: GPL-3.0-or-later
// No content of a file stops a start, and nothing false is shown or sent: whatever stands in the file, what is read of
// it is what was written, and the second start works as well.
#include "services/replica/replica_file.h"
#include "tests/replica/damaged_file.h"
#include "tests/replica/sample.h"

#include <QSqlQuery>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

namespace {

/// Rows that are not among those that were written.
template<class R>
size_t strangers(const std::vector<R> &held, const std::vector<R> &written, const std::vector<R> &later = {})
{
    const auto isStrange = [&](const R &row) {
        return std::find(written.begin(), written.end(), row) == written.end() &&
               std::find(later.begin(), later.end(), row) == later.end();
    };
    return size_t(std::count_if(held.begin(), held.end(), isStrange));
}

} // namespace

class TestReplicaDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anyByteOfTheFirstPage() { QCOMPARE(m_disk.anyByteOfTheFirstPage(m_twice), QString()); }
    void anyByteOfTheFile() { QCOMPARE(m_disk.anyByteOfTheFile(m_twice), QString()); }
    void anyByteOfTheLog() { QCOMPARE(m_disk.anyByteOfTheLog(m_twice), QString()); }
    void cutOff() { QCOMPARE(m_disk.cutOff(m_twice), QString()); }
    void replaced();
    void aViewInATablesPlace();
    void countersAtTheirEnd();
    void badRowsAreReadAgain();
    void manyBadRowsCostTheFile();
    void aRowUnderAnotherKeyCostsTheFile();
    void aBadReachIsNotBelieved();
    void badActionsAreNeverSent();
    void rowsAnIndexLostAreShown();

private:
    QString path() const { return m_disk.path(); }
    /// As Replica does. Empty: nothing is wrong.
    QString start(int *rows = nullptr, bool second = false);
    QString startTwice()
    {
        const QString first = start();
        // Where nothing was found it is the same start again: that is not done each time.
        if (!first.isEmpty() || (!m_found && ++m_unharmed % 10 != 0))
            return first;
        const QString wrong = start(nullptr, true);
        return wrong.isEmpty() ? wrong : u"second start: "_s + wrong;
    }
    void change(const QString &sql)
    {
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"stranger"_s);
            db.setDatabaseName(path());
            QVERIFY(db.open());
            QSqlQuery q(db);
            QVERIFY2(q.exec(sql), qPrintable(sql));
        }
        QSqlDatabase::removeDatabase(u"stranger"_s);
    }
    QStringList setAside() const { return QDir(m_disk.folder()).entryList({u"*.aside-*"_s}); }

    test::DamagedFile m_disk{u"copy.replica"_s};
    const test::DamagedFile::Start m_twice = [this] { return startTwice(); };
    Parcel m_written, m_later;
    bool m_found = false; ///< by the last start
    int m_unharmed = 0;
    std::vector<ActionStatus> m_asked;
    std::vector<Activity> m_told;
};

void TestReplicaDamage::initTestCase()
{
    m_written.state = sample::everything();
    m_written.state.snapshot = true;
    auto &rows = m_written.state.submissions.upserts;
    for (uint n = 3; n < 25; ++n) {
        rows.push_back(rows[n % 2]);
        rows.back().id = sample::id<SubmissionId>(n * 0x01000193U);
        rows.back().processingMs = int(n);
        Customer c = m_written.state.customers.upserts[0];
        c.id = sample::id<CustomerId>(n);
        c.companyName += QString::number(n);
        m_written.state.customers.upserts.push_back(c);
    }
    for (int table = 0; table < tableCount; ++table)
        m_written.cursors.push_back({Table(table), sample::at(table), true, sample::at(50)});
    for (Submission s : {rows[3], rows[4], rows[5]}) {
        s.state = SubmissionState::Failed;
        s.stateWord.clear();
        m_later.news.submissions.upserts.push_back(s);
    }
    for (uint n = 1; n < 6; ++n)
        m_asked.push_back(sample::action(n));
    {
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok());
        QVERIFY(file.write(m_written, true).ok());
        QVERIFY(file.putActions(m_asked).ok());
    }
    {
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok());
        m_disk.before = test::DamagedFile::contentOf(path());
        QVERIFY(file.write(m_later, true).ok());
        m_disk.log = test::DamagedFile::contentOf(m_disk.logPath());
        QVERIFY(m_disk.log.size() > 4'096);
        m_told = *file.latestActivity(100);
        QCOMPARE(m_told.size(), size_t(3));
    }
    m_disk.whole = test::DamagedFile::contentOf(path());
    QVERIFY(m_disk.whole.size() > 20 * 4'096);
    m_disk.lay(m_disk.whole);
    int all = 0;
    QCOMPARE(start(&all), QString());
    QCOMPARE(all, int(m_written.state.size()));
    QVERIFY(setAside().isEmpty());
}

QString TestReplicaDamage::start(int *count, bool second)
{
    ReplicaFile file(path(), u"me"_s);
    if (const auto opened = file.open(u"d"_s); !opened.ok())
        return u"not opened: "_s + opened.error().message + opened.error().code;
    const auto brokenOr = [&file](const Error &error) {
        if (!isBrokenFile(error))
            return u"neither read nor set aside: "_s + error.message + error.code;
        const auto begun = file.beginAnew(u"d"_s, error);
        return begun.ok() ? QString() : u"not begun anew: "_s + begun.error().message;
    };
    size_t strange = 0;
    const auto take = [&](const auto &from, const auto &written, const auto &later) {
        strange += strangers(from.upserts, written.upserts, later.upserts);
        if (count)
            *count += int(from.upserts.size());
    };
    constexpr std::array steps{ReplicaFile::Share::All, ReplicaFile::Share::OfActiveJobs, ReplicaFile::Share::Others};
    bool broken = false;
    for (int table = 0; table < tableCount && !broken; ++table) {
        for (const auto share : steps) {
            if ((Table(table) == Table::Submissions) == (share == ReplicaFile::Share::All))
                continue;
            for (bool last = false; !last && !broken;) {
                const auto chunk = file.load(Table(table), 40, sample::at(-1'000'000), last, share);
                if (!chunk.ok()) {
                    if (const QString wrong = brokenOr(chunk.error()); !wrong.isEmpty())
                        return u"load %1: "_s.arg(table) + wrong;
                    broken = true;
                    break;
                }
                const Delta &d = (*chunk)->state;
                const Delta &w = m_written.state, &l = m_later.news;
                take(d.packages, w.packages, l.packages);
                take(d.customers, w.customers, l.customers);
                take(d.directories, w.directories, l.directories);
                take(d.workers, w.workers, l.workers);
                take(d.jobs, w.jobs, l.jobs);
                take(d.submissions, w.submissions, l.submissions);
                take(d.attempts, w.attempts, l.attempts);
            }
        }
    }
    if (strange > 0)
        return u"%1 false rows"_s.arg(strange);
    if (!broken) {
        if (const auto mended = file.mend(); !mended.ok()) {
            if (const QString wrong = brokenOr(mended.error()); !wrong.isEmpty())
                return u"mend: "_s + wrong;
        }
    }
    auto actions = file.actions();
    if (!actions.ok()) {
        if (const QString wrong = brokenOr(actions.error()); !wrong.isEmpty())
            return u"actions: "_s + wrong;
        actions = file.actions();
    }
    if (!actions.ok() || strangers(*actions, m_asked) > 0)
        return u"false actions"_s;
    if (auto told = file.latestActivity(100); told.ok()) {
        auto wanted = m_told;
        if (second) { // by then it may have been noted in a file that did not know the rows
            for (Activity &a : *told)
                a.was = u"any"_s, a.worker = {};
            for (Activity &a : wanted)
                a.was = u"any"_s, a.worker = {};
        }
        if (strangers(*told, wanted) > 0)
            return u"false activity"_s;
    } else if (!isBrokenFile(told.error())) {
        return u"activity: "_s + told.error().message;
    }
    if (const auto reach = file.cursors(); reach.ok()) {
        for (const TableCursor &c : *reach) {
            const TableCursor &w = m_written.cursors[size_t(c.table)];
            if (c.watermark != w.watermark || c.complete != w.complete || c.asOf != w.asOf)
                return u"false reach"_s;
        }
    }
    if (const auto kept = file.keptSince(); kept.ok() && *kept)
        return u"a window that nobody set"_s;
    // It takes what comes, or is set aside and takes it then.
    for (int tries = 0;; ++tries) {
        auto done = file.write(m_later, false);
        if (done.ok()) {
            const auto gone = file.trim(sample::at(-1'000'000), 10);
            done = gone.ok() ? Outcome(Done{}) : Outcome(gone.error());
        }
        if (done.ok()) {
            m_found = !file.notice().isEmpty() || file.damage() != ReplicaFile::Damage();
            return {};
        }
        if (tries > 0)
            return u"not written: "_s + done.error().message + done.error().code;
        if (const QString wrong = brokenOr(done.error()); !wrong.isEmpty())
            return u"write: "_s + wrong;
    }
}

void TestReplicaDamage::replaced()
{
    const QByteArray noise = m_disk.noise();
    for (const QByteArray &content : {noise, QByteArray("Dear diary,\n"), m_disk.whole.left(100) + noise}) {
        m_disk.lay(content);
        QCOMPARE(startTwice(), QString());
        QCOMPARE(setAside(), QStringList{u"copy.replica.aside-d"_s});
        QCOMPARE(test::DamagedFile::contentOf(m_disk.folder() + u'/' + setAside().first()), content);
    }
    // Somebody else's database, with and without a number of its own.
    for (const QString &sql : {u"PRAGMA user_version=0"_s, u"PRAGMA user_version=3"_s}) {
        m_disk.lay({});
        change(u"CREATE TABLE diary (day, text)"_s);
        change(sql);
        QCOMPARE(startTwice(), QString());
        QCOMPARE(setAside(), QStringList{u"copy.replica.aside-d"_s});
    }
    m_disk.lay({});
    QVERIFY(QFile::remove(path()));
    QVERIFY(QDir().mkpath(path() + u"/within"_s));
    QCOMPARE(startTwice(), QString());
    QVERIFY(QFileInfo::exists(path() + u".aside-d/within"_s));
}

/// One that never ends, which whoever reads it waits for.
void TestReplicaDamage::aViewInATablesPlace()
{
    const QString endless = u" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "_s;
    for (const QString &number : {u"PRAGMA user_version=0"_s, u"PRAGMA user_version=9"_s}) {
        m_disk.lay(m_disk.whole);
        change(u"DROP TABLE about"_s);
        change(u"CREATE VIEW about"_s + endless + u"SELECT 'identity' AS name, i AS value FROM n WHERE i<0"_s);
        change(number);
        QCOMPARE(startTwice(), QString());
        QCOMPARE(setAside(), QStringList{u"copy.replica.aside-d"_s});
    }
    m_disk.lay(m_disk.whole);
    change(u"CREATE TRIGGER taken AFTER INSERT ON jobs BEGIN DELETE FROM outbox; END"_s);
    QCOMPARE(startTwice(), QString());
    QCOMPARE(setAside(), QStringList{u"copy.replica.aside-d"_s});
}

void TestReplicaDamage::countersAtTheirEnd()
{
    for (const QString &end : {u"UPDATE sqlite_sequence SET seq=9223372036854775807 WHERE name='activity'"_s,
                               u"UPDATE sqlite_sequence SET seq=9223372036854775807 WHERE name='outbox'"_s,
                               u"UPDATE outbox SET position=9223372036854775807 WHERE position=5"_s}) {
        m_disk.lay(m_disk.whole);
        change(end);
        QCOMPARE(startTwice(), QString());
        QCOMPARE(setAside(), QStringList{u"copy.replica.aside-d"_s});
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok());
        QCOMPARE(file.actions()->size(), m_asked.size());
        QVERIFY(file.putAction(sample::action(6)).ok());
    }
}

void TestReplicaDamage::badRowsAreReadAgain()
{
    m_disk.lay(m_disk.whole);
    change(u"UPDATE customers SET company_name='Somebody' WHERE company_name LIKE '%17'"_s);
    change(u"UPDATE directory_submissions SET processing_ms=processing_ms+1 WHERE processing_ms IN (20, 21)"_s);
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    size_t rows = 0;
    const auto load = [&] {
        rows = 0;
        for (int table = 0; table < tableCount;) {
            bool last = false;
            const auto chunk = file.load(Table(table), 1'000, {}, last);
            QVERIFY(chunk.ok());
            rows += (*chunk)->state.size();
            table += last;
        }
    };
    load();
    QCOMPARE(rows, m_written.state.size() - 3);
    QVERIFY(file.mend().ok());
    QCOMPARE(file.damage(), (ReplicaFile::Damage{3, 0}));
    const auto reach = *file.cursors();
    QCOMPARE(reach.size(), size_t(tableCount - 2));
    for (const TableCursor &c : reach)
        QVERIFY(c.table != Table::Customers && c.table != Table::Submissions);
    QVERIFY(file.write(m_written, true).ok()); // as the server tells them again
    load();
    QCOMPARE(rows, m_written.state.size());
    QVERIFY(file.mend().ok());
    QCOMPARE(file.damage().rows, 3);
    QVERIFY(setAside().isEmpty());
}

void TestReplicaDamage::manyBadRowsCostTheFile()
{
    m_disk.lay(m_disk.whole);
    change(u"UPDATE customers SET company_name='Somebody'"_s);
    QCOMPARE(startTwice(), QString());
    QCOMPARE(setAside().size(), qsizetype(1));
    int rows = 0;
    QCOMPARE(start(&rows, true), QString());
    QCOMPARE(rows, int(m_later.news.size()));
}

/// A key that was changed in place: nothing is found by it, so that it cannot be taken out either.
void TestReplicaDamage::aRowUnderAnotherKeyCostsTheFile()
{
    QByteArray file = m_disk.whole;
    const QByteArray key = m_written.state.customers.upserts[5].id.uuid().toRfc4122() + "Z";
    const auto at = file.indexOf(key);
    QVERIFY(at > 0);
    file[at] = char(0xFF);
    m_disk.lay(file);
    QCOMPARE(startTwice(), QString());
    QCOMPARE(setAside().size(), qsizetype(1));
}

void TestReplicaDamage::aBadReachIsNotBelieved()
{
    m_disk.lay(m_disk.whole);
    change(u"UPDATE cursors SET watermark=watermark+1 WHERE name='4'"_s);
    change(u"INSERT INTO cursors (name, complete) VALUES ('4711', 1)"_s);
    change(u"INSERT INTO about (name, value) VALUES ('since', '9700000000000000')"_s);
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    QCOMPARE(file.cursors()->size(), size_t(tableCount - 1));
    QVERIFY(!file.keptSince()->has_value());
}

void TestReplicaDamage::badActionsAreNeverSent()
{
    m_disk.lay(m_disk.whole);
    // Well formed, and another thing than what was asked for.
    change(u"UPDATE outbox SET body=replace(body, '0000000', '1000000') WHERE position=2"_s);
    change(u"UPDATE outbox SET sum=NULL WHERE position=3"_s); // from before there were sums
    {
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok());
        QCOMPARE(file.actions()->size(), m_asked.size() - 1);
        QCOMPARE(file.damage(), (ReplicaFile::Damage{0, 1}));
        QCOMPARE(file.actions()->size(), m_asked.size() - 1);
        QCOMPARE(file.damage(), (ReplicaFile::Damage{0, 1}));
    }
    ReplicaFile file(path(), u"me"_s); // it was said once
    QVERIFY(file.open(u"d"_s).ok());
    QCOMPARE(file.actions()->size(), m_asked.size() - 1);
    QCOMPARE(file.damage(), ReplicaFile::Damage());
}

/// The row of an active job that the index does not lead to.
void TestReplicaDamage::rowsAnIndexLostAreShown()
{
    m_disk.lay(m_disk.whole);
    const Submission &lost = m_written.state.submissions.upserts[19];
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"stranger"_s);
        db.setDatabaseName(path());
        QVERIFY(db.open());
        QSqlQuery q(db);
        for (const QString &sql :
             {u"PRAGMA writable_schema=ON"_s,
              u"UPDATE sqlite_master SET sql=sql || ' WHERE processing_ms<>20' WHERE name='submissions_by_job'"_s,
              u"PRAGMA writable_schema=RESET"_s, u"REINDEX submissions_by_job"_s, u"PRAGMA writable_schema=ON"_s,
              u"UPDATE sqlite_master SET sql=replace(sql, ' WHERE processing_ms<>20', '')"_s})
            QVERIFY2(q.exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(u"stranger"_s);
    QCOMPARE(lost.processingMs, std::optional(20));
    int rows = 0;
    QCOMPARE(start(&rows), QString());
    QCOMPARE(rows, int(m_written.state.size()));
}

QTEST_GUILESS_MAIN(TestReplicaDamage)
#include "tst_replica_damage.moc"
