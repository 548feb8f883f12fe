// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/options.h"

#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

class TestOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainStartIsTheEmbeddedBackend()
    {
        const auto options = parseOptions({u"boltdesk"_s});
        QVERIFY(options);
        QVERIFY(options->embedded);
        QCOMPARE(options->scale, u"demo"_s);
        QVERIFY(!options->runFor);
    }

    void aWorkspaceTurnsTheEmbeddedBackendOff()
    {
        const auto options = parseOptions({u"boltdesk"_s, u"--url"_s, u"https://x.example"_s, u"--anon-key"_s, u"k"_s});
        QVERIFY(options);
        QVERIFY(!options->embedded);
        QCOMPARE(options->url, QUrl(u"https://x.example"_s));
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("names");
        QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s} << u"frobnicate"_s;
        QTest::newRow("stray word") << QStringList{u"now"_s} << u"'now'"_s;
        QTest::newRow("size") << QStringList{u"--size"_s, u"12"_s} << u"'12'"_s;
        QTest::newRow("size too small") << QStringList{u"--size"_s, u"10x10"_s} << u"400x300"_s;
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << u"'pink'"_s;
        QTest::newRow("for") << QStringList{u"--for"_s, u"0"_s} << u"--for"_s;
        QTest::newRow("rate") << QStringList{u"--rate"_s, u"nan"_s} << u"--rate"_s;
        QTest::newRow("url scheme") << QStringList{u"--url"_s, u"ftp://x"_s} << u"'ftp://x'"_s;
        QTest::newRow("both") << QStringList{u"--embedded"_s, u"--url"_s, u"http://x"_s} << u"exclude"_s;
        QTest::newRow("scale") << QStringList{u"--scale"_s, u"huge"_s} << u"'huge'"_s;
    }
    void mistakesAreNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, names);
        const auto options = parseOptions(QStringList{u"boltdesk"_s} + arguments);
        QVERIFY(!options);
        QVERIFY2(options.error().message.contains(names), qPrintable(options.error().message));
        QVERIFY(!options.error().message.contains(u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
