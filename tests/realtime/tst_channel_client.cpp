// SPDX-License-Identifier: GPL-3.0-or-later
// The socket around the machine, against a real WebSocket server in this process. Times are short and the machine's
// own.
#include "fake_realtime.h"
#include "services/realtime/channel_client.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace bolt;
using namespace std::chrono_literals;

class ChannelClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesLiveAndHandsOverChanges();
    void messagesLeaveTheTimer();
    void survivesGarbageAndBinary();
    void comesBackAfterEveryClose_data();
    void comesBackAfterEveryClose();
    void bug42_lostConnection();
    void refusedUpgrade();
    void hangingUpgrade();
    void closesOnAMessageThatIsTooLarge();
    void missedHeartbeat();
    void stopsWithinASlot();
    void diesAtAnyMoment();
    void frozenServer();
    void serverThatSendsAndNeverPongs();

private:
    static ChannelSettings settingsFor(const QUrl &url)
    {
        ChannelSettings settings;
        settings.url = url;
        settings.apiKey = "anon";
        settings.topic = "realtime:desk";
        settings.bindings = {{"public", "jobs", "*", false}};
        settings.timing.backoffFirst = 10ms;
        settings.timing.backoffMax = 20ms;
        return settings;
    }
    wire::AccessToken token() const { return {"jwt1", m_clock.now() + Seconds(3600), 1}; }
    SystemClock m_clock;
    std::function<double()> m_half = [] { return 0.5; };
};

void ChannelClientTest::goesLiveAndHandsOverChanges()
{
    FakeRealtime server;
    ChannelClient client(settingsFor(server.url()), m_clock, m_half);
    QSignalSpy live(&client, &ChannelClient::live);
    QSignalSpy changes(&client, &ChannelClient::change);
    client.setToken(token());
    client.start();
    QTRY_COMPARE(live.size(), 1);
    QCOMPARE(server.requests.first().query(), QStringLiteral("apikey=anon&vsn=2.0.0"));
    for (int i = 0; i < 100; ++i)
        server.socket->sendTextMessage(
            QStringLiteral(R"([null,null,"realtime:desk","postgres_changes",{"n":%1,"u":"ü"}])").arg(i));
    QTRY_COMPARE(changes.size(), 100);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(changes.at(i).first().toByteArray(), QStringLiteral(R"({"n":%1,"u":"ü"})").arg(i).toUtf8());
    QTRY_VERIFY(client.status().latencyMs);
    QVERIFY(client.status().bytesIn > 5000);
}

/// Each moves the next deadline on, and a timer set anew for each was a part of what thousands a second cost. To set it
/// takes a look at the clock; one more is for the time of the message.
void ChannelClientTest::messagesLeaveTheTimer()
{
    struct CountingClock final : Clock
    {
        Instant now() const override { return clock.now(); }
        Micros monotonic() const override
        {
            ++looks;
            return clock.monotonic();
        }
        SystemClock clock;
        mutable int looks = 0;
    } clock;
    FakeRealtime server;
    ChannelClient client(settingsFor(server.url()), clock, m_half);
    QSignalSpy changes(&client, &ChannelClient::change);
    client.setToken(token());
    client.start();
    QTRY_VERIFY(client.status().latencyMs);
    const int before = clock.looks;
    for (int i = 0; i < 100; ++i)
        server.socket->sendTextMessage(QStringLiteral(R"([null,null,"realtime:desk","postgres_changes",{"n":1}])"));
    QTRY_COMPARE(changes.size(), 100);
    const int looks = clock.looks - before;
    QVERIFY2(looks >= 100 && looks < 120, qPrintable(QString::number(looks)));
}

void ChannelClientTest::survivesGarbageAndBinary()
{
    FakeRealtime server;
    ChannelClient client(settingsFor(server.url()), m_clock, m_half);
    QSignalSpy live(&client, &ChannelClient::live);
    QSignalSpy garbled(&client, &ChannelClient::garbled);
    QSignalSpy changes(&client, &ChannelClient::change);
    client.setToken(token());
    client.start();
    QTRY_COMPARE(live.size(), 1);
    server.socket->sendTextMessage(QStringLiteral("hello"));
    server.socket->sendTextMessage(QStringLiteral(R"([null,null,"realtime:desk","postgres_changes",{"n":)"));
    server.socket->sendBinaryMessage(QByteArray("\x04\xff\xff\xff\x01", 5));
    server.socket->sendTextMessage(QStringLiteral(R"([null,null,"realtime:desk","postgres_changes",{}])"));
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(garbled.size(), 1);
    QCOMPARE(client.status().garbage, 2);
    QCOMPARE(live.size(), 1);
}

void ChannelClientTest::comesBackAfterEveryClose_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {1000, 1001, 1011, 1012, 4000})
        QTest::newRow(QByteArray::number(code)) << code;
}

