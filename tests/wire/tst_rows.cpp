// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of PostgREST reads: contracts/supabase.md §3.2.
#include "naming_of_tests.h"
#include "services/wire/rows.h"

#include <QtTest>

using namespace bolt;
using namespace bolt::wire;
using Want = RowsDecoder::Want;

class RowsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsRowsInOrder();
    void readsEveryTable();
    void aColumnNotAskedForIsNotMissing();
    void readsVersions();
    void oneBadRowIsOne();
    void refusesBrokenBodies_data();
    void refusesBrokenBodies();
    void bytesThatAreNoText();
    void workersHaveTwoVersions();

private:
    RowsDecoder m_decoder{namingOfTests()};
};

void RowsTest::readsRowsInOrder()
{
    const auto rows = m_decoder.decode(Table::Packages, Want::Records,
                                       R"([{"id":"starter","name":"Starter","directory_limit":50,"version":3,
        "updated_at":"2026-08-21T12:00:00.1+00:00"},{"id":"enterprise","directory_limit":null,"version":4,
        "updated_at":"2026-08-21T12:00:00+00:00","deleted_at":null}])");
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), 2u);
    QCOMPARE(std::get<Package>(*rows->at(0).record).directoryLimit, std::optional(50));
    QVERIFY(!std::get<Package>(*rows->at(1).record).directoryLimit);
    QCOMPARE(rows->at(1).version, std::optional<qint64>(4));
    QCOMPARE(keyText(*rows->at(1).key), QStringLiteral("enterprise"));
    const auto none = m_decoder.decode(Table::Packages, Want::Records, " [ ] ");
    QVERIFY(none.ok() && none->empty());
}

void RowsTest::readsEveryTable()
{
    const auto one = [this](Table table, std::string_view body) {
        const auto rows = m_decoder.decode(table, Want::Records, body);
        if (!rows.ok() || rows->size() != 1 || !rows->front().record)
            qFatal("table %d", int(table));
        if (bolt::tableOf(*rows->front().record) != table || wire::tableOf(*rows->front().key) != table)
            qFatal("another table than %d", int(table));
        return *rows->front().record;
    };
    constexpr auto id = "9bb8ec40-f0de-489c-b8d8-3bc9c1b1a2ec";
    const auto with = [&](const char *rest) {
        return std::string(R"([{"updated_at":"2026-08-21T12:00:00Z","id":")") + id + "\"," + rest + "}]";
    };
    const auto customer = std::get<Customer>(
        one(Table::Customers, with(R"("company_name":"Hot Frog","package_id":"growth","directories_used":7)")));
    QCOMPARE(customer.companyName, QStringLiteral("Hot Frog"));
    QCOMPARE(customer.directoriesUsed, 7);
    const auto directory = std::get<Directory>(
        one(Table::Directories,
            with(R"("is_active":false,"circuit_state":"half_open","circuit_open_until":"2026-08-21T12:00:00Z")")));
    QVERIFY(!directory.active);
    QCOMPARE(directory.circuit, CircuitState::HalfOpen);
    QVERIFY(directory.circuitOpenUntil);
    const auto submission = std::get<Submission>(
        one(Table::Submissions,
            with(R"("status":"needs_verification","attempt":2,"success_probability":0.25,"processing_ms":1234,
            "submission_queue_id":"22222222-2222-2222-2222-222222222222","last_error_code":"CAPTCHA")")));
    QCOMPARE(submission.state, SubmissionState::NeedsVerification);
    QCOMPARE(submission.successProbability, std::optional(0.25f));
    QCOMPARE(submission.processingMs, std::optional(1234));
    QCOMPARE(submission.lastErrorCode, QStringLiteral("CAPTCHA"));
    QCOMPARE(submission.job.toString(), QStringLiteral("22222222-2222-2222-2222-222222222222"));
    const auto attempt = std::get<EndedAttempt>(
        one(Table::Attempts, with(R"("submission_id":"22222222-2222-2222-2222-222222222222","attempt":2,"ms":null,
            "ended_at":"2026-08-21T12:00:00.000001Z","outcome":"failed_for_good","code":"TIMEOUT","job_id":null)")));
    QCOMPARE(attempt.outcome, AttemptOutcome::FailedForGood);
    QCOMPARE(attempt.endedAt, *parseInstant(u"2026-08-21T12:00:00.000001Z"));
    QCOMPARE(attempt.code, QStringLiteral("TIMEOUT"));
    QVERIFY(attempt.job.isNull() && !attempt.ms);
    const auto newer = std::get<EndedAttempt>(one(Table::Attempts, with(R"("outcome":"evaporated","code":null)")));
    QCOMPARE(newer.outcome, AttemptOutcome::Unknown); // a newer server's word counts as nothing and is kept
    QCOMPARE(newer.outcomeWord, QStringLiteral("evaporated"));
    const auto job =
        std::get<Job>(one(Table::Jobs, with(R"("status":"running","dirs_total":5,"priority_override":-3)")));
    QCOMPARE(job.state, JobState::InProgress);
    QCOMPARE(job.directoriesTotal, 5);
    QCOMPARE(job.priorityOverride, std::optional(-3));
}

void RowsTest::aColumnNotAskedForIsNotMissing()
{
    const auto rows = m_decoder.decode(Table::Workers, Want::Records, R"([{"id":"w-1","status":"online"}])");
    QVERIFY(rows.ok());
    QVERIFY(rows->front().record);
    QVERIFY(!rows->front().version);
    QVERIFY(!rows->front().updatedAt);
}

void RowsTest::readsVersions()
{
    const auto rows = m_decoder.decode(Table::Jobs, Want::Versions,
                                       R"([{"id":"9bb8ec40-f0de-489c-b8d8-3bc9c1b1a2ec","version":12,"status":17},
            {"id":"22222222-2222-2222-2222-222222222222","deleted_at":"2026-08-21T12:00:00Z"},{"version":1}])");
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), 3u);
    QCOMPARE(rows->at(0).version, std::optional<qint64>(12));
    QVERIFY(!rows->at(0).record);
    QCOMPARE(rows->at(0).degraded, Degraded::No);
    QVERIFY(rows->at(1).removed);
    QVERIFY(!rows->at(1).version);
    QCOMPARE(rows->at(2).degraded, Degraded::Incomplete);
}

void RowsTest::oneBadRowIsOne()
{
    const auto rows = m_decoder.decode(Table::Packages, Want::Records,
                                       R"([{"id":"a"},null,7,{"id":"b","price_cents":"many"},{"id":"c"}])");
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), 5u);
    QVERIFY(rows->at(0).record && rows->at(4).record);
    QCOMPARE(rows->at(1).degraded, Degraded::Unreadable);
    QCOMPARE(rows->at(3).degraded, Degraded::No);
    const auto &odd = std::get<Package>(*rows->at(3).record).odd;
    QCOMPARE(odd.find(QLatin1StringView("price_cents"))->text, QStringLiteral("many"));
    QCOMPARE(odd.find(QLatin1StringView("price_cents"))->why, OddCell::Why::NoNumber);
}

