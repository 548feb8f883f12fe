// SPDX-License-Identifier: GPL-3.0-or-later
// Reads of the tables and what is fetched when a person looks.
#include "services/connectors/directory_bolt.h"

#include <QFile>
#include <QUrl>
#include <QtTest>

using namespace bolt;
using What = PageAsk::What;

namespace {

const JobId jobA = JobId::parse(u"11111111-1111-1111-1111-111111111111");
const JobId jobB = JobId::parse(u"22222222-2222-2222-2222-222222222222");

PageAsk ask(Table table, What what)
{
    PageAsk out;
    out.table = table;
    out.what = what;
    return out;
}

QByteArray golden(const QString &name)
{
    QFile file(QStringLiteral(BOLT_TEST_DATA "/wire/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no golden file %s", qPrintable(name));
    return file.readAll();
}

/// Decoded as a server does it: `+` is a blank.
QString parameter(const wire::Request &request, const QString &name)
{
    const auto query = request.target.mid(request.target.indexOf('?') + 1).split('&');
    for (const auto &item : query) {
        const auto equals = item.indexOf('=');
        if (QString::fromLatin1(item.left(equals)) == name)
            return QUrl::fromPercentEncoding(item.mid(equals + 1).replace('+', ' '));
    }
    return {};
}

} // namespace

class DirectoryBoltReadingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void streamFollowsTheWorkspace();
    void scanByKey();
    void deltaByTimeAndKey();
    void bug43_plusIsEncoded();
    void idsAreQuoted();
    void versionsAndCounts();
    void windowIsByCreation();
    void allColumnsOfTheRecordsAreAsked();
    void narrowsToLevel0();
    void doesWithoutAnOptionalTable();
    void usesTheOlderNames();
    void narrowsNothingElse();
    void readsAPage();
    void bug41_onlyAnEmptyPageEnds();
    void asksForAndReadsTheChecksum();
    void readsCounts_data();
    void readsCounts();
    void readsErrors();
    void readsAttempts();
    void readsAnalytics();

private:
    DirectoryBoltConnector m_connector;
    TableShape m_full;
};

void DirectoryBoltReadingTest::streamFollowsTheWorkspace()
{
    Workspace workspace;
    workspace.url = QUrl(QStringLiteral("https://x.supabase.co/"));
    auto stream = m_connector.stream(workspace);
    QCOMPARE(stream.url.toString(), QStringLiteral("wss://x.supabase.co/realtime/v1/websocket"));
    QCOMPARE(stream.bindings.size(), 8u);
    QVERIFY(!stream.bindings.at(5).optional && stream.bindings.at(5).table == "directory_submissions");
    QVERIFY(stream.bindings.at(6).optional && stream.bindings.at(6).table == "submission_attempts");
    QVERIFY(stream.bindings.at(7).optional && stream.bindings.at(7).table == "sync_tick");
    workspace.url = QUrl(QStringLiteral("http://127.0.0.1:8100/base"));
    QCOMPARE(m_connector.stream(workspace).url.toString(),
             QStringLiteral("ws://127.0.0.1:8100/base/realtime/v1/websocket"));
}

void DirectoryBoltReadingTest::scanByKey()
{
    auto what = ask(Table::Jobs, What::Scan);
    what.limit = 500;
    const auto first = m_connector.page(what, m_full);
    QCOMPARE(first.method, QByteArray("GET"));
    QVERIFY(first.target.startsWith("/rest/v1/jobs?select=id,version,updated_at,deleted_at,customer_id,"));
    QVERIFY(first.target.endsWith("&order=id.asc&limit=500"));
    QVERIFY(first.bearer && first.repeatable);
    what.after = jobA;
    QCOMPARE(parameter(m_connector.page(what, m_full), QStringLiteral("id")),
             QStringLiteral("gt.11111111-1111-1111-1111-111111111111"));
    auto workers = ask(Table::Workers, What::Scan);
    workers.after = WorkerId(QStringLiteral("w&3+ü"));
    QCOMPARE(parameter(m_connector.page(workers, m_full), QStringLiteral("id")), QStringLiteral("gt.w&3+ü"));
}

