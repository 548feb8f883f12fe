// SPDX-License-Identifier: GPL-3.0-or-later
// No content of a file stops a start, and nothing false is shown or sent: whatever stands in the file, what is read of
// it is what was written, and the second start works as well.
#include "services/replica/replica_file.h"
#include "tests/replica/sample.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace bolt;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(path));
}

/// Rows that are not among those that were written.
template<class R>
size_t strangers(const std::vector<R> &held, const std::vector<R> &written)
{
    return size_t(std::count_if(held.begin(), held.end(), [&](const R &row) {
        return std::find(written.begin(), written.end(), row) == written.end();
    }));
}

} // namespace

class TestReplicaDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anyByteOfTheFirstPage();
    void anyByteOfTheFile();
    void anyByteOfTheLog();
    void cutOff();
    void replaced();
    void badRowsAreReadAgain();
    void manyBadRowsCostTheFile();
    void aRowUnderAnotherKeyCostsTheFile();
    void aBadReachIsNotBelieved();
    void badActionsAreNeverSent();
    void rowsAnIndexLostAreShown();

private:
    QString path() const { return m_folder.filePath(u"copy.replica"_s); }
    /// All files of the folder go but these.
    void lay(const QByteArray &content, const QByteArray &log = {})
    {
        QDir folder(m_folder.path());
        for (const QString &name : folder.entryList(QDir::Files))
            folder.remove(name);
        for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QDir(folder.filePath(name)).removeRecursively();
        put(path(), content);
        if (!log.isEmpty())
            put(path() + u"-wal"_s, log);
    }
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
    QStringList setAside() const { return QDir(m_folder.path()).entryList({u"*.aside-*"_s}); }

    /// Thousands of files are not waited for, where there is a folder in memory.
    static QString folder()
    {
        const QString memory = u"/dev/shm"_s;
        return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/bolt-damage-XXXXXX"_s;
    }
    QTemporaryDir m_folder{folder()};
    Parcel m_written, m_later;
    bool m_found = false; ///< by the last start
    int m_unharmed = 0;
    std::vector<ActionStatus> m_asked;
    std::vector<Activity> m_told;
    QByteArray m_file, m_log, m_fileBefore;
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
        m_fileBefore = contentOf(path());
        QVERIFY(file.write(m_later, true).ok());
        m_log = contentOf(path() + u"-wal"_s);
        QVERIFY(m_log.size() > 4'096);
        m_told = *file.latestActivity(100);
        QCOMPARE(m_told.size(), size_t(3));
    }
    m_file = contentOf(path());
    QVERIFY(m_file.size() > 20 * 4'096);
    lay(m_file);
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
        auto all = written.upserts;
        all.insert(all.end(), later.upserts.begin(), later.upserts.end());
        strange += strangers(from.upserts, all);
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

void TestReplicaDamage::anyByteOfTheFirstPage()
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

void TestReplicaDamage::anyByteOfTheFile()
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

void TestReplicaDamage::anyByteOfTheLog()
{
    std::mt19937 dice(3); // NOLINT: the same each time
    for (int i = 0; i < 200; ++i) {
        QByteArray log = m_log;
        const auto at = qsizetype(i < 100 ? i : int(dice() % quint32(log.size())));
        log[at] = char(log[at] ^ (1 << dice() % 8));
        lay(m_fileBefore, log);
        put(path() + u"-shm"_s, m_file.left(32'768)); // nobody has it open, so that it means nothing
        const QString wrong = startTwice();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"place %1, byte %2: "_s.arg(i).arg(at) + wrong));
    }
}

void TestReplicaDamage::cutOff()
{
    for (const qsizetype length :
         {qsizetype(0), qsizetype(1), qsizetype(15), qsizetype(99), qsizetype(100), qsizetype(4'095), qsizetype(4'096),
          qsizetype(8'192), m_file.size() / 2, m_file.size() - 1}) {
        lay(m_file.left(length));
        const QString wrong = startTwice();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"of %1 bytes: "_s.arg(length) + wrong));
    }
    for (const qsizetype length : {1, 31, 32, 33, 4'000}) {
        lay(m_fileBefore, m_log.left(length));
        const QString wrong = startTwice();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"log of %1 bytes: "_s.arg(length) + wrong));
    }
}

void TestReplicaDamage::replaced()
{
    std::mt19937 dice(4); // NOLINT: the same each time
    QByteArray noise(50'000, 0);
    std::generate(noise.begin(), noise.end(), [&] { return char(dice()); });
    for (const QByteArray &content : {noise, QByteArray("Dear diary,\n"), m_file.left(100) + noise}) {
        lay(content);
        QCOMPARE(startTwice(), QString());
        QCOMPARE(setAside(), QStringList{u"copy.replica.aside-d"_s});
        QCOMPARE(contentOf(m_folder.filePath(setAside().first())), content);
    }
    // Somebody else's database, with and without a number of its own.
    for (const QString &sql : {u"PRAGMA user_version=0"_s, u"PRAGMA user_version=3"_s}) {
        lay({});
        change(u"CREATE TABLE diary (day, text)"_s);
        change(sql);
        QCOMPARE(startTwice(), QString());
        QCOMPARE(setAside(), QStringList{u"copy.replica.aside-d"_s});
    }
    lay({});
    QVERIFY(QFile::remove(path()));
    QVERIFY(QDir().mkpath(path() + u"/within"_s));
    QCOMPARE(startTwice(), QString());
    QVERIFY(QDir(m_folder.filePath(u"copy.replica.aside-d/within"_s)).exists());
}

void TestReplicaDamage::badRowsAreReadAgain()
{
    lay(m_file);
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
    lay(m_file);
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
    QByteArray file = m_file;
    const QByteArray key = m_written.state.customers.upserts[5].id.uuid().toRfc4122() + "Z";
    const auto at = file.indexOf(key);
    QVERIFY(at > 0);
    file[at] = char(0xFF);
    lay(file);
    QCOMPARE(startTwice(), QString());
    QCOMPARE(setAside().size(), qsizetype(1));
}

void TestReplicaDamage::aBadReachIsNotBelieved()
{
    lay(m_file);
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
    lay(m_file);
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
    lay(m_file);
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
