// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client/setup_check.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "tests/http/fake_http.h"

#include <QTest>

using namespace bolt;

/// What the server lacks is asked for once a sign-in, until it answers.
class TestSetupCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_answers.clear();
        m_server = std::make_unique<FakeHttp>();
        HttpClient::Settings to;
        to.base = m_server->url();
        m_http = std::make_unique<HttpClient>(to, [] { return QByteArray("jwt"); });
        make(Millis(1));
    }
    void cleanup()
    {
        m_check.reset();
        m_http.reset();
    }

    void tellsWhatIsMissing()
    {
        m_server->answer = [](const FakeHttp::Request &) {
            return FakeHttp::respond(200, R"([{"problem":"no tick","mend":"select 1;"},{"problem":7},"x",{}])");
        };
        m_check->ask();
        m_check->ask();
        QTRY_COMPARE(m_answers.size(), size_t(1));
        QVERIFY(!m_answers[0].second);
        QCOMPARE(m_answers[0].first,
                 (std::vector<SetupLack>{{QStringLiteral("no tick"), QStringLiteral("select 1;")}}));
        m_check->ask();
        QCOMPARE(m_server->requests.size(), 1);
        QCOMPARE(m_server->requests[0].target, QByteArray("/rest/v1/rpc/boltdesk_check"));
    }

    void aServerThatCannotSay_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("no such function") << 404;
        QTest::newRow("no right to call it") << 403;
        QTest::newRow("no list") << 200;
    }
    void aServerThatCannotSay()
    {
        QFETCH(const int, status);
        m_server->answer = [status](const FakeHttp::Request &) {
            return FakeHttp::respond(status, R"({"code":"PGRST202","message":"x"})");
        };
        m_check->ask();
        QTRY_COMPARE(m_answers.size(), size_t(1));
        QVERIFY(m_answers[0].second && m_answers[0].first.empty());
    }

    void asksAgainUntilItIsAnswered()
    {
        m_server->answer = [this](const FakeHttp::Request &) {
            return FakeHttp::respond(m_server->requests.size() < 3 ? 503 : 200, "[]");
        };
        m_check->ask();
        QTRY_COMPARE(m_answers.size(), size_t(1));
        QVERIFY(!m_answers[0].second && m_answers[0].first.empty());
        QCOMPARE(m_server->requests.size(), 3);
    }

    void asksLessAndLessOften()
    {
        make(Millis(1'000));
        const auto *timer = m_check->findChild<QTimer *>();
        m_server->answer = [](const FakeHttp::Request &) { return FakeHttp::respond(503, "{}"); };
        int sent = 0;
        for (const int wait : {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600}) {
            m_check->askAnew(); // the pauses are not waited for here
            QTRY_VERIFY(m_server->requests.size() == sent + 1 && timer->isActive());
            ++sent;
            QCOMPARE(timer->interval(), wait * 1'000);
        }
        m_check->ask(); // what the desk says at each start of its work
        QVERIFY(timer->isActive());
        m_check->forget();
        QVERIFY(!timer->isActive());
        m_server->answer = [](const FakeHttp::Request &) { return FakeHttp::respond(429, "{}", "Retry-After: 7\r\n"); };
        m_check->ask();
        QTRY_VERIFY(timer->isActive());
        QCOMPARE(timer->interval(), 7'000);
        QCOMPARE(m_server->requests.size(), sent + 1);
        QCOMPARE(m_answers.size(), size_t(1)); // of forget() alone
    }

    void aMendedListGoes()
    {
        m_server->answer = [](const FakeHttp::Request &) {
            return FakeHttp::respond(200, R"([{"problem":"no tick"}])");
        };
        m_check->ask();
        QTRY_COMPARE(m_answers.size(), size_t(1));
        QCOMPARE(m_answers[0].first.size(), size_t(1));
        m_server->answer = [](const FakeHttp::Request &) { return FakeHttp::respond(200, "[]"); };
        m_check->askAnew();
        m_check->askAnew(); // it is being asked
        QTRY_COMPARE(m_answers.size(), size_t(2));
        QVERIFY(m_answers[1].first.empty() && !m_answers[1].second);
        QCOMPARE(m_server->requests.size(), 2);
    }

    void anAnswerToAnEarlierSignInIsNone()
    {
        m_server->answer = [](const FakeHttp::Request &) {
            return FakeHttp::respond(200, R"([{"problem":"of another server"}])");
        };
        m_check->ask();
        m_check->forget();
        QCOMPARE(m_answers.size(), size_t(1)); // what was said of the one before is taken back
        m_server->answer = [](const FakeHttp::Request &) {
            return FakeHttp::respond(200, R"([{"problem":"of this one"}])");
        };
        m_check->ask();
        QTRY_COMPARE(m_answers.size(), size_t(2));
        QTRY_COMPARE(m_server->requests.size(), 2);
        QCOMPARE(m_answers.back().first.front().problem, QStringLiteral("of this one"));
    }

private:
    void make(Millis retryFirst)
    {
        m_check = std::make_unique<SetupCheck>(*m_http, m_connector, retryFirst,
                                               [this](std::vector<SetupLack> lacks, bool uncheckable) {
                                                   m_answers.push_back({std::move(lacks), uncheckable});
                                               });
    }

    DirectoryBoltConnector m_connector;
    std::unique_ptr<FakeHttp> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<SetupCheck> m_check;
    std::vector<std::pair<std::vector<SetupLack>, bool>> m_answers;
};

QTEST_GUILESS_MAIN(TestSetupCheck)
#include "tst_setup_check.moc"
