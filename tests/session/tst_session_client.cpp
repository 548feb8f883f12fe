// SPDX-License-Identifier: GPL-3.0-or-later
// The session against a GoTrue in this process: contracts/supabase.md §2, bugs 6, 9 and 40 of §5.
#include "fake_gotrue.h"
#include "models/ports/when_done.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "services/secrets/memory_store.h"
#include "services/session/kept_session.h"
#include "services/session/session_client.h"
#include "services/session/session_http.h"

#include <QCryptographicHash>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace bolt;
using namespace std::chrono_literals;

class SessionClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void signsIn();
    void wrongPassword();
    void serverNotThere();
    void remembersOnlyWhenAsked();
    void withoutAKeychainItGoesOn();
    void restores();
    void restoreWithoutASession();
    void restoreOfADeadSession();
    void restoreWithoutANetworkTellsWho();
    void restoreOfAnOlderSecretWaitsForTheServer();

    void refreshesAheadByTheServersClock();
    void bug40_singleFlight();
    void bug40_keptBeforeUsed();
    void bug40_takesWhatAnotherProcessKept();
    void bug40_waitsForTheLock();
    void anotherAccountsSessionIsLeftAlone();
    void retriesWithTheSameToken();
    void restsAfterRetries();
    void restsGrow();
    void honoursRetryAfter();
    void retryAfterStopsNobodyForLong();
    void deadRefreshTokenServesToTheEnd();
    void bug06_sleepIsNoticed();
    void refusedTokenIsRefreshedOnce();
    void shortLivedTokens();

    void roleChangeIsAnotherGeneration();
    void signsOut();
    void signOutWithoutNetwork();
    void overtakenSignIn();
    void tokenIsInNoError();
    void sessionHttpFollows();

private:
    void make(bool keychain = true)
    {
        m_session.reset();
        HttpClient::Settings web;
        web.timeout = 2s;
        m_http = std::make_unique<HttpClient>(web, HttpClient::BearerSource{});
        m_secrets = std::make_unique<MemoryStore>(keychain);
        makeSession();
    }
    void makeSession()
    {
        SessionClient::Settings settings;
        settings.lockFolder = m_folder->path();
        settings.retryBase = 1ms;
        settings.retryFor = 20ms;
        settings.random = [] { return 0.5; };
        m_session = std::make_unique<SessionClient>(*m_http, m_connector, *m_secrets, m_clock, settings);
    }
    Workspace workspace() const
    {
        return {QStringLiteral("test"), Workspace::Kind::Remote, m_server->url(), QStringLiteral("anon")};
    }
    QFuture<Outcome> signIn(bool remember = true)
    {
        return m_session->signIn(workspace(), QStringLiteral("a@b.c"), QStringLiteral("secret"), remember);
    }
    template<class T>
    static T wait(const QFuture<T> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 5000))
            qFatal("it did not settle");
        return future.result();
    }
    /// The refresh token in the keychain; empty when there is none.
    QByteArray kept() const
    {
        const auto &all = m_secrets->contents();
        return all.isEmpty() ? QByteArray() : KeptSession::fromSecret(all.begin().value()).refreshToken;
    }

    FixedClock m_clock{fromMicros(1'800'000'000'000'000)};
    DirectoryBoltConnector m_connector;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeGoTrue> m_server;
    std::unique_ptr<MemoryStore> m_secrets;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<SessionClient> m_session;
};

void SessionClientTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FakeGoTrue>(m_clock);
    make();
}

void SessionClientTest::cleanup()
{
    m_session.reset();
    m_http.reset();
    m_secrets.reset();
    m_server.reset();
}

void SessionClientTest::signsIn()
{
    QSignalSpy tokens(m_session.get(), &SessionClient::tokenChanged);
    QSignalSpy states(m_session.get(), &Session::stateChanged);
    const auto outcome = signIn();
    QCOMPARE(m_session->state(), Session::State::SigningIn);
    QVERIFY(wait(outcome).ok());
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    QCOMPARE(m_session->account(), (Account{QStringLiteral("u1"), QStringLiteral("a@b.c"), Role::Support}));
    QCOMPARE(m_session->workspace(), workspace());
    QCOMPARE(tokens.size(), 1);
    QCOMPARE(states.size(), 2);
    QCOMPARE(m_session->token().expiresAt, m_clock.now() + Seconds(3600));
    QCOMPARE(kept(), QByteArray("r1"));
    QCOMPARE(m_session->keychain(), Session::Keychain::Available);
    const auto &request = m_server->requests.first();
    QCOMPARE(request.headers.value("apikey"), QByteArray("anon"));
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer anon"));
}

