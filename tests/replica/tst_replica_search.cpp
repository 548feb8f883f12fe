// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/replica_file.h"
#include "services/replica/replica_search.h"
#include "tests/replica/sample.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;
using Kind = SearchHit::Kind;

class tst_ReplicaSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<ReplicaFile>(path(), u"me"_s);
        QVERIFY(m_file->open(u"d"_s).ok());
        Parcel parcel;
        parcel.state = sample::everything();
        QVERIFY(m_file->write(parcel, true).ok());
    }
    void cleanup() { m_file.reset(); }
    void findsByAnyPartOfAName_data();
    void findsByAnyPartOfAName();
    void foldsWhatIsNotWrittenAsItIsTyped();
    void foldsAnOlderCopyOnce();
    void seesWhatIsWrittenMeanwhile();
    void hasNoCopyToLookThrough();
    void neverWrites();
    void readsWhileSomebodyWrites();
    void saysThatTheFileIsBroken();
    void badRowsAreNoHits();
    void theNewestQuestionOvertakes();
    void endsWithQuestionsOpen();

private:
    QString path() const { return m_folder->filePath(u"a.replica"_s); }
    static Result<std::vector<SearchHit>> ask(ReplicaSearch &search, const QString &text)
    {
        const auto answer = search.find(text);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 5'000))
            qFatal("no answer");
        return answer.result();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReplicaFile> m_file;
};

void tst_ReplicaSearch::findsByAnyPartOfAName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kinds"); // c, d, j, s
    const auto row = [](const char *text, const char *kinds) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(kinds);
    };
    row("Zürich", "cj");
    row("rich", "cj");  // inside of a word
    row("SÖHNE", "cj"); // neither case
    row("example.org", "cj");
    row("& zür", "cj");   // a word too short for the index, and the beginning of another
    row("rich frog", ""); // all words, of one name
    row("Hot Frog", "ds");
    row("ho fro", "ds");
    row("captcha", "s"); // an error's code
    row("CAPT", "s");
    row("%", "");
    row("\"", "");
    row("a\" OR \"b", "");
    row("   ", "");
    row("nothing", "");
    row("🥨", "cj"); // one letter, though of two units
    row("ü 🥨", "cj");
    row("C%", "");
    row("z_rich", "");
    row("zurich sohne", "cj"); // no accents, either side
    row("Zu\u0308rich", "cj"); // in parts
    row("ÉXÄMPLE.org", "cj");
    row("hót frög", "ds");
    row("ｆｒｏｇ", "ds");
}

void tst_ReplicaSearch::findsByAnyPartOfAName()
{
    QFETCH(QString, text);
    QFETCH(QString, kinds);
    ReplicaSearch search(path());
    const auto hits = ask(search, text);
    QVERIFY2(hits.ok(), hits.ok() ? "" : qPrintable(hits.error().message));
    QString found;
    for (const SearchHit &hit : *hits)
        found += QLatin1StringView("cdjs")[qsizetype(hit.kind)];
    QCOMPARE(found, kinds);
    for (const SearchHit &hit : *hits) {
        QVERIFY(!hit.id.isNull());
        QVERIFY(!hit.name.isEmpty());
        if (hit.kind == Kind::Submission)
            QCOMPARE(hit.code, u"CAPTCHA"_s);
    }
}

void tst_ReplicaSearch::foldsWhatIsNotWrittenAsItIsTyped()
{
    Parcel more;
    uint n = 100;
    for (const QString &name : {u"Café de la Gare"_s, u"Łódź Żółw GmbH"_s, u"Smørrebrød & Æble"_s, u"Großmann"_s,
                                u"Καφές Αθήνα"_s, u"Йогурт"_s}) {
        Customer c = sample::everything().customers.upserts[0];
        c.id = sample::id<CustomerId>(n++);
        c.companyName = name;
        more.news.customers.upserts.push_back(c);
    }
    QVERIFY(m_file->write(more, true).ok());
    ReplicaSearch search(path());
    const std::pair<QString, QString> questions[]{{u"cafe de"_s, u"Café de la Gare"_s},
                                                  {u"GARE Café"_s, u"Café de la Gare"_s},
                                                  {u"lodz zolw"_s, u"Łódź Żółw GmbH"_s},
                                                  {u"smorrebrod aeble"_s, u"Smørrebrød & Æble"_s},
                                                  {u"GROSS"_s, u"Großmann"_s},
                                                  {u"groß"_s, u"Großmann"_s},
                                                  {u"καφεσ"_s, u"Καφές Αθήνα"_s},
                                                  {u"иогурт"_s, u"Йогурт"_s},
                                                  {u"ß"_s, u"Großmann"_s}};
    for (const auto &[text, name] : questions) {
        const auto hits = ask(search, text);
        QVERIFY2(hits.ok() && hits->size() == 1, qPrintable(text));
        QCOMPARE(hits->front().name, name);
    }
}

