// SPDX-License-Identifier: GPL-3.0-or-later
// GoTrue's requests and answers: contracts/supabase.md §2.
#include "services/connectors/directory_bolt.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bolt;

namespace {

QByteArray jwtOf(const QByteArray &claims)
{
    constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(options) + '.' + claims.toBase64(options) + ".c2ln";
}

QByteArray grantOf(const QByteArray &jwt)
{
    return R"({"access_token":")" + jwt +
           R"(","token_type":"bearer","expires_in":3600,"refresh_token":"r-1","user":{"id":"u1","email":"a@b.c","app_metadata":{"role":"admin"},"user_metadata":{"role":"admin"}}})";
}

} // namespace

class DirectoryBoltSessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsInByPassword();
    void refreshesAndLeaves();
    void readsAGrant();
    void roleIsTheTokens();
    void refusesWhatIsNoGrant_data();
    void refusesWhatIsNoGrant();
    void readsRefusals();

private:
    DirectoryBoltConnector m_connector;
};

void DirectoryBoltSessionTest::signsInByPassword()
{
    const auto request = m_connector.signIn(QStringLiteral("ü@b.c"), QStringLiteral("p\"w\\"));
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/auth/v1/token?grant_type=password"));
    const auto body = QJsonDocument::fromJson(request.body).object();
    QCOMPARE(body.value(u"email").toString(), QStringLiteral("ü@b.c"));
    QCOMPARE(body.value(u"password").toString(), QStringLiteral("p\"w\\"));
    QVERIFY(!request.bearer);
    QVERIFY(!request.repeatable);
}

void DirectoryBoltSessionTest::refreshesAndLeaves()
{
    const auto refresh = m_connector.refresh("r-1");
    QCOMPARE(refresh.target, QByteArray("/auth/v1/token?grant_type=refresh_token"));
    QCOMPARE(refresh.body, QByteArray(R"({"refresh_token":"r-1"})"));
    const auto leave = m_connector.signOut("jwt");
    QCOMPARE(leave.target, QByteArray("/auth/v1/logout?scope=local"));
    QVERIFY(leave.body.isEmpty());
    const wire::Request::Header bearer{"Authorization", "Bearer jwt"};
    QVERIFY(std::count(leave.headers.begin(), leave.headers.end(), bearer) == 1);
}

void DirectoryBoltSessionTest::readsAGrant()
{
    const auto jwt =
        jwtOf(R"({"sub":"u-9","exp":1795183467,"iat":1795179867,"email":"x@y.z","app_metadata":{"role":"manager"}})");
    const auto grant = m_connector.readGrant({200, {}, grantOf(jwt)});
    QVERIFY(grant.ok());
    QCOMPARE(grant->accessToken, jwt);
    QCOMPARE(grant->refreshToken, QByteArray("r-1"));
    QCOMPARE(toMicros(*grant->expiresAt), 1795183467'000'000);
    QCOMPARE(toMicros(*grant->issuedAt), 1795179867'000'000);
    QCOMPARE(grant->account.id, QStringLiteral("u-9"));
    QCOMPARE(grant->account.email, QStringLiteral("a@b.c"));
    QCOMPARE(grant->account.role, Role::Manager);
}

void DirectoryBoltSessionTest::roleIsTheTokens()
{
    // user_metadata is the user's to write, and the user object is not what the server goes by.
    const auto jwt = jwtOf(R"({"sub":"u","exp":1795183467,"user_metadata":{"role":"admin"},"role":"authenticated"})");
    QCOMPARE(m_connector.readGrant({200, {}, grantOf(jwt)})->account.role, Role::Viewer);
    const auto odd = jwtOf(R"({"sub":"u","exp":1795183467,"app_metadata":{"role":"emperor"}})");
    QCOMPARE(m_connector.readGrant({200, {}, grantOf(odd)})->account.role, Role::Viewer);
    // A token that cannot be looked into still serves; then the user object tells.
    const auto opaque = m_connector.readGrant({200, {}, grantOf("opaque")});
    QVERIFY(opaque.ok());
    QCOMPARE(opaque->account.role, Role::Admin);
    QVERIFY(!opaque->expiresAt);
    QCOMPARE(opaque->expiresIn, Seconds(3600));
    // A time that no clock shows is none.
    for (const auto *exp : {"1e300", "-1e300", "0", "99999999999999999999"})
        QVERIFY(!m_connector.readGrant({200, {}, grantOf(jwtOf(QByteArray(R"({"exp":)") + exp + "}"))})->expiresAt);
}

void DirectoryBoltSessionTest::refusesWhatIsNoGrant_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("no refresh") << QByteArray(R"({"access_token":"a"})");
    QTest::newRow("user only") << QByteArray(R"({"id":"u1","email":"a@b.c"})");
    QTest::newRow("header break") << QByteArray(R"({"access_token":"a\r\nX: y","refresh_token":"r"})");
    QTest::newRow("huge") << R"({"access_token":")" + QByteArray(20'000, 'x') + R"(","refresh_token":"r"})";
}

void DirectoryBoltSessionTest::refusesWhatIsNoGrant()
{
    QFETCH(QByteArray, body);
    QVERIFY(!m_connector.readGrant({200, {}, body}).ok());
}

void DirectoryBoltSessionTest::readsRefusals()
{
    const auto error =
        m_connector.readGrant({400, {}, R"({"code":"invalid_credentials","message":"Invalid login credentials"})"})
            .error();
    QCOMPARE(error.code, QStringLiteral("invalid_credentials"));
    QCOMPARE(error.message, QStringLiteral("Invalid login credentials"));
}

QTEST_GUILESS_MAIN(DirectoryBoltSessionTest)
#include "tst_directory_bolt_session.moc"
