// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// boltdesk-server from its command line.
class TestServerProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void helpAndVersion();
    void badOptions_data();
    void badOptions();
    void takenPort();
    void readyFileAndSignal();
};

namespace {

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Run run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(BOLT_SERVER), arguments);
    process.waitForFinished(30'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace

void TestServerProgram::helpAndVersion()
{
    const Run help = run({u"--help"_s});
    QCOMPARE(help.code, 0);
    for (const char *name :
         {"--listen", "--database", "--keys-file", "--demo", "--seed", "--scale", "--ready-file", "--token-life"})
        QVERIFY2(help.out.contains(name), name);
    const Run version = run({u"--version"_s});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.out.trimmed(), "boltdesk-server " BOLT_VERSION);
}

void TestServerProgram::badOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{u"--port"_s, u"1"_s};
    QTest::newRow("listen") << QStringList{u"--listen"_s, u"127.0.0.1"_s};
    QTest::newRow("listen port") << QStringList{u"--listen"_s, u"127.0.0.1:70000"_s};
    QTest::newRow("database") << QStringList{u"--database"_s, u"postgres://x"_s};
    QTest::newRow("scale") << QStringList{u"--demo"_s, u"--scale"_s, u"huge"_s};
    QTest::newRow("seed without demo") << QStringList{u"--seed"_s, u"3"_s};
    QTest::newRow("seed") << QStringList{u"--demo"_s, u"--seed"_s, u"three"_s};
    QTest::newRow("token life 0") << QStringList{u"--token-life"_s, u"0s"_s};
    QTest::newRow("token life without unit") << QStringList{u"--token-life"_s, u"5"_s};
    QTest::newRow("token life in days") << QStringList{u"--token-life"_s, u"5d"_s};
    QTest::newRow("token life empty") << QStringList{u"--token-life="_s};
    QTest::newRow("token life too long") << QStringList{u"--token-life"_s, u"9999h"_s};
    QTest::newRow("stray word") << QStringList{u"please"_s};
}

void TestServerProgram::badOptions()
{
    QFETCH(const QStringList, arguments);
    const Run bad = run(arguments);
    QCOMPARE(bad.code, 2);
    QVERIFY(bad.err.startsWith("boltdesk-server: "));
    QCOMPARE(bad.err.trimmed().count('\n'), 0);
}

void TestServerProgram::takenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const Run taken = run({u"--listen"_s, u"127.0.0.1:%1"_s.arg(other.serverPort())});
    QCOMPARE(taken.code, 1);
    QCOMPARE(taken.err.trimmed().count('\n'), 0);
    QVERIFY2(taken.err.contains(QByteArray::number(other.serverPort())), taken.err.constData());
}

void TestServerProgram::readyFileAndSignal()
{
    QTemporaryDir folder;
    const QString ready = folder.filePath(u"ready.json"_s);
    QProcess process;
    process.start(QStringLiteral(BOLT_SERVER),
                  {u"--listen"_s, u"127.0.0.1:0"_s, u"--demo"_s, u"--ready-file"_s, ready});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(ready), 60'000);
    QCOMPARE(QFile::permissions(ready) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QFile file(ready);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject told = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(told["url"_L1].toString().startsWith("http://127.0.0.1:"_L1));
    for (const char *key : {"anon_key", "service_key", "worker_token"})
        QVERIFY2(!told[QLatin1StringView(key)].toString().isEmpty(), key);
    QCOMPARE(told["users"_L1].toArray().size(), 4);
    process.terminate();
    QVERIFY(process.waitForFinished(15'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!QFile::exists(ready));
    const QByteArray out = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY(!out.contains(told["service_key"_L1].toString().toLatin1()));
}

QTEST_GUILESS_MAIN(TestServerProgram)
#include "tst_server_program.moc"
