// SPDX-License-Identifier: GPL-3.0-or-later
// Error bodies: contracts/supabase.md §2.6 and §3.4, contracts/domain.md.
#include "services/wire/exchange.h"

#include <QtTest>

using namespace bolt;
using namespace bolt::wire;

class ErrorOfTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryForm_data();
    void readsEveryForm();
    void readsRetryAfter();
    void showsNoHtml();
};

void ErrorOfTest::readsEveryForm_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind, const char *code,
                        const char *message) {
        QTest::newRow(name) << status << QByteArray(body) << kind << QString::fromLatin1(code)
                            << QString::fromLatin1(message);
    };
    using K = Error::Kind;
    row("api", 409, R"({"error":{"code":"state_conflict","message":"It is final.","details":null}})", K::Conflict,
        "state_conflict", "It is final.");
    row("gotrue old", 400, R"({"code":400,"error_code":"invalid_credentials","msg":"Invalid login credentials"})",
        K::Invalid, "invalid_credentials", "Invalid login credentials");
    row("gotrue new", 400, R"({"code":"invalid_credentials","message":"Invalid login credentials"})", K::Invalid,
        "invalid_credentials", "Invalid login credentials");
    row("oauth", 400, R"({"error":"invalid_grant","error_description":"No."})", K::Invalid, "invalid_grant", "No.");
    row("postgrest", 403, R"({"code":"42501","message":"permission denied","details":"x","hint":null})", K::Forbidden,
        "42501", "permission denied");
    row("gateway", 401, R"({"message":"No API key found in request","hint":"…"})", K::Unauthorized, "http_401",
        "No API key found in request");
    row("not found", 404, "", K::NotFound, "http_404", "The server answered 404.");
    row("rate", 429, "{}", K::RateLimit, "http_429", "The server answered 429.");
    row("server", 503, R"({"code":"PGRST002","message":"…"})", K::Server, "PGRST002", "\xe2\x80\xa6");
    row("large", 413, "", K::TooLarge, "http_413", "The server answered 413.");
}

void ErrorOfTest::readsEveryForm()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    QFETCH(QString, message);
    const auto error = errorOf({status, {}, body});
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.code, code);
    if (!message.isEmpty() && message.at(0).unicode() < 0x80)
        QCOMPARE(error.message, message);
}

void ErrorOfTest::readsRetryAfter()
{
    QCOMPARE(errorOf({429, {{"retry-after", "12"}}, {}}).retryAfterMs, 12'000);
    QCOMPARE(errorOf({429, {{"retry-after", "-5"}}, {}}).retryAfterMs, 0);
    QCOMPARE(errorOf({429, {{"retry-after", "nonsense"}}, {}}).retryAfterMs, 0);
    QCOMPARE(errorOf({503, {{"retry-after", "99999999999"}}, {}}).retryAfterMs, 600'000);
    QCOMPARE(errorOf({503, {{"retry-after", "inf"}}, {}}).retryAfterMs, 600'000);
    QCOMPARE(errorOf({503, {{"retry-after", "nan"}}, {}}).retryAfterMs, 0);
    QCOMPARE(
        errorOf(
            {503, {{"date", "Fri, 21 Aug 2026 12:00:00 GMT"}, {"retry-after", "Fri, 21 Aug 2026 13:00:00 GMT"}}, {}})
            .retryAfterMs,
        600'000);
    QCOMPARE(
        errorOf(
            {503, {{"date", "Fri, 21 Aug 2026 12:00:00 GMT"}, {"retry-after", "Fri, 21 Aug 2026 12:00:30 GMT"}}, {}})
            .retryAfterMs,
        30'000);
}

void ErrorOfTest::showsNoHtml()
{
    const auto error = errorOf({502, {}, "<html><script>alert(1)</script></html>"});
    QVERIFY(!error.message.contains(u'<'));
    QCOMPARE(error.kind, Error::Kind::Server);
}

QTEST_GUILESS_MAIN(ErrorOfTest)
#include "tst_error_of.moc"
