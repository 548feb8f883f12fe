// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/outbox_json.h"
#include "services/replica/record_sql.h"
#include "services/replica/replica_file.h"
#include "tests/marked_words.h"
#include "tests/replica/sample.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

class tst_ReplicaFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void recordsComeBackAsTheyWere();
    void columnsAreThoseOfTheMigration();
    void removalsAndReset();
    void cursorsGoWithTheirRows();
    void chunksCoverATable();
    void windowIsTrimmed();
    void windowByNumber();
    void changesReachEveryColumn();
    void batchIsWrittenOnceAndToldWhole();
    void activityIsNotedWithItsBatch();
    void activityIsBounded();
    void namesAreIndexed();
    void rowsWithoutAKeyAreLeftOut();
    void failedBatchLeavesNothing();
    void anotherAccountNeverSeesIt();
    void brokenFileIsSetAside();
    void newerFileIsSetAsideAndItsActionsKept();
    void whatBecameOfActionsIsSaidByNumber_data();
    void whatBecameOfActionsIsSaidByNumber();
    void actionsSurviveAndKeepTheirOrder();
    void garbledActionsAreNotSent();

private:
    QString path() const { return m_folder->filePath(u"a.replica"_s); }
    static Delta loadAll(ReplicaFile &file, size_t limit = 1000, std::optional<Instant> since = {});
    QStringList setAside() const { return QDir(m_folder->path()).entryList({u"*.aside-*"_s}, QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_ReplicaFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Delta tst_ReplicaFile::loadAll(ReplicaFile &file, size_t limit, std::optional<Instant> since)
{
    Delta all;
    for (int table = 0; table < tableCount;) {
        bool last = false;
        const auto chunk = file.load(Table(table), limit, since, last);
        if (!chunk.ok()) {
            qWarning("%s", qPrintable(chunk.error().message));
            return {};
        }
        Delta d = (*chunk)->state;
        const auto append = [](auto &to, const auto &from) {
            to.upserts.insert(to.upserts.end(), from.upserts.begin(), from.upserts.end());
        };
        append(all.packages, d.packages);
        append(all.customers, d.customers);
        append(all.directories, d.directories);
        append(all.workers, d.workers);
        append(all.jobs, d.jobs);
        append(all.submissions, d.submissions);
        append(all.attempts, d.attempts);
        table += last;
    }
    return all;
}

void tst_ReplicaFile::recordsComeBackAsTheyWere()
{
    Parcel parcel;
    parcel.news = sample::everything();
    {
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok());
        QVERIFY(file.write(parcel, true).ok());
    }
    ReplicaFile again(path(), u"me"_s);
    QVERIFY(again.open(u"d"_s).ok());
    Delta held = loadAll(again);
    std::reverse(held.packages.upserts.begin(), held.packages.upserts.end()); // by key: enterprise, growth
    QCOMPARE(held.packages.upserts, parcel.news.packages.upserts);
    QCOMPARE(held.customers.upserts, parcel.news.customers.upserts);
    QCOMPARE(held.directories.upserts, parcel.news.directories.upserts);
    QCOMPARE(held.workers.upserts, parcel.news.workers.upserts);
    QCOMPARE(held.jobs.upserts, parcel.news.jobs.upserts);
    QCOMPARE(held.submissions.upserts, parcel.news.submissions.upserts);
    QCOMPARE(held.attempts.upserts, parcel.news.attempts.upserts);
    QVERIFY(again.notice().isEmpty());
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void tst_ReplicaFile::columnsAreThoseOfTheMigration()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    const auto columnsInFile = [](const QString &of, const QString &in) {
        QStringList names;
        const auto name = u"columns"_s;
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            db.setDatabaseName(in);
            db.open();
            QSqlQuery q(u"SELECT name FROM pragma_table_info('%1') ORDER BY cid"_s.arg(of), db);
            while (q.next())
                names << q.value(0).toString();
        }
        QSqlDatabase::removeDatabase(name);
        // A file keeps the order in which columns came; ours has the sum last.
        names.removeOne(u"sum"_s);
        return names << u"sum"_s;
    };
    QCOMPARE(columnsInFile(u"packages"_s, path()), columnsOf<Package>());
    QCOMPARE(columnsInFile(u"customers"_s, path()), columnsOf<Customer>());
    QCOMPARE(columnsInFile(u"directories"_s, path()), columnsOf<Directory>());
    QCOMPARE(columnsInFile(u"workers"_s, path()), columnsOf<Worker>());
    QCOMPARE(columnsInFile(u"jobs"_s, path()), columnsOf<Job>());
    QCOMPARE(columnsInFile(u"directory_submissions"_s, path()), columnsOf<Submission>());
    QCOMPARE(columnsInFile(u"submission_attempts"_s, path()), columnsOf<EndedAttempt>());
}

