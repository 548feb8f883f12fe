// SPDX-License-Identifier: GPL-3.0-or-later
// What the embedded backend emits (tests/data/wire/realtime, written and held by its own tests), read by the client:
// the two share no code, only these files.
#include "services/connectors/directory_bolt.h"
#include "services/wire/change.h"
#include "services/wire/frame.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace bolt;
using namespace bolt::wire;

class BackendFramesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFrameIsOne_data();
    void everyFrameIsOne();
    void wholeRows();
    void tooLarge();

private:
    static QList<QByteArray> linesOf(const QString &name)
    {
        QFile file(QStringLiteral(BOLT_TEST_DATA "/wire/realtime/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no golden file %s", qPrintable(name));
        return file.readAll().trimmed().split('\n');
    }
    std::vector<ChangeEvent> changesOf(const QString &name)
    {
        std::vector<ChangeEvent> out;
        const auto lines = linesOf(name);
        for (const auto &line : lines) {
            const auto frame = m_frames.decode({line.constData(), size_t(line.size())});
            if (!frame.ok())
                qFatal("no frame: %s", line.left(200).constData());
            if (frame->event != "postgres_changes")
                continue;
            auto change = m_changes.decode(frame->payload);
            if (!change.ok())
                qFatal("no change: %s", line.left(200).constData());
            out.push_back(*change);
        }
        return out;
    }
    FrameDecoder m_frames;
    ChangeDecoder m_changes{DirectoryBoltConnector().naming()};
};

void BackendFramesTest::everyFrameIsOne_data()
{
    QTest::addColumn<QString>("name");
    const auto names = QDir(QStringLiteral(BOLT_TEST_DATA "/wire/realtime")).entryList({QStringLiteral("*.jsonl")});
    QVERIFY(names.size() >= 4);
    for (const auto &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void BackendFramesTest::everyFrameIsOne()
{
    QFETCH(QString, name);
    changesOf(name);
}

void BackendFramesTest::wholeRows()
{
    std::array<int, tableCount> seen{};
    bool tick = false;
    for (const auto &change : changesOf(QStringLiteral("whole-rows.jsonl"))) {
        QVERIFY2(!change.isDegraded(), qPrintable(change.row.detail));
        tick = tick || change.tick.has_value();
        if (!change.table)
            continue;
        ++seen[size_t(*change.table)];
        QVERIFY(change.row.record && change.row.key);
        QVERIFY(*change.row.version > 0);
        if (const auto *job = std::get_if<Job>(&*change.row.record)) {
            QCOMPARE(job->priorityScore, 12345678901234567890.125);
            QCOMPARE(toMicros(*job->dueAt), 1795176000500000);
            QCOMPARE(job->state, JobState::Pending);
        } else if (const auto *customer = std::get_if<Customer>(&*change.row.record)) {
            QCOMPARE(customer->companyName, QStringLiteral("Grüße \"GmbH\""));
            QCOMPARE(customer->package.toString(), QStringLiteral("growth"));
        } else if (const auto *submission = std::get_if<Submission>(&*change.row.record)) {
            QCOMPARE(submission->successProbability, std::optional(0.25f));
            QCOMPARE(submission->maxAttempts, 3);
        }
    }
    QVERIFY(tick);
    QCOMPARE(seen[size_t(Table::Submissions)], 2);
    QCOMPARE(seen[size_t(Table::Jobs)], 1);
    QCOMPARE(seen[size_t(Table::Directories)], 1);
}

void BackendFramesTest::tooLarge()
{
    // Of a table that the desk does not follow: read as a change of no interest, whatever its form.
    for (const auto &change : changesOf(QStringLiteral("too-large.jsonl")))
        QVERIFY(!change.table);
}

QTEST_GUILESS_MAIN(BackendFramesTest)
#include "tst_backend_frames.moc"
