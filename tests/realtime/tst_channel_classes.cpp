// SPDX-License-Identifier: GPL-3.0-or-later
// contracts/supabase.md §1.10; the texts are those of a real server (tests/data/transcripts).
#include "services/realtime/channel_classes.h"

#include <QtTest>

using namespace bolt;
Q_DECLARE_METATYPE(bolt::ChannelTrouble)

class ChannelClassesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofReasons_data();
    void ofReasons();
    void ofStatuses();
    void bug42_statusInWords();
    void tableInWords();
    void whyThereIsNoSocket();
};

void ChannelClassesTest::whyThereIsNoSocket()
{
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    QCOMPARE(whyNotConnected(0, text("Connection refused")),
             (LinkReason{LinkReason::NotConnected, text("Connection refused")}));
    for (const int status : {401, 403, 429, 503}) // it was reached: it answered
        QCOMPARE(whyNotConnected(status, text("Unhandled http status code")),
                 (LinkReason{LinkReason::JoinRefused, QStringLiteral("HTTP %1").arg(status)}));
    QCOMPARE(whyNotConnected(0, {}), LinkReason{LinkReason::NoAnswer});
    QCOMPARE(whyNotConnected(0, text(" \n")), LinkReason{LinkReason::NoAnswer});
    QCOMPARE(whyClosed(1012, text("restart")), (LinkReason{LinkReason::Closed, text("1012 restart")}));
    QCOMPARE(whyClosed(1006, {}), (LinkReason{LinkReason::Closed, text("1006")}));
}

void ChannelClassesTest::ofReasons_data()
{
    using T = ChannelTrouble;
    QTest::addColumn<QString>("reason");
    QTest::addColumn<ChannelTrouble>("trouble");
    const auto row = [](const char *reason, T trouble) {
        QTest::newRow(reason) << QString::fromLatin1(reason) << trouble;
    };
    row("InvalidJWTToken: Token has expired 10 seconds ago", T::TokenExpired);
    row("Token has expired 0 seconds ago", T::TokenExpired);
    row("InvalidJWTExpiration: token EXPIRED", T::TokenExpired);
    row("InvalidJWTToken: Fields `role` and `exp` are required in JWT", T::TokenBad);
    row("MalformedJWT: The token provided is not a valid JWT", T::TokenBad);
    row("JwtSignatureError: Failed to validate JWT signature", T::TokenBad);
    row(":signature_error", T::TokenBad);
    row("The token provided is not a valid JWT", T::TokenBad);
    row("Unauthorized: You do not have permissions to read from this Channel topic: priv", T::Denied);
    row("TopicNameRequired: You must provide a topic name", T::Denied);
    row("RealtimeDisabledForTenant", T::Denied);
    row("Unable to subscribe to changes with given parameters. Please check Realtime is enabled for the given connect "
        "parameters: [event: *, schema: public, table: nope, filters: [], select: nil]",
        T::Denied);
    row("Unable to subscribe to changes with given parameters. An exception happened so please check your connect "
        "parameters",
        T::Transient);
    row("ClientJoinRateLimitReached", T::RateLimited);
    row("MessagePerSecondRateLimitReached: x", T::RateLimited);
    row("Too many messages per second", T::RateLimited);
    row("Client presence rate limit exceeded", T::RateLimited);
    row("Too many database timeouts", T::Transient);
    row("DatabaseConnectionRateLimitReached", T::Transient);
    row("IncreaseConnectionPool: Please increase your connection pool size", T::Transient);
    row("UnknownErrorOnChannel: no function clause matching", T::Transient);
    row("unmatched topic", T::Transient);
    row("", T::Transient);
}

void ChannelClassesTest::ofReasons()
{
    QFETCH(QString, reason);
    QFETCH(ChannelTrouble, trouble);
    QCOMPARE(troubleOf(reason), trouble);
}

void ChannelClassesTest::ofStatuses()
{
    QCOMPARE(troubleOfStatus(0), ChannelTrouble::Transient);
    QCOMPARE(troubleOfStatus(401), ChannelTrouble::TokenBad);
    QCOMPARE(troubleOfStatus(403), ChannelTrouble::Denied);
    QCOMPARE(troubleOfStatus(404), ChannelTrouble::Denied);
    QCOMPARE(troubleOfStatus(429), ChannelTrouble::RateLimited);
    QCOMPARE(troubleOfStatus(503), ChannelTrouble::Transient);
    for (const int code : {1000, 1001, 1002, 1005, 1006, 1009, 1011, 1012, 4000})
        QCOMPARE(troubleOfClose(code), ChannelTrouble::Transient);
    QCOMPARE(troubleOfClose(1008), ChannelTrouble::TokenBad);
}

void ChannelClassesTest::bug42_statusInWords()
{
    QCOMPARE(statusInErrorString(QStringLiteral(
                 "QWebSocketPrivate::processHandshake: Unhandled http status code: 401 (Unauthorized).")),
             401);
    QCOMPARE(statusInErrorString(QStringLiteral("QWebSocketPrivate::processHandshake: Unsupported WWW-Authenticate "
                                                "challenges encountered.")),
             401);
    QCOMPARE(statusInErrorString(QStringLiteral("Unbehandelter HTTP-Status: 503 (Service Unavailable)")), 503);
    QCOMPARE(statusInErrorString(QStringLiteral("Connection refused")), 0);
    QCOMPARE(statusInErrorString(QStringLiteral("Host 192.168.1.104:4000 (x) not found")), 0);
}

void ChannelClassesTest::tableInWords()
{
    QCOMPARE(tableInReason(QStringLiteral("… [event: *, schema: public, table: sync_tick, filters: [], select: nil]")),
             QByteArray("sync_tick"));
    QVERIFY(tableInReason(QStringLiteral("no such thing")).isEmpty());
}

QTEST_GUILESS_MAIN(ChannelClassesTest)
#include "tst_channel_classes.moc"