void tst_ReplicaFile::removalsAndReset()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel parcel;
    parcel.news = sample::everything();
    parcel.cursors = {{Table::Jobs, sample::at(0), true, {}}};
    QVERIFY(file.write(parcel, true).ok());
    Parcel gone;
    gone.news.jobs.removals = {sample::id<JobId>(1), sample::id<JobId>(77)};
    QVERIFY(file.write(gone, true).ok());
    QCOMPARE(loadAll(file).jobs.upserts.size(), size_t(1));
    Parcel reset;
    reset.state.reset = true;
    reset.news.jobs.upserts = {parcel.news.jobs.upserts[0]};
    QVERIFY(file.write(reset, true).ok());
    const Delta held = loadAll(file);
    QCOMPARE(held.size(), size_t(1));
    QVERIFY(file.cursors()->empty());
}

void tst_ReplicaFile::cursorsGoWithTheirRows()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel parcel;
    parcel.cursors = {{Table::Submissions, sample::at(5), true, sample::at(6)}, {Table::Workers, {}, false, {}}};
    QVERIFY(file.write(parcel, false).ok());
    QVERIFY(file.cursors()->empty());
    QVERIFY(file.write(parcel, true).ok());
    const auto held = file.cursors();
    QCOMPARE(held->size(), size_t(2));
    const TableCursor &c = held->at(0).table == Table::Submissions ? held->at(0) : held->at(1);
    QCOMPARE(c.watermark, parcel.cursors[0].watermark);
    QCOMPARE(c.asOf, parcel.cursors[0].asOf);
    QVERIFY(c.complete);
}

void tst_ReplicaFile::chunksCoverATable()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel parcel;
    for (uint n = 0; n < 25; ++n) {
        Submission s = sample::everything().submissions.upserts[0];
        s.id = sample::id<SubmissionId>(n);
        parcel.news.submissions.upserts.push_back(s);
    }
    QVERIFY(file.write(parcel, true).ok());
    for (size_t limit : {1U, 7U, 25U, 26U})
        QCOMPARE(loadAll(file, limit).submissions.upserts.size(), size_t(25));
}

void tst_ReplicaFile::windowIsTrimmed()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel parcel;
    parcel.state = sample::everything();
    parcel.state.snapshot = true;
    QVERIFY(file.write(parcel, true).ok());
    const Instant since = sample::at(20); // of the two submissions one was created at 19, of the jobs both before
    const Delta shown = loadAll(file, 100, since);
    QCOMPARE(shown.submissions.upserts.size(), size_t(1));
    QVERIFY(shown.jobs.upserts.empty());
    QCOMPARE(shown.customers.upserts.size(), size_t(1));
    QCOMPARE(*file.trim(since, 1), 2); // one of each table
    QCOMPARE(*file.trim(since, 1), 1);
    QCOMPARE(*file.trim(since, 1), 0);
    QCOMPARE(loadAll(file).submissions.upserts.size(), size_t(1));
    QVERIFY(loadAll(file).jobs.upserts.empty());
}