void ChannelClientTest::comesBackAfterEveryClose()
{
    QFETCH(int, code);
    FakeRealtime server;
    ChannelClient client(settingsFor(server.url()), m_clock, m_half);
    QSignalSpy live(&client, &ChannelClient::live);
    QSignalSpy interrupted(&client, &ChannelClient::interrupted);
    client.setToken(token());
    client.start();
    QTRY_COMPARE(live.size(), 1);
    server.socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), QStringLiteral("bye"));
    QTRY_COMPARE(live.size(), 2);
    QCOMPARE(interrupted.size(), 1);
    QVERIFY(interrupted.first().first().value<LinkReason>().kind == LinkReason::Closed);
    QCOMPARE(client.status().connects, 2);
}

void ChannelClientTest::bug42_lostConnection()
{
    FakeRealtime server;
    ChannelClient client(settingsFor(server.url()), m_clock, m_half);
    QSignalSpy live(&client, &ChannelClient::live);
    client.setToken(token());
    client.start();
    QTRY_COMPARE(live.size(), 1);
    server.socket->abort(); // reported as 1000, and is none
    QTRY_COMPARE(live.size(), 2);
}

void ChannelClientTest::refusedUpgrade()
{
    QTcpServer http;
    QVERIFY(http.listen(QHostAddress::LocalHost));
    int requests = 0;
    connect(&http, &QTcpServer::newConnection, this, [&] {
        auto *socket = http.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&, socket] {
            if (!socket->readAll().contains("\r\n\r\n"))
                return;
            ++requests;
            socket->write("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
            socket->disconnectFromHost();
        });
    });
    auto settings = settingsFor(QUrl(QStringLiteral("ws://127.0.0.1:%1/x").arg(http.serverPort())));
    ChannelClient client(settings, m_clock, m_half);
    QSignalSpy wanted(&client, &ChannelClient::tokenWanted);
    client.setToken(token());
    client.start();
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toBool(), true);
    client.setToken({"jwt2", m_clock.now() + Seconds(3600), 1});
    QTRY_COMPARE(client.status().phase, LinkPhase::Denied);
    QCOMPARE(requests, 2); // each refusal was told once
    QCOMPARE(client.status().reason, (LinkReason{LinkReason::JoinRefused, QStringLiteral("HTTP 401")}));
}

void ChannelClientTest::hangingUpgrade()
{
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    auto settings = settingsFor(QUrl(QStringLiteral("ws://127.0.0.1:%1/x").arg(mute.serverPort())));
    settings.timing.connectDeadline = 50ms;
    ChannelClient client(settings, m_clock, m_half);
    client.setToken(token());
    client.start();
    QTRY_COMPARE(client.status().reason.kind, LinkReason::NoAnswer);
}

void ChannelClientTest::closesOnAMessageThatIsTooLarge()
{
    FakeRealtime server;
    ChannelClient client(settingsFor(server.url()), m_clock, m_half);
    QSignalSpy live(&client, &ChannelClient::live);
    QSignalSpy interrupted(&client, &ChannelClient::interrupted);
    client.setToken(token());
    client.start();
    QTRY_COMPARE(live.size(), 1);
    server.socket->sendTextMessage(QString(9 << 20, u'x'));
    QTRY_COMPARE(interrupted.size(), 1);
    QTRY_COMPARE(live.size(), 2);
}

void ChannelClientTest::missedHeartbeat()
{
    FakeRealtime server;
    int beats = 0;
    server.onFrame = [&](QWebSocket *to, const QJsonArray &frame) {
        if (frame.at(3).toString() == u"heartbeat" && ++beats == 2)
            return; // half open
        server.healthy(to, frame);
    };
    auto settings = settingsFor(server.url());
    settings.timing.heartbeatEvery = 40ms;
    settings.timing.heartbeatDeadline = 40ms;
    ChannelClient client(settings, m_clock, m_half);
    QSignalSpy live(&client, &ChannelClient::live);
    QSignalSpy interrupted(&client, &ChannelClient::interrupted);
    client.setToken(token());
    client.start();
    QTRY_VERIFY(live.size() >= 2);
    QVERIFY(interrupted.first().first().value<LinkReason>().kind == LinkReason::HeartbeatUnanswered);
}

void ChannelClientTest::stopsWithinASlot()
{
    FakeRealtime server;
    ChannelClient client(settingsFor(server.url()), m_clock, m_half);
    int changes = 0;
    connect(&client, &ChannelClient::change, &client, [&] {
        ++changes;
        client.stop(); // bug 38: a call from within a signal
    });
    QSignalSpy live(&client, &ChannelClient::live);
    client.setToken(token());
    client.start();
    QTRY_COMPARE(live.size(), 1);
    for (int i = 0; i < 10; ++i)
        server.socket->sendTextMessage(QStringLiteral(R"([null,null,"realtime:desk","postgres_changes",{}])"));
    QTRY_COMPARE(server.count(u"phx_leave"), 1);
    QCOMPARE(changes, 1);
    QCOMPARE(client.status().phase, LinkPhase::Offline);
}

