// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend/embedded_server.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace bolt::test {

/// A backend with a job of `directories` submissions and nothing else, asked and filled over HTTP only.
class SmallBackend
{
public:
    explicit SmallBackend(int directories)
        : m_server(backend::BackendOptions{})
    {
        auto started = m_server.start();
        started.waitForFinished();
        const auto result = started.result();
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        access = *result;
        QJsonArray rows;
        for (int i = 0; i < directories; ++i)
            rows.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("Directory %1").arg(i)},
                                    {QStringLiteral("da_score"), 50},
                                    {QStringLiteral("priority_tier"), 1}});
        send("POST", QStringLiteral("/rest/v1/directories"), QJsonDocument(rows).toJson());
        const QJsonObject customer = send(
            "POST", QStringLiteral("/api/customers/register"),
            R"({"email":"a@example.com","company_name":"A","website":"https://a.example","package_id":"enterprise"})");
        send("POST", QStringLiteral("/api/queue/submit"),
             QJsonDocument(QJsonObject{{QStringLiteral("customer_id"), customer.value(QStringLiteral("customer_id"))}})
                 .toJson());
    }

    QJsonObject send(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        return document(method, path, body).object();
    }
    QJsonArray rows(const QString &query) { return document("GET", QStringLiteral("/rest/v1/") + query, {}).array(); }
    int count(const QString &status)
    {
        return int(rows(QStringLiteral("directory_submissions?select=id&status=eq.") + status).size());
    }

    backend::BackendAccess access;

private:
    QJsonDocument document(const QByteArray &method, const QString &path, const QByteArray &body)
    {
        QNetworkRequest request(QUrl(access.url + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("apikey", access.serviceKey.toLatin1());
        request.setRawHeader("Authorization", "Bearer " + access.serviceKey.toLatin1());
        QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QByteArray text = reply->readAll();
        if (status < 200 || status > 299)
            qFatal("%s %s: %d %s", method.constData(), qPrintable(path), status, text.constData());
        return QJsonDocument::fromJson(text);
    }

    backend::EmbeddedServer m_server;
    QNetworkAccessManager m_network;
};

} // namespace bolt::test
