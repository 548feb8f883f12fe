// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/stop_signals.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <csignal>

using namespace bolt;

class StopSignalsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsTold_data();
    void eachIsTold();
};

void StopSignalsTest::eachIsTold_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
}

void StopSignalsTest::eachIsTold()
{
    QFETCH(int, number);
    StopSignals stop;
    QSignalSpy asked(&stop, &StopSignals::asked);
    std::raise(number);
    QVERIFY(asked.size() == 1 || asked.wait());
#ifndef Q_OS_WIN
    QCOMPARE(stop.findChildren<QTimer *>().size(), 0); // nothing wakes an idle desk
#endif
}

QTEST_GUILESS_MAIN(StopSignalsTest)
#include "tst_stop_signals.moc"