void ChannelClientTest::diesAtAnyMoment()
{
    FakeRealtime server;
    for (int moment = 0; moment < 6; ++moment) {
        auto client = std::make_unique<ChannelClient>(settingsFor(server.url()), m_clock, m_half);
        QSignalSpy status(client.get(), &ChannelClient::statusChanged);
        client->setToken(token());
        client->start();
        QTRY_VERIFY(status.size() >= moment || client->status().phase == LinkPhase::Live);
        client.reset();
        QCoreApplication::processEvents();
    }
}

/// As by SIGSTOP: the socket stays open, and nothing is read or answered until the process goes on.
void ChannelClientTest::frozenServer()
{
    FakeRealtime server;
    auto settings = settingsFor(server.url());
    settings.timing.pingAfter = 50ms;
    settings.timing.pongWithin = 500ms; // a busy machine answers later than an idle one
    ChannelClient client(settings, m_clock, m_half);
    QSignalSpy live(&client, &ChannelClient::live);
    QSignalSpy interrupted(&client, &ChannelClient::interrupted);
    client.setToken(token());
    client.start();
    QTRY_COMPARE(live.size(), 1);
    QTRY_VERIFY(client.status().latencyAt);
    const auto first = client.status().latencyAt;
    QTRY_VERIFY(client.status().latencyAt != first); // pings, long before the next heartbeat
    for (int round = 1; round <= 2; ++round) {
        server.setFrozen(true);
        const Instant at = m_clock.now();
        QTRY_VERIFY(client.status().silentSince);
        QVERIFY(*client.status().silentSince <= at + Millis(50)); // what it had sent before may be read later
        QVERIFY(m_clock.now() - at >= Millis(450));
        QCOMPARE(client.status().phase, LinkPhase::Live);
        server.setFrozen(false);
        QTRY_VERIFY(!client.status().silentSince);
    }
    QCOMPARE(client.status().connects, 1); // the same socket went on
    QCOMPARE(interrupted.size(), 0);
}

/// A server without pongs, written by hand; its changes are answers enough.
void ChannelClientTest::serverThatSendsAndNeverPongs()
{
    QTcpServer raw;
    QVERIFY(raw.listen(QHostAddress::LocalHost));
    QTcpSocket *peer = nullptr;
    const auto text = [&](const QByteArray &words) {
        const auto size = words.size();
        peer->write(size < 126 ? QByteArray("\x81") + char(size)
                               : QByteArray("\x81\x7e") + char(size >> 8) + char(size & 0xff));
        peer->write(words);
    };
    int pings = 0;
    bool joined = false;
    connect(&raw, &QTcpServer::newConnection, this, [&] {
        peer = raw.nextPendingConnection();
        connect(peer, &QTcpSocket::readyRead, peer, [&] {
            const QByteArray bytes = peer->readAll();
            const auto key = bytes.indexOf("Sec-WebSocket-Key: ");
            if (key >= 0) {
                const QByteArray nonce = bytes.mid(key + 19, 24) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
                peer->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            "Sec-WebSocket-Accept: " +
                            QCryptographicHash::hash(nonce, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n");
            } else if (!std::exchange(joined, true)) { // whatever it says first is its join, with "1" for a reference
                text(
                    R"(["1","1","realtime:desk","phx_reply",{"status":"ok","response":{"postgres_changes":[{"id":1}]}}])");
                text(
                    R"(["1",null,"realtime:desk","system",{"status":"ok","message":"Subscribed to PostgreSQL","extension":"postgres_changes"}])");
            } else {
                pings += bytes.contains('\x89');
            }
        });
    });
    auto settings = settingsFor(QUrl(QStringLiteral("ws://127.0.0.1:%1/x").arg(raw.serverPort())));
    settings.timing.pingAfter = 20ms;
    settings.timing.pongWithin = 2s;
    ChannelClient client(settings, m_clock, m_half);
    QSignalSpy live(&client, &ChannelClient::live);
    QSignalSpy changes(&client, &ChannelClient::change);
    int silences = 0;
    connect(&client, &ChannelClient::statusChanged, this,
            [&](const ChannelStatus &status) { silences += status.silentSince.has_value(); });
    client.setToken(token());
    client.start();
    QTRY_COMPARE(live.size(), 1);
    for (int i = 1; i <= 10; ++i) {
        const int before = pings;
        text(QByteArray(R"([null,null,"realtime:desk","postgres_changes",{"n":1,"pad":")") + QByteArray(200, 'x') +
             "\"}]");
        QTRY_COMPARE(changes.size(), i);
        QTRY_VERIFY(pings > before); // which gets no pong
    }
    QCOMPARE(silences, 0);
    QTRY_COMPARE(silences, 1); // and when that ends, it is silent
}

QTEST_GUILESS_MAIN(ChannelClientTest)
#include "tst_channel_client.moc"
