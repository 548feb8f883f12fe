// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/ready_file.h"

#include "app/process/private_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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
    return writePrivately(path, QJsonDocument(all).toJson());
}

} // namespace bolt::server