void RowsTest::refusesBrokenBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("object") << QByteArray(R"({"message":"no"})");
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("cut in a row") << QByteArray(R"([{"id":"a"},{"id":"b")");
    QTest::newRow("cut between") << QByteArray(R"([{"id":"a"},)");
    QTest::newRow("cut at the end") << QByteArray(R"([{"id":"a"})");
    QTest::newRow("more") << QByteArray(R"([{"id":"a"}] [])");
}

void RowsTest::refusesBrokenBodies()
{
    QFETCH(QByteArray, body);
    const auto rows = m_decoder.decode(Table::Packages, Want::Records, body.toStdString());
    QVERIFY(!rows.ok());
    QCOMPARE(rows.error().code, QStringLiteral("body"));
}

/// What was damaged on its way would stand for ever if it were taken: only what stays so is mended.
void RowsTest::bytesThatAreNoText()
{
    const std::string_view body = "[{\"id\":\"a\",\"name\":\"x\xff\x01y\"},{\"id\":\"b\",\"name\":\"\\\"z\"}]";
    const auto refused = m_decoder.decode(Table::Packages, Want::Records, body);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, QStringLiteral("encoding"));
    const auto mended = m_decoder.decode(Table::Packages, Want::Records, body, 0, true);
    QVERIFY(mended.ok());
    QCOMPARE(std::get<Package>(*mended->at(0).record).name, QStringLiteral("x\uFFFD\uFFFDy"));
    QCOMPARE(std::get<Package>(*mended->at(1).record).name, QStringLiteral("\"z"));
}

void RowsTest::workersHaveTwoVersions()
{
    const auto read = [this](std::string_view body) {
        return std::get<Worker>(*m_decoder.decode(Table::Workers, Want::Records, body)->front().record);
    };
    const auto newer = read(R"([{"id":"w-1","version":7,"software_version":"1.2"}])");
    QCOMPARE(newer.version, 7);
    QCOMPARE(newer.softwareVersion, QStringLiteral("1.2"));
    const auto older = read(R"([{"id":"w-1","version":"1.2"}])");
    QCOMPARE(older.version, 0);
    QCOMPARE(older.softwareVersion, QStringLiteral("1.2"));
}

QTEST_GUILESS_MAIN(RowsTest)
#include "tst_rows.moc"