void tst_ReplicaFile::windowByNumber()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel parcel;
    for (uint n = 0; n < 120; ++n) {
        Submission s = sample::everything().submissions.upserts[0];
        s.id = sample::id<SubmissionId>(n);
        s.createdAt = sample::at(n);
        parcel.state.submissions.upserts.push_back(s);
    }
    QVERIFY(file.write(parcel, true).ok());
    QVERIFY(!file.narrow(120)->has_value());
    QVERIFY(!file.narrow(115)->has_value()); // a few too many are let be
    QVERIFY(!file.keptSince()->has_value());
    const auto since = *file.narrow(100);
    QCOMPARE(since, std::optional(sample::at(20)));
    QCOMPARE(*file.keptSince(), since);
    QCOMPARE(*file.trim(since, 1000), 20);
    QCOMPARE(loadAll(file).submissions.upserts.size(), size_t(100));
}

/// What is in an index and what is not, one column after the other.
void tst_ReplicaFile::changesReachEveryColumn()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel parcel;
    parcel.news = sample::everything();
    QVERIFY(file.write(parcel, true).ok());
    Job &job = parcel.news.jobs.upserts[1];
    Submission &s = parcel.news.submissions.upserts[1];
    const Job &otherJob = parcel.news.jobs.upserts[0];
    const Submission &other = parcel.news.submissions.upserts[0];
    const auto agrees = [&] {
        if (!file.write(parcel, true).ok())
            return false;
        const Delta held = loadAll(file);
        return held.jobs == parcel.news.jobs && held.submissions == parcel.news.submissions;
    };
    const auto change = [&](auto &column, const auto &to) {
        column = to;
        ++job.version;
        ++s.version;
        return agrees();
    };
    QVERIFY(change(job.customer, otherJob.customer));
    QVERIFY(change(job.package, otherJob.package));
    QVERIFY(change(job.dueAt, otherJob.dueAt));
    QVERIFY(change(job.stateWord, u"thawed"_s));
    QVERIFY(change(s.job, job.id));
    QVERIFY(change(s.directory, other.directory));
    QVERIFY(change(s.createdAt, other.createdAt));
    QVERIFY(change(s.attempt, 3));
    QVERIFY(change(s.lastErrorCode, u"TIMEOUT"_s));
    QVERIFY(change(s.failedAt, other.failedAt));
    QVERIFY(change(s.lastErrorCode, QString()));
    QVERIFY(change(s.job, JobId()));
    QSqlQuery check(QSqlDatabase::database(QSqlDatabase::connectionNames().first()));
    QVERIFY(check.exec(u"PRAGMA integrity_check"_s) && check.next());
    QCOMPARE(check.value(0).toString(), u"ok"_s);
}

void tst_ReplicaFile::batchIsWrittenOnceAndToldWhole()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel first;
    first.state = sample::everything();
    first.state.snapshot = true;
    QVERIFY(file.write(first, true).ok());

    Submission s = first.state.submissions.upserts[0];
    Submission gone = first.state.submissions.upserts[1];
    Job job = first.state.jobs.upserts[0];
    const auto step = [&](SubmissionState state, const QString &worker) {
        auto parcel = std::make_shared<Parcel>();
        s.state = state;
        ++s.version;
        job.worker = WorkerId(worker);
        ++job.version;
        parcel->news.submissions.upserts = {s};
        parcel->news.jobs.upserts = {job};
        return parcel;
    };
    const auto a = step(SubmissionState::Submitting, u"w-1"_s);
    const auto b = step(SubmissionState::Submitted, u"w-2"_s);
    const auto c = step(SubmissionState::Approved, u"w-3"_s);
    gone.state = SubmissionState::Failed;
    gone.stateWord.clear();
    a->news.submissions.upserts.push_back(gone);
    b->news.submissions.removals = {gone.id};
    gone.state = SubmissionState::Pending;
    c->news.submissions.upserts.push_back(gone);
    const auto d = std::make_shared<Parcel>(); // the job is as it will stay
    s.state = SubmissionState::Failed;
    ++s.version;
    d->news.submissions.upserts = {s};
    QVERIFY(file.write(std::vector<SharedParcel>{a, b, c, d}, true).ok());

    const Delta held = loadAll(file);
    QCOMPARE(held.submissions.upserts, (std::vector{s, gone}));
    QCOMPARE(held.jobs.upserts[0], job);
    QStringList told;
    const auto all = *file.latestActivity(100);
    for (const Activity &entry : all)
        told.prepend(entry.was + u" > "_s + entry.became + u" by "_s + entry.worker.toString());
    const QStringList wanted{u"needs_verification > submitting by w-1"_s,
                             u"teleported > failed by w-1"_s,
                             u"submitting > submitted by w-2"_s,
                             u"submitted > approved by w-3"_s,
                             u" > pending by w-3"_s,
                             u"approved > failed by w-3"_s};
    QCOMPARE(told, wanted);
}

