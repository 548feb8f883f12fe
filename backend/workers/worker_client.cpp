// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/worker_client.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QPointer>

namespace bolt::workers {

using namespace Qt::StringLiterals;

WorkerClient::WorkerClient(QUrl base, QByteArray token)
    : m_base(std::move(base))
    , m_bearer("Bearer " + token)
{
    m_network.setTransferTimeout(15'000);
}

QNetworkRequest WorkerClient::requestTo(const QString &path) const
{
    QUrl url = m_base;
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    // The bearer must not follow a redirect to somebody else.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

void WorkerClient::post(QStringView call, const QJsonObject &body, QObject *owner, Then then, bool lose)
{
    QNetworkRequest request = requestTo(u"/api/worker/"_s + call.toString());
    request.setRawHeader("Authorization", m_bearer);
    send(request, body, owner, std::move(then), lose);
}

void WorkerClient::postPublic(QStringView call, const QJsonObject &body, QObject *owner, Then then)
{
    send(requestTo(u"/api/"_s + call.toString()), body, owner, std::move(then), false);
}

void WorkerClient::send(const QNetworkRequest &request, const QJsonObject &body, QObject *owner, Then then, bool lose)
{
    QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    const QPointer<QObject> guard(owner);
    connect(reply, &QNetworkReply::finished, this, [reply, guard, then = std::move(then), lose] {
        reply->deleteLater();
        if (!guard)
            return;
        Answer answer;
        answer.status = lose ? 0 : reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (answer.status == 0) {
            answer.message = lose ? u"answer lost"_s : reply->errorString();
        } else {
            answer.body = QJsonDocument::fromJson(reply->readAll()).object();
            const QJsonObject error = answer.body.value("error"_L1).toObject();
            answer.code = error.value("code"_L1).toString();
            answer.message = error.value("message"_L1).toString();
            answer.retryAfter = reply->rawHeader("Retry-After").toInt();
        }
        then(answer);
    });
}

} // namespace bolt::workers