void SessionClientTest::wrongPassword()
{
    const auto outcome = wait(m_session->signIn(workspace(), QStringLiteral("a@b.c"), QStringLiteral("wrong"), true));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().message, QStringLiteral("Invalid login credentials"));
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    QVERIFY(m_session->token().isNull());
    QTRY_VERIFY(kept().isEmpty());
}

void SessionClientTest::serverNotThere()
{
    const auto gone = workspace();
    m_server.reset();
    const auto outcome = wait(m_session->signIn(gone, QStringLiteral("a@b.c"), QStringLiteral("secret"), true));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, Error::Kind::Network);
    QCOMPARE(m_session->state(), Session::State::SignedOut);
}

void SessionClientTest::remembersOnlyWhenAsked()
{
    QVERIFY(wait(signIn(true)).ok());
    QCOMPARE(kept(), QByteArray("r1"));
    QVERIFY(wait(signIn(false)).ok());
    QTRY_VERIFY(kept().isEmpty()); // and what was kept before is forgotten
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    m_clock.advance(3600s);
    QVERIFY(wait(m_session->freshToken()).ok());
    QTRY_VERIFY(kept().isEmpty());
}

void SessionClientTest::withoutAKeychainItGoesOn()
{
    make(false);
    QSignalSpy said(m_session.get(), &Session::keychainChanged);
    QVERIFY(wait(signIn(true)).ok());
    QCOMPARE(m_session->keychain(), Session::Keychain::Unavailable);
    QCOMPARE(said.size(), 1);
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    m_clock.advance(3600s);
    QVERIFY(wait(m_session->freshToken()).ok());
    // Nothing of the secret is anywhere else.
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

void SessionClientTest::restores()
{
    QVERIFY(wait(signIn()).ok());
    makeSession(); // the program starts again
    QVERIFY(wait(m_session->restore(workspace())).ok());
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    QCOMPARE(m_session->account().role, Role::Support);
    QCOMPARE(kept(), QByteArray("r2"));
}

void SessionClientTest::restoreWithoutASession()
{
    const auto outcome = wait(m_session->restore(workspace()));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, Error::Kind::NotFound);
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    QVERIFY(m_server->requests.isEmpty());
}

void SessionClientTest::restoreOfADeadSession()
{
    QVERIFY(wait(signIn()).ok());
    m_server->current = "revoked";
    makeSession();
    const auto outcome = wait(m_session->restore(workspace()));
    QCOMPARE(outcome.error().code, QStringLiteral("refresh_token_already_used"));
    QCOMPARE(m_session->state(), Session::State::Expired);
    QTRY_VERIFY(kept().isEmpty());
}

void SessionClientTest::restoreWithoutANetworkTellsWho()
{
    QVERIFY(wait(signIn()).ok());
    makeSession();
    for (int i = 0; i < 50; ++i)
        m_server->failures << FakeHttp::respond(503, "{}");
    const auto restored = m_session->restore(workspace());
    QTRY_COMPARE(m_session->state(), Session::State::SignedIn); // before the server said a word
    QCOMPARE(m_session->account(), (Account{QStringLiteral("u1"), QStringLiteral("a@b.c"), Role::Support}));
    QVERIFY(m_session->token().isNull());
    QCOMPARE(wait(restored).error().kind, Error::Kind::Server);
    QCOMPARE(m_session->state(), Session::State::SignedIn); // away is not refused
    QCOMPARE(kept(), QByteArray("r1"));
    m_server->failures.clear();
    m_server->role = "viewer"; // what was kept is only what was true then
    m_session->checkNow();
    QTRY_VERIFY(!m_session->token().isNull());
    QCOMPARE(m_session->account().role, Role::Viewer);
    QCOMPARE(kept(), QByteArray("r2"));
}

void SessionClientTest::restoreOfAnOlderSecretWaitsForTheServer()
{
    QVERIFY(wait(signIn()).ok());
    const QString key = m_secrets->contents().keys().first();
    QVERIFY(wait(m_secrets->write(key, "u1\nr1")).ok());
    makeSession();
    m_server->failures << FakeHttp::respond(400, R"({"code":"over_request_rate_limit"})");
    const auto restored = m_session->restore(workspace());
    QCOMPARE(m_session->state(), Session::State::SigningIn);
    QVERIFY(!wait(restored).ok());
    QCOMPARE(m_session->state(), Session::State::SignedOut);
}

