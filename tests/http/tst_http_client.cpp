// SPDX-License-Identifier: GPL-3.0-or-later
// One request, one answer, once.
#include "fake_http.h"
#include "models/ports/when_done.h"
#include "services/http/http_client.h"

#include <QSignalSpy>
#include <QSslServer>
#include <QtTest>

using namespace bolt;
using namespace std::chrono_literals;

class HttpClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsWhatItWasGiven();
    void keepsTheEncoding();
    void bearerIsAskedForWhenItIsSent();
    void withoutASessionTheKey();
    void headersOfTheRequestWin();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void tellsARefusedToken();
    void challengeIsNoDialogue();
    void followsNoRedirect();
    void timesOut();
    void slowDripTimesOut();
    void boundsTheAnswer_data();
    void boundsTheAnswer();
    void nobodyThere();
    void goneAfterItWasSent();
    void lostOnceAndSentAgain();
    void cutOff();
    void garbageIsNoAnswer();
    void cancels();
    void anotherWorkspaceCancels();
    void destructionSettles();
    void keepsNoCookies();
    void refusesOddAddresses();
    void untrustedCertificate();

private:
    static Result<wire::Answer> wait(const HttpClient::Call &call)
    {
        if (!QTest::qWaitFor([&] { return call.answer.isFinished(); }, 5000))
            qFatal("it did not settle");
        if (call.answer.resultCount() != 1)
            qFatal("it settled with %d results", int(call.answer.resultCount()));
        return call.answer.result();
    }
    static HttpClient::Settings settingsFor(const QUrl &url)
    {
        HttpClient::Settings settings;
        settings.base = url;
        settings.apiKey = "anon";
        settings.timeout = 3s;
        return settings;
    }
    static wire::Request get(const QByteArray &target = "/rest/v1/jobs")
    {
        wire::Request request;
        request.target = target;
        return request;
    }
    HttpClient::BearerSource m_jwt = [] { return QByteArray("jwt1"); };
};

void HttpClientTest::sendsWhatItWasGiven()
{
    FakeHttp server;
    HttpClient http(settingsFor(server.url(QStringLiteral("/base/"))), m_jwt);
    wire::Request request = get("/api/x?y=1");
    request.method = "PATCH";
    request.headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", "k1"}};
    request.body = R"({"a":"ü"})";
    const auto answer = wait(http.send(request));
    QVERIFY(answer.ok());
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, QByteArray("{}"));
    QCOMPARE(answer->header("content-type"), QByteArray("application/json"));
    const auto &got = server.requests.first();
    QCOMPARE(got.method, QByteArray("PATCH"));
    QCOMPARE(got.target, QByteArray("/base/api/x?y=1"));
    QCOMPARE(got.headers.value("apikey"), QByteArray("anon"));
    QCOMPARE(got.headers.value("authorization"), QByteArray("Bearer jwt1"));
    QCOMPARE(got.headers.value("idempotency-key"), QByteArray("k1"));
    QCOMPARE(got.body, request.body);
    // A POST without a body says so.
    request.method = "POST";
    request.body.clear();
    QVERIFY(wait(http.send(request)).ok());
    QCOMPARE(server.requests.last().headers.value("content-length"), QByteArray("0"));
    QCOMPARE(http.open(), 0);
}

void HttpClientTest::keepsTheEncoding()
{
    FakeHttp server; // bug 43: a bare + is a blank
    HttpClient http(settingsFor(server.url()), m_jwt);
    const QByteArray target =
        "/rest/v1/jobs?updated_at=gte.2026-08-21T12%3A00%3A00%2B00%3A00&or=(a.gt.%22x%22,id.gt.%225%22)&s=%C3%BC%26%20";
    QVERIFY(wait(http.send(get(target))).ok());
    QCOMPARE(server.requests.first().target, target);
}

void HttpClientTest::bearerIsAskedForWhenItIsSent()
{
    FakeHttp server;
    QByteArray jwt = "old";
    HttpClient http(settingsFor(server.url()), [&] { return jwt; });
    const auto request = get();
    jwt = "new";
    QVERIFY(wait(http.send(request)).ok());
    QCOMPARE(server.requests.first().headers.value("authorization"), QByteArray("Bearer new"));
}

void HttpClientTest::withoutASessionTheKey()
{
    FakeHttp server;
    HttpClient http(settingsFor(server.url()), [] { return QByteArray(); });
    QVERIFY(wait(http.send(get())).ok());
    QCOMPARE(server.requests.last().headers.value("authorization"), QByteArray("Bearer anon"));
    HttpClient slash(settingsFor(server.url(QStringLiteral("/"))), m_jwt);
    QVERIFY(wait(slash.send(get())).ok());
    QCOMPARE(server.requests.last().target, QByteArray("/rest/v1/jobs"));
    HttpClient with(settingsFor(server.url()), m_jwt);
    auto request = get();
    request.bearer = false;
    QVERIFY(wait(with.send(request)).ok());
    QCOMPARE(server.requests.last().headers.value("authorization"), QByteArray("Bearer anon"));
}

