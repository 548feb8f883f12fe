// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/ready_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <filesystem>

namespace bolt::server {

using namespace Qt::StringLiterals;

Outcome writeReadyFile(const QString &path, const backend::BackendAccess &access)
{
    QJsonArray users;
    for (const backend::DemoUser &user : access.users)
        users.append(
            QJsonObject{{u"email"_s, user.email}, {u"password"_s, user.password}, {u"role"_s, wordOf(user.role)}});
    const QJsonObject all{{u"url"_s, access.url},
                          {u"anon_key"_s, access.anonKey},
                          {u"service_key"_s, access.serviceKey},
                          {u"worker_token"_s, access.workerToken},
                          {u"users"_s, users}};
    const QByteArray text = QJsonDocument(all).toJson();
    const QString beside = u"%1.%2.new"_s.arg(path).arg(QCoreApplication::applicationPid());
    QFile::remove(beside);
    QFile file(beside);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(text) == text.size() && file.flush();
    const QString why = file.errorString();
    file.close();
    std::error_code error;
    if (written)
        std::filesystem::rename(beside.toStdU16String(), path.toStdU16String(), error);
    if (written && !error)
        return Done{};
    QFile::remove(beside);
    return Error{
        Error::Kind::Storage,
        u"ready_file"_s,
        u"cannot write the ready file %1: %2"_s.arg(path, error ? QString::fromStdString(error.message()) : why),
        {},
        0};
}

} // namespace bolt::server
