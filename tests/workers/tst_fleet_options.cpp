// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/fleet_options.h"

#include <QTest>

using namespace bolt::workers;
using namespace Qt::StringLiterals;

class TestFleetOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads();
    void complains_data();
    void complains();
    void helpNamesEverything();
};

namespace {

auto parse(const QStringList &arguments) { return parseArguments(QStringList{u"boltdesk-workers"_s} + arguments); }

} // namespace

void TestFleetOptions::reads()
{
    const auto parsed = parse({u"--url"_s, u"http://127.0.0.1:8080"_s, u"--token-stdin"_s, u"--workers"_s, u"12"_s,
                               u"--rate"_s, u"90.5"_s, u"--seed"_s, u"7"_s, u"--chaos"_s, u"2"_s, u"--errors"_s, u"0"_s,
                               u"--keep-busy"_s, u"--exit-with-parent"_s});
    const auto *options = std::get_if<FleetOptions>(&parsed);
    QVERIFY(options != nullptr);
    QCOMPARE(options->url.port(), 8080);
    QVERIFY(options->tokenFile.isEmpty());
    QCOMPARE(options->workers, 12);
    QCOMPARE(options->rate, 90.5);
    QCOMPARE(options->seed, 7u);
    QCOMPARE(options->chaos, 2);
    QCOMPARE(options->errors, 0.0);
    QVERIFY(options->keepBusy);
    QVERIFY(options->exitWithParent);
}

void TestFleetOptions::complains_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("about");
    const QStringList good{u"--url"_s, u"http://127.0.0.1:1"_s, u"--token-stdin"_s};
    QTest::newRow("nothing") << QStringList() << u"--url"_s;
    QTest::newRow("no token") << QStringList{u"--url"_s, u"http://127.0.0.1:1"_s} << u"--token-stdin"_s;
    QTest::newRow("two tokens") << good + QStringList{u"--token-file"_s, u"x"_s} << u"--token-file"_s;
    QTest::newRow("a token on the line") << good + QStringList{u"--token"_s, u"secret"_s} << u"token"_s;
    QTest::newRow("no address") << QStringList{u"--url"_s, u"ftp://x"_s, u"--token-stdin"_s} << u"--url"_s;
    QTest::newRow("workers") << good + QStringList{u"--workers"_s, u"0"_s} << u"--workers"_s;
    QTest::newRow("rate") << good + QStringList{u"--rate"_s, u"fast"_s} << u"--rate"_s;
    QTest::newRow("chaos") << good + QStringList{u"--chaos"_s, u"4"_s} << u"--chaos"_s;
    QTest::newRow("errors") << good + QStringList{u"--errors"_s, u"-1"_s} << u"--errors"_s;
    QTest::newRow("seed") << good + QStringList{u"--seed"_s, u"x"_s} << u"--seed"_s;
    QTest::newRow("stray word") << good + QStringList{u"now"_s} << u"now"_s;
}

void TestFleetOptions::complains()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, about);
    const auto parsed = parse(arguments);
    const auto *early = std::get_if<EarlyExit>(&parsed);
    QVERIFY(early != nullptr);
    QCOMPARE(early->code, 2);
    QVERIFY2(early->text.contains(about), qPrintable(early->text));
    QVERIFY(!early->text.contains(u'\n'));
    QVERIFY(!early->text.contains("secret"_L1));
}

void TestFleetOptions::helpNamesEverything()
{
    const auto parsed = parse({u"--help"_s});
    const EarlyExit early = std::get<EarlyExit>(parsed);
    QCOMPARE(early.code, 0);
    for (const char *name : {"--url", "--token-file", "--token-stdin", "--workers", "--rate", "--seed", "--chaos",
                             "--errors", "--keep-busy", "--exit-with-parent", "--version"})
        QVERIFY2(early.text.contains(QLatin1StringView(name)), name);
}

QTEST_GUILESS_MAIN(TestFleetOptions)
#include "tst_fleet_options.moc"
