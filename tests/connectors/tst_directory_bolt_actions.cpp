// SPDX-License-Identifier: GPL-3.0-or-later
// Actions against the golden requests and answers that the backend's tests hold, too.
#include "services/connectors/directory_bolt.h"

#include <QFile>
#include <QtTest>

using namespace bolt;
using Verb = Command::Verb;

namespace {

QByteArray golden(const QString &name)
{
    QFile file(QStringLiteral(BOLT_TEST_DATA "/wire/api/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no golden file %s", qPrintable(name));
    return file.readAll();
}

const auto job = JobId::parse(u"6b0d1c8e-0000-4000-8000-000000000001");
const auto key = ActionId::parse(u"7f3c1f3e-6f3a-4d5c-9a55-0c2f6a2b1e01");

Command ofJob(Verb verb)
{
    Command command;
    command.verb = verb;
    command.job = job;
    return command;
}

Command ofSubmissions(Verb verb)
{
    Command command;
    command.verb = verb;
    command.submissions = {SubmissionId::parse(u"5a0d1c8e-0000-4000-8000-000000000001"),
                           SubmissionId::parse(u"5a0d1c8e-0000-4000-8000-000000000002")};
    return command;
}

QByteArray headerOf(const wire::Request &request, QByteArrayView name)
{
    for (const auto &header : request.headers) {
        if (header.name == name)
            return header.value;
    }
    return {};
}

} // namespace

class DirectoryBoltActionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requestsAgreeWithTheGoldenOnes();
    void everyVerbHasItsPath_data();
    void everyVerbHasItsPath();
    void everyOneCarriesItsKey();
    void boundsAreHeld();
    void readsAReceipt();
    void readsRefusals();
    void unreadableAnswersAreUnknown();

private:
    DirectoryBoltConnector m_connector;
};

void DirectoryBoltActionsTest::requestsAgreeWithTheGoldenOnes()
{
    const auto same = [&](const QString &file, const Command &command) {
        const auto request = m_connector.action(key, command);
        const auto lines = golden(file).trimmed().split('\n');
        QVERIFY(request.ok());
        QCOMPARE(request->method + ' ' + request->target, lines.at(0));
        QCOMPARE(request->body, lines.value(1));
    };
    same(QStringLiteral("retry.request"), ofSubmissions(Verb::RetrySubmissions));
    same(QStringLiteral("pause.request"), ofJob(Verb::PauseJob));
    auto priority = ofJob(Verb::ChangePriority);
    priority.priorityOverride = 1;
    same(QStringLiteral("priority.request"), priority);
    priority.priorityOverride.reset();
    QCOMPARE(m_connector.action(key, priority)->body, QByteArray(R"({"priority_override":null})"));
}

void DirectoryBoltActionsTest::everyVerbHasItsPath_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<QByteArray>("target");
    const QByteArray jobs = "/api/admin/jobs/6b0d1c8e-0000-4000-8000-000000000001";
    QTest::newRow("retry") << int(Verb::RetrySubmissions) << QByteArray("/api/admin/submissions/retry");
    QTest::newRow("skip") << int(Verb::SkipSubmissions) << QByteArray("/api/admin/submissions/skip");
    QTest::newRow("verify") << int(Verb::VerifySubmissions) << QByteArray("/api/admin/submissions/verify");
    QTest::newRow("retry failed") << int(Verb::RetryFailedOfJob) << jobs + "/retry-failed";
    QTest::newRow("pause") << int(Verb::PauseJob) << jobs + "/pause";
    QTest::newRow("resume") << int(Verb::ResumeJob) << jobs + "/resume";
    QTest::newRow("cancel") << int(Verb::CancelJob) << jobs + "/cancel";
    QTest::newRow("priority") << int(Verb::ChangePriority) << jobs;
}

