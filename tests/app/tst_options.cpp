// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/choose_workspace.h"
#include "app/settings_preferences.h"

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
        QVERIFY(!options->unattended());
        QVERIFY(parseOptions({u"boltdesk"_s, u"--for"_s, u"3"_s})->unattended());
        QVERIFY(parseOptions({u"boltdesk"_s, u"--summary"_s})->unattended());
    }

    void aWorkspaceTurnsTheEmbeddedBackendOff()
    {
        const auto options = parseOptions({u"boltdesk"_s, u"--url"_s, u"https://x.example"_s, u"--anon-key"_s, u"k"_s});
        QVERIFY(options);
        QVERIFY(!options->embedded);
        QCOMPARE(options->url, QUrl(u"https://x.example"_s));
    }

    void whichWorkspaceAStartMeans()
    {
        SettingsPreferences preferences(true);
        WorkspaceBook book(preferences);
        const auto start = [&](const QStringList &arguments) {
            return chooseWorkspace(*parseOptions(QStringList{u"boltdesk"_s} + arguments), book);
        };
        QVERIFY(start({})->embedded); // nothing is remembered
        book.remember({u"first.example"_s, Workspace::Kind::Remote, QUrl(u"https://first.example"_s), u"k1"_s});
        book.remember({u"second.example"_s, Workspace::Kind::Remote, QUrl(u"https://second.example"_s), u"k2"_s});
        QVERIFY(!start({})->embedded);
        QCOMPARE(start({})->url, QUrl(u"https://second.example"_s)); // the one used last
        QCOMPARE(start({})->anonKey, u"k2"_s);
        QCOMPARE(start({u"--workspace"_s, u"First.example"_s})->url, QUrl(u"https://first.example"_s));
        QVERIFY(start({u"--embedded"_s})->embedded);
        QVERIFY(start({u"--scale"_s, u"ref"_s})->embedded);
        const auto unknown = start({u"--workspace"_s, u"third.example"_s});
        QVERIFY(!unknown);
        QVERIFY(unknown.error().message.contains(u"'third.example'"_s));
    }

    void theBookIsCheckedWhenItIsRead()
    {
        SettingsPreferences preferences(true);
        WorkspaceBook book(preferences);
        preferences.setValue(u"workspaces"_s,
                             u"[{\"url\":\"file:///etc\",\"anon_key\":\"k\"},"
                             "{\"url\":\"http://a.example\",\"anon_key\":\"k\"},7,{\"url\":\"https://a.example\"}]"_s);
        QVERIFY(book.all().empty());
        const QUrl url(u"https://a.example:8443/"_s);
        for (int i = 0; i < 60; ++i)
            book.remember({u"w%1"_s.arg(i), Workspace::Kind::Remote, QUrl(u"https://w%1.example"_s.arg(i)), u"k"_s});
        QCOMPARE(book.all().size(), size_t(WorkspaceBook::most));
        book.remember({WorkspaceBook::nameFor(url), Workspace::Kind::Remote, url, u"k"_s});
        book.remember({u"renamed"_s, Workspace::Kind::Remote, QUrl(u"https://A.example:8443"_s), u"k"_s});
        QCOMPARE(book.all().front().name, u"renamed"_s);
        QVERIFY(!book.find(u"a.example:8443"_s)); // one entry an address
        QCOMPARE(book.find(u"https://a.example:8443"_s)->name, u"renamed"_s);
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
        QTest::newRow("plain http to elsewhere") << QStringList{u"--url"_s, u"http://x.example"_s} << u"https"_s;
        QTest::newRow("both") << QStringList{u"--embedded"_s, u"--url"_s, u"http://x"_s} << u"exclude"_s;
        QTest::newRow("three ways") << QStringList{u"--workspace"_s, u"x"_s, u"--url"_s, u"http://x"_s} << u"exclude"_s;
        QTest::newRow("password alone") << QStringList{u"--password-stdin"_s, u"--url"_s, u"http://x"_s}
                                        << u"--email"_s;
        QTest::newRow("renderer") << QStringList{u"--renderer"_s, u"crayon"_s} << u"'crayon'"_s;
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