void DirectoryBoltReadingTest::deltaByTimeAndKey()
{
    auto what = ask(Table::Jobs, What::Delta);
    what.since = parseInstant(u"2026-08-21T12:00:00.123456+00:00");
    auto request = m_connector.page(what, m_full);
    QCOMPARE(parameter(request, QStringLiteral("updated_at")), QStringLiteral("gte.2026-08-21T12:00:00.123456Z"));
    QCOMPARE(parameter(request, QStringLiteral("order")), QStringLiteral("updated_at.asc,id.asc"));
    what.after = jobA;
    what.afterAt = parseInstant(u"2026-08-21T12:00:01.5+00:00");
    request = m_connector.page(what, m_full);
    QCOMPARE(parameter(request, QStringLiteral("or")),
             QStringLiteral("(updated_at.gt.\"2026-08-21T12:00:01.5Z\",and(updated_at.eq.\"2026-08-21T12:00:01.5Z\","
                            "id.gt.\"11111111-1111-1111-1111-111111111111\"))"));
    QVERIFY(parameter(request, QStringLiteral("updated_at")).isEmpty());
}

void DirectoryBoltReadingTest::bug43_plusIsEncoded()
{
    auto what = ask(Table::Workers, What::Ids);
    what.ids = {WorkerId(QStringLiteral("a+b"))};
    QVERIFY(m_connector.page(what, m_full).target.contains("a%2Bb"));
    QVERIFY(!m_connector.page(what, m_full).target.contains('+'));
}

void DirectoryBoltReadingTest::idsAreQuoted()
{
    auto what = ask(Table::Jobs, What::Ids);
    what.ids = {jobA, jobB};
    what.createdSince = fromMicros(1); // asked for by name: the window does not matter
    QCOMPARE(parameter(m_connector.page(what, m_full), QStringLiteral("id")),
             QStringLiteral("in.(\"11111111-1111-1111-1111-111111111111\",\"22222222-2222-2222-2222-222222222222\")"));
    QVERIFY(!m_connector.page(what, m_full).target.contains("created_at=gte"));
    auto workers = ask(Table::Workers, What::Ids);
    workers.ids = {WorkerId(QStringLiteral("a\"),x.(\\b"))};
    QCOMPARE(parameter(m_connector.page(workers, m_full), QStringLiteral("id")),
             QStringLiteral("in.(\"a\\\"),x.(\\\\b\")"));
}

void DirectoryBoltReadingTest::versionsAndCounts()
{
    const auto versions = m_connector.page(ask(Table::Jobs, What::Versions), m_full);
    QCOMPARE(parameter(versions, QStringLiteral("select")), QStringLiteral("id,version,deleted_at"));
    PageAsk bare = ask(Table::Jobs, What::Delta); // its place in the order comes as well
    bare.bare = true;
    QCOMPARE(parameter(m_connector.page(bare, m_full), QStringLiteral("select")),
             QStringLiteral("id,version,deleted_at,updated_at"));
    const auto page =
        m_connector.readPage(bare, m_full,
                             {200,
                              {},
                              R"([{"id":"11111111-1111-4111-8111-111111111111","version":7,"deleted_at":null,)"
                              R"("updated_at":"2026-08-21T12:00:00+00:00"}])"});
    QVERIFY(page.ok() && page->last && page->lastAt && page->rows.size() == 1);
    QVERIFY(page->rows[0].version == 7 && !page->rows[0].record && page->rows[0].degraded == wire::Degraded::No);
    const auto count = m_connector.page(ask(Table::Jobs, What::Count), m_full);
    QCOMPARE(parameter(count, QStringLiteral("select")), QStringLiteral("id"));
    QCOMPARE(parameter(count, QStringLiteral("limit")), QStringLiteral("1"));
    QCOMPARE(parameter(count, QStringLiteral("deleted_at")), QStringLiteral("is.null"));
    const wire::Request::Header prefer{"Prefer", "count=exact"};
    QVERIFY(std::count(count.headers.begin(), count.headers.end(), prefer) == 1);
}

