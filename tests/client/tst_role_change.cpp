// SPDX-License-Identifier: GPL-3.0-or-later
// T12 of contracts/supabase.md §4.5 in the whole client: another role of the same account is another copy.
#include "services/client/desk_client.h"
#include "services/http/http_client.h"
#include "services/secrets/memory_store.h"
#include "services/session/session_client.h"
#include "tests/sync/worker_bench.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

namespace {

/// The sign-in and the tables of one server. What a role sees is `rows`.
class RoleServer : public FakeHttp
{
public:
    RoleServer()
    {
        answer = [this](const Request &r) { return r.target.startsWith("/auth/") ? grant() : table(r); };
    }
    QByteArray role = "support";
    QByteArray rows = WorkerBench::package("a", 1) + ',' + WorkerBench::package("b", 2);

private:
    QByteArray grant()
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const QByteArray claims = R"({"sub":"u1","iat":)" + QByteArray::number(now) + R"(,"exp":)" +
                                  QByteArray::number(now + 3600) + R"(,"n":)" + QByteArray::number(++m_count) +
                                  R"(,"app_metadata":{"role":")" + role + "\"}}";
        const QByteArray jwt =
            "h." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".s";
        return respond(200, R"({"access_token":")" + jwt + R"(","refresh_token":"r)" + QByteArray::number(m_count) +
                                R"(","expires_in":3600,"user":{"id":"u1","email":"a@b.c"}})");
    }
    QByteArray table(const Request &request) const
    {
        const bool first = !request.target.contains("id=gt.") && !request.target.contains("or=");
        const bool here = request.target.startsWith("/rest/v1/packages?") && first;
        return respond(200, "[" + (here ? rows : QByteArray()) + "]");
    }
    int m_count = 0;
};

} // namespace

class tst_RoleChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherRoleIsAnotherCopy();
    void aServerThatAnswersWasReached_data();
    void aServerThatAnswersWasReached();
};

void tst_RoleChange::aServerThatAnswersWasReached_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("too many") << 429;
    QTest::newRow("broken") << 500;
}

/// A desk that starts from what the keychain has: who is signed in is not confirmed, and why is said as it is.
void tst_RoleChange::aServerThatAnswersWasReached()
{
    QFETCH(int, status);
    FakeHttp server;
    server.answer = [status](const FakeHttp::Request &) { return FakeHttp::respond(status, R"({"msg":"not now"})"); };
    TwoDoors doors;
    SystemClock clock;
    MemoryStore secrets;
    Workspace workspace;
    workspace.url = server.url();
    workspace.anonKey = u"anon"_s;
    secrets.write(u"session "_s + workspace.url.toString(), "u1\nr1\na@b.c\nadmin");
    HttpClient http({}, {});
    SessionClient::Settings ofSession;
    ofSession.random = [] { return 0.5; };
    SessionClient session(http, doors, secrets, clock, ofSession);
    Store store;
    DeskClient client(session, doors, clock, store, {});
    client.start();
    session.restore(workspace);
    const LinkHealth &health = client.link().health();
    QTRY_COMPARE(health.phase, LinkPhase::Offline);
    QCOMPARE(health.reason, (LinkReason{LinkReason::NoToken, u"not now"_s}));
}

void tst_RoleChange::anotherRoleIsAnotherCopy()
{
    QTemporaryDir folder;
    RoleServer server;
    FakeRealtime realtime;
    TwoDoors doors;
    doors.streamUrl = realtime.url();
    SystemClock clock;
    MemoryStore secrets;
    HttpClient http({}, {});
    SessionClient::Settings ofSession;
    ofSession.lockFolder = folder.path();
    ofSession.random = [] { return 0.5; };
    SessionClient session(http, doors, secrets, clock, ofSession);
    Store store;
    DeskClient::Settings s;
    s.replicaFile = folder.filePath(u"copy"_s);
    DeskClient client(session, doors, clock, store, s);
    int resets = 0;
    connect(&client, &DeskClient::applying, this, [&resets](const Delta &delta) { resets += delta.reset; });
    client.start();
    Workspace workspace;
    workspace.url = server.url();
    workspace.anonKey = u"anon"_s;
    session.signIn(workspace, u"a@b.c"_s, u"secret"_s, false);
    QTRY_COMPARE(client.link().health().phase, LinkPhase::Live);
    QCOMPARE(store.packages().size(), size_t(2));

    const int before = resets;
    session.tokenRefused(session.token().jwt); // a new token, nothing else
    QTRY_COMPARE(realtime.count(u"access_token"), 1);
    QCOMPARE(resets, before);
    QCOMPARE(store.packages().size(), size_t(2));

    server.role = "admin";
    server.rows = WorkerBench::package("a", 1);
    session.tokenRefused(session.token().jwt);
    QTRY_COMPARE(resets, before + 1);
    QTRY_COMPARE(client.link().health().phase, LinkPhase::Live);
    QTRY_COMPARE(store.packages().size(), size_t(1));
    QCOMPARE(session.account().role, Role::Admin);
}

QTEST_GUILESS_MAIN(tst_RoleChange)
#include "tst_role_change.moc"