void DirectoryBoltActionsTest::everyVerbHasItsPath()
{
    QFETCH(int, verb);
    QFETCH(QByteArray, target);
    auto command = ofSubmissions(static_cast<Verb>(verb));
    command.job = job;
    const auto request = m_connector.action(key, command);
    QVERIFY(request.ok());
    QCOMPARE(request->target, target);
    QCOMPARE(request->method, target.endsWith("0001") ? QByteArray("PATCH") : QByteArray("POST"));
}

void DirectoryBoltActionsTest::everyOneCarriesItsKey()
{
    const auto request = m_connector.action(key, ofJob(Verb::PauseJob));
    QCOMPARE(headerOf(*request, "Idempotency-Key"), QByteArray("7f3c1f3e-6f3a-4d5c-9a55-0c2f6a2b1e01"));
    QCOMPARE(headerOf(*request, "Content-Type"), QByteArray("application/json"));
    QVERIFY(request->bearer);
    QVERIFY(request->repeatable); // because of the key
}

void DirectoryBoltActionsTest::boundsAreHeld()
{
    Command none;
    QVERIFY(!m_connector.action(key, none).ok());
    Command many;
    many.submissions.resize(10'001, SubmissionId(QUuid::createUuid()));
    QVERIFY(!m_connector.action(key, many).ok());
    many.submissions.resize(10'000);
    QVERIFY(m_connector.action(key, many).ok());
    Command pause;
    pause.verb = Verb::PauseJob;
    QVERIFY(!m_connector.action(key, pause).ok());
}

void DirectoryBoltActionsTest::readsAReceipt()
{
    const auto retried =
        m_connector.readReceipt(ofSubmissions(Verb::RetrySubmissions), {200, {}, golden(QStringLiteral("retry.json"))});
    QVERIFY(retried.ok());
    QCOMPARE(retried->applied, 1);
    QCOMPARE(retried->rejected.size(), 1u);
    QCOMPARE(retried->rejected.front().code, QStringLiteral("bad_state"));
    QCOMPARE(retried->rows.size(), 1u);
    QCOMPARE(std::get<Submission>(*retried->rows.front().record).state, SubmissionState::Pending);
    const auto paused = m_connector.readReceipt(ofJob(Verb::PauseJob), {200, {}, golden(QStringLiteral("pause.json"))});
    QVERIFY(paused.ok());
    const auto &row = std::get<Job>(*paused->rows.front().record);
    QCOMPARE(row.state, JobState::Paused);
    QCOMPARE(row.priorityScore, 2.875);
    QVERIFY(row.version > 0);
}

void DirectoryBoltActionsTest::readsRefusals()
{
    const auto refusal = [&](int status, const char *file) {
        const auto receipt =
            m_connector.readReceipt(ofJob(Verb::PauseJob), {status, {}, golden(QString::fromLatin1(file))});
        return receipt.ok() ? Error() : receipt.error();
    };
    QCOMPARE(refusal(403, "forbidden.json").kind, Error::Kind::Forbidden);
    QVERIFY(refusal(403, "forbidden.json").message.contains(QStringLiteral("manager")));
    QCOMPARE(refusal(409, "pause_conflict.json").kind, Error::Kind::Conflict);
    QCOMPARE(refusal(409, "pause_conflict.json").message, QStringLiteral("A completed job cannot be paused."));
    QCOMPARE(refusal(422, "invalid.json").kind, Error::Kind::Invalid);
    QCOMPARE(refusal(429, "rate_limited.json").kind, Error::Kind::RateLimit);
}

void DirectoryBoltActionsTest::unreadableAnswersAreUnknown()
{
    for (const auto *body : {"", "<html>", "[]", "{}", R"({"applied":"1"})"}) {
        const auto receipt = m_connector.readReceipt(ofJob(Verb::PauseJob), {200, {}, body});
        QVERIFY(!receipt.ok());
        QCOMPARE(receipt.error().kind, Error::Kind::Network); // it may have been applied: asked again by key
    }
}

QTEST_GUILESS_MAIN(DirectoryBoltActionsTest)
#include "tst_directory_bolt_actions.moc"