void DirectoryBoltReadingTest::windowIsByCreation()
{
    auto what = ask(Table::Submissions, What::Scan);
    what.createdSince = parseInstant(u"2026-08-21T00:00:00Z");
    QCOMPARE(parameter(m_connector.page(what, m_full), QStringLiteral("created_at")),
             QStringLiteral("gte.2026-08-21T00:00:00Z"));
    what.table = Table::Attempts; // of the past: by when it happened
    QCOMPARE(parameter(m_connector.page(what, m_full), QStringLiteral("ended_at")),
             QStringLiteral("gte.2026-08-21T00:00:00Z"));
    QVERIFY(parameter(m_connector.page(what, m_full), QStringLiteral("created_at")).isEmpty());
    what.table = Table::Customers; // parents are needed whole
    QVERIFY(parameter(m_connector.page(what, m_full), QStringLiteral("created_at")).isEmpty());
}

void DirectoryBoltReadingTest::allColumnsOfTheRecordsAreAsked()
{
    // What is asked for and what is decoded must not drift apart: a row of exactly the asked columns decodes into a
    // record.
    for (int i = 0; i < tableCount; ++i) {
        const auto table = static_cast<Table>(i);
        const auto columns =
            parameter(m_connector.page(ask(table, What::Scan), m_full), QStringLiteral("select")).split(u',');
        QVERIFY(columns.size() > 8);
        QCOMPARE(QSet<QString>(columns.begin(), columns.end()).size(), columns.size());
    }
}

void DirectoryBoltReadingTest::narrowsToLevel0()
{
    const Error error{
        Error::Kind::Invalid, QStringLiteral("42703"), QStringLiteral("column jobs.version does not exist"), {}, 0};
    const auto next = m_connector.narrowed(Table::Jobs, m_full, error);
    QVERIFY(next);
    QVERIFY(!next->hasVersion());
    QVERIFY(next->softDeletes());
    QVERIFY(!parameter(m_connector.page(ask(Table::Jobs, What::Scan), *next), QStringLiteral("select"))
                 .contains(QStringLiteral("version")));
    QVERIFY(!m_connector.narrowed(Table::Jobs, *next, error)); // it would loop
    const Error quoted{
        Error::Kind::Invalid, QStringLiteral("42703"), QStringLiteral("column \"deleted_at\" does not exist"), {}, 0};
    QVERIFY(!m_connector.narrowed(Table::Jobs, *next, quoted)->softDeletes());
    const Error cached{Error::Kind::Invalid,
                       QStringLiteral("PGRST204"),
                       QStringLiteral("Could not find the 'deleted_at' column of 'jobs' in the schema cache"),
                       {},
                       0};
    QVERIFY(!m_connector.narrowed(Table::Jobs, m_full, cached)->softDeletes());
}

void DirectoryBoltReadingTest::doesWithoutAnOptionalTable()
{
    for (const char *code : {"PGRST205", "42P01"}) {
        const Error gone{Error::Kind::NotFound, QString::fromLatin1(code), QStringLiteral("no such table"), {}, 0};
        const auto next = m_connector.narrowed(Table::Attempts, m_full, gone);
        QVERIFY(next && next->absent);
        QVERIFY(!m_connector.narrowed(Table::Submissions, m_full, gone)); // nothing goes on without that one
    }
    const Error denied{Error::Kind::Forbidden, QStringLiteral("42501"), QStringLiteral("permission denied"), {}, 0};
    QVERIFY(!m_connector.narrowed(Table::Attempts, m_full, denied));
}

void DirectoryBoltReadingTest::usesTheOlderNames()
{
    const Error error{Error::Kind::Invalid,
                      QStringLiteral("42703"),
                      QStringLiteral("column jobs.directories_total does not exist"),
                      {},
                      0};
    const auto older = m_connector.narrowed(Table::Jobs, m_full, error);
    QVERIFY(parameter(m_connector.page(ask(Table::Jobs, What::Scan), *older), QStringLiteral("select"))
                .contains(QStringLiteral("directories_total:dirs_total")));
    const Error neither{
        Error::Kind::Invalid, QStringLiteral("42703"), QStringLiteral("column jobs.dirs_total does not exist"), {}, 0};
    const auto none = m_connector.narrowed(Table::Jobs, *older, neither);
    QVERIFY(!parameter(m_connector.page(ask(Table::Jobs, What::Scan), *none), QStringLiteral("select"))
                 .contains(QStringLiteral("_total")));
}