void SessionClientTest::refreshesAheadByTheServersClock()
{
    m_server->skew = -7200; // its clock is two hours behind: exp as it stands is long over
    QVERIFY(wait(signIn()).ok());
    QCOMPARE(m_session->token().expiresAt, m_clock.now() + Seconds(3600));
    m_clock.advance(3509s);
    m_session->checkNow();
    QCoreApplication::processEvents();
    QCOMPARE(m_server->refreshes, 0);
    m_clock.advance(2s); // less than 90 s are left
    const auto before = m_session->token().jwt;
    m_session->checkNow();
    QTRY_VERIFY(m_session->token().jwt != before);
    QCOMPARE(m_server->refreshes, 1);
    QCOMPARE(m_session->token().generation, 1u);
}

void SessionClientTest::bug40_singleFlight()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.advance(3600s);
    const auto a = m_session->freshToken();
    const auto b = m_session->freshToken();
    m_session->checkNow();
    m_session->tokenRefused(m_session->token().jwt);
    QVERIFY(wait(a).ok() && wait(b).ok());
    QCOMPARE(wait(a)->jwt, wait(b)->jwt);
    QCOMPARE(m_server->refreshes, 1);
}

void SessionClientTest::bug40_keptBeforeUsed()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.advance(3600s);
    QByteArray keptWhenTold;
    connect(m_session.get(), &SessionClient::tokenChanged, this, [&] { keptWhenTold = kept(); });
    QVERIFY(wait(m_session->freshToken()).ok());
    QCOMPARE(keptWhenTold, QByteArray("r2"));
}

void SessionClientTest::bug40_takesWhatAnotherProcessKept()
{
    QVERIFY(wait(signIn()).ok());
    m_server->grant(); // another process refreshed …
    // … and kept it
    m_secrets->write(m_secrets->contents().begin().key(),
                     KeptSession{QStringLiteral("u1"), m_server->current}.toSecret());
    m_clock.advance(3600s);
    QVERIFY(wait(m_session->freshToken()).ok());
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    QCOMPARE(m_server->refreshes, 1);
}

void SessionClientTest::bug40_waitsForTheLock()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.advance(3600s);
    // Whatever it is called: another process holds the one lock there is.
    const auto first = m_session->freshToken();
    QVERIFY(wait(first).ok());
    m_clock.advance(3600s);
    QSignalSpy tokens(m_session.get(), &SessionClient::tokenChanged);
    std::unique_ptr<QLockFile> other;
    connect(m_session.get(), &SessionClient::refreshTrouble, this, [] { QFAIL("no trouble was expected"); });
    const auto names = [&] {
        QStringList out;
        const auto key = m_secrets->contents().begin().key().toUtf8();
        out << QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(16));
        return out;
    }();
    other = std::make_unique<QLockFile>(m_folder->path() + QStringLiteral("/session-%1.lock").arg(names.first()));
    QVERIFY(other->tryLock(0));
    const auto second = m_session->freshToken();
    int asked = -1;
    QTimer::singleShot(250ms, this, [&] { // over two looks at the lock later
        asked = m_server->refreshes;
        other.reset();
    });
    QVERIFY(wait(second).ok());
    QCOMPARE(asked, 1);
    QCOMPARE(m_server->refreshes, 2);
    QCOMPARE(tokens.size(), 1);
}

void SessionClientTest::anotherAccountsSessionIsLeftAlone()
{
    QVERIFY(wait(signIn()).ok());
    // A second desk on this machine was signed in as somebody else meanwhile.
    const auto others = KeptSession{QStringLiteral("u2"), "theirs"}.toSecret();
    m_secrets->write(m_secrets->contents().begin().key(), others);
    m_clock.advance(3600s);
    QVERIFY(wait(m_session->freshToken()).ok());
    QCOMPARE(m_session->account().id, QStringLiteral("u1"));
    QCOMPARE(m_secrets->contents().begin().value(), others);
    QCOMPARE(m_session->keychain(), Session::Keychain::Available);
    m_session->signOut();
    QTRY_COMPARE(m_server->logouts, 1);
    QCOMPARE(m_secrets->contents().begin().value(), others);
}

void SessionClientTest::retriesWithTheSameToken()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.advance(3600s);
    m_server->failures = {"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", FakeHttp::respond(503, "{}"),
                          FakeHttp::respond(409, R"({"code":"conflict"})")};
    m_server->closeAfterAnswer = true;
    QSignalSpy trouble(m_session.get(), &SessionClient::refreshTrouble);
    QVERIFY(wait(m_session->freshToken()).ok());
    QVERIFY(trouble.size() >= 2); // a connection that was closed on it may be tried again below us
    for (const auto &request : m_server->requests.mid(1))
        QVERIFY(request.body.contains("\"r1\""));
}

