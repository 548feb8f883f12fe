// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of backend/http that need no socket.
#include "backend/http/access_rules.h"
#include "backend/http/address.h"
#include "backend/http/json_text.h"
#include "backend/http/reply_text.h"
#include "backend/http/request_check.h"
#include "backend/http/router.h"
#include "backend/http/server_core.h"
#include "backend/http/target.h"

#include <QtTest>
#include <random>
#include <stdexcept>

using namespace bolt::backend;

class TestHttpParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("plain") << QByteArray("/a/b?x=1") << true << QByteArray("/a/b");
        QTest::newRow("root") << QByteArray("/") << true << QByteArray("/");
        QTest::newRow("escaped slash stays one segment") << QByteArray("/a%2Fb") << true << QByteArray("/a/b");
        QTest::newRow("trailing slash") << QByteArray("/a/") << true << QByteArray("/a");
        QTest::newRow("dots") << QByteArray("/a/../b") << false << QByteArray();
        QTest::newRow("escaped dots") << QByteArray("/a/%2e%2e/b") << false << QByteArray();
        QTest::newRow("dots between escaped slashes") << QByteArray("/a%2F..%2Fb") << false << QByteArray();
        QTest::newRow("NUL") << QByteArray("/a%00") << false << QByteArray();
        QTest::newRow("half an escape") << QByteArray("/a%2") << false << QByteArray();
        QTest::newRow("bad escape") << QByteArray("/a?x=%zz") << false << QByteArray();
        QTest::newRow("absolute form") << QByteArray("http://evil/") << false << QByteArray();
        QTest::newRow("empty") << QByteArray() << false << QByteArray();
    }
    void targets()
    {
        QFETCH(QByteArray, target);
        QFETCH(bool, good);
        QFETCH(QByteArray, path);
        Request request;
        QCOMPARE(parseTarget(target.toStdString(), &request), good);
        if (good)
            QCOMPARE(QByteArray::fromStdString(request.path), path);
    }

    void queryIsDecodedInOrder()
    {
        Request request;
        QVERIFY(parseTarget("/x?a=1&b=%2B+c&a=2&flag&&d=e%3Df", &request));
        QCOMPARE(request.query.size(), size_t(5));
        QCOMPARE(request.queryValue("b"), std::string_view("+ c"));
        QCOMPARE(request.queryValue("a"), std::string_view("1"));
        QVERIFY(request.hasQuery("flag"));
        QCOMPARE(request.queryValue("d"), std::string_view("e=f"));
    }

    void framing_data()
    {
        QTest::addColumn<QList<QPair<QByteArray, QByteArray>>>("fields");
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("status");
        using Fields = QList<QPair<QByteArray, QByteArray>>;
        const QPair<QByteArray, QByteArray> host{"Host", "localhost"};
        QTest::newRow("none") << Fields{host} << 11 << 0;
        QTest::newRow("length") << Fields{host, {"Content-Length", "5"}} << 11 << 0;
        QTest::newRow("chunked") << Fields{host, {"Transfer-Encoding", "chunked"}} << 11 << 0;
        QTest::newRow("both") << Fields{host, {"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}} << 11 << 400;
        QTest::newRow("two lengths") << Fields{host, {"Content-Length", "5"}, {"content-length", "5"}} << 11 << 400;
        QTest::newRow("list of lengths") << Fields{host, {"Content-Length", "5, 5"}} << 11 << 400;
        QTest::newRow("negative") << Fields{host, {"Content-Length", "-5"}} << 11 << 400;
        QTest::newRow("plus") << Fields{host, {"Content-Length", "+5"}} << 11 << 400;
        QTest::newRow("endless") << Fields{host, {"Content-Length", "99999999999999999999"}} << 11 << 400;
        QTest::newRow("two encodings") << Fields{host, {"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "x"}}
                                       << 11 << 400;
        QTest::newRow("gzip, chunked") << Fields{host, {"Transfer-Encoding", "gzip, chunked"}} << 11 << 400;
        QTest::newRow("chunked in 1.0") << Fields{host, {"Transfer-Encoding", "chunked"}} << 10 << 400;
        QTest::newRow("no host") << Fields{} << 11 << 400;
        QTest::newRow("no host in 1.0") << Fields{} << 10 << 0;
        QTest::newRow("two hosts") << Fields{host, host} << 11 << 400;
        QTest::newRow("HTTP/2.0") << Fields{host} << 20 << 505;
    }
    void framing()
    {
        using Fields = QList<QPair<QByteArray, QByteArray>>;
        QFETCH(Fields, fields);
        QFETCH(int, version);
        QFETCH(int, status);
        Request request;
        for (const auto &[name, value] : fields)
            request.headers.add(name.toStdString(), value.toStdString());
        QCOMPARE(checkHead("POST", "/x", unsigned(version), &request).status, status);
    }

    void unknownMethodIsNotImplemented()
    {
        Request request;
        request.headers.add("Host", "localhost");
        QCOMPARE(checkHead("TRACE", "/", 11, &request).status, 501);
    }

    void routesPreferLiterals()
    {
        Router router;
        const auto says = [](std::string word) {
            return [word](const Request &r) {
                return Reply{200, {}, word + std::string(r.param("id")) + std::string(r.param("x"))};
            };
        };
        router.add(Method::Get, "/jobs/*", says("rest"));
        router.add(Method::Get, "/jobs/:id", says("id="));
        router.add(Method::Get, "/jobs/all", says("all"));
        router.add(Method::Post, "/jobs/:id/do/:x", says("do="));
        const auto ask = [&](Method method, const char *target) {
            Request request;
            request.method = method;
            parseTarget(target, &request);
            return router.answer(request);
        };
        QCOMPARE(ask(Method::Get, "/jobs/all").body, std::string("all"));
        QCOMPARE(ask(Method::Get, "/jobs/7").body, std::string("id=7"));
        QCOMPARE(ask(Method::Head, "/jobs/7").body, std::string("id=7"));
        QCOMPARE(ask(Method::Get, "/jobs/7/x/y").body, std::string("rest"));
        QCOMPARE(ask(Method::Get, "/jobs").body, std::string("rest"));
        QCOMPARE(ask(Method::Post, "/jobs/7/do/8").body, std::string("do=78"));
        QCOMPARE(ask(Method::Delete, "/jobs/all").status, 405);
        QCOMPARE(ask(Method::Get, "/nothing").status, 404);
    }

    void errorsAreWordedByArea()
    {
        Router router;
        router.setErrorForm("/a", [](int status, std::string_view, std::string_view) {
            return Reply{status, {}, "A"};
        });
        router.setErrorForm("/a/b", [](int status, std::string_view, std::string_view) {
            return Reply{status, {}, "B"};
        });
        router.add(Method::Get, "/a/b/throws", [](const Request &) -> Reply { throw std::runtime_error("secret"); });
        QCOMPARE(router.error("/a/x", 404, "c", "m").body, std::string("A"));
        QCOMPARE(router.error("/a/b/x", 404, "c", "m").body, std::string("B"));
        Request request;
        parseTarget("/a/b/throws", &request);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("handler threw: secret")));
        const Reply reply = router.answer(request);
        QCOMPARE(reply.status, 500);
        QCOMPARE(reply.body, std::string("B"));
    }

    void aLateHandlerMayThrow()
    {
        Router router;
        router.addLate(Method::Get, "/before", [](const Request &, const Respond &) { throw std::runtime_error("x"); });
        router.addLate(Method::Get, "/after", [](const Request &, const Respond &respond) {
            respond(Reply::empty(204));
            throw std::runtime_error("x");
        });
        for (const auto &[path, status] : {std::pair("/before", 500), std::pair("/after", 204)}) {
            Request request;
            parseTarget(path, &request);
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("handler threw: x")));
            QList<int> answers;
            router.answer(request, [&](const Reply &reply) { answers << reply.status; });
            QCOMPARE(answers, QList<int>{status});
        }
    }

    /// It would end while it runs, and what it holds with it.
    void whoHearsOfRoomIsForgottenFirst()
    {
        Loop loop;
        const Router router;
        ServerCore core(loop, router, {});
        int heard = 0;
        bool held = true;
        core.roomMade = [&] {
            held = bool(core.roomMade);
            core.roomMade = [&] { ++heard; };
        };
        core.leave(nullptr);
        QVERIFY(!held);
        QCOMPARE(heard, 0);
        core.leave(nullptr);
        QCOMPARE(heard, 1);
        core.leave(nullptr);
        QCOMPARE(heard, 1);
    }

    /// Of strangers a network of 64 bits is one, of neighbours each is himself: else a whole office was one.
    void callers_data()
    {
        QTest::addColumn<std::string>("peer");
        QTest::addColumn<std::string>("local");
        QTest::addColumn<std::string>("caller");
        const auto row = [](const char *peer, const char *local, const char *caller) {
            QTest::addRow("%s at %s", peer, local) << std::string(peer) << std::string(local) << std::string(caller);
        };
        row("192.0.2.7", "192.0.2.1", "192.0.2.7");
        row("2001:db8:0:1::7", "2001:db8:0:2::1", "2001:db8:0:1::/64");
        row("2001:db8:0:1::7", "192.0.2.1", "2001:db8:0:1::/64");
        row("2001:db8:0:1::7", "", "2001:db8:0:1::/64");
        row("2001:db8:0:1::7", "2001:db8:0:1::1", "2001:db8:0:1::7");
        row("fe80::7", "2001:db8:0:1::1", "fe80::7");
        row("febf::7", "fe80::1", "febf::7");
        row("fec0::7", "fe80::1", "fec0::/64");
        row("fc00::7", "2001:db8:0:1::1", "fc00::7");
        row("fd12:3456:789a:1::7", "fd12:3456:789a:2::1", "fd12:3456:789a:1::7");
        row("fe00::7", "fd12::1", "fe00::/64");
        row("::1", "::1", "::1");
    }
    void callers()
    {
        QFETCH(std::string, peer);
        QFETCH(std::string, local);
        QFETCH(std::string, caller);
        QCOMPARE(callerOf(peer, local), caller);
    }

    void hostsAndOrigins()
    {
        const AccessRules loopback("127.0.0.1", {}, {});
        QVERIFY(loopback.hostAllowed("127.0.0.1:8080"));
        QVERIFY(loopback.hostAllowed("LocalHost"));
        QVERIFY(loopback.hostAllowed("[::1]:1"));
        QVERIFY(!loopback.hostAllowed("evil.example:8080"));
        QVERIFY(!loopback.hostAllowed("127.0.0.1.evil.example"));
        QVERIFY(!loopback.hostAllowed(""));
        QVERIFY(loopback.originAllowed(""));
        QVERIFY(loopback.originAllowed("http://localhost:3000"));
        QVERIFY(!loopback.originAllowed("https://evil.example"));
        QVERIFY(!loopback.originAllowed("null"));
        const AccessRules open("0.0.0.0", {}, {"https://desk.example"});
        QVERIFY(open.hostAllowed("anything.example"));
        QVERIFY(open.originAllowed("https://desk.example"));
        QVERIFY(!open.originAllowed("http://localhost:3000"));
        const AccessRules named("0.0.0.0", {"desk.example"}, {});
        QVERIFY(named.hostAllowed("desk.example:443"));
        QVERIFY(!named.hostAllowed("other.example"));
    }

    void dataCannotBeginAField()
    {
        Reply reply{200, {{"X-A", "1\r\nSet-Cookie: x"}}, "body"};
        const std::string text = textOf(reply, {true, false, false, "s", "d"});
        QVERIFY(text.find("\r\nSet-Cookie") == std::string::npos);
        QVERIFY(text.find("Content-Length: 4\r\n") != std::string::npos);
        const std::string head = textOf(reply, {true, true, false, "s", "d"});
        QVERIFY(head.find("Content-Length: 4\r\n") != std::string::npos);
        QCOMPARE(head.substr(head.size() - 4), std::string("\r\n\r\n"));
        QVERIFY(textOf(Reply::empty(204), {true, false, false, "s", "d"}).find("Content-Length") == std::string::npos);
    }

    /// In whatever order they take, give back and take again.
    void floodingAddressesLeaveAPlace()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 90; ++round) {
            const auto places = std::make_shared<Places>(512);
            const unsigned addresses = 1 + random() % 9;
            std::vector<Place> held;
            for (int step = 0; step < 3'000; ++step) {
                if (random() % 8 == 0 && !held.empty()) {
                    std::swap(held[random() % held.size()], held.back());
                    held.pop_back();
                } else if (Place place(places, "flood " + std::to_string(random() % addresses)); place) {
                    held.push_back(std::move(place));
                }
            }
            QVERIFY(places->free() >= 512u >> addresses);
            QVERIFY(Place(places, "another"));
        }
        // One after the other is the worst.
        const auto places = std::make_shared<Places>(512);
        std::vector<Place> held;
        for (int i = 1; i <= 9; ++i) {
            while (Place place{places, std::to_string(i)})
                held.push_back(std::move(place));
            QCOMPARE(places->free(), std::size_t(512 >> i));
        }
        held.clear();
        QCOMPARE(places->free(), std::size_t(512));
        QCOMPARE(places->heldBy("1"), std::size_t(0));
    }

    void aNumberOfOnesOwnIsWhatItSays()
    {
        const auto places = std::make_shared<Places>(10, 8);
        std::vector<Place> held;
        while (Place place{places, "one"})
            held.push_back(std::move(place));
        QCOMPARE(held.size(), std::size_t(8));
        QVERIFY(Place(places, std::string())); // not known yet for whom
    }

    void deepJsonIsRefused()
    {
        QVERIFY(!parseJson(std::string(64, '[') + std::string(64, ']')).is_discarded());
        QVERIFY(parseJson(std::string(65, '[') + std::string(65, ']')).is_discarded());
        QVERIFY(parseJson(std::string(5'000'000, '[')).is_discarded());
        QVERIFY(!parseJson("\"" + std::string(100, '[') + "\"").is_discarded());
        QCOMPARE(dumpJson(std::string("a\xff")), std::string("\"a\xEF\xBF\xBD\""));
    }

    /// The same bytes each time; a longer run is the fuzz target's business.
    void randomBytesAreHarmless()
    {
        std::mt19937 random(20261121);
        for (int round = 0; round < 5'000; ++round) {
            std::string bytes = "/";
            const auto length = random() % 60;
            for (unsigned i = 0; i < length; ++i)
                bytes.push_back(random() % 3 ? "/%?&=+.2eF"[random() % 10] : char(random()));
            Request request;
            if (parseTarget(bytes, &request))
                QVERIFY(request.path.front() == '/');
            parseJson(bytes);
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpParts)
#include "tst_http_parts.moc"
