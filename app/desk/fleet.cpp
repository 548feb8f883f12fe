// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/fleet.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace bolt {

using namespace Qt::StringLiterals;

Fleet::Fleet(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (!m_stopping) // also one that somebody ended in order works no more
            Q_EMIT failed(status == QProcess::NormalExit ? tr("The simulated fleet ended with code %1.").arg(code)
                                                         : tr("The simulated fleet crashed."));
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (!m_stopping && error == QProcess::FailedToStart)
            Q_EMIT failed(m_process.errorString());
    });
}

Fleet::~Fleet() { stop(); }

bool Fleet::start(const Plan &plan)
{
    const QString program =
        QStandardPaths::findExecutable(u"boltdesk-workers"_s, {QCoreApplication::applicationDirPath()});
    if (program.isEmpty())
        return false;
    m_stopping = false;
    m_process.start(program, {u"--url"_s, plan.url.toString(), u"--token-stdin"_s, u"--exit-with-parent"_s,
                              u"--keep-busy"_s, u"--workers"_s, QString::number(plan.workers), u"--rate"_s,
                              QString::number(plan.rate), u"--seed"_s, QString::number(plan.seed)});
    m_process.write(plan.workerToken.toUtf8() + '\n');
    return true;
}

void Fleet::stop()
{
    if (!running())
        return;
    m_stopping = true;
    m_process.closeWriteChannel();
    m_process.terminate();
    if (!m_process.waitForFinished(2000)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

} // namespace bolt
