// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/stop_signals.h"

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
    void whatIsIgnoredStaysIgnored();
    void aReaderThatIsGoneEndsNothing();
};

void StopSignalsTest::eachIsTold_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
#ifndef Q_OS_WIN
    QTest::newRow("the terminal is gone") << SIGHUP;
#endif
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

/// As nohup starts a program.
void StopSignalsTest::whatIsIgnoredStaysIgnored()
{
#ifdef Q_OS_WIN
    QSKIP("there is no hangup here");
#else
    std::signal(SIGHUP, SIG_IGN);
    {
        StopSignals stop;
        QSignalSpy asked(&stop, &StopSignals::asked);
        std::raise(SIGHUP);
        QTest::qWait(20); // span: what would be told had time to be
        QCOMPARE(asked.size(), 0);
    }
    QVERIFY(std::signal(SIGHUP, SIG_DFL) == SIG_IGN);
#endif
}

void StopSignalsTest::aReaderThatIsGoneEndsNothing()
{
#ifdef Q_OS_WIN
    QSKIP("there is no such signal here");
#else
    const StopSignals stop;
    std::raise(SIGPIPE);
    QVERIFY(true);
#endif
}

QTEST_GUILESS_MAIN(StopSignalsTest)
#include "tst_stop_signals.moc"
