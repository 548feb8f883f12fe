// SPDX-License-Identifier: GPL-3.0-or-later
// WebSockets on the same port: echo, limits, back-pressure, ends.
#include "backend/http/server.h"
#include "tests/backend_http/raw_client.h"

#include <QSignalSpy>
#include <QWebSocket>
#include <QtTest>
#include <atomic>
#include <future>
#include <new>

using namespace bolt::backend;
using namespace bolt;
using bolt::tests::RawClient;

namespace {

std::atomic<int> listeners{0};
std::atomic<int> ends{0};

/// Echoes; "flood" sends 4 MiB in messages of 64 KiB.
class Echo final : public WebSocketListener
{
public:
    explicit Echo(std::weak_ptr<WebSocket> socket)
        : m_socket(std::move(socket))
    {
        ++listeners;
    }
    ~Echo() override { --listeners; }
    void text(std::string_view message) override
    {
        const auto socket = m_socket.lock();
        if (message == "throw") {
            throw std::bad_alloc();
        } else if (message == "bye") {
            socket->close(4001, "bye");
        } else if (message == "flood") {
            const auto block = std::make_shared<const std::string>(64 * 1024, 'x');
            for (int i = 0; i < 64; ++i)
                socket->sendText(block);
        } else {
            socket->sendText(std::make_shared<const std::string>(message));
        }
    }
    void binary(std::string_view message) override
    {
        m_socket.lock()->sendBinary(std::make_shared<const std::string>(message));
    }
    void closed() override { ++ends; }

private:
    std::weak_ptr<WebSocket> m_socket;
};

const QByteArray kUpgrade = "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/// A client frame, masked with zeros.
QByteArray frame(quint8 first, const QByteArray &payload)
{
    QByteArray out;
    out.append(char(first));
    if (payload.size() < 126) {
        out.append(char(0x80 | payload.size()));
    } else {
        out.append(char(0x80 | 126));
        out.append(char(payload.size() >> 8)).append(char(payload.size() & 0xff));
    }
    return out + QByteArray(4, '\0') + payload;
}

} // namespace

class TestHttpWebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ends = 0;
        m_loop = std::make_unique<Loop>();
        m_router = std::make_unique<Router>();
        ServerOptions options;
        options.limits.webSocketMessage = 100'000;
        options.limits.sendBuffer = 1024 * 1024;
        options.timers.webSocketIdle = Millis(1000);
        options.timers.close = Millis(300);
        m_server = std::make_unique<Server>(*m_loop, *m_router, options);
        m_server->upgrade("/ws", [](const Request &request) -> std::variant<Reply, ListenerFactory> {
            if (request.queryValue("key") == "bad")
                return Reply{401, {}, "no"};
            return ListenerFactory([](std::weak_ptr<WebSocket> s) { return std::make_unique<Echo>(std::move(s)); });
        });
        const auto port = m_server->listen("127.0.0.1", 0);
        QVERIFY(port);
        m_port = *port;
        m_loop->start();
    }

    void cleanup()
    {
        m_server.reset();
        m_loop.reset();
        QCOMPARE(listeners.load(), 0);
    }

    void echoesTextAndBinary()
    {
        QWebSocket client;
        open(client);
        QSignalSpy texts(&client, &QWebSocket::textMessageReceived);
        QSignalSpy binaries(&client, &QWebSocket::binaryMessageReceived);
        client.sendTextMessage(QStringLiteral("grüße"));
        client.sendBinaryMessage(QByteArray("\0\1", 2));
        QTRY_COMPARE(texts.size(), 1);
        QTRY_COMPARE(binaries.size(), 1);
        QCOMPARE(texts.at(0).at(0).toString(), QStringLiteral("grüße"));
        QCOMPARE(binaries.at(0).at(0).toByteArray(), QByteArray("\0\1", 2));
        client.close();
        QTRY_COMPARE(ends.load(), 1);
    }

    void closeCarriesItsCode()
    {
        QWebSocket client;
        open(client);
        QSignalSpy gone(&client, &QWebSocket::disconnected);
        client.sendTextMessage(QStringLiteral("bye"));
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(int(client.closeCode()), 4001);
        QCOMPARE(client.closeReason(), QStringLiteral("bye"));
    }

    void whatThrowsEndsItsSocketOnly()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("handler threw")));
        QWebSocket other;
        open(other);
        QWebSocket client;
        open(client);
        QSignalSpy gone(&client, &QWebSocket::disconnected);
        client.sendTextMessage(QStringLiteral("throw"));
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(int(client.closeCode()), 1011);
        QTRY_COMPARE(ends.load(), 1);
        QSignalSpy texts(&other, &QWebSocket::textMessageReceived);
        other.sendTextMessage(QStringLiteral("still here"));
        QTRY_COMPARE(texts.size(), 1);
    }

    void refusedUpgradeIsPlainHttp()
    {
        RawClient client(m_port);
        client.send(QByteArray(kUpgrade).replace("/ws ", "/ws?key=bad "));
        QVERIFY(client.readAll().startsWith("HTTP/1.1 401"));
    }

    void foreignOriginIsRefused()
    {
        RawClient client(m_port);
        client.send(QByteArray(kUpgrade).replace("Host:", "Origin: https://evil.example\r\nHost:"));
        QVERIFY(client.readAll().startsWith("HTTP/1.1 403"));
    }

    void continuationFramesAreJoined()
    {
        RawClient client(m_port);
        client.send(kUpgrade);
        QVERIFY(client.waitFor("101 Switching Protocols"));
        client.send(frame(0x01, "ab") + frame(0x89, "ping") + frame(0x00, "cd") + frame(0x80, "ef"));
        QVERIFY(client.waitFor("abcdef"));
        QVERIFY(client.seen().contains(QByteArray("\x8a\x04ping", 6)));
    }

    void framesBeforeTheAnswerAreRefused()
    {
        RawClient client(m_port);
        client.send(kUpgrade + frame(0x81, "early"));
        QVERIFY(client.readAll().startsWith("HTTP/1.1 400"));
    }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("unmasked") << QByteArray("\x81\x02hi", 4) << 1002;
        QTest::newRow("reserved opcode") << frame(0x83, "x") << 1002;
        QTest::newRow("reserved bits") << frame(0xf1, "x") << 1002;
        QTest::newRow("continuation of nothing") << frame(0x80, "x") << 1002;
        QTest::newRow("long ping") << frame(0x89, QByteArray(126, 'x')) << 1002;
        QTest::newRow("no UTF-8") << frame(0x81, "\xff\xfe") << 1007;
        QTest::newRow("too large") << frame(0x01, QByteArray(60'000, 'x')) + frame(0x80, QByteArray(60'000, 'x'))
                                   << 1009;
    }
    void broken()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        RawClient client(m_port);
        client.send(kUpgrade);
        QVERIFY(client.waitFor("\r\n\r\n"));
        client.forget();
        client.send(bytes);
        const QByteArray answer = client.readAll();
        QVERIFY(client.wasClosed());
        QVERIFY2(answer.size() >= 4 && quint8(answer[0]) == 0x88, answer.toHex().constData());
        QCOMPARE((quint8(answer[2]) << 8) | quint8(answer[3]), code);
        QTRY_COMPARE(ends.load(), 1);
    }

    /// A message is never skipped: a reader that is too slow loses its socket, not a message out of the middle.
    void slowReaderIsClosedNotSkipped()
    {
        RawClient client(m_port);
        client.socket().setReadBufferSize(1024);
        client.send(kUpgrade);
        QVERIFY(client.waitFor("\r\n\r\n"));
        for (int i = 0; i < 4; ++i)
            client.send(frame(0x81, "flood"));
        QTRY_COMPARE_WITH_TIMEOUT(ends.load(), 1, 8000);
        QWebSocket other;
        open(other);
    }

    void idleSocketIsClosed()
    {
        RawClient client(m_port);
        client.send(kUpgrade);
        QVERIFY(client.waitFor("\r\n\r\n"));
        client.forget();
        const QByteArray answer = client.readAll(4000);
        QVERIFY(client.wasClosed());
        QCOMPARE(answer.left(4).toHex(), QByteArray("880203e8")); // 1000
    }

    void pingsKeepItOpen()
    {
        RawClient client(m_port);
        client.send(kUpgrade);
        QVERIFY(client.waitFor("\r\n\r\n"));
        for (int i = 0; i < 5; ++i) {
            client.forget();
            client.send(frame(0x89, "p"));
            QVERIFY(client.waitFor("p"));
            client.socket().waitForReadyRead(400);
        }
        client.forget();
        client.send(frame(0x81, "still here"));
        QVERIFY(client.waitFor("still here"));
    }

    void drainSaysGoodbye()
    {
        QWebSocket client;
        open(client);
        QSignalSpy gone(&client, &QWebSocket::disconnected);
        RawClient raw(m_port);
        raw.send(kUpgrade);
        QVERIFY(raw.waitFor("\r\n\r\n"));
        raw.forget();
        std::promise<void> done;
        m_server->drain([&] { done.set_value(); });
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(raw.waitFor(QByteArray::fromHex("03f4"), 8000)); // 1012; QWebSocket of Qt 6.4 takes it for an error
        QCOMPARE(done.get_future().wait_for(std::chrono::seconds(5)), std::future_status::ready);
        QCOMPARE(ends.load(), 2);
    }

private:
    void open(QWebSocket &client)
    {
        QSignalSpy opened(&client, &QWebSocket::connected);
        client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port)));
        QTRY_COMPARE(opened.size(), 1);
    }

    std::unique_ptr<Loop> m_loop;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<Server> m_server;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestHttpWebSocket)
#include "tst_http_websocket.moc"
