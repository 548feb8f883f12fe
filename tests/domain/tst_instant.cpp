// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/instant.h"

#include <QTest>

using namespace bolt;

class TestInstant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("zulu") << QStringLiteral("1970-01-01T00:00:01Z") << qint64(1'000'000);
        QTest::newRow("no fraction is not rounded")
            << QStringLiteral("1970-01-01T00:00:00.999999+00:00") << qint64(999'999);
        QTest::newRow("milliseconds") << QStringLiteral("1970-01-01T00:00:00.5Z") << qint64(500'000);
        QTest::newRow("offset") << QStringLiteral("1970-01-01T02:00:00+02:00") << qint64(0);
        QTest::newRow("short offset") << QStringLiteral("1970-01-01T02:00:00+02") << qint64(0);
        QTest::newRow("joined offset") << QStringLiteral("1969-12-31T20:30:00-0330") << qint64(0);
        QTest::newRow("space") << QStringLiteral("2026-08-21 12:00:00.123456+00") << qint64(1787313600123456);
        QTest::newRow("no offset is UTC") << QStringLiteral("2026-08-21T12:00:00") << qint64(1787313600000000);
        QTest::newRow("nanoseconds are cut") << QStringLiteral("1970-01-01T00:00:00.123456789Z") << qint64(123456);
        QTest::newRow("before 1970") << QStringLiteral("1969-12-31T23:59:59.999999Z") << qint64(-1);
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(qint64, micros);
        const auto at = parseInstant(text);
        QVERIFY(at);
        QCOMPARE(toMicros(*at), micros);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *bad :
             {"", "infinity", "-infinity", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z",
              "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+1", "2026-01-01T00:00:00+02:0",
              "2026-01-01T00:00:00+02:00x", "2026-01-01", "44 BC", "2026-01-01T00:00:00+99:00", "0000-01-01T00:00:00Z"})
            QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!parseInstant(text));
    }

    void printsAsPostgres()
    {
        QCOMPARE(formatInstant(fromMicros(1787313600123456)), QStringLiteral("2026-08-21T12:00:00.123456+00:00"));
        QCOMPARE(formatInstant(fromMicros(1787313600120000)), QStringLiteral("2026-08-21T12:00:00.12+00:00"));
        QCOMPARE(formatInstant(fromMicros(1787313600000000)), QStringLiteral("2026-08-21T12:00:00+00:00"));
        QCOMPARE(formatInstant(fromMicros(-1)), QStringLiteral("1969-12-31T23:59:59.999999+00:00"));
    }

    void survivesTheWayThereAndBack()
    {
        quint64 x = 88172645463325252ULL; // xorshift: fixed, so that a failure can be repeated
        for (int i = 0; i < 10'000; ++i) {
            x ^= x << 13, x ^= x >> 7, x ^= x << 17;
            const Instant at = fromMicros(qint64(x % 253'402'300'799'999'999ULL));
            QCOMPARE(toMicros(*parseInstant(formatInstant(at))), toMicros(at));
        }
    }
};

QTEST_APPLESS_MAIN(TestInstant)
#include "tst_instant.moc"
