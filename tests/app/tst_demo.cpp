// SPDX-License-Identifier: GPL-3.0-or-later
// The real application with its embedded workspace: out of the demo and into it again, and one that cannot start.
#include "app/desk/desk_app.h"
#include "models/screens/desk.h"
#include "models/screens/session_screen.h"

#include <QApplication>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

class TestDemo final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void outAndInAgain();
    void aBackendThatCannotStart_data();
    void aBackendThatCannotStart();

private:
    static Options options(const QStringList &more)
    {
        return *parseOptions(QStringList{u"boltdesk"_s, u"--embedded"_s, u"--forgetful"_s, u"--rate"_s, u"0"_s} + more);
    }
};

void TestDemo::outAndInAgain()
{
    DeskApp app(options({}), std::chrono::steady_clock::now());
    auto *screen = app.desk().session();
    QList<int> scenes;
    connect(screen, &SessionScreen::changed, this, [&] {
        if (scenes.isEmpty() || scenes.constLast() != screen->scene())
            scenes << screen->scene();
    });
    QVERIFY(app.start());
    scenes.clear(); // what was before the window, nobody saw
    QCOMPARE(screen->scene(), SessionScreen::StartingDemo);
    QTRY_COMPARE_WITH_TIMEOUT(screen->scene(), SessionScreen::AtDesk, 60'000);
    QTRY_COMPARE(screen->demo(), SessionScreen::DemoRunning);
    QVERIFY2(!scenes.contains(SessionScreen::AtSignIn), "no form on the way into the demo");
    const QString url = screen->workspaceUrl();
    for (int round = 0; round < 2; ++round) {
        screen->signOut();
        QCOMPARE(screen->scene(), SessionScreen::AtSignIn);
        screen->tryDemo();
        QTRY_COMPARE_WITH_TIMEOUT(screen->scene(), SessionScreen::AtDesk, 60'000);
        QVERIFY(screen->embedded());
        QCOMPARE(screen->workspaceUrl(), url); // the one that runs
    }
}

void TestDemo::aBackendThatCannotStart_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<bool>("ends");
    QTest::newRow("a person") << QStringList() << false;
    QTest::newRow("unattended") << QStringList{u"--for"_s, u"60"_s} << true;
}

void TestDemo::aBackendThatCannotStart()
{
    QFETCH(QStringList, more);
    QFETCH(bool, ends);
    DeskApp app(options(more + QStringList{u"--database"_s, u"/no/such/folder/x.sqlite"_s}),
                std::chrono::steady_clock::now());
    QSignalSpy finished(&app, &DeskApp::finished);
    QVERIFY(app.start());
    auto *screen = app.desk().session();
    for (int round = 0; round < 2; ++round) { // and it may be tried again
        QTRY_COMPARE_WITH_TIMEOUT(screen->errorKind(), u"demo"_s, 30'000);
        QCOMPARE(screen->scene(), SessionScreen::AtSignIn);
        QVERIFY(!screen->error().isEmpty());
        QVERIFY(app.window()->isVisible());
        screen->tryDemo();
        QCOMPARE(screen->scene(), SessionScreen::StartingDemo);
    }
    QCOMPARE(!finished.isEmpty(), ends);
    if (ends)
        QCOMPARE(finished.first().first().toInt(), 1);
}

int main(int argc, char *argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QQuickStyle::setStyle(u"Basic"_s);
    TestDemo test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_demo.moc"
