// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a peer does costs its own connection only.
#include "backend/http/server.h"
#include "tests/backend_http/raw_client.h"

#include <QtTest>
#include <future>
#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace bolt::backend;
using namespace bolt;
using bolt::tests::RawClient;

namespace {

const QByteArray kHost = "Host: localhost\r\n";

QByteArray get(const QByteArray &path, const QByteArray &more = {})
{
    return "GET " + path + " HTTP/1.1\r\n" + kHost + more + "\r\n";
}

int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_loop = std::make_unique<Loop>();
        m_router = std::make_unique<Router>();
        m_router->add(Method::Get, "/hello", [](const Request &) { return Reply{200, {}, "hello"}; });
        m_router->add(Method::Get, "/api/health", [](const Request &) { return Reply{200, {}, "well"}; });
        m_router->add(Method::Get, "/who", [](const Request &r) { return Reply{200, {}, "from " + r.peer.address}; });
        m_router->add(
            Method::Post, "/echo",
            [](const Request &r) {
                return Reply{200, {}, r.body};
            },
            1000);
        ServerOptions options;
        options.timers.header = Millis(300);
        options.timers.body = Millis(300);
        options.timers.idle = Millis(600);
        options.timers.close = Millis(200);
        options.timers.drain = Millis(1500);
        options.limits.connections = 20;
        options.limits.perAddress = 20;
        options.limits.reserved = 2;
        m_server = std::make_unique<Server>(*m_loop, *m_router, options);
        const auto port = m_server->listen("127.0.0.1", 0);
        QVERIFY(port);
        m_port = *port;
        m_loop->start();
    }

    void cleanup()
    {
        // A server that still answers has survived the test.
        RawClient last(m_port);
        last.send(get("/hello", "Connection: close\r\n"));
        const QByteArray answer = last.readAll();
        m_server.reset();
        m_loop.reset();
        QVERIFY2(m_drained || answer.endsWith("hello"), answer.constData());
        m_drained = false;
    }

    void answersAndKeepsTheConnection()
    {
        RawClient client(m_port);
        client.send(get("/hello"));
        QVERIFY(client.waitFor("\r\n\r\nhello"));
        QVERIFY(client.seen().contains("Connection: keep-alive"));
        QVERIFY(client.seen().contains("Date: "));
        client.forget();
        client.send(get("/hello", "Connection: close\r\n"));
        QVERIFY(client.readAll().endsWith("hello"));
        QVERIFY(client.wasClosed());
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawClient client(m_port);
        client.send(get("/hello") + get("/nothing") + get("/hello", "Connection: close\r\n"));
        const QByteArray all = client.readAll();
        QCOMPARE(all.count("HTTP/1.1 200"), 2);
        QCOMPARE(all.count("HTTP/1.1 404"), 1);
        QVERIFY(all.indexOf("404") > all.indexOf("200"));
    }

    void headHasNoBody()
    {
        RawClient client(m_port);
        client.send("HEAD /hello HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n");
        const QByteArray answer = client.readAll();
        QVERIFY(answer.contains("Content-Length: 5"));
        QVERIFY(answer.endsWith("\r\n\r\n"));
    }

    void http10ClosesByItself()
    {
        RawClient client(m_port);
        client.send("GET /hello HTTP/1.0\r\n" + kHost + "\r\n");
        const QByteArray answer = client.readAll();
        QVERIFY(answer.startsWith("HTTP/1.0 200"));
        QVERIFY(client.wasClosed());
    }

    void continueIsSentBeforeTheBody()
    {
        RawClient client(m_port);
        client.send("POST /echo HTTP/1.1\r\n" + kHost + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QVERIFY(client.waitFor("100 Continue\r\n\r\n"));
        client.send("ab");
        QVERIFY(client.waitFor("\r\n\r\nab"));
    }

    void continueIsNotSentForABodyThatIsTooLarge()
    {
        RawClient client(m_port);
        client.send("POST /echo HTTP/1.1\r\n" + kHost + "Expect: 100-continue\r\nContent-Length: 1001\r\n\r\n");
        const QByteArray answer = client.readAll();
        QCOMPARE(statusOf(answer), 413);
        QVERIFY(!answer.contains("100 Continue"));
    }

    void chunkedBodies()
    {
        RawClient client(m_port);
        client.send("POST /echo HTTP/1.1\r\n" + kHost +
                    "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        QVERIFY(client.waitFor("\r\n\r\nabcde"));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST /echo HTTP/1.1\r\n" + kHost;
        QTest::newRow("garbage") << QByteArray("\x01\x02garbage\r\n\r\n") << 400;
        QTest::newRow("no version") << QByteArray("GET /hello\r\n\r\n") << 400;
        QTest::newRow("HTTP/9.9") << QByteArray("GET /hello HTTP/9.9\r\n\r\n") << 505;
        QTest::newRow("bad field") << QByteArray("GET /hello HTTP/1.1\r\nbad field\r\n\r\n") << 400;
        QTest::newRow("field with a space before the colon")
            << QByteArray("GET /hello HTTP/1.1\r\nHost : localhost\r\n\r\n") << 400;
        QTest::newRow("no host") << QByteArray("GET /hello HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("foreign host") << QByteArray("GET /hello HTTP/1.1\r\nHost: evil.example\r\n\r\n") << 403;
        QTest::newRow("foreign origin") << get("/hello", "Origin: https://evil.example\r\n") << 403;
        QTest::newRow("dots") << get("/../etc/passwd") << 400;
        QTest::newRow("TRACE") << "TRACE / HTTP/1.1\r\n" + kHost + "\r\n" << 501;
        QTest::newRow("long line") << get("/" + QByteArray(20'000, 'x')) << 431;
        QTest::newRow("many fields") << get("/hello", QByteArray("X: y\r\n").repeated(4000)) << 431;
        QTest::newRow("CL and TE") << post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" << 400;
        QTest::newRow("TE and CL") << post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n" << 400;
        QTest::newRow("two lengths") << post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd" << 400;
        QTest::newRow("same length twice") << post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc" << 400;
        QTest::newRow("negative length") << post + "Content-Length: -5\r\n\r\n" << 400;
        QTest::newRow("signed length") << post + "Content-Length: +5\r\n\r\nabcde" << 400;
        QTest::newRow("endless length") << post + "Content-Length: 99999999999999999999999\r\n\r\n" << 400;
        QTest::newRow("unknown encoding") << post + "Transfer-Encoding: xchunked\r\n\r\n" << 400;
        QTest::newRow("bad chunk") << post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n" << 400;
        QTest::newRow("negative chunk") << post + "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n" << 400;
        QTest::newRow("too large") << post + "Content-Length: 1001\r\n\r\n" + QByteArray(1001, 'x') << 413;
        QTest::newRow("too large in chunks")
            << post + "Transfer-Encoding: chunked\r\n\r\n" + ("300\r\n" + QByteArray(0x300, 'x') + "\r\n").repeated(3)
            << 413;
        QTest::newRow("unknown expectation") << post + "Expect: miracles\r\nContent-Length: 1\r\n\r\nx" << 417;
        QTest::newRow("body for a path that takes none")
            << "POST /nothing HTTP/1.1\r\n" + kHost + "Content-Length: 100000\r\n\r\n"
            << 413;
        QTest::newRow("upgrade of a path without one")
            << get("/hello", "Upgrade: websocket\r\nConnection: Upgrade\r\n") << 404;
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        RawClient client(m_port);
        client.send(bytes);
        const QByteArray answer = client.readAll();
        QVERIFY2(statusOf(answer) == status, answer.left(200).constData());
        QVERIFY(client.wasClosed());
        QCOMPARE(answer.count("\r\nServer: "), 1);
    }

    /// What hides behind a refused request must never be read as the next one.
    void smuggledRequestIsNotAnswered()
    {
        RawClient client(m_port);
        client.send("POST /echo HTTP/1.1\r\n" + kHost +
                    "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + get("/hello"));
        QVERIFY(!client.readAll().contains("hello"));
    }

    void slowHeadIsCutOff()
    {
        RawClient client(m_port);
        client.send("GET /hello HTTP/1.1\r\n");
        // One byte now and then keeps no connection alive.
        for (int i = 0; i < 20 && client.socket().state() == QAbstractSocket::ConnectedState; ++i) {
            client.socket().waitForReadyRead(50);
            client.socket().write("X");
            client.socket().flush();
        }
        client.readAll(2000);
        QVERIFY(client.wasClosed());
    }

    void silentConnectionIsCutOff()
    {
        RawClient client(m_port);
        client.readAll(3000);
        QVERIFY(client.wasClosed());
    }

    void slowBodyIsCutOff()
    {
        RawClient client(m_port);
        client.send("POST /echo HTTP/1.1\r\n" + kHost + "Content-Length: 10\r\n\r\nab");
        client.readAll(3000);
        QVERIFY(client.wasClosed());
    }

    void idleConnectionIsCutOff()
    {
        RawClient client(m_port);
        client.send(get("/hello"));
        QVERIFY(client.waitFor("hello"));
        client.readAll(3000);
        QVERIFY(client.wasClosed());
    }

    void halfClosedPeerStillGetsItsAnswer()
    {
#ifdef Q_OS_UNIX
        RawClient client(m_port);
        client.send(get("/hello"));
        ::shutdown(int(client.socket().socketDescriptor()), SHUT_WR);
        QVERIFY(client.readAll().endsWith("hello"));
        QVERIFY(client.wasClosed());
#else
        QSKIP("QTcpSocket cannot close one half");
#endif
    }

    void halfARequestAndAHalfCloseEndsTheConnection()
    {
#ifdef Q_OS_UNIX
        RawClient client(m_port);
        client.send("POST /echo HTTP/1.1\r\n" + kHost + "Content-Length: 10\r\n\r\nabc");
        ::shutdown(int(client.socket().socketDescriptor()), SHUT_WR);
        QVERIFY(!client.readAll().contains("200"));
        QVERIFY(client.wasClosed());
#else
        QSKIP("QTcpSocket cannot close one half");
#endif
    }

    void tooManyConnectionsAreToldSoAndRoomComesBack()
    {
        {
            std::vector<std::unique_ptr<RawClient>> crowd;
            for (int i = 0; i < 20; ++i) {
                crowd.push_back(std::make_unique<RawClient>(m_port));
                crowd.back()->send(get("/hello"));
                QVERIFY(crowd.back()->waitFor("hello"));
            }
            // More of them than there are spare places: they wait for their turn, and none is reset.
            std::vector<std::unique_ptr<RawClient>> late;
            for (int i = 2; i < 8; ++i) {
                const QHostAddress address(QStringLiteral("127.0.0.%1").arg(i));
                if (!QTcpSocket().bind(address))
                    QSKIP("This machine has one loopback address only");
                late.push_back(std::make_unique<RawClient>(m_port, address));
                late.back()->send(get("/hello"));
            }
            for (const auto &client : late) {
                const QByteArray answer = client->readAll();
                QCOMPARE(statusOf(answer), 503);
                QVERIFY(answer.contains("Retry-After: "));
                QVERIFY(client->wasClosed());
            }
            RawClient watcher(m_port);
            watcher.send(get("/api/health"));
            QVERIFY(watcher.waitFor("well"));
            crowd.front()->forget();
            crowd.front()->send(get("/hello")); // who has a place keeps it
            QVERIFY(crowd.front()->waitFor("hello"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(reachable(), 3000);
    }

    void oneAddressHasNoMoreThanItLeavesFree()
    {
        ServerOptions options;
        options.limits.connections = 8;
        options.proxies = {"127.0.0.1"};
        Server server(*m_loop, *m_router, options);
        quint16 port = 0;
        m_loop->call([&] { port = server.listen("127.0.0.1", 0).value(); });
        const auto from = [](const QByteArray &address) {
            return get("/who", "X-Forwarded-For: 203.0.113.1, " + address + "\r\n");
        };
        std::vector<std::unique_ptr<RawClient>> crowd;
        for (int i = 0; i < 4; ++i) {
            crowd.push_back(std::make_unique<RawClient>(port));
            crowd.back()->send(from("198.51.100.7"));
            QVERIFY(crowd.back()->waitFor("from 198.51.100.7"));
        }
        RawClient fifth(port);
        fifth.send(from("198.51.100.7, 127.0.0.1"));
        QCOMPARE(statusOf(fifth.readAll()), 503);
        RawClient other(port);
        other.send(from("198.51.100.8"));
        QVERIFY(other.waitFor("from 198.51.100.8"));
        // Of the field, what no listed proxy wrote is anybody's word; without a listed proxy, all of it.
        RawClient stranger(m_port);
        stranger.send(from("198.51.100.9"));
        QVERIFY(stranger.waitFor("from 127.0.0.1"));
        crowd.clear();
        QTRY_VERIFY(([&] {
            RawClient again(port);
            again.send(from("198.51.100.7"));
            return again.waitFor("from 198.51.100.7", 500);
        }()));
    }

    /// A network of 64 bits is what one host is given.
    void anIPv6NetworkIsOneCaller()
    {
        ServerOptions options;
        options.limits.connections = 8;
        options.proxies = {"127.0.0.1"};
        Server server(*m_loop, *m_router, options);
        quint16 port = 0;
        m_loop->call([&] { port = server.listen("127.0.0.1", 0).value(); });
        const auto from = [](const QByteArray &address) { return get("/who", "X-Forwarded-For: " + address + "\r\n"); };
        std::vector<std::unique_ptr<RawClient>> crowd;
        for (const char *address : {"2001:db8:0:1::1", "2001:db8:0:1::2", "2001:DB8:0:1:f::3", "2001:db8:0:1::4"}) {
            crowd.push_back(std::make_unique<RawClient>(port));
            crowd.back()->send(from(address));
            QVERIFY2(crowd.back()->waitFor("from 2001:db8:0:1::/64"), crowd.back()->seen().constData());
        }
        RawClient fifth(port);
        fifth.send(from("2001:db8:0:1::5"));
        QCOMPARE(statusOf(fifth.readAll()), 503);
        RawClient neighbour(port);
        neighbour.send(from("2001:db8:0:2::1"));
        QVERIFY(neighbour.waitFor("from 2001:db8:0:2::/64"));
        RawClient mapped(port);
        mapped.send(from("::ffff:198.51.100.7"));
        QVERIFY(mapped.waitFor("from 198.51.100.7"));
    }

    void aProxyIsKnownOnASocketOfBothKinds()
    {
        for (const char *proxy : {"127.0.0.1", "::ffff:127.0.0.1"}) {
            ServerOptions options;
            options.proxies = {proxy};
            Server server(*m_loop, *m_router, options);
            Result<std::uint16_t> port = Error{};
            m_loop->call([&] { port = server.listen("::", 0); });
            if (!port)
                QSKIP("This machine has no IPv6");
            RawClient client(*port);
            client.send(get("/who", "X-Forwarded-For: 198.51.100.7\r\n"));
            QVERIFY(client.waitFor("from 198.51.100.7"));
        }
    }

    /// Who sends nothing has no head to be judged by.
    void oneSilentAddressLeavesRoomForOthers()
    {
        const QHostAddress second(QStringLiteral("127.0.0.2"));
        if (!QTcpSocket().bind(second))
            QSKIP("This machine has one loopback address only");
        ServerOptions options;
        options.limits.connections = 8;
        options.limits.reserved = 2;
        options.timers.header = options.timers.close = Millis(60'000);
        Server server(*m_loop, *m_router, options);
        quint16 port = 0;
        m_loop->call([&] { port = server.listen("127.0.0.1", 0).value(); });
        std::vector<std::unique_ptr<RawClient>> silent;
        for (int i = 0; i < 12; ++i)
            silent.push_back(std::make_unique<RawClient>(port));
        RawClient other(port, second);
        other.send(get("/who"));
        QVERIFY(other.waitFor("from 127.0.0.2"));
        silent.back()->readAll();
        QVERIFY(silent.back()->wasClosed());
        QVERIFY(silent.front()->readAll(1).isEmpty() && !silent.front()->wasClosed());
        // All places taken, the reserve answers.
        RawClient sixth(port, second);
        sixth.send(get("/who"));
        QVERIFY(sixth.waitFor("from 127.0.0.2"));
        std::vector<std::unique_ptr<RawClient>> more;
        for (int i = 3; i <= 5; ++i) {
            more.push_back(std::make_unique<RawClient>(port, QHostAddress(QStringLiteral("127.0.0.%1").arg(i))));
            more.back()->send(get("/who"));
            QVERIFY(more.back()->waitFor(i < 5 ? "from 127.0.0." + QByteArray::number(i) : "HTTP/1.1 503"));
        }
        more.back()->readAll();
        RawClient watcher(port, QHostAddress(QStringLiteral("127.0.0.6")));
        watcher.send(get("/api/health"));
        QVERIFY(watcher.waitFor("well"));
    }

    /// Each of them takes all that it is left, says nothing and comes again when it is sent away.
    void floodingAddressesLeaveAPlaceForAnother()
    {
        ServerOptions options;
        options.limits.connections = 32;
        options.limits.reserved = 8;
        options.timers.header = options.timers.close = Millis(60'000);
        Server server(*m_loop, *m_router, options);
        quint16 port = 0;
        m_loop->call([&] { port = server.listen("127.0.0.1", 0).value(); });
        std::vector<std::unique_ptr<RawClient>> silent;
        for (int address = 2; address <= 5; ++address) { // a fifth would take the last: 32 are 2^5
            const QHostAddress flood(QStringLiteral("127.0.0.%1").arg(address));
            if (!QTcpSocket().bind(flood))
                QSKIP("This machine has one loopback address only");
            for (int i = 0; i < 40; ++i)
                silent.push_back(std::make_unique<RawClient>(port, flood));
        }
        RawClient other(port);
        other.send(get("/who"));
        QVERIFY2(other.waitFor("from 127.0.0.1"), other.seen().left(100).constData());
        // Who floods is refused, and the others may look whether the server is well.
        RawClient one(port, QHostAddress(QStringLiteral("127.0.0.2")));
        one.send(get("/who"));
        QVERIFY(!one.readAll().contains("from"));
        for (int address = 6; address <= 8; ++address) {
            RawClient late(port, QHostAddress(QStringLiteral("127.0.0.%1").arg(address)));
            late.send(get("/api/health"));
            QVERIFY(late.waitFor("well"));
        }
        silent.clear();
        QTRY_VERIFY(([&] {
            RawClient again(port, QHostAddress(QStringLiteral("127.0.0.2")));
            again.send(get("/who"));
            return again.waitFor("from 127.0.0.2", 500);
        }()));
    }

    void browserIsToldWhatItMay()
    {
        RawClient client(m_port);
        client.send(
            "OPTIONS /hello HTTP/1.1\r\n" + kHost +
            "Origin: http://localhost:3000\r\nAccess-Control-Request-Method: PATCH\r\nConnection: close\r\n\r\n");
        const QByteArray answer = client.readAll();
        QCOMPARE(statusOf(answer), 204);
        QVERIFY(answer.contains("Access-Control-Allow-Origin: http://localhost:3000"));
        QVERIFY(answer.contains("x-supabase-api-version"));
        QVERIFY(answer.contains("prefer"));
    }

    void drainLetsIdleGoAndTakesNobodyNew()
    {
        RawClient idle(m_port);
        idle.send(get("/hello"));
        QVERIFY(idle.waitFor("hello"));
        std::promise<void> done;
        m_server->drain([&] { done.set_value(); });
        QCOMPARE(done.get_future().wait_for(std::chrono::seconds(5)), std::future_status::ready);
        m_drained = true;
        idle.readAll(2000);
        QVERIFY(idle.wasClosed());
        QVERIFY(!reachable());
    }

    void takenPortIsOneClearError()
    {
        Loop loop;
        Router router;
        Server second(loop, router);
        const auto port = second.listen("127.0.0.1", m_port);
        QVERIFY(!port);
        QCOMPARE(port.error().code, QStringLiteral("address_in_use"));
        QVERIFY(!second.listen("not an address", 0));
    }

private:
    bool reachable() const
    {
        RawClient client(m_port);
        client.send(get("/hello", "Connection: close\r\n"));
        return client.readAll(500).endsWith("hello");
    }

    std::unique_ptr<Loop> m_loop;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<Server> m_server;
    quint16 m_port = 0;
    bool m_drained = false;
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