void SessionClientTest::restsAfterRetries()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.advance(3600s);
    for (int i = 0; i < 50; ++i)
        m_server->failures << FakeHttp::respond(500, "{}");
    const auto outcome = wait(m_session->freshToken());
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, Error::Kind::Server);
    const auto tries = m_server->requests.size();
    QVERIFY2(tries > 3 && tries < 10, QByteArray::number(tries)); // 2ⁿ within retryFor
    QCOMPARE(m_session->state(), Session::State::SignedIn);       // offline is not signed out
    m_server->failures.clear();
    QCOMPARE(wait(m_session->freshToken()).error().kind, Error::Kind::Server);
    QCOMPARE(m_server->requests.size(), tries); // it rests, whoever asks
    m_clock.advance(3s);                        // not a minute
    QVERIFY(wait(m_session->freshToken()).ok());
    QCOMPARE(m_session->token().expiresAt, m_clock.now() + Seconds(3600));
}

/// Short, growing, and one try each: a server that is back is found soon, one that is down is not pressed.
void SessionClientTest::restsGrow()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.advance(3600s);
    for (int i = 0; i < 100; ++i)
        m_server->failures << FakeHttp::respond(500, "{}");
    QVERIFY(!wait(m_session->freshToken()).ok());
    for (const int rest : {2, 4, 8, 16, 30, 30}) {
        const auto tries = m_server->requests.size();
        m_clock.advance(Millis(rest * 1000 - 1));
        QVERIFY(!wait(m_session->freshToken()).ok());
        QCOMPARE(m_server->requests.size(), tries);
        m_clock.advance(1ms);
        QVERIFY(!wait(m_session->freshToken()).ok());
        QCOMPARE(m_server->requests.size(), tries + 1);
    }
}

void SessionClientTest::honoursRetryAfter()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.advance(3600s);
    m_server->failures = {FakeHttp::respond(429, "{}", "Retry-After: 60\r\n")};
    const auto outcome = wait(m_session->freshToken());
    QCOMPARE(outcome.error().kind, Error::Kind::RateLimit); // longer than it retries: it rests
    QCOMPARE(m_server->requests.size(), 2);
    m_clock.advance(59'999ms);
    m_session->checkNow(); // a wake or a network that is back does not outweigh the server's wish
    QVERIFY(!wait(m_session->freshToken()).ok());
    QCOMPARE(m_server->requests.size(), 2);
    m_clock.advance(1ms);
    QVERIFY(wait(m_session->freshToken()).ok());
}

/// A person may, and what is asked for by a header that is wrong ends by itself.
void SessionClientTest::retryAfterStopsNobodyForLong()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.advance(3600s);
    m_server->failures = {FakeHttp::respond(503, "{}", "Retry-After: 86400\r\n"),
                          FakeHttp::respond(503, "{}", "Retry-After: 86400\r\n")};
    QVERIFY(!wait(m_session->freshToken()).ok());
    QCOMPARE(m_server->requests.size(), 2);
    m_session->tryNow();
    QTRY_COMPARE(m_server->requests.size(), 3);
    QVERIFY(!wait(m_session->freshToken()).ok());
    QCOMPARE(m_server->requests.size(), 3);
    m_clock.advance(10min - 1ms);
    QVERIFY(!wait(m_session->freshToken()).ok());
    QCOMPARE(m_server->requests.size(), 3);
    m_clock.advance(1ms);
    QVERIFY(wait(m_session->freshToken()).ok());
    QCOMPARE(m_server->requests.size(), 4);
}

void SessionClientTest::deadRefreshTokenServesToTheEnd()
{
    QVERIFY(wait(signIn()).ok());
    m_server->current = "revoked";
    m_clock.advance(3550s);
    QVERIFY(!wait(m_session->freshToken()).ok());
    QCOMPARE(m_session->state(), Session::State::SignedIn); // 50 s are left of it
    QTRY_VERIFY(kept().isEmpty());
    QVERIFY(wait(m_session->freshToken()).ok());
    m_clock.advance(51s);
    m_session->checkNow();
    QCOMPARE(m_session->state(), Session::State::Expired);
    QVERIFY(m_session->token().isNull());
    QCOMPARE(m_server->refreshes, 1); // asked once
    QVERIFY(!wait(m_session->freshToken()).ok());
}

