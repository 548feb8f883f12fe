// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ports/when_done.h"
#include "services/replica/replica.h"
#include "tests/marked_words.h"
#include "tests/replica/sample.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

namespace {

struct Loaded
{
    Delta rows;
    std::vector<TableCursor> cursors;
    int chunks = 0;
    bool done = false;

    Replica::OnLoaded taker()
    {
        return [this](const SharedParcel &parcel, bool last) {
            ++chunks;
            const auto &from = parcel->state.submissions.upserts;
            rows.submissions.upserts.insert(rows.submissions.upserts.end(), from.begin(), from.end());
            rows.jobs.upserts.insert(rows.jobs.upserts.end(), parcel->state.jobs.upserts.begin(),
                                     parcel->state.jobs.upserts.end());
            cursors.insert(cursors.end(), parcel->cursors.begin(), parcel->cursors.end());
            done = last;
        };
    }
};

} // namespace

class tst_Replica : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_writeEvery = std::chrono::milliseconds(0);
    }
    void keepsAndLoads();
    void activeJobsComeFirstAndTellTheirAge();
    void recallsWhatWasSeen();
    void keepsTheNewestByNumber();
    void boundsTheActivityWhileItRuns();
    void closeWritesWhatIsWaiting();
    void gathersWhatComesSoon();
    void oneRefusedTakesNoOtherWithIt();
    void withoutADiskTheDeskGoesOn();
    void afterALossTheReachIsNotSaid();
    void aCopyThatBreaksInTheMiddleIsSetAside();
    void whatIsDamagedIsSaid();
    void aDiskThatIsBusyCostsNoCopy();
    void wipeLeavesNoFile();

private:
    std::unique_ptr<Replica> make(const QString &folder = {}, size_t most = 1'000'000)
    {
        Replica::Settings s;
        s.mostSubmissions = most;
        s.trimRows = 7;
        s.mostActivity = 100;
        s.file = (folder.isEmpty() ? m_folder->path() : folder) + u"/copy.replica"_s;
        s.identity = u"me"_s;
        s.chunkRows = 10;
        s.writeEvery = m_writeEvery;
        return std::make_unique<Replica>(s, m_clock);
    }
    static SharedParcel parcel(uint first, uint count, bool cursor)
    {
        auto p = std::make_shared<Parcel>();
        for (uint n = first; n < first + count; ++n) {
            Submission s = sample::everything().submissions.upserts[0];
            s.id = sample::id<SubmissionId>(n);
            p->news.submissions.upserts.push_back(s);
        }
        if (cursor)
            p->cursors = {{Table::Submissions, sample::at(1), true, sample::at(2)}};
        return p;
    }

    int rowsIn(const QString &table) const
    {
        int rows = -1;
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"count"_s);
            db.setDatabaseName(m_folder->path() + u"/copy.replica"_s);
            db.open();
            QSqlQuery q(u"SELECT count(*) FROM "_s + table, db);
            if (q.next())
                rows = q.value(0).toInt();
        }
        QSqlDatabase::removeDatabase(u"count"_s);
        return rows;
    }

    std::chrono::milliseconds m_writeEvery{0};
    FixedClock m_clock{sample::at(0)};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Replica::keepsAndLoads()
{
    Loaded first, second;
    {
        const auto replica = make();
        replica->open(first.taker());
        QTRY_VERIFY(first.done);
        QVERIFY(first.rows.empty());
        QSignalSpy sized(replica.get(), &Replica::sized);
        replica->keep(parcel(0, 35, true));
        QTRY_COMPARE(replica->backlog(), size_t(0));
        QTRY_VERIFY(sized.size() > 0);
        QVERIFY(sized.last().at(0).toLongLong() > 0);
    }
    const auto replica = make();
    replica->open(second.taker());
    QTRY_VERIFY(second.done);
    QCOMPARE(second.rows.submissions.upserts.size(), size_t(35));
    QVERIFY(second.chunks >= 4);
    QCOMPARE(second.cursors.size(), size_t(1));
    QVERIFY(second.cursors[0].complete);
}