/// As it was written before names were folded, among them one that the old text held in full and the new one cuts.
void tst_ReplicaSearch::foldsAnOlderCopyOnce()
{
    Parcel more;
    for (uint n = 200; n < 2'700; ++n) { // more than are folded at a time
        Customer c = sample::everything().customers.upserts[0];
        c.id = sample::id<CustomerId>(n);
        c.companyName = u"Crème %1 %2"_s.arg(n).arg(n == 300 ? QString(10'000, u'é') : QString());
        c.email = u"tél%1@ex.example"_s.arg(n);
        more.news.customers.upserts.push_back(c);
    }
    QVERIFY(m_file->write(more, true).ok());
    m_file.reset();
    const auto inFile = [&](const QString &sql) {
        QString value;
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
            db.setDatabaseName(path());
            db.open();
            QSqlQuery q(db);
            if (!q.exec(sql))
                qFatal("%s", qPrintable(sql));
            value = q.next() ? q.value(0).toString() : QString();
        }
        QSqlDatabase::removeDatabase(u"older"_s);
        return value;
    };
    const auto makeOld = [&] {
        inFile(u"UPDATE names SET text=(SELECT company_name || ' ' || email || ' ' || website FROM customers "
               "WHERE id=ref) WHERE kind=1"_s);
        inFile(u"INSERT INTO names_index (names_index) VALUES ('rebuild')"_s);
    };
    makeOld();
    ReplicaSearch search(path());
    QVERIFY(ask(search, u"creme 2699"_s)->empty());

    inFile(u"DELETE FROM about WHERE name='folding'"_s);
    m_file = std::make_unique<ReplicaFile>(path(), u"me"_s);
    QVERIFY(m_file->open(u"d"_s).ok());
    QVERIFY(m_file->notice().isEmpty());
    QCOMPARE(ask(search, u"creme 2699"_s)->size(), size_t(1));
    QCOMPARE(ask(search, u"tel300@ex"_s)->size(), size_t(1)); // behind a name that was cut
    QCOMPARE(ask(search, u"zurich"_s)->size(), size_t(2));
    QCOMPARE(ask(search, u"hot frog"_s)->size(), size_t(2));
    // It is told to the index that it forgets a name in the words that it was told.
    Parcel gone;
    gone.news.customers.removals = {sample::id<CustomerId>(2'699)};
    QVERIFY(m_file->write(gone, true).ok());
    QVERIFY(ask(search, u"creme 2699"_s)->empty());
    m_file.reset();
    inFile(u"INSERT INTO names_index (names_index) VALUES ('integrity-check')"_s);

    makeOld();
    m_file = std::make_unique<ReplicaFile>(path(), u"me"_s);
    QVERIFY(m_file->open(u"d"_s).ok());
    QVERIFY(ask(search, u"creme 2600"_s)->empty()); // nothing is folded a second time
}

void tst_ReplicaSearch::seesWhatIsWrittenMeanwhile()
{
    ReplicaSearch search(path());
    QVERIFY(ask(search, u"Basel"_s)->empty());
    Parcel more;
    for (uint n = 10; n < 40; ++n) {
        Customer c = sample::everything().customers.upserts[0];
        c.id = sample::id<CustomerId>(n);
        c.companyName = u"Basel 🥨🥨 %1"_s.arg(n);
        more.news.customers.upserts.push_back(c);
    }
    QVERIFY(m_file->write(more, true).ok());
    QCOMPARE(ask(search, u"Basel"_s)->size(), size_t(20));
    QCOMPARE(ask(search, u"🥨🥨"_s)->size(), size_t(20)); // two letters, though of four units
    ReplicaSearch fewer(path(), 5);
    QCOMPARE(ask(fewer, u"Basel"_s)->size(), size_t(5));
}

void tst_ReplicaSearch::hasNoCopyToLookThrough()
{
    ReplicaSearch search(m_folder->filePath(u"none"_s));
    const auto hits = ask(search, u"Basel"_s);
    QVERIFY(!hits.ok());
    QCOMPARE(hits.error().kind, Error::Kind::NotFound);
    QVERIFY(!QFile::exists(m_folder->filePath(u"none"_s)));
}

void tst_ReplicaSearch::neverWrites()
{
    const auto bytes = m_file->bytes();
    ReplicaSearch search(path());
    for (int i = 0; i < 5; ++i)
        QVERIFY(ask(search, u"Frog"_s).ok());
    QCOMPARE(m_file->bytes(), bytes);
}

/// A transaction that is not over neither holds the question up nor shows in its answer.
void tst_ReplicaSearch::readsWhileSomebodyWrites()
{
    {
        QSqlDatabase writer = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"writer"_s);
        writer.setDatabaseName(path());
        QVERIFY(writer.open());
        QSqlQuery q(writer);
        QVERIFY(q.exec(u"BEGIN IMMEDIATE"_s));
        QVERIFY(q.exec(u"DELETE FROM customers"_s));
        ReplicaSearch search(path());
        QCOMPARE(ask(search, u"Zürich"_s)->size(), size_t(2));
        QVERIFY(q.exec(u"COMMIT"_s));
        QVERIFY(ask(search, u"Zürich"_s)->empty());
    }
    QSqlDatabase::removeDatabase(u"writer"_s);
}

void tst_ReplicaSearch::saysThatTheFileIsBroken()
{
    const QString broken = m_folder->filePath(u"broken"_s);
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8'192, 'x'));
    file.close();
    ReplicaSearch search(broken);
    const auto hits = ask(search, u"Basel"_s);
    QVERIFY(!hits.ok());
    QCOMPARE(hits.error().kind, Error::Kind::Storage);
    QVERIFY(!hits.error().message.isEmpty());
}

/// Bits that changed on the disk, in a row and in the row that it is named by.
void tst_ReplicaSearch::badRowsAreNoHits()
{
    ReplicaSearch search(path());
    const auto kindsOf = [&](const QString &text) {
        QString kinds;
        const auto hits = ask(search, text);
        for (const SearchHit &hit : *hits)
            kinds += QLatin1StringView("cdjs")[qsizetype(hit.kind)];
        return kinds;
    };
    const auto change = [this](const QString &sql) {
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"stranger"_s);
            db.setDatabaseName(path());
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(sql));
        }
        QSqlDatabase::removeDatabase(u"stranger"_s);
    };
    QCOMPARE(kindsOf(u"captcha"_s), u"s"_s);
    change(u"UPDATE directory_submissions SET attempt=attempt+1 WHERE last_error_code='CAPTCHA'"_s);
    QCOMPARE(kindsOf(u"captcha"_s), QString());
    QCOMPARE(kindsOf(u"hot frog"_s), u"d"_s);
    QCOMPARE(kindsOf(u"Zürich"_s), u"cj"_s);
    change(u"UPDATE jobs SET progress=progress+1"_s);
    QCOMPARE(kindsOf(u"Zürich"_s), u"c"_s);
    change(u"UPDATE customers SET company_name='Somebody'"_s);
    QCOMPARE(kindsOf(u"Zürich"_s), QString());
}

void tst_ReplicaSearch::theNewestQuestionOvertakes()
{
    ReplicaSearch search(path());
    std::vector<QFuture<Result<std::vector<SearchHit>>>> answers;
    for (int i = 0; i < 200; ++i)
        answers.push_back(search.find(u"Zürich"_s));
    QTRY_VERIFY(answers.back().isFinished());
    QCOMPARE(answers.back().result()->size(), size_t(2));
    int given = 0;
    for (const auto &answer : answers) {
        QVERIFY(answer.isFinished());
        given += answer.resultCount();
    }
    QVERIFY2(given < 200, "each of them was looked for");
}

void tst_ReplicaSearch::endsWithQuestionsOpen()
{
    for (int i = 0; i < 20; ++i) {
        auto search = std::make_unique<ReplicaSearch>(path());
        const auto first = search->find(u"Zürich"_s), second = search->find(u"Frog"_s);
        search.reset();
        QVERIFY(first.isFinished());
        QVERIFY(second.isFinished());
    }
}

QTEST_GUILESS_MAIN(tst_ReplicaSearch)
#include "tst_replica_search.moc"
