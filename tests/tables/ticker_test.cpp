// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/ticker.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace bolt;

class TickerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstComesAtOnce();
    void steadyChangeIsPaced();
    void aPersonDoesNotWait();
};

void TickerTest::firstComesAtOnce()
{
    SystemTicker ticker;
    const QSignalSpy frames(&ticker, &Ticker::frame);
    ticker.requestFrame();
    ticker.requestFrame();
    QCoreApplication::processEvents();
    QCOMPARE(frames.size(), 1);
}

void TickerTest::steadyChangeIsPaced()
{
    SystemTicker ticker;
    QSignalSpy frames(&ticker, &Ticker::frame);
    connect(&ticker, &Ticker::frame, &ticker, &Ticker::requestFrame);
    QElapsedTimer clock;
    clock.start();
    ticker.requestFrame();
    while (frames.size() < 6)
        QVERIFY(frames.wait());
    QVERIFY2(clock.elapsed() >= 4 * SystemTicker::steadyMs, qPrintable(QString::number(clock.elapsed())));
}

void TickerTest::aPersonDoesNotWait()
{
    SystemTicker ticker;
    const QSignalSpy frames(&ticker, &Ticker::frame);
    ticker.requestFrame();
    QCoreApplication::processEvents();
    ticker.requestFrame();
    ticker.requestFrameNow();
    QCoreApplication::processEvents();
    QCOMPARE(frames.size(), 2);
    QCoreApplication::processEvents();
    QCOMPARE(frames.size(), 2); // one frame for both
}

QTEST_GUILESS_MAIN(TickerTest)
#include "ticker_test.moc"