void DirectoryBoltReadingTest::narrowsNothingElse()
{
    const auto narrow = [&](const char *code, const char *message) {
        return m_connector.narrowed(
            Table::Jobs, m_full,
            {Error::Kind::Invalid, QString::fromLatin1(code), QString::fromLatin1(message), {}, 0});
    };
    QVERIFY(!narrow("42501", "column jobs.version does not exist"));
    QVERIFY(!narrow("42703", "column jobs.id does not exist"));
    QVERIFY(!narrow("42703", "column jobs.shoe_size does not exist"));
    QVERIFY(!narrow("42703", ""));
}

void DirectoryBoltReadingTest::readsAPage()
{
    wire::Answer answer{
        200,
        {{"content-range", "0-1/*"}, {"x-commit-seq", "77"}},
        R"([{"id":"11111111-1111-1111-1111-111111111111","updated_at":"2026-08-21T12:00:00Z","version":3,"status":"processing","dirs_done":4},
                            {"id":"22222222-2222-2222-2222-222222222222","updated_at":"2026-08-21T12:00:01Z","version":4,"deleted_at":"2026-08-21T12:00:01Z"}])"};
    const auto page = m_connector.readPage(ask(Table::Jobs, What::Scan), m_full, answer);
    QVERIFY(page.ok());
    QCOMPARE(page->rows.size(), 2u);
    QCOMPARE(*page->last, wire::Key(jobB));
    QCOMPARE(page->lastAt, parseInstant(u"2026-08-21T12:00:01Z"));
    QCOMPARE(page->commitSeq, std::optional<qint64>(77));
    QVERIFY(!page->total);
    QVERIFY(page->rows.at(1).removed);
    const auto &job = std::get<Job>(*page->rows.at(0).record);
    QCOMPARE(job.state, JobState::InProgress); // their word
    QCOMPARE(job.directoriesCompleted, 4);
    QVERIFY(!page->ends);
}

void DirectoryBoltReadingTest::bug41_onlyAnEmptyPageEnds()
{
    const auto page = m_connector.readPage(ask(Table::Jobs, What::Scan), m_full, {200, {}, "[]"});
    QVERIFY(page.ok() && page->ends && !page->last);
}

void DirectoryBoltReadingTest::asksForAndReadsTheChecksum()
{
    PageAsk jobs = ask(Table::Jobs, What::Checksum);
    jobs.createdSince = fromMicros(1'795'000'000'000'000);
    const auto request = m_connector.page(jobs, m_full);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/rest/v1/rpc/boltdesk_checksum"));
    QCOMPARE(request.body, QByteArray(R"({"of_table":"jobs","since":"2026-11-18T11:06:40Z"})"));
    QVERIFY(request.repeatable);
    jobs.table = Table::Customers; // followed whole
    QCOMPARE(m_connector.page(jobs, m_full).body, QByteArray(R"({"of_table":"customers"})"));

    const auto read = [&](const char *body) { return m_connector.readPage(jobs, m_full, {200, {}, body}); };
    const auto page = read(R"([{"rows":1000000,"sum":9007199254740993}])");
    QVERIFY(page.ok() && page->rows.empty());
    QCOMPARE(page->total, 1000000);
    QCOMPARE(page->sum, 9007199254740993);
    for (const char *body :
         {"[]", "{}", R"([{"rows":1}])", R"([{"rows":-1,"sum":0}])", R"([{"rows":null,"sum":0}])", "x"})
        QVERIFY2(!read(body).ok(), body);
}

void DirectoryBoltReadingTest::readsCounts_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<qint64>("total");
    QTest::newRow("some") << QByteArray("0-0/3573458") << qint64(3573458);
    QTest::newRow("none") << QByteArray("*/0") << qint64(0);
    QTest::newRow("uncounted") << QByteArray("0-0/*") << qint64(-1);
    QTest::newRow("absent") << QByteArray() << qint64(-1);
    QTest::newRow("odd") << QByteArray("nonsense") << qint64(-1);
    QTest::newRow("negative") << QByteArray("0-0/-5") << qint64(-1);
}

