// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/analytics_screen.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace bolt;
using namespace bolt::test;
using std::chrono::hours;

/// Figures over days.
class AnalyticsScreenTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void analyticsAsksOnlyWhileVisible();
    void analyticsRangeIsWholeDays_data();
    void analyticsRangeIsWholeDays();
    void analyticsShowsItsReport();
    void analyticsKeepsWhatItHasOnError();
};

void AnalyticsScreenTest::analyticsAsksOnlyWhileVisible()
{
    Office office;
    AnalyticsScreen *screen = office.desk.analytics();
    const auto pass = [&](Seconds time) {
        office.clock.advance(time);
        office.ticker.tick();
    };
    pass(Seconds(600));
    QCOMPARE(office.analytics.asked.size(), size_t(0));
    screen->setActive(true);
    QCOMPARE(office.analytics.asked.size(), size_t(1));
    QCOMPARE(screen->state(), AnalyticsScreen::Loading);
    pass(Seconds(120)); // still waiting for the first answer
    QCOMPARE(office.analytics.asked.size(), size_t(1));
    AnalyticsReport report;
    report.days.emplace_back();
    office.analytics.questions.answer(report);
    QCOMPARE(screen->state(), AnalyticsScreen::Ready);
    pass(Seconds(1));
    QCOMPARE(office.analytics.asked.size(), size_t(2));
    office.analytics.questions.answer(report);
    pass(Seconds(59));
    QCOMPARE(office.analytics.asked.size(), size_t(2));
    pass(Seconds(1));
    QCOMPARE(office.analytics.asked.size(), size_t(3));
    QCOMPARE(screen->state(), AnalyticsScreen::Ready); // over a shown report it refreshes, it does not load
    QVERIFY(screen->refreshing());
    office.analytics.questions.answer(report);
    screen->setActive(false);
    pass(Seconds(600));
    QCOMPARE(office.analytics.asked.size(), size_t(3));
}

void AnalyticsScreenTest::analyticsRangeIsWholeDays_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *now, int days, const char *from, const char *to) {
        QTest::addRow("%s, %d", now, days)
            << QString::fromLatin1(now) << days << QString::fromLatin1(from) << QString::fromLatin1(to);
    };
    row("2026-08-21T12:00:00Z", 7, "2026-08-14T22:00:00+00:00", "2026-08-21T22:00:00+00:00");
    row("2026-08-21T22:00:00Z", 7, "2026-08-15T22:00:00+00:00", "2026-08-22T22:00:00+00:00"); // a new day in Berlin
    row("2026-11-01T12:00:00Z", 30, "2026-10-02T22:00:00+00:00",
        "2026-11-01T23:00:00+00:00"); // over the change of clocks
    row("2026-08-21T12:00:00Z", 90, "2026-05-23T22:00:00+00:00", "2026-08-21T22:00:00+00:00");
}

void AnalyticsScreenTest::analyticsRangeIsWholeDays()
{
    QFETCH(QString, now);
    QFETCH(int, days);
    QFETCH(QString, from);
    QFETCH(QString, to);
    Office office;
    office.clock.advance(*parseInstant(now) - office.clock.now());
    AnalyticsScreen *screen = office.desk.analytics();
    screen->setRangeDays(days);
    screen->setRangeDays(11); // not offered
    QCOMPARE(screen->rangeDays(), days);
    screen->setActive(true);
    const auto &[range, zone] = office.analytics.asked.back();
    QCOMPARE(formatInstant(range.from), from);
    QCOMPARE(formatInstant(range.to), to);
    QCOMPARE(zone, QByteArray("Europe/Berlin"));
}

void AnalyticsScreenTest::analyticsShowsItsReport()
{
    Office office;
    AnalyticsScreen *screen = office.desk.analytics();
    AnalyticsReport report;
    report.asOf = noon;
    report.minAttempts = 20;
    report.days = {{noon - hours(48), 3, 9, 10}, {noon - hours(24), 0, 0, 0}};
    for (int i = 0; i < 12; ++i)
        report.directories.push_back({directory(i), QStringLiteral("d%1").arg(i), 12 - i, 20});
    QSignalSpy spy(screen, &AnalyticsScreen::reportChanged);
    screen->setActive(true);
    office.analytics.questions.answer(report);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(screen->completed(), (QList<double>{3, 0}));
    QCOMPARE(screen->successRate()[0], 0.9);
    QVERIFY(std::isnan(screen->successRate()[1])); // a day without attempts is a gap, not 0 %
    QCOMPARE(screen->successN(), (QList<int>{10, 0}));
    QCOMPARE(screen->dayStarts()[0], double(toMillis(noon - hours(48))));
    QCOMPARE(screen->errorNames().size(), 10);
    QCOMPARE(screen->errorRates()[0], 0.6);
    QCOMPARE(screen->errorN()[9], 20);
    QCOMPARE(screen->asOfMs(), double(toMillis(noon)));
    QCOMPARE(screen->completedTotal(), 3);
    screen->refresh();
    office.analytics.questions.answer(report);
    QCOMPARE(spy.size(), 1); // the same report does not make the charts draw
}

void AnalyticsScreenTest::analyticsKeepsWhatItHasOnError()
{
    Office office;
    AnalyticsScreen *screen = office.desk.analytics();
    screen->setActive(true);
    Error error;
    error.message = QStringLiteral("503");
    office.analytics.questions.answer(error);
    QCOMPARE(screen->state(), AnalyticsScreen::Error);
    QCOMPARE(screen->error(), error.message);
    AnalyticsReport report;
    report.days = {{noon, 3, 9, 10}};
    screen->refresh();
    screen->setRangeDays(7); // the answer to the 30 days is not wanted any more
    office.analytics.questions.answer(report);
    QVERIFY(screen->completed().isEmpty());
    office.analytics.questions.answer(report);
    QCOMPARE(screen->completed().size(), 1);
    screen->refresh();
    office.analytics.questions.answer(error);
    QCOMPARE(screen->completed().size(), 1);
    QCOMPARE(screen->state(), AnalyticsScreen::Error);
}

QTEST_GUILESS_MAIN(AnalyticsScreenTest)
#include "analytics_screen_test.moc"