void HttpClientTest::headersOfTheRequestWin()
{
    FakeHttp server;
    HttpClient http(settingsFor(server.url()), m_jwt);
    auto request = get();
    request.headers = {{"Authorization", "Bearer other"}};
    QVERIFY(wait(http.send(request)).ok());
    QCOMPARE(server.requests.last().headers.value("authorization"), QByteArray("Bearer other"));
}

void HttpClientTest::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 201, 206, 300, 400, 401, 403, 404, 405, 406, 409, 410, 413, 416, 418, 422, 429, 500, 501, 503, 504, 520})
        QTest::newRow(QByteArray::number(status)) << status;
}

void HttpClientTest::everyStatusIsAnAnswer()
{
    QFETCH(int, status);
    FakeHttp server;
    server.answer = [status](const FakeHttp::Request &) {
        return FakeHttp::respond(status, R"({"code":"c","message":"m"})", "Retry-After: 7\r\n");
    };
    HttpClient http(settingsFor(server.url()), m_jwt);
    const auto answer = wait(http.send(get()));
    QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().detail));
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body, QByteArray(R"({"code":"c","message":"m"})"));
    QCOMPARE(answer->header("retry-after"), QByteArray("7"));
    QCOMPARE(server.requests.size(), 1); // nothing was tried again
}

void HttpClientTest::tellsARefusedToken()
{
    FakeHttp server;
    server.answer = [](const FakeHttp::Request &) { return FakeHttp::respond(401, "{}"); };
    HttpClient http(settingsFor(server.url()), m_jwt);
    QSignalSpy refused(&http, &HttpClient::unauthorized);
    QVERIFY(wait(http.send(get())).ok());
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().toByteArray(), QByteArray("jwt1"));
    auto request = get();
    request.bearer = false;
    QVERIFY(wait(http.send(request)).ok());
    QCOMPARE(refused.size(), 1);
}

void HttpClientTest::challengeIsNoDialogue()
{
    FakeHttp server;
    server.answer = [](const FakeHttp::Request &) {
        return FakeHttp::respond(401, R"({"message":"no"})",
                                 "WWW-Authenticate: Basic realm=\"x\"\r\nWWW-Authenticate: Bearer\r\n");
    };
    HttpClient http(settingsFor(server.url()), m_jwt);
    const auto answer = wait(http.send(get()));
    QVERIFY(answer.ok());
    QCOMPARE(answer->status, 401);
    QCOMPARE(answer->body, QByteArray(R"({"message":"no"})"));
}

void HttpClientTest::followsNoRedirect()
{
    FakeHttp other;
    FakeHttp server;
    server.answer = [&](const FakeHttp::Request &) {
        return FakeHttp::respond(307, "", "Location: " + other.url(QStringLiteral("/steal")).toEncoded() + "\r\n");
    };
    HttpClient http(settingsFor(server.url()), m_jwt);
    const auto answer = wait(http.send(get()));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, Error::Kind::Forbidden);
    QCOMPARE(answer.error().code, QStringLiteral("redirect"));
    QVERIFY(other.requests.isEmpty());
}

void HttpClientTest::timesOut()
{
    FakeHttp server;
    server.answer = [](const FakeHttp::Request &) { return QByteArray(); };
    HttpClient http(settingsFor(server.url()), m_jwt);
    const auto answer = wait(http.send(get(), 60ms));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, Error::Kind::Network);
    QCOMPARE(answer.error().code, QStringLiteral("timeout"));
}

void HttpClientTest::slowDripTimesOut()
{
    FakeHttp server; // the limit is over the whole answer, not between two bytes
    server.answer = [](const FakeHttp::Request &) {
        return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    };
    HttpClient http(settingsFor(server.url()), m_jwt);
    const auto answer = wait(http.send(get(), 60ms));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, QStringLiteral("timeout"));
}

void HttpClientTest::boundsTheAnswer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\nabc");
    QTest::newRow("chunked") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4000\r\n" +
                                    QByteArray(0x4000, 'x') + "\r\n0\r\n\r\n";
}

void HttpClientTest::boundsTheAnswer()
{
    QFETCH(QByteArray, bytes);
    FakeHttp server;
    server.answer = [&](const FakeHttp::Request &) { return bytes; };
    auto settings = settingsFor(server.url());
    settings.maxAnswerBytes = 1000;
    HttpClient http(settings, m_jwt);
    const auto answer = wait(http.send(get()));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, Error::Kind::TooLarge);
}

void HttpClientTest::nobodyThere()
{
    QUrl url;
    {
        FakeHttp gone;
        url = gone.url();
    }
    HttpClient http(settingsFor(url), m_jwt);
    const auto answer = wait(http.send(get()));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, Error::Kind::Network);
    QCOMPARE(answer.error().code, QStringLiteral("unreached")); // nothing was sent
}