void tst_ReplicaFile::activityIsNotedWithItsBatch()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel first;
    first.state = sample::everything();
    first.state.snapshot = true;
    QVERIFY(file.write(first, true).ok());
    QVERIFY(file.latestActivity(10)->empty()); // a snapshot is no news
    Parcel news;
    Submission s = first.state.submissions.upserts[0];
    s.state = SubmissionState::Failed;
    s.lastErrorCode = u"TIMEOUT"_s;
    s.updatedAt = sample::at(50);
    Job job = first.state.jobs.upserts[0];
    job.progress = 99; // not its state
    Worker w = first.state.workers.upserts[0];
    w.state = WorkerState::Offline;
    news.news.submissions.upserts = {s};
    news.news.jobs.upserts = {job};
    news.news.workers.upserts = {w};
    QVERIFY(file.write(news, true).ok());
    const auto held = *file.latestActivity(10);
    QCOMPARE(held.size(), size_t(2));
    const Activity &a = held[0]; // newest first; parents were written before
    QCOMPARE(a.table, Table::Submissions);
    QCOMPARE(a.submission, s.id);
    QCOMPARE(a.was, wordOf(SubmissionState::NeedsVerification));
    QCOMPARE(a.became, wordOf(SubmissionState::Failed));
    QCOMPARE(a.code, s.lastErrorCode);
    QCOMPARE(a.at, s.updatedAt);
    QCOMPARE(a.worker, job.worker);
    QCOMPARE(a.until, s.nextRetryAt);
    QCOMPARE(held[1].worker, w.id);
    // What is not written is not noted either.
    Parcel bad;
    s.state = SubmissionState::Approved;
    bad.news.submissions.upserts = {s, Submission()};
    QVERIFY(!file.write(bad, true).ok());
    QCOMPARE(file.latestActivity(10)->size(), size_t(2));
    QCOMPARE(*file.latestActivity(1), std::vector<Activity>{a});
}

void tst_ReplicaFile::activityIsBounded()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel news;
    for (uint n = 0; n < 30; ++n) {
        Submission s = sample::everything().submissions.upserts[0];
        s.id = sample::id<SubmissionId>(n);
        s.createdAt = sample::at(1'000);
        s.updatedAt = sample::at(n);
        news.news.submissions.upserts.push_back(s);
    }
    QVERIFY(file.write(news, true).ok());
    QCOMPARE(*file.trim(sample::at(25), 10), 10);
    QCOMPARE(*file.trim(sample::at(25), 10), 10);
    QCOMPARE(*file.trim(sample::at(25), 10), 5);
    QCOMPARE(*file.trim(sample::at(25), 10), 0);
    QCOMPARE(file.latestActivity(100)->size(), size_t(5));
    QCOMPARE(*file.tidy(3, 1), 1);
    QCOMPARE(*file.tidy(3, 10), 1);
    QCOMPARE(*file.tidy(3, 10), 0);
    QCOMPARE(file.latestActivity(100)->size(), size_t(3));
    QCOMPARE(file.latestActivity(100)->front().submission, sample::id<SubmissionId>(29));
}