void tst_Replica::activeJobsComeFirstAndTellTheirAge()
{
    {
        const auto replica = make();
        replica->open([](const SharedParcel &, bool) {});
        auto p = std::make_shared<Parcel>();
        for (uint n = 1; n <= 4; ++n) {
            Job job = sample::everything().jobs.upserts[0];
            job.id = sample::id<JobId>(n);
            job.state = n % 2 ? JobState::Completed : JobState::InProgress;
            p->news.jobs.upserts.push_back(job);
        }
        for (uint n = 0; n < 100; ++n) {
            Submission s = sample::everything().submissions.upserts[0];
            s.id = sample::id<SubmissionId>(n);
            s.job = n % 5 ? sample::id<JobId>(n % 5) : JobId(); // some have no parent
            p->news.submissions.upserts.push_back(s);
        }
        p->cursors = {{Table::Submissions, sample::at(1), true, sample::at(2)}};
        replica->keep(p);
    }
    Loaded loaded;
    const auto replica = make();
    size_t heldAtAge = 99;
    connect(replica.get(), &Replica::aged, this, [&](const std::vector<TableCursor> &cursors) {
        heldAtAge = loaded.rows.submissions.upserts.size();
        QCOMPARE(cursors.at(0).asOf, std::optional(sample::at(2)));
        QCOMPARE(loaded.rows.jobs.upserts.size(), size_t(4));
    });
    replica->open(loaded.taker());
    QTRY_VERIFY(loaded.done);
    QCOMPARE(heldAtAge, size_t(0));
    const auto &rows = loaded.rows.submissions.upserts;
    QCOMPARE(rows.size(), size_t(100));
    const auto active = [](const Submission &s) {
        return s.job == sample::id<JobId>(2) || s.job == sample::id<JobId>(4);
    };
    QVERIFY(std::all_of(rows.begin(), rows.begin() + 40, active));
    QVERIFY(std::none_of(rows.begin() + 40, rows.end(), active));
}

void tst_Replica::recallsWhatWasSeen()
{
    {
        const auto replica = make();
        replica->open([](const SharedParcel &, bool) {});
        replica->keep(parcel(0, 5, true)); // news
    }
    const auto replica = make();
    std::vector<Activity> recalled;
    bool last = false;
    replica->open([&](const SharedParcel &p, bool end) {
        QVERIFY(!last);
        last = end;
        if (!p->state.activity.empty())
            QVERIFY(p->state.snapshot);
        recalled.insert(recalled.end(), p->state.activity.begin(), p->state.activity.end());
    });
    QTRY_VERIFY(last);
    QCOMPARE(recalled.size(), size_t(5));
    QCOMPARE(recalled.front().submission, sample::id<SubmissionId>(4)); // newest first
}

void tst_Replica::keepsTheNewestByNumber()
{
    Instant told;
    {
        const auto replica = make({}, 100);
        connect(replica.get(), &Replica::narrowed, this, [&told](Instant since) { told = since; });
        Loaded loaded;
        replica->open(loaded.taker());
        QTRY_VERIFY(loaded.done);
        auto p = std::make_shared<Parcel>(*parcel(0, 150, true));
        for (size_t i = 0; i < 150; ++i)
            p->news.submissions.upserts[i].createdAt = sample::at(qint64(i));
        replica->keep(p);
        QTRY_COMPARE(told, sample::at(50));
        // What a person asks for goes between the steps of trimming.
        const auto put = replica->put(sample::action(1));
        QTRY_VERIFY(put.isFinished());
        QTRY_COMPARE(rowsIn(u"directory_submissions"_s), 100);
    }
    Loaded loaded;
    told = {};
    const auto replica = make({}, 100);
    connect(replica.get(), &Replica::narrowed, this, [&](Instant since) {
        QVERIFY(loaded.rows.submissions.upserts.empty());
        told = since;
    });
    replica->open(loaded.taker());
    QTRY_VERIFY(loaded.done);
    QCOMPARE(told, sample::at(50)); // said again: nothing older is asked of the server
    QCOMPARE(loaded.rows.submissions.upserts.size(), size_t(100));
}

/// Seen: 226,531 entries of 100,000 in one session.
void tst_Replica::boundsTheActivityWhileItRuns()
{
    const auto replica = make();
    Loaded loaded;
    replica->open(loaded.taker());
    QTRY_VERIFY(loaded.done);
    for (uint n = 0; n < 20; ++n) {
        auto p = std::make_shared<Parcel>(*parcel(0, 20, false));
        for (Submission &s : p->news.submissions.upserts)
            s.state = n % 2 ? SubmissionState::Failed : SubmissionState::Approved;
        replica->keep(p);
    }
    QTRY_COMPARE(replica->backlog(), size_t(0));
    QTRY_COMPARE(rowsIn(u"activity"_s), 100);
    std::vector<Activity> recalled; // the newest are left
    replica->close();
    const auto again = make();
    bool last = false;
    again->open([&](const SharedParcel &p, bool end) {
        recalled.insert(recalled.end(), p->state.activity.begin(), p->state.activity.end());
        last = end;
    });
    QTRY_VERIFY(last);
    QCOMPARE(recalled.size(), size_t(100));
    QCOMPARE(recalled.front().became, wordOf(SubmissionState::Failed));
}