void DirectoryBoltReadingTest::readsCounts()
{
    QFETCH(QByteArray, range);
    QFETCH(qint64, total);
    const auto page =
        m_connector.readPage(ask(Table::Jobs, What::Count), m_full, {206, {{"content-range", range}}, "[{}]"});
    QVERIFY(page.ok());
    QCOMPARE(page->total.value_or(-1), total);
}

void DirectoryBoltReadingTest::readsErrors()
{
    const auto page =
        m_connector.readPage(ask(Table::Jobs, What::Scan), m_full,
                             {401, {}, R"({"code":"PGRST303","message":"JWT expired","details":null,"hint":null})"});
    QVERIFY(!page.ok());
    QCOMPARE(page.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(page.error().code, QStringLiteral("PGRST303"));
    QVERIFY(!m_connector.readPage(ask(Table::Jobs, What::Scan), m_full, {200, {}, "<html>"}).ok());
}

void DirectoryBoltReadingTest::readsAttempts()
{
    const auto id = SubmissionId::parse(u"11111111-1111-1111-1111-111111111111");
    QCOMPARE(m_connector.attempts(id).target,
             QByteArray("/rest/v1/directory_submissions?select=error_log&id=eq.11111111-1111-1111-1111-111111111111"));
    const auto attempts = m_connector.readAttempts({200, {}, R"([{"error_log":[
        {"at":"2026-08-21T12:00:00Z","attempt":1,"code":"TIMEOUT","message":"slow","details":{"ms":30000,"id":9007199254740993}},
        {"at":"2026-08-21T13:00:00.5Z","attempt":2,"code":"CAPTCHA","message":"<b>","details":"plain"},
        {"attempt":"odd"}]}])"});
    QVERIFY(attempts.ok());
    QCOMPARE(attempts->size(), 3u); // newest first
    QCOMPARE(attempts->at(1).code, QStringLiteral("CAPTCHA"));
    QCOMPARE(attempts->at(1).details, QStringLiteral("plain"));
    QCOMPARE(attempts->at(2).details, QStringLiteral(R"({"id":9007199254740993,"ms":30000})"));
    QVERIFY(m_connector.readAttempts({200, {}, R"([{"error_log":null}])"})->empty());
    QCOMPARE(m_connector.readAttempts({200, {}, "[]"}).error().kind, Error::Kind::NotFound);
    QVERIFY(!m_connector.readAttempts({200, {}, "{}"}).ok());
}

void DirectoryBoltReadingTest::readsAnalytics()
{
    const TimeRange range{*parseInstant(u"2026-08-14T00:00:00Z"), *parseInstant(u"2026-08-21T00:00:00Z")};
    const auto request = m_connector.analytics(range, "Europe/Berlin");
    const auto line = golden(QStringLiteral("api/analytics.request")).trimmed();
    QCOMPARE(QUrl::fromPercentEncoding(request.method + ' ' + request.target), QUrl::fromPercentEncoding(line));
    const auto report = m_connector.readAnalytics({200, {}, golden(QStringLiteral("api/analytics.json"))});
    QVERIFY(report.ok());
    QCOMPARE(report->range, range);
    QCOMPARE(report->minAttempts, 20);
    QCOMPARE(report->days.front().attempted, 151);
    QCOMPARE(report->directories.front().name, QStringLiteral("Hot Frog"));
    QVERIFY(!report->directories.front().directory.isNull());
    QVERIFY(!m_connector.readAnalytics({200, {}, "{}"}).ok());
    QCOMPARE(m_connector.readAnalytics({501, {}, R"({"error":{"code":"not_built","message":"x"}})"}).error().code,
             QStringLiteral("not_built"));
}

QTEST_GUILESS_MAIN(DirectoryBoltReadingTest)
#include "tst_directory_bolt_reading.moc"
