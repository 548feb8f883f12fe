// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client/copy_search.h"
#include "services/client/store_search.h"
#include "services/replica/replica_file.h"
#include "tests/replica/sample.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

namespace {

/// Some customers, directories, jobs and submissions, named and dated by their numbers.
Delta someRows()
{
    Delta d = sample::everything();
    const Customer customer = d.customers.upserts.front();
    const Directory directory = d.directories.upserts.front();
    const Job job = d.jobs.upserts.front();
    const Submission submission = d.submissions.upserts.front();
    const QStringList codes{u""_s, u"CAPTCHA"_s, u"TIMEOUT"_s, u"CAPTCHA_LOOP"_s};
    for (uint n = 10; n < 40; ++n) {
        Customer c = customer;
        c.id = sample::id<CustomerId>(n);
        c.companyName = u"%1 Bakery %2"_s.arg(n % 2 ? u"Blue"_s : u"old"_s).arg(n);
        c.email = u"info@bakery%1.example"_s.arg(n);
        d.customers.upserts.push_back(c);
        Directory place = directory;
        place.id = sample::id<DirectoryId>(n);
        place.name = u"Place %1"_s.arg(n);
        place.website = u"https://place%1.example"_s.arg(n);
        d.directories.upserts.push_back(place);
        Job j = job;
        j.id = sample::id<JobId>(n);
        j.customer = c.id;
        j.state = n % 3 ? JobState::InProgress : JobState::Paused;
        j.createdAt = sample::at(n * 10);
        d.jobs.upserts.push_back(j);
        Submission s = submission;
        s.id = sample::id<SubmissionId>(n);
        s.job = j.id;
        s.customer = c.id;
        s.directory = sample::id<DirectoryId>(n / 2 + 5);
        s.lastErrorCode = codes[n % 4];
        s.updatedAt = sample::at(1'000 - n);
        d.submissions.upserts.push_back(s);
    }
    return d;
}

} // namespace

class tst_CopySearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void memoryFindsWhatTheDiskFinds_data();
    void memoryFindsWhatTheDiskFinds();
    void readsNoMoreThanItMay();
    void letsGoOfTheFile();

private:
    static Result<std::vector<SearchHit>> ask(Search &search, const QString &text)
    {
        const auto answer = search.find(text);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 5'000))
            qFatal("no answer");
        return answer.result();
    }
};

void tst_CopySearch::memoryFindsWhatTheDiskFinds_data()
{
    QTest::addColumn<int>("least");
    const std::pair<const char *, int> questions[]{{"bakery", 40}, {"BLUE bak", 30}, {"Zürich", 2},   {"zurich", 2},
                                                   {"BLÜE", 30},   {"place 2", 20},  {"captcha", 15}, {"capt", 15},
                                                   {"TIMEOUT", 7}, {"blue 1", 5},    {"example", 60}, {"%", 0},
                                                   {"\"", 0},      {"  ", 0}};
    for (const auto &[text, least] : questions)
        QTest::newRow(text) << least;
}

void tst_CopySearch::memoryFindsWhatTheDiskFinds()
{
    QFETCH(int, least);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    QTemporaryDir folder;
    const QString path = folder.filePath(u"copy"_s);
    ReplicaFile file(path, u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    Parcel parcel;
    parcel.state = someRows();
    QVERIFY(file.write(parcel, true).ok());
    Store store;
    store.apply(parcel.state);
    CopySearch search(store);
    const auto inMemory = ask(search, text);
    search.setFile(path);
    const auto onDisk = ask(search, text);
    QVERIFY(inMemory.ok() && onDisk.ok());
    QVERIFY2(onDisk->size() >= size_t(least), QByteArray::number(qsizetype(onDisk->size())));
    QCOMPARE(inMemory->size(), onDisk->size());
    for (size_t i = 0; i < onDisk->size(); ++i) {
        const SearchHit &a = (*inMemory)[i], &b = (*onDisk)[i];
        QVERIFY2(a == b, qPrintable(u"%1: “%2” %3 %4, “%5” %6 %7"_s.arg(i).arg(a.name, a.state, a.id.toString(), b.name,
                                                                               b.state, b.id.toString())));
    }
}

void tst_CopySearch::readsNoMoreThanItMay()
{
    Store store;
    store.apply(someRows());
    const auto submissions = [&](size_t most, size_t read) {
        const auto hits = searchStore(store, u"CAPTCHA"_s, most, read);
        return std::count_if(hits.begin(), hits.end(),
                             [](const SearchHit &hit) { return hit.kind == SearchHit::Kind::Submission; });
    };
    QCOMPARE(submissions(100, 1'000), 16);
    QCOMPARE(submissions(3, 1'000), 3);
    QCOMPARE(submissions(100, 1), 1);
}

void tst_CopySearch::letsGoOfTheFile()
{
    QTemporaryDir folder;
    Store store;
    CopySearch search(store);
    search.setFile(folder.filePath(u"none"_s));
    QCOMPARE(ask(search, u"anything"_s).error().kind, Error::Kind::NotFound);
    search.setFile({});
    QVERIFY(ask(search, u"anything"_s).ok());
}

QTEST_GUILESS_MAIN(tst_CopySearch)
#include "tst_copy_search.moc"