void tst_Replica::closeWritesWhatIsWaiting()
{
    Loaded loaded;
    {
        const auto replica = make();
        replica->open([](const SharedParcel &, bool) {});
        for (uint n = 0; n < 50; ++n)
            replica->keep(parcel(n * 10, 10, false));
        replica->put(sample::action(1));
        replica->close();
    }
    const auto replica = make();
    replica->open(loaded.taker());
    QTRY_VERIFY(loaded.done);
    QCOMPARE(loaded.rows.submissions.upserts.size(), size_t(500));
    const auto actions = replica->load();
    QTRY_VERIFY(actions.isFinished());
    QCOMPARE(actions.result()->size(), size_t(1));
}

void tst_Replica::withoutADiskTheDeskGoesOn()
{
    // A folder cannot be made below a file.
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const MarkedWords words("CopyWords"_L1);
    const auto replica = make(file.fileName());
    QSignalSpy noticed(replica.get(), &Replica::noticed);
    Loaded loaded;
    replica->open(loaded.taker());
    QTRY_VERIFY(loaded.done);
    QTRY_COMPARE(noticed.size(), 1);
    QVERIFY(noticed[0][0].toString().startsWith(u"~Not saved"_s));
    replica->keep(parcel(0, 10, false));
    const auto put = replica->put(sample::action(1));
    QTRY_VERIFY(put.isFinished());
    QVERIFY(isInMemoryOnly(put.result()));
    const auto actions = replica->load();
    QTRY_VERIFY(actions.isFinished());
    QCOMPARE(actions.result()->size(), size_t(1));
    QTRY_COMPARE(replica->backlog(), size_t(0));
}