void SessionClientTest::bug06_sleepIsNoticed()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.jump(10h); // slept
    const auto before = m_session->token().jwt;
    m_session->checkNow(); // what a wake calls; the timer looks every 30 s besides
    QTRY_VERIFY(m_session->token().jwt != before);
}

void SessionClientTest::refusedTokenIsRefreshedOnce()
{
    QVERIFY(wait(signIn()).ok());
    const auto jwt = m_session->token().jwt;
    m_session->tokenRefused("another");
    QCoreApplication::processEvents();
    QCOMPARE(m_server->refreshes, 0);
    m_session->tokenRefused(jwt);
    m_session->tokenRefused(jwt);
    QTRY_VERIFY(m_session->token().jwt != jwt);
    m_session->tokenRefused(jwt); // a late answer with the old one
    QCoreApplication::processEvents();
    QCOMPARE(m_server->refreshes, 1);
}

void SessionClientTest::shortLivedTokens()
{
    m_server->life = 5;
    QVERIFY(wait(signIn()).ok());
    QVERIFY(wait(m_session->freshToken()).ok());
    QCOMPARE(m_server->refreshes, 0); // three quarters of its life it is fresh
    m_clock.advance(4s);
    QVERIFY(wait(m_session->freshToken()).ok());
    QCOMPARE(m_server->refreshes, 1);
}

void SessionClientTest::roleChangeIsAnotherGeneration()
{
    QVERIFY(wait(signIn()).ok());
    const auto generation = m_session->token().generation;
    m_server->role = "admin";
    m_clock.advance(3600s);
    QSignalSpy states(m_session.get(), &Session::stateChanged);
    QVERIFY(wait(m_session->freshToken()).ok());
    QCOMPARE(m_session->account().role, Role::Admin);
    QCOMPARE(m_session->token().generation, generation + 1);
    QCOMPARE(states.size(), 1);
}

void SessionClientTest::signsOut()
{
    QVERIFY(wait(signIn()).ok());
    const auto jwt = m_session->token().jwt;
    QSignalSpy tokens(m_session.get(), &SessionClient::tokenChanged);
    m_session->signOut();
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    QVERIFY(m_session->token().isNull());
    QCOMPARE(tokens.size(), 1);
    QTRY_VERIFY(kept().isEmpty());
    QTRY_COMPARE(m_server->logouts, 1);
    QCOMPARE(m_server->requests.last().headers.value("authorization"), "Bearer " + jwt);
    m_session->signOut();
    QCOMPARE(tokens.size(), 1);
}

void SessionClientTest::signOutWithoutNetwork()
{
    QVERIFY(wait(signIn()).ok());
    m_server.reset();
    m_session->signOut();
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    QTRY_VERIFY(kept().isEmpty());
    QTRY_COMPARE(m_http->open(), 0);
    QCOMPARE(m_session->state(), Session::State::SignedOut);
}

void SessionClientTest::overtakenSignIn()
{
    const auto first = m_session->signIn(workspace(), QStringLiteral("a@b.c"), QStringLiteral("wrong"), true);
    const auto second = signIn();
    QCOMPARE(wait(first).error().kind, Error::Kind::Cancelled);
    QVERIFY(wait(second).ok());
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    const auto third = m_session->restore(workspace());
    m_session->signOut();
    QVERIFY(!wait(third).ok());
    QCOMPARE(m_session->state(), Session::State::SignedOut);
}

void SessionClientTest::tokenIsInNoError()
{
    QVERIFY(wait(signIn()).ok());
    m_clock.advance(3600s);
    m_server->failures << FakeHttp::respond(400, "<html>" + m_session->token().jwt);
    const auto outcome = wait(m_session->freshToken());
    QVERIFY(!outcome.ok());
    const auto error = outcome.error();
    QVERIFY(!(error.message + error.detail).contains(QString::fromLatin1(m_session->token().jwt)));
}

void SessionClientTest::sessionHttpFollows()
{
    SessionHttp http(*m_session);
    QVERIFY(wait(signIn()).ok());
    wire::Request request;
    request.target = "/rest/v1/jobs";
    m_server->failures << FakeHttp::respond(401, "{}");
    const auto jwt = m_session->token().jwt;
    QVERIFY(wait(http.send(request).answer).ok());
    QCOMPARE(m_server->requests.last().headers.value("authorization"), "Bearer " + jwt);
    QTRY_VERIFY(m_session->token().jwt != jwt); // it told the session
}

QTEST_GUILESS_MAIN(SessionClientTest)
#include "tst_session_client.moc"
