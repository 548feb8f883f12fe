// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workers/small_backend.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bolt::test;
using namespace Qt::StringLiterals;

/// boltdesk-workers as the desk starts it.
class TestWorkersProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void complainsInOneLine();
    void endsWithItsParent();
    void readsTheTokenOfAFile();
    void wrongTokenEndsIt();
    void killedItLeavesItsClaims();
};

namespace {

void start(QProcess &process, const QStringList &arguments)
{
    process.start(QStringLiteral(BOLT_WORKERS), arguments);
    QVERIFY(process.waitForStarted());
}

QStringList argumentsFor(const SmallBackend &backend)
{
    return {u"--url"_s,         backend.access.url,
            u"--token-stdin"_s, u"--exit-with-parent"_s,
            u"--workers"_s,     u"2"_s,
            u"--errors"_s,      u"0"_s};
}

} // namespace

void TestWorkersProgram::complainsInOneLine()
{
    QProcess process;
    start(process, {u"--url"_s, u"nowhere"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardError().trimmed().count('\n'), 0);
}

void TestWorkersProgram::endsWithItsParent()
{
    SmallBackend backend(6);
    QProcess process;
    start(process, argumentsFor(backend) + QStringList{u"--rate"_s, u"1200"_s});
    process.write(backend.access.workerToken.toLatin1() + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(backend.count(u"approved"_s) > 0, 20'000);
    QCOMPARE(process.state(), QProcess::Running);
    process.closeWriteChannel(); // what the death of a parent looks like
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestWorkersProgram::readsTheTokenOfAFile()
{
    SmallBackend backend(2);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"ready.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonObject{{u"worker_token"_s, backend.access.workerToken}}).toJson());
    file.close();
    QProcess process;
    start(process, {u"--url"_s, backend.access.url, u"--token-file"_s, file.fileName(), u"--rate"_s, u"1200"_s,
                    u"--errors"_s, u"0"_s});
    QTRY_VERIFY_WITH_TIMEOUT(backend.count(u"approved"_s) > 0, 20'000);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
}

void TestWorkersProgram::wrongTokenEndsIt()
{
    SmallBackend backend(1);
    QProcess process;
    start(process, argumentsFor(backend));
    process.write("wrong\n");
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 5);
    QVERIFY(process.readAllStandardError().contains("token"));
}

/// What the stall rule has to repair (that it does: tst_api_journeys, with a clock of its own).
void TestWorkersProgram::killedItLeavesItsClaims()
{
    SmallBackend backend(6);
    QProcess process;
    start(process, argumentsFor(backend) + QStringList{u"--rate"_s, u"30"_s});
    process.write(backend.access.workerToken.toLatin1() + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(backend.count(u"submitting"_s) > 0, 20'000);
    process.kill();
    QVERIFY(process.waitForFinished(10'000));
    QVERIFY(backend.count(u"submitting"_s) > 0);
    QVERIFY(backend.rows(u"workers?select=id&status=eq.online"_s).size() > 0);
}

QTEST_GUILESS_MAIN(TestWorkersProgram)
#include "tst_workers_program.moc"