/// Qt sends again what a kept connection lost. Refused then, the first one may still have been done.
void HttpClientTest::goneAfterItWasSent()
{
    auto server = std::make_unique<FakeHttp>();
    HttpClient http(settingsFor(server->url()), m_jwt);
    QVERIFY(wait(http.send(get())).ok()); // the connection is kept
    server->answer = [&server](const FakeHttp::Request &) {
        server->vanish();
        return QByteArray();
    };
    wire::Request request = get();
    request.method = "POST";
    request.body = "{}";
    const auto answer = wait(http.send(request));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, Error::Kind::Network);
    QCOMPARE(answer.error().code, QStringLiteral("connection"));
    server.reset();
    const auto never = wait(http.send(request)); // no connection is left: this one was not sent
    QVERIFY(!never.ok());
    QCOMPARE(never.error().code, QStringLiteral("unreached"));
}

void HttpClientTest::lostOnceAndSentAgain()
{
    FakeHttp server;
    HttpClient http(settingsFor(server.url()), m_jwt);
    wire::Request request = get();
    request.method = "POST";
    request.body = "{}";
    const auto once = wait(http.send(request));
    QVERIFY(once.ok() && !once->sentTwice);
    server.closeAfterAnswer = true;
    server.answer = [&server](const FakeHttp::Request &) { // the kept connection ends without an answer
        server.answer = [](const FakeHttp::Request &) { return FakeHttp::respond(403, "{}"); };
        return QByteArray();
    };
    const auto answer = wait(http.send(request));
    QVERIFY(answer.ok());
    QCOMPARE(answer->status, 403);
    QVERIFY(answer->sentTwice);
}

void HttpClientTest::cutOff()
{
    FakeHttp server;
    server.closeAfterAnswer = true;
    server.answer = [](const FakeHttp::Request &) {
        return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    };
    HttpClient http(settingsFor(server.url()), m_jwt);
    const auto answer = wait(http.send(get()));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, Error::Kind::Network);
}

void HttpClientTest::garbageIsNoAnswer()
{
    FakeHttp server;
    server.closeAfterAnswer = true;
    server.answer = [](const FakeHttp::Request &) { return QByteArray("what is this\r\n\r\n"); };
    HttpClient http(settingsFor(server.url()), m_jwt);
    QVERIFY(!wait(http.send(get())).ok());
}

void HttpClientTest::cancels()
{
    FakeHttp server;
    server.answer = [](const FakeHttp::Request &) { return QByteArray(); };
    HttpClient http(settingsFor(server.url()), m_jwt);
    const auto call = http.send(get());
    QTRY_COMPARE(server.requests.size(), 1);
    http.cancel(call.id);
    QVERIFY(call.answer.isFinished());
    QCOMPARE(wait(call).error().kind, Error::Kind::Cancelled);
    http.cancel(call.id);
    http.cancel(4711);
    QCOMPARE(http.open(), 0);
}

void HttpClientTest::anotherWorkspaceCancels()
{
    FakeHttp server;
    server.answer = [](const FakeHttp::Request &) { return QByteArray(); };
    HttpClient http(settingsFor(server.url()), m_jwt);
    const auto a = http.send(get());
    const auto b = http.send(get());
    http.setSettings(settingsFor(server.url()));
    QCOMPARE(wait(a).error().kind, Error::Kind::Cancelled);
    QCOMPARE(wait(b).error().kind, Error::Kind::Cancelled);
}

void HttpClientTest::destructionSettles()
{
    FakeHttp server;
    server.answer = [](const FakeHttp::Request &) { return QByteArray(); };
    auto http = std::make_unique<HttpClient>(settingsFor(server.url()), m_jwt);
    const auto call = http->send(get());
    int settled = 0;
    whenDone(call.answer, this, [&](const Result<wire::Answer> &) { ++settled; });
    http.reset();
    QTRY_COMPARE(settled, 1);
    QCOMPARE(wait(call).error().kind, Error::Kind::Cancelled);
}

void HttpClientTest::keepsNoCookies()
{
    FakeHttp server;
    server.answer = [](const FakeHttp::Request &) { return FakeHttp::respond(200, "{}", "Set-Cookie: a=b\r\n"); };
    HttpClient http(settingsFor(server.url()), m_jwt);
    QVERIFY(wait(http.send(get())).ok());
    QVERIFY(wait(http.send(get())).ok());
    QVERIFY(!server.requests.last().headers.contains("cookie"));
}

void HttpClientTest::refusesOddAddresses()
{
    HttpClient none(HttpClient::Settings{}, m_jwt);
    QCOMPARE(wait(none.send(get())).error().code, QStringLiteral("address"));
    HttpClient file(settingsFor(QUrl(QStringLiteral("file:///etc"))), m_jwt);
    QCOMPARE(wait(file.send(get("/passwd"))).error().code, QStringLiteral("address"));
    FakeHttp server;
    HttpClient http(settingsFor(server.url()), m_jwt);
    QCOMPARE(wait(http.send(get("@elsewhere.example/x"))).error().code, QStringLiteral("address"));
}

void HttpClientTest::untrustedCertificate()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("no TLS library here");
    QSslServer tls; // without a certificate no handshake can succeed
    QVERIFY(tls.listen(QHostAddress::LocalHost));
    HttpClient http(settingsFor(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(tls.serverPort()))), m_jwt);
    const auto answer = wait(http.send(get()));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, Error::Kind::Network);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_http_client.moc"