void tst_ReplicaFile::namesAreIndexed()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    const auto matches = [this](const QString &text) {
        int found = 0;
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"names"_s);
            db.setDatabaseName(path());
            db.open();
            QSqlQuery q(db);
            q.prepare(u"SELECT count(*) FROM names_index WHERE names_index MATCH ?"_s);
            q.addBindValue(u'"' + text + u'"');
            if (q.exec() && q.next())
                found = q.value(0).toInt();
        }
        QSqlDatabase::removeDatabase(u"names"_s);
        return found;
    };
    Parcel parcel;
    parcel.state = sample::everything();
    QVERIFY(file.write(parcel, true).ok());
    QVERIFY(file.write(parcel, true).ok()); // the same again adds nothing
    QCOMPARE(matches(u"rich"_s), 1);        // inside of Zürich
    QCOMPARE(matches(u"Frog"_s), 1);
    Parcel renamed;
    renamed.news.customers.upserts = parcel.state.customers.upserts;
    renamed.news.customers.upserts[0].companyName = u"Basel"_s;
    QVERIFY(file.write(renamed, true).ok());
    QCOMPARE(matches(u"rich"_s), 0);
    QCOMPARE(matches(u"Basel"_s), 1);
    Parcel gone;
    gone.news.customers.removals = {parcel.state.customers.upserts[0].id};
    QVERIFY(file.write(gone, true).ok());
    QCOMPARE(matches(u"Basel"_s), 0);
    Parcel reset;
    reset.state.reset = true;
    QVERIFY(file.write(reset, true).ok());
    QCOMPARE(matches(u"Frog"_s), 0);
}

/// Found by fuzz_replica: it became a record with no id.
void tst_ReplicaFile::rowsWithoutAKeyAreLeftOut()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    const Delta all = sample::everything();
    Parcel parcel;
    parcel.state = all;
    QVERIFY(file.write(parcel, true).ok());
    {
        auto stranger = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"stranger"_s);
        stranger.setDatabaseName(path());
        QVERIFY(stranger.open());
        QVERIFY(QSqlQuery(stranger).exec(u"INSERT INTO jobs (id, status) VALUES ('no uuid', 'pending')"_s));
    }
    QSqlDatabase::removeDatabase(u"stranger"_s);
    QCOMPARE(loadAll(file).jobs.upserts, all.jobs.upserts);
}

void tst_ReplicaFile::failedBatchLeavesNothing()
{
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        db.setDatabaseName(path());
        QVERIFY(db.open());
        QSqlQuery q(db);
        QVERIFY(
            q.exec(u"CREATE TRIGGER no BEFORE INSERT ON directory_submissions BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    Parcel parcel;
    parcel.news = sample::everything();
    parcel.cursors = {{Table::Jobs, sample::at(0), true, {}}};
    const auto written = file.write(parcel, true);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().kind, Error::Kind::Storage);
    QVERIFY(loadAll(file).empty());
    QVERIFY(file.cursors()->empty());
}

void tst_ReplicaFile::anotherAccountNeverSeesIt()
{
    Parcel parcel;
    parcel.news = sample::everything();
    {
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok());
        QVERIFY(file.write(parcel, true).ok());
        QVERIFY(file.putAction(sample::action(1)).ok());
    }
    const MarkedWords words("CopyWords"_L1);
    ReplicaFile other(path(), u"you"_s);
    QVERIFY(other.open(u"2026-01-01T000000"_s).ok());
    QVERIFY(loadAll(other).empty());
    QVERIFY(other.actions()->empty());
    QVERIFY(other.notice().contains(u"(~it belongs to another account)"));
    QVERIFY(setAside().contains(u"a.replica.aside-2026-01-01T000000"_s));
}

