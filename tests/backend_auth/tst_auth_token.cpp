// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens: only HS256, only our signature, only in their time.
#include "backend/auth/authenticator.h"
#include "backend/auth/secret.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace bolt::backend;
using namespace bolt;
using nlohmann::json;

namespace {

const std::string kSecret = "super-secret-jwt-token-with-at-least-32-characters-long";

Instant at(qint64 seconds) { return fromMicros(seconds * 1'000'000); }

std::string signedText(const std::string &head, const std::string &claims, const std::string &secret = kSecret)
{
    const std::string body = base64Url(head) + "." + base64Url(claims);
    return body + "." + base64Url(hmacSha256(secret, body));
}

} // namespace

class TestAuthToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The well-known demo token, signed elsewhere.
    void knowsATokenOfAnotherMaker()
    {
        const std::string demo = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                                 "eyJpc3MiOiJzdXBhYmFzZS1kZW1vIiwicm9sZSI6ImFub24iLCJleHAiOjE5ODM4MTI5OTZ9."
                                 "CRXP1A7WOeoJeXxjNni43kdQwgnWNReilDMblYTn_I0";
        const auto claims = TokenSigner(kSecret).verify(demo, at(1'700'000'000));
        QVERIFY(claims);
        QCOMPARE(json::parse(*claims)["role"], json("anon"));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("code");
        const std::string hs = R"({"alg":"HS256","typ":"JWT"})";
        const auto row = [](const char *name, const std::string &token, const char *code) {
            QTest::newRow(name) << QByteArray::fromStdString(token) << QString::fromLatin1(code);
        };
        row("empty", "", "malformed");
        row("text", "abc", "malformed");
        row("two parts", "a.b", "malformed");
        row("four parts", "a.b.c.d", "malformed");
        row("not base64", "!!.??.==", "malformed");
        row("alg none", base64Url(R"({"alg":"none"})") + "." + base64Url("{}") + ".", "malformed");
        row("alg none, signed", signedText(R"({"alg":"none"})", "{}"), "malformed");
        row("alg HS512", signedText(R"({"alg":"HS512"})", "{}"), "malformed");
        row("alg RS256", signedText(R"({"alg":"RS256"})", "{}"), "malformed");
        row("alg is a number", signedText(R"({"alg":256})", "{}"), "malformed");
        row("no alg", signedText("{}", "{}"), "malformed");
        row("head is a list", signedText("[]", "{}"), "malformed");
        row("wrong secret", signedText(hs, "{}", "another secret of thirty-two bytes"), "signature");
        row("claims are a list", signedText(hs, "[]"), "malformed");
        row("exp is text", signedText(hs, R"({"exp":"never"})"), "malformed");
        row("expired", signedText(hs, R"({"exp":1000})"), "expired");
        row("expired now", signedText(hs, R"({"exp":2000})"), "expired");
        row("expired beyond any clock", signedText(hs, R"({"exp":-1e300})"), "expired");
        row("not yet in any age", signedText(hs, R"({"nbf":1e300})"), "not_yet");
        row("not yet", signedText(hs, R"({"nbf":2001})"), "not_yet");
        row("issued later", signedText(hs, R"({"iat":2031})"), "issued_later");
        row("iat is text", signedText(hs, R"({"iat":"now"})"), "malformed");
        row("crit", signedText(R"({"alg":"HS256","crit":["exp"]})", "{}"), "malformed");
        // 32 bytes leave four bits of the last character over: only one of its sixteen spellings is the signature.
        std::string spelt = signedText(hs, "{}");
        const std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        spelt.back() = alphabet[alphabet.find(spelt.back()) + 1];
        row("another spelling", spelt, "malformed");
        row("padded", signedText(hs, "{}") + "=", "malformed");
        row("huge", std::string(10'000, 'a'), "malformed");
        std::string changed = signedText(hs, R"({"role":"anon"})");
        changed[changed.find('.') + 3] ^= 1;
        row("one bit off", changed, "signature");
    }
    void refused()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, code);
        const auto claims = TokenSigner(kSecret).verify(token.toStdString(), at(2000));
        QVERIFY(!claims);
        QCOMPARE(claims.error().code, code);
    }

    void clocksOfTwoServersDiffer()
    {
        QVERIFY(TokenSigner(kSecret).verify(TokenSigner(kSecret).sign({{"iat", 2030}}), at(2000)));
    }

    void leewayAndAge()
    {
        const TokenSigner signer(kSecret);
        const std::string token = signer.sign({{"exp", 1000}});
        QVERIFY(signer.verify(token, at(999)));
        QVERIFY(signer.verify(token, at(1029), Seconds(30)));
        QVERIFY(!signer.verify(token, at(1030), Seconds(30)));
        QCOMPARE(signer.verify(token, at(1010)).error().detail, QStringLiteral("10"));
    }

    void principalsByClaims_data()
    {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("staff");
        using Kind = Principal::Kind;
        const auto row = [](const char *name, const char *claims, Kind kind, Role role, bool staff) {
            QTest::newRow(name) << QByteArray(claims) << int(kind) << int(role) << staff;
        };
        row("anon", R"({"role":"anon"})", Kind::Anon, Role::Viewer, false);
        row("no role", "{}", Kind::Anon, Role::Viewer, false);
        row("service", R"({"role":"service_role"})", Kind::Service, Role::Admin, false);
        row("no staff role", R"({"role":"authenticated"})", Kind::Authenticated, Role::Viewer, true);
        row("admin", R"({"role":"authenticated","app_metadata":{"role":"admin"}})", Kind::Authenticated, Role::Admin,
            true);
        row("unknown word", R"({"role":"authenticated","app_metadata":{"role":"root"}})", Kind::Authenticated,
            Role::Viewer, true);
        row("user_metadata is not trusted", R"({"role":"authenticated","user_metadata":{"role":"admin"}})",
            Kind::Authenticated, Role::Viewer, true);
        row("anon with a staff role", R"({"role":"anon","app_metadata":{"role":"admin"}})", Kind::Anon, Role::Viewer,
            false);
        row("customer", R"({"role":"authenticated","app_metadata":{"role":"admin","customer_id":"c"}})",
            Kind::Authenticated, Role::Admin, false);
        row("no customer", R"({"role":"authenticated","app_metadata":{"customer_id":null}})", Kind::Authenticated,
            Role::Viewer, true);
        row("app_metadata is text", R"({"role":"authenticated","app_metadata":"admin"})", Kind::Authenticated,
            Role::Viewer, true);
    }
    void principalsByClaims()
    {
        QFETCH(QByteArray, claims);
        const FixedClock clock(at(1000));
        Keys keys;
        keys.jwtSecret = kSecret;
        const Authenticator authenticator(keys, clock);
        const auto principal = authenticator.verify(TokenSigner(kSecret).sign(json::parse(claims.toStdString())));
        QVERIFY(principal);
        QTEST(int(principal->kind), "kind");
        QTEST(int(principal->role), "role");
        QTEST(principal->isStaff(), "staff");
        QVERIFY(principal->isService() || !principal->mayDo(Permission::CancelJob) || principal->role == Role::Admin);
        QCOMPARE(principal->mayDo(Permission::RetrySubmission),
                 principal->isService() || (principal->isStaff() && principal->role >= Role::Support));
    }

    /// Who is no customer is staff: what names no customer must not be read as nobody.
    void aCustomerIsNamedByText_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id : {"7", "true", "false", "{}", R"({"id":"c"})", R"(["c"])", R"("")"})
            QTest::newRow(id) << QByteArray(id);
    }
    void aCustomerIsNamedByText()
    {
        QFETCH(QByteArray, id);
        const FixedClock clock(at(1000));
        Keys keys;
        keys.jwtSecret = kSecret;
        const json claims = {{"role", "authenticated"},
                             {"app_metadata", {{"customer_id", json::parse(id.toStdString())}}}};
        const auto principal = Authenticator(keys, clock).verify(TokenSigner(kSecret).sign(claims));
        QVERIFY(!principal);
        QCOMPARE(principal.error().code, QStringLiteral("malformed"));
    }

    void aRoleOfTheDatabaseIsRefused()
    {
        const FixedClock clock(at(1000));
        Keys keys;
        keys.jwtSecret = kSecret;
        QVERIFY(!Authenticator(keys, clock).verify(TokenSigner(kSecret).sign({{"role", "postgres"}})));
    }

    void workerTokenAndEmptyKeys()
    {
        const FixedClock clock(at(1000));
        Keys keys;
        keys.jwtSecret = kSecret;
        QVERIFY(!Authenticator(keys, clock).verify(""));
        keys.workerToken = "bdw_1";
        QCOMPARE(int(Authenticator(keys, clock).verify("bdw_1")->kind), int(Principal::Kind::Worker));
        QVERIFY(!Authenticator(keys, clock).verify("bdw_2"));
    }
};

QTEST_GUILESS_MAIN(TestAuthToken)
#include "tst_auth_token.moc"
