// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/seeded_server.h"

#include "bench/bench_error.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bolt::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int seedingPatienceMs = 300'000;
}

Result<SeededServer::Access> SeededServer::start(const QString &scale)
{
    const QString ready = m_folder.filePath(u"ready.json"_s);
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.start(QCoreApplication::applicationDirPath() + u"/boltdesk-server"_s,
                   {u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite::memory:"_s, u"--demo"_s, u"--seed"_s,
                    u"1"_s, u"--scale"_s, scale, u"--ready-file"_s, ready});
    QElapsedTimer timer;
    timer.start();
    while (!QFile::exists(ready)) {
        if (m_server.waitForFinished(100) || timer.elapsed() > seedingPatienceMs)
            return benchError(u"boltdesk-server did not start"_s);
    }
    QFile file(ready);
    if (!file.open(QIODevice::ReadOnly))
        return benchError(u"the ready file cannot be read"_s);
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    Access access{all.value(u"url").toString(), all.value(u"anon_key").toString(), {}, {}};
    for (const auto &entry : all.value(u"users").toArray()) {
        const QJsonObject user = entry.toObject();
        if (user.value(u"role").toString() == u"admin") {
            access.email = user.value(u"email").toString();
            access.password = user.value(u"password").toString();
        }
    }
    return access;
}

void SeededServer::kill()
{
    m_server.kill();
    m_server.waitForFinished();
}

} // namespace bolt::bench