void tst_ReplicaFile::brokenFileIsSetAside()
{
    QFile garbage(path());
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write(QByteArray(8192, 'x'));
    garbage.close();
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    QVERIFY(file.notice().contains(u"set aside"_s));
    QCOMPARE(setAside().size(), qsizetype(1));
    QVERIFY(loadAll(file).empty());
    Parcel parcel;
    parcel.news = sample::everything();
    QVERIFY(file.write(parcel, true).ok());
}

void tst_ReplicaFile::newerFileIsSetAsideAndItsActionsKept()
{
    {
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok());
        QVERIFY(file.putAction(sample::action(1)).ok());
        QVERIFY(file.putAction(sample::action(2)).ok());
    }
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        db.setDatabaseName(path());
        QVERIFY(db.open());
        QSqlQuery q(db);
        QVERIFY(q.exec(u"PRAGMA user_version=4711"_s));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    QVERIFY(file.notice().contains(u"newer"_s));
    QCOMPARE(file.actions()->size(), size_t(2));
    QCOMPARE(file.actions()->at(0).id, sample::action(1).id);
}

void tst_ReplicaFile::whatBecameOfActionsIsSaidByNumber_data()
{
    QTest::addColumn<uint>("each");
    QTest::addColumn<QString>("said");
    QTest::newRow("one") << 1U << u" 1 action was carried over. 1 action could not be read and is lost."_s;
    QTest::newRow("two") << 2U << u" 2 actions were carried over. 2 actions could not be read and are lost."_s;
}

void tst_ReplicaFile::whatBecameOfActionsIsSaidByNumber()
{
    QFETCH(const uint, each);
    QFETCH(const QString, said);
    {
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok());
        for (uint n = 1; n <= 2 * each; ++n)
            QVERIFY(file.putAction(sample::action(n)).ok());
    }
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        db.setDatabaseName(path());
        QVERIFY(db.open());
        QSqlQuery q(db);
        QVERIFY(q.exec(u"UPDATE outbox SET body='{' WHERE position>%1"_s.arg(each)));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    QVERIFY(file.beginAnew(u"d"_s, {Error::Kind::Storage, u"11"_s, u"torn"_s, {}, 0}).ok());
    QVERIFY2(file.notice().endsWith(said), qPrintable(file.notice()));
}

void tst_ReplicaFile::actionsSurviveAndKeepTheirOrder()
{
    {
        ReplicaFile file(path(), u"me"_s);
        QVERIFY(file.open(u"d"_s).ok());
        for (uint n : {3U, 1U, 2U})
            QVERIFY(file.putAction(sample::action(n)).ok());
        ActionStatus first = sample::action(3);
        first.phase = ActionStatus::Phase::Applied;
        QVERIFY(file.putAction(first).ok()); // keeps its place
        QVERIFY(file.removeAction(sample::action(1).id).ok());
    }
    ReplicaFile file(path(), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    const auto held = file.actions();
    QCOMPARE(held->size(), size_t(2));
    QCOMPARE(held->at(0).id, sample::action(3).id);
    QCOMPARE(held->at(0).phase, ActionStatus::Phase::Applied);
    QCOMPARE(held->at(1), sample::action(2));
}

void tst_ReplicaFile::garbledActionsAreNotSent()
{
    const QByteArray good = outboxBody(sample::action(1));
    QVERIFY(actionFromBody(good));
    QVERIFY(!actionFromBody("{"));
    QVERIFY(!actionFromBody(QByteArray(good).replace("submissions.retry", "submissions.explode")));
    QVERIFY(!actionFromBody(QByteArray(good).replace("unknown", "perhaps")));
    ActionStatus priority = sample::action(1);
    priority.command = {Command::Verb::ChangePriority, {}, sample::id<JobId>(1), 0};
    QCOMPARE(actionFromBody(outboxBody(priority))->command, priority.command);
}

QTEST_GUILESS_MAIN(tst_ReplicaFile)
#include "tst_replica_file.moc"
