// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QString>
#include <QUrl>
#include <functional>

namespace bolt::workers {

/// Speaks the public worker API. One thread.
class WorkerClient final : public QObject
{
public:
    struct Answer
    {
        int status = 0; ///< 0: no answer; whether the backend acted is not known
        QJsonObject body;
        QString code;       ///< of the error form
        QString message;    ///< for people
        int retryAfter = 0; ///< seconds

        bool ok() const { return status >= 200 && status < 300; }
        /// Sending the same again later may help.
        bool comeBack() const { return status == 0 || status == 429 || status >= 500; }
    };
    using Then = std::function<void(const Answer &)>;

    WorkerClient(QUrl base, QByteArray token);

    /// `then` is called once, later, unless `owner` is gone by then. With `lose` the answer is thrown away, as a
    /// network does that fails behind the request.
    void post(QStringView call, const QJsonObject &body, QObject *owner, Then then, bool lose = false);
    /// A call that needs no token, e.g. "customers/register".
    void postPublic(QStringView call, const QJsonObject &body, QObject *owner, Then then);

private:
    QNetworkRequest requestTo(const QString &path) const;
    void send(const QNetworkRequest &request, const QJsonObject &body, QObject *owner, Then then, bool lose);

    QUrl m_base;
    QByteArray m_bearer;
    QNetworkAccessManager m_network;
};

} // namespace bolt::workers
