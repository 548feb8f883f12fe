// SPDX-License-Identifier: GPL-3.0-or-later
// Scalars: contracts/supabase.md §1.8.7.
#include "services/wire/json_token.h"

#include <QtTest>

using namespace bolt;
using namespace bolt::wire;

class JsonTokenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsIntegersExact();
    void refusesWhatIsNoInteger_data();
    void refusesWhatIsNoInteger();
    void readsNumbersOfAnyLength();
    void resolvesEscapes();
    void boundsText();
    void tellsNullFromNothing();
    void readsTimes();
    void readsUuids();
};

void JsonTokenTest::keepsIntegersExact()
{
    // A double would answer …992 (bug 25).
    QCOMPARE(JsonToken("9007199254740993").toInt64(), std::optional<qint64>(9007199254740993));
    QCOMPARE(JsonToken("\"7\"").toInt64(), std::optional<qint64>(7));
    QCOMPARE(JsonToken("7.00").toInt64(), std::optional<qint64>(7));
    QCOMPARE(JsonToken("-9223372036854775808 \n").toInt64(), std::optional<qint64>(std::numeric_limits<qint64>::min()));
}

void JsonTokenTest::refusesWhatIsNoInteger_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const auto *raw : {"9223372036854775808", "1.5", "1e3", "\"x\"", "true", "", "-", "+1", "0x10", "1 2"})
        QTest::newRow(raw) << QByteArray(raw);
}

void JsonTokenTest::refusesWhatIsNoInteger()
{
    QFETCH(QByteArray, raw);
    QVERIFY(!JsonToken(raw.toStdString()).toInt64());
}

void JsonTokenTest::readsNumbersOfAnyLength()
{
    QCOMPARE(JsonToken("0.1").toDouble(), std::optional(0.1));
    QCOMPARE(JsonToken("12345678901234567890.123").toDouble(), std::optional(12345678901234567890.123));
    QCOMPARE(JsonToken("\"2.5\"").toDouble(), std::optional(2.5)); // numeric as text, older servers
    QVERIFY(!JsonToken("1e999").toDouble());
    QVERIFY(!JsonToken("NaN").toDouble());
    QVERIFY(!JsonToken("\"Infinity\"").toDouble());
    // An exponent at the end of what any integer holds moves no further.
    QVERIFY(!isExact(JsonToken("1.5e-9223372036854775808"), 0.0));
    QVERIFY(!isExact(JsonToken("10e9223372036854775807"), 0.0));
    QVERIFY(isExact(JsonToken("1.50e2"), 150.0));
    int narrow = 7;
    QVERIFY(!readToken(JsonToken("2147483648"), narrow));
    QCOMPARE(narrow, 7);
    std::optional<float> chance = 0.5f;
    QVERIFY(readToken(JsonToken("0.25"), chance));
    for (const char *beyond : {"1e300", "-1e300", "3.4028236e38"})
        QVERIFY2(!readToken(JsonToken(beyond), chance), beyond);
    QCOMPARE(chance, std::optional(0.25f));
}

void JsonTokenTest::resolvesEscapes()
{
    QCOMPARE(JsonToken("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"").toText(), std::optional(QStringLiteral("a\"\\/\b\f\n\r\t")));
    QCOMPARE(JsonToken("\"\\u00fc\\ud83d\\ude00\"").toText(), std::optional(QStringLiteral(u"ü😀")));
    QCOMPARE(JsonToken("\"\\ud83d\"").toText(), std::optional(QString(QChar(0xFFFD))));
    QCOMPARE(JsonToken("\"\\ude00x\"").toText(), std::optional(QString(QChar(0xFFFD)) + u'x'));
    QCOMPARE(JsonToken("\"\\ud83dA\"").toText(), std::optional(QString(QChar(0xFFFD)) + u'A'));
    QCOMPARE(JsonToken("\"a\\u0000b\"").toText(), std::optional(QStringLiteral("a") + QChar(0) + u'b'));
    QVERIFY(!JsonToken("\"\\u12\"").toText());
    QVERIFY(!JsonToken("\"\\x\"").toText());
    QVERIFY(!JsonToken("\"\\\"").toText());
    QVERIFY(!JsonToken("\"open").toText());
    QVERIFY(!JsonToken("\"").toText());
}

void JsonTokenTest::boundsText()
{
    const std::string fits = '"' + std::string(maxTextBytes, 'x') + '"';
    const std::string over = '"' + std::string(maxTextBytes + 1, 'x') + '"';
    const std::string escaped = "\"\\n" + std::string(maxTextBytes, 'x') + '"';
    QVERIFY(JsonToken(fits).toText());
    QCOMPARE(*JsonToken(over).toText(), QString(maxTextBytes, u'x') + u'…');
    QCOMPARE(*JsonToken(escaped).toText(), u'\n' + QString(maxTextBytes - 1, u'x') + u'…');
}

void JsonTokenTest::tellsNullFromNothing()
{
    std::optional<int> limit = 5;
    QVERIFY(readToken(JsonToken("null"), limit));
    QVERIFY(!limit);
    QString text = QStringLiteral("x");
    QVERIFY(readToken(JsonToken("null"), text));
    QVERIFY(text.isEmpty());
    Instant at = fromMicros(1);
    QVERIFY(!readToken(JsonToken("null"), at));
    QCOMPARE(toMicros(at), 1);
}

void JsonTokenTest::readsTimes()
{
    Instant at;
    QVERIFY(readToken(JsonToken("\"2026-08-21T12:00:00.123456+00:00\""), at));
    QCOMPARE(toMicros(at) % 1'000'000, 123456);
    std::optional<Instant> perhaps = at;
    QVERIFY(readToken(JsonToken("\"infinity\""), perhaps));
    QVERIFY(!perhaps);
    perhaps = at;
    QVERIFY(!readToken(JsonToken("\"soon\""), perhaps));
    QCOMPARE(perhaps, std::optional(at));
    QVERIFY(!readToken(JsonToken("1700000000"), perhaps));
}

void JsonTokenTest::readsUuids()
{
    JobId id;
    QVERIFY(readToken(JsonToken("\"9bb8ec40-f0de-489c-b8d8-3bc9c1b1a2ec\""), id));
    QCOMPARE(id.toString(), QStringLiteral("9bb8ec40-f0de-489c-b8d8-3bc9c1b1a2ec"));
    QVERIFY(!readToken(JsonToken("\"9bb8ec40\""), id));
    QVERIFY(!readToken(JsonToken("\"00000000-0000-0000-0000-000000000000\""), id));
    QVERIFY(!readToken(JsonToken("7"), id));
    QVERIFY(readToken(JsonToken("null"), id));
    QVERIFY(id.isNull());
}

QTEST_GUILESS_MAIN(JsonTokenTest)
#include "tst_json_token.moc"
