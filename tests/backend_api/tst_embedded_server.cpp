// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend/embedded_server.h"

#include "tests/backend_http/raw_client.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

/// The backend as the desk and boltdesk-server start it.
class TestEmbeddedServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servesAllItsAreas();
    void demoUsersSignIn();
    void keepsKeysAndRowsAcrossStarts();
    void takenPortIsAnError();
    void badDatabaseIsAnError_data();
    void badDatabaseIsAnError();
    void stopBreaksOffSeeding();
    void stopWithoutStart();
    void stopLetsAnswersFinish();
    void passwordsHoldNobodyUp();

private:
    Result<BackendAccess> up(EmbeddedServer &server);
    QPair<int, QJsonObject> ask(const QString &url, const QByteArray &key = {}, const QByteArray &body = {});
    QNetworkAccessManager m_network;
};

Result<BackendAccess> TestEmbeddedServer::up(EmbeddedServer &server)
{
    auto future = server.start();
    future.waitForFinished();
    return future.result();
}

QPair<int, QJsonObject> TestEmbeddedServer::ask(const QString &url, const QByteArray &key, const QByteArray &body)
{
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!key.isEmpty())
        request.setRawHeader("apikey", key);
    QNetworkReply *reply = body.isEmpty() ? m_network.get(request) : m_network.post(request, body);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    finished.wait(10'000);
    reply->deleteLater();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            QJsonDocument::fromJson(reply->readAll()).object()};
}

void TestEmbeddedServer::servesAllItsAreas()
{
    EmbeddedServer server({});
    const auto access = up(server);
    QVERIFY2(access.ok(), access ? "" : qPrintable(access.error().message));
    QVERIFY(access->users.empty());
    QCOMPARE(ask(access->url + u"/api/health"_s).first, 200);
    QCOMPARE(ask(access->url + u"/auth/v1/user"_s, access->anonKey.toLatin1()).first, 401);
    QCOMPARE(ask(access->url + u"/rest/v1/packages?select=id&id=eq.growth"_s, access->anonKey.toLatin1()).first, 200);
    // No upgrade was asked for; the path is there all the same.
    QVERIFY(ask(access->url + u"/realtime/v1/websocket"_s, access->anonKey.toLatin1()).first != 200);
    QCOMPARE(ask(access->url + u"/nothing"_s).first, 404);
}

void TestEmbeddedServer::demoUsersSignIn()
{
    BackendOptions options;
    options.demo = true;
    QStringList told;
    options.progress = [&](const QString &what, double) { told.append(what); };
    EmbeddedServer server(options);
    const auto access = up(server);
    QVERIFY(access.ok());
    QCOMPARE(access->users.size(), 4u);
    for (const DemoUser &user : access->users) {
        QCOMPARE(user.email, wordOf(user.role) + u"@boltdesk.test"_s);
        QVERIFY(user.password.size() >= 12);
        const QByteArray body =
            QJsonDocument(QJsonObject{{u"email"_s, user.email}, {u"password"_s, user.password}}).toJson();
        const auto [status, session] =
            ask(access->url + u"/auth/v1/token?grant_type=password"_s, access->anonKey.toLatin1(), body);
        QCOMPARE(status, 200);
        QCOMPARE(session["user"_L1]["app_metadata"_L1]["role"_L1].toString(), wordOf(user.role));
    }
    server.stop();
    QVERIFY(told.size() > 3);
}

void TestEmbeddedServer::keepsKeysAndRowsAcrossStarts()
{
    QTemporaryDir folder;
    BackendOptions options;
    options.database = folder.filePath(u"desk.db"_s);
    BackendAccess first;
    {
        EmbeddedServer server(options);
        const auto access = up(server);
        QVERIFY(access.ok());
        first = *access;
        const QByteArray body = R"({"email":"a@example.com","company_name":"A","website":"https://a.example"})";
        QCOMPARE(ask(first.url + u"/api/customers/register"_s, {}, body).first, 201);
    }
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(options.database + u".keys"_s) & others));
    QVERIFY(!(QFile::permissions(options.database) & others));

    EmbeddedServer server(options);
    const auto access = up(server);
    QVERIFY(access.ok());
    QCOMPARE(access->anonKey, first.anonKey);
    QCOMPARE(access->workerToken, first.workerToken);
    const QByteArray again = R"({"email":"A@example.com","company_name":"B","website":"https://b.example"})";
    const QByteArray shop = R"({"email":"new@example.com","company_name":"B","website":"https://b.example"})";
    const auto known = ask(access->url + u"/api/customers/register"_s, {}, again);
    const auto fresh = ask(access->url + u"/api/customers/register"_s, {}, shop);
    // Who registers must not learn which addresses are customers.
    QCOMPARE(known.first, fresh.first);
    QCOMPARE(known.second.keys(), fresh.second.keys());
    const auto buy = [&](const QJsonObject &customer) {
        const QJsonObject order{{u"customer_id"_s, customer["customer_id"_L1]}};
        return ask(access->url + u"/api/queue/submit"_s, {}, QJsonDocument(order).toJson());
    };
    QCOMPARE(buy(known.second), buy(fresh.second)); // no directory is left: there is none
}

