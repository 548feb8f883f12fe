// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/format.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <limits>

using namespace bolt;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
/// 2026-08-21T14:03:22Z
constexpr double noon = 1787321002000;

QString plain(QString text) { return text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' '); }

} // namespace

class FormatTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void durations_data();
    void durations();
    void ranges_data();
    void ranges();
    void numbersFollowTheLocale();
    void unknownIsADash();
    void agesAndDeadlines();
    void instants();
    void oneLineShowsWhatIsThere();
    void namesAreIsolated();
    void hostsOfTheWebOnly();
    void aHeldViewStandsStill();
};

void FormatTest::durations_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("small");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0 s") << QStringLiteral("0 s");
    QTest::newRow("seconds") << 59.9 << QStringLiteral("59 s") << QStringLiteral("59 s");
    QTest::newRow("a minute") << 60.0 << QStringLiteral("1 min") << QStringLiteral("1 min");
    QTest::newRow("minutes") << 3599.0 << QStringLiteral("59 min") << QStringLiteral("59 min");
    QTest::newRow("hours") << 11400.0 << QStringLiteral("3 h 10") << QStringLiteral("3 h 10");
    QTest::newRow("many hours") << 72000.0 << QStringLiteral("20 h 00") << QStringLiteral("20 h");
    QTest::newRow("days") << 187200.0 << QStringLiteral("2 d 4 h") << QStringLiteral("2 d");
    QTest::newRow("years") << 1e8 << QStringLiteral("1,157 d 9 h") << QStringLiteral("1,157 d");
}

void FormatTest::durations()
{
    QFETCH(double, seconds);
    const Format format;
    QTEST(plain(format.duration(seconds)), "full");
    QTEST(plain(format.shortDuration(seconds)), "small");
}

void FormatTest::ranges_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("words");
    QTest::newRow("seconds") << 12.0 << 48.0 << QStringLiteral("10 s – 50 s");
    QTest::newRow("minutes") << 640.0 << 2030.0 << QStringLiteral("11–35 min");
    QTest::newRow("hours") << 6000.0 << 10000.0 << QStringLiteral("1 h 40 – 2 h 45");
    QTest::newRow("steps of half an hour") << 22000.0 << 37000.0 << QStringLiteral("6 h 00 – 10 h 30");
    QTest::newRow("one point") << 600.0 << 600.0 << QStringLiteral("10 min");
    QTest::newRow("no top") << 600.0 << unknown << QStringLiteral("10 min");
    QTest::newRow("none") << -1.0 << -1.0 << QStringLiteral("–");
}

void FormatTest::ranges()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QTEST(plain(Format().durationRange(low, high)), "words");
}

void FormatTest::numbersFollowTheLocale()
{
    const Format format;
    QCOMPARE(format.number(12431), QStringLiteral("12,431"));
    QCOMPARE(plain(format.percent(0.914)), QStringLiteral("91.4 %"));
    QCOMPARE(plain(format.bytes(348226110)), QStringLiteral("348.2 MB"));
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(format.number(12431.5, 1), QStringLiteral("12.431,5"));
    QCOMPARE(plain(format.percent(0.914)), QStringLiteral("91,4 %"));
}

void FormatTest::unknownIsADash()
{
    const Format format;
    const QString dash = QStringLiteral("–");
    QCOMPARE(format.number(unknown), dash);
    QCOMPARE(format.number(std::numeric_limits<double>::infinity()), dash);
    QCOMPARE(format.percent(unknown), dash);
    QCOMPARE(format.bytes(-1), dash);
    QCOMPARE(format.latency(-1), dash);
    QCOMPARE(format.duration(-1), dash);
    QCOMPARE(format.duration(unknown), dash);
    QCOMPARE(format.ago(0, noon), dash);
    QCOMPARE(format.left(0, noon), dash);
    QCOMPARE(format.time(0), dash);
    QCOMPARE(format.clock(unknown), dash);
    QCOMPARE(format.date(-5), dash);
    QCOMPARE(format.absolute(0), dash);
}

void FormatTest::agesAndDeadlines()
{
    const Format format;
    QCOMPARE(plain(format.ago(noon - 4000, noon)), QStringLiteral("4 s"));
    // A clock that runs ahead of ours must not make a negative age.
    QCOMPARE(plain(format.ago(noon + 9000, noon)), QStringLiteral("0 s"));
    QCOMPARE(plain(format.left(noon + 6000 * 1000, noon)), QStringLiteral("1 h 40"));
    QCOMPARE(plain(format.left(noon - 120 * 1000, noon)), QStringLiteral("-2 min"));
}

void FormatTest::instants()
{
    // The tests run in UTC.
    const Format format;
    QCOMPARE(format.clock(noon), QStringLiteral("14:03:22"));
    QLocale::setDefault(QLocale::c());
    QCOMPARE(format.time(noon), QStringLiteral("14:03"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(format.date(noon), QStringLiteral("21 Aug"));
    QVERIFY(format.absolute(noon).contains(QStringLiteral("14:03:22 UTC")));
    QVERIFY(format.absolute(noon).contains(QStringLiteral("2026")));
}

void FormatTest::oneLineShowsWhatIsThere()
{
    const Format format;
    QCOMPARE(format.oneLine(QStringLiteral("<img src=x>\nsecond")), QStringLiteral("<img src=x> second"));
    QCOMPARE(format.oneLine(QString::fromLatin1("a\0b", 3)).size(), 3);
    QCOMPARE(format.oneLine(QString(QChar(7))), QString(QChar(0xFFFD)));
    QCOMPARE(format.oneLine(QString(10000, u'x'), 200).size(), 201);
    QCOMPARE(format.joined({QStringLiteral("a"), QString(), QStringLiteral("b")}, QStringLiteral(" · ")),
             QStringLiteral("a · b"));
}

void FormatTest::namesAreIsolated()
{
    Format format;
    QCOMPARE(format.name(QStringLiteral("Smith\nInc")), QStringLiteral("\u2068Smith Inc\u2069"));
    // It cannot break out, nor turn round what stands beside it.
    QCOMPARE(format.name(QStringLiteral("a\u2069\u202Eb\u2066")), QStringLiteral("\u2068ab\u2069"));
}

void FormatTest::hostsOfTheWebOnly()
{
    const Format format;
    QCOMPARE(format.host(QStringLiteral("https://user:pw@example.com/x?y")), QStringLiteral("example.com"));
    QCOMPARE(format.host(QStringLiteral("javascript:alert(1)")), QString());
    QCOMPARE(format.host(QStringLiteral("file:///etc/passwd")), QString());
    QCOMPARE(format.host(QStringLiteral("not an address")), QString());
}

void FormatTest::aHeldViewStandsStill()
{
    Format format;
    format.fixNow(noon);
    QSignalSpy moved(&format, &Format::viewNowChanged);
    format.setHeld(true);
    QCOMPARE(moved.count(), 0);
    QCOMPARE(format.viewNow(), noon);
    format.setHeld(false);
    QCOMPARE(format.viewNow(), format.now());
}

QTEST_GUILESS_MAIN(FormatTest)
#include "format_test.moc"
