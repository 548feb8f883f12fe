// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/feeder_process.h"

#include <QCoreApplication>

namespace bolt::bench {

namespace {
constexpr int patienceMs = 60'000;
}

FeederProcess::~FeederProcess()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished(2000);
}

bool FeederProcess::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--feed")});
    m_port = line().toUShort();
    return m_port != 0;
}

qsizetype FeederProcess::prepare(int events, int rows, qint64 firstVersion)
{
    m_process.write("prepare " + QByteArray::number(events) + ' ' + QByteArray::number(rows) + ' ' +
                    QByteArray::number(firstVersion) + '\n');
    QByteArray answer = line();
    while (answer == "live")
        answer = line();
    return answer.startsWith("prepared ") ? answer.mid(9).toLongLong() : 0;
}

void FeederProcess::go()
{
    m_process.write("go\n");
    m_process.waitForBytesWritten(patienceMs);
}

bool FeederProcess::waitForChannel() { return line() == "live"; }

void FeederProcess::board(int jobs, int each)
{
    m_process.write("board " + QByteArray::number(jobs) + ' ' + QByteArray::number(each) + '\n');
    m_process.waitForBytesWritten(patienceMs);
}

void FeederProcess::pace(int changesPerSecond)
{
    m_process.write("pace " + QByteArray::number(changesPerSecond) + '\n');
    m_process.waitForBytesWritten(patienceMs);
}

QByteArray FeederProcess::line()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patienceMs))
            return {};
    }
    return m_process.readLine().trimmed();
}

} // namespace bolt::bench