void TestEmbeddedServer::takenPortIsAnError()
{
    EmbeddedServer server({});
    const auto access = up(server);
    QVERIFY(access.ok());
    BackendOptions options;
    options.port = quint16(QUrl(access->url).port());
    EmbeddedServer second(options);
    const auto refused = up(second);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, Error::Kind::Network);
    QVERIFY2(refused.error().message.contains(QString::number(options.port)), qPrintable(refused.error().message));
    QVERIFY(!refused.error().message.contains(u'\n'));
}

void TestEmbeddedServer::badDatabaseIsAnError_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no folder") << QByteArray();
    QTest::newRow("no database")
        << QByteArray("This is a letter to a friend, and it is long enough to be read as a header. ").repeated(20);
}

void TestEmbeddedServer::badDatabaseIsAnError()
{
    QFETCH(const QByteArray, content);
    QTemporaryDir folder;
    BackendOptions options;
    options.database = folder.filePath(content.isEmpty() ? u"none/desk.db"_s : u"desk.db"_s);
    if (!content.isEmpty()) {
        QFile file(options.database);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    EmbeddedServer server(options);
    const auto refused = up(server);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QVERIFY(!refused.error().message.isEmpty() && !refused.error().message.contains(u'\n'));
}

void TestEmbeddedServer::stopBreaksOffSeeding()
{
    BackendOptions options;
    options.demo = true;
    options.scale = SeedScale::Large;
    std::atomic<int> steps{0};
    options.progress = [&](const QString &, double done) { steps += done > 0; };
    EmbeddedServer server(options);
    auto future = server.start();
    QTRY_VERIFY_WITH_TIMEOUT(steps > 0, 60'000);
    server.stop();
    QVERIFY(future.isFinished());
    // Not Done: what stop() waited for was no whole seeding.
    QCOMPARE(future.result().error().kind, Error::Kind::Cancelled);
}

void TestEmbeddedServer::stopWithoutStart()
{
    EmbeddedServer server({});
    server.stop();
    server.stop();
}

void TestEmbeddedServer::stopLetsAnswersFinish()
{
    EmbeddedServer server({});
    const auto access = up(server);
    QVERIFY(access.ok());
    QNetworkReply *reply = m_network.get(QNetworkRequest(QUrl(access->url + u"/api/health"_s)));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QVERIFY(finished.wait(10'000));
    server.stop();
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    reply->deleteLater();
    QCOMPARE(ask(access->url + u"/api/health"_s).first, 0);
}

void TestEmbeddedServer::passwordsHoldNobodyUp()
{
    EmbeddedServer server({});
    const auto access = up(server);
    QVERIFY(access.ok());
    const quint16 port = quint16(QUrl(access->url).port());
    const QByteArray wrong = R"({"email":"nobody@example.com","password":"wrong"})";
    const QByteArray post =
        "POST /auth/v1/token?grant_type=password HTTP/1.1\r\nHost: localhost\r\napikey: " + access->anonKey.toLatin1() +
        "\r\nContent-Length: " + QByteArray::number(wrong.size()) + "\r\n\r\n" + wrong;
    std::vector<std::unique_ptr<tests::RawClient>> guesses;
    for (int i = 0; i < 12; ++i) {
        guesses.push_back(std::make_unique<tests::RawClient>(port));
        guesses.back()->send(post);
    }
    tests::RawClient watcher(port);
    for (int i = 0; i < 100; ++i) {
        watcher.forget();
        watcher.send("GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(watcher.waitFor("\"version\""));
    }
    QTcpSocket &last = guesses.back()->socket();
    last.waitForReadyRead(0);
    QCOMPARE(last.bytesAvailable(), 0);
    for (const auto &guess : guesses)
        QVERIFY2(guess->waitFor("invalid_credentials", 30'000), guess->seen().constData());
}

QTEST_GUILESS_MAIN(TestEmbeddedServer)
#include "tst_embedded_server.moc"