void tst_Replica::gathersWhatComesSoon()
{
    m_writeEvery = std::chrono::hours(1);
    const auto replica = make();
    replica->open([](const SharedParcel &, bool) {});
    replica->keep(parcel(0, 3, true));
    replica->keep(parcel(3, 3, true));
    const auto put = replica->put(sample::action(1)); // an action does not wait, and proves that both were taken
    QTRY_VERIFY(put.isFinished());
    QCOMPARE(replica->backlog(), size_t(2));
    QCOMPARE(rowsIn(u"directory_submissions"_s), 0);
    QCOMPARE(rowsIn(u"cursors"_s), 0);
    QCOMPARE(rowsIn(u"outbox"_s), 1);
    replica->keep(parcel(6, 2'000, false)); // a crowd does not
    QTRY_COMPARE(replica->backlog(), size_t(0));
    QCOMPARE(rowsIn(u"directory_submissions"_s), 2'006);
    QCOMPARE(rowsIn(u"cursors"_s), 1);
}

void tst_Replica::oneRefusedTakesNoOtherWithIt()
{
    m_writeEvery = std::chrono::hours(1);
    {
        const auto replica = make();
        replica->open([](const SharedParcel &, bool) {});
        replica->keep(parcel(0, 5, false));
        auto bad = std::make_shared<Parcel>();
        bad->news.submissions.upserts = {Submission()};
        replica->keep(bad);
        replica->keep(parcel(5, 5, true));
    }
    QCOMPARE(rowsIn(u"directory_submissions"_s), 10);
    QCOMPARE(rowsIn(u"cursors"_s), 0); // after a loss the reach is not said
}

void tst_Replica::afterALossTheReachIsNotSaid()
{
    {
        const auto replica = make();
        replica->open([](const SharedParcel &, bool) {});
        replica->keep(parcel(0, 5, true));
        QTRY_COMPARE(replica->backlog(), size_t(0));
        QSignalSpy noticed(replica.get(), &Replica::noticed);
        // A batch that the file refuses: a key must not be null.
        auto bad = std::make_shared<Parcel>();
        bad->news.submissions.upserts = {Submission()};
        replica->keep(bad);
        QTRY_COMPARE(noticed.size(), 1);
        auto later = std::make_shared<Parcel>(*parcel(10, 5, false));
        later->cursors = {{Table::Submissions, sample::at(99), true, {}}};
        replica->keep(later);
        QTRY_COMPARE(noticed.size(), 2);
        QVERIFY(noticed[1][0].toString().isEmpty());
    }
    Loaded loaded;
    const auto replica = make();
    replica->open(loaded.taker());
    QTRY_VERIFY(loaded.done);
    QCOMPARE(loaded.rows.submissions.upserts.size(), size_t(10));
    QCOMPARE(loaded.cursors.at(0).watermark, std::optional(sample::at(1)));
}

void tst_Replica::aCopyThatBreaksInTheMiddleIsSetAside()
{
    {
        const auto replica = make();
        replica->open([](const SharedParcel &, bool) {});
        replica->put(sample::action(1));
        replica->keep(parcel(0, 3'000, true));
    }
    const QString path = m_folder->path() + u"/copy.replica"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 pages = file.size() / 4096;
    for (qint64 page = pages / 3; page < pages - 1; ++page) { // the beginning, with the outbox, stays
        file.seek(page * 4096);
        file.write(QByteArray(4096, 'x'));
    }
    file.close();
    Loaded loaded;
    const auto replica = make();
    QSignalSpy noticed(replica.get(), &Replica::noticed);
    replica->open(loaded.taker());
    QTRY_VERIFY(loaded.done);
    QVERIFY(loaded.cursors.empty()); // not complete: everything is read from the server
    QTRY_COMPARE(noticed.size(), 1);
    QVERIFY2(noticed[0][0].toString().contains(u"set aside"_s), qPrintable(noticed[0][0].toString()));
    const auto actions = replica->load();
    QTRY_VERIFY(actions.isFinished());
    QCOMPARE(actions.result()->size(), size_t(1));
    replica->keep(parcel(0, 5, true));
    QTRY_COMPARE(replica->backlog(), size_t(0));
    replica->close();
    QCOMPARE(rowsIn(u"directory_submissions"_s), 5);
    QCOMPARE(rowsIn(u"cursors"_s), 0);
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.aside-*"_s}, QDir::Files).size(), qsizetype(1));
}

void tst_Replica::whatIsDamagedIsSaid()
{
    {
        const auto replica = make();
        replica->open([](const SharedParcel &, bool) {});
        replica->put(sample::action(1));
        replica->put(sample::action(2));
        replica->keep(parcel(0, 35, true));
    }
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"stranger"_s);
        db.setDatabaseName(m_folder->path() + u"/copy.replica"_s);
        QVERIFY(db.open());
        QSqlQuery q(db);
        QVERIFY(q.exec(u"UPDATE directory_submissions SET attempt=7 WHERE id=(SELECT max(id) FROM "
                       "directory_submissions)"_s));
        QVERIFY(q.exec(u"UPDATE outbox SET body=replace(body, '\"tries\":3', '\"tries\":4') WHERE position=1"_s));
        QCOMPARE(q.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"stranger"_s);
    Loaded loaded;
    const auto replica = make();
    QSignalSpy noticed(replica.get(), &Replica::noticed);
    replica->open(loaded.taker());
    QTRY_VERIFY(loaded.done);
    QCOMPARE(loaded.rows.submissions.upserts.size(), size_t(34));
    QVERIFY(loaded.cursors.empty()); // the table is read again
    const auto actions = replica->load();
    QTRY_VERIFY(actions.isFinished());
    QCOMPARE(actions.result()->size(), size_t(1));
    QTRY_COMPARE(noticed.size(), 2);
    QCOMPARE(noticed[1][0].toString(),
             u"One row of the local copy was damaged and is read again from the server. One action kept on this "
             "computer was damaged and is not sent."_s);
    replica->keep(parcel(0, 35, true)); // as the server tells them again; what was said stays
    QTRY_COMPARE(replica->backlog(), size_t(0));
    QCOMPARE(noticed.size(), 2);
    QCOMPARE(rowsIn(u"directory_submissions"_s), 35);
    QCOMPARE(rowsIn(u"cursors"_s), 1);
}

void tst_Replica::aDiskThatIsBusyCostsNoCopy()
{
    {
        const auto replica = make();
        replica->open([](const SharedParcel &, bool) {});
        replica->keep(parcel(0, 5, true));
    }
    const QString path = m_folder->path() + u"/copy.replica"_s;
    QVERIFY(QFile::setPermissions(path, QFile::Permissions()));
    if (QFile probe(path); probe.open(QIODevice::ReadOnly)) { // the superuser reads everything: a lock does it for all
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"lock"_s);
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QSqlQuery(db).exec(u"PRAGMA journal_mode=DELETE"_s);
        QVERIFY(QSqlQuery(db).exec(u"BEGIN EXCLUSIVE"_s));
    }
    Loaded loaded;
    const auto replica = make();
    QSignalSpy noticed(replica.get(), &Replica::noticed);
    replica->open(loaded.taker());
    QTRY_VERIFY_WITH_TIMEOUT(loaded.done, 20'000);
    QTRY_COMPARE(noticed.size(), 1);
    QVERIFY2(noticed[0][0].toString().startsWith(u"Not saved"_s), qPrintable(noticed[0][0].toString()));
    replica->close();
    QSqlDatabase::removeDatabase(u"lock"_s);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(QDir(m_folder->path()).entryList({u"*.aside-*"_s}, QDir::Files).isEmpty());
    Loaded again;
    const auto later = make();
    later->open(again.taker());
    QTRY_VERIFY(again.done);
    QCOMPARE(again.rows.submissions.upserts.size(), size_t(5));
}

void tst_Replica::wipeLeavesNoFile()
{
    const auto replica = make();
    replica->open([](const SharedParcel &, bool) {});
    replica->keep(parcel(0, 5, true));
    QFile aside(m_folder->filePath(u"copy.replica.aside-2026-01-01"_s));
    QVERIFY(aside.open(QIODevice::WriteOnly));
    replica->wipe();
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Replica)
#include "tst_replica.moc"
