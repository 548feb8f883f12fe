// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/http_client.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPromise>
#include <QTimer>

namespace bolt {

namespace {

Error failure(Error::Kind kind, const QString &code, const QString &message, const QString &detail = {})
{
    return {kind, code, message, detail, 0};
}

Error cancelled()
{
    return failure(Error::Kind::Cancelled, QStringLiteral("cancelled"), QStringLiteral("The request was cancelled."));
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QUrl addressOf(const QUrl &base, const QByteArray &target)
{
    QByteArray root = base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toEncoded();
    while (root.endsWith('/'))
        root.chop(1);
    return QUrl::fromEncoded(root + target, QUrl::StrictMode);
}

/// Nothing but the request itself: the session's state is our own, and an answer is never one kept from earlier.
void makePlain(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
}

} // namespace

struct HttpClient::Private
{
    struct Active
    {
        QPromise<Result<wire::Answer>> promise;
        QNetworkReply *reply = nullptr;
        QTimer *timer = nullptr;
        QByteArray body;
        QByteArray jwt;         ///< the session's token it was sent with
        bool mayBeSent = false; ///< so far as Qt tells: of a request with a body only
        int sendings = 0;       ///< the same
    };

    HttpClient *q;
    Settings settings;
    BearerSource bearer;
    QNetworkAccessManager network;
    QHash<quint64, Active *> calls;
    quint64 lastId = 0;

    void settle(quint64 id, Result<wire::Answer> result);
    void read(quint64 id);
    void finished(quint64 id);
    QNetworkRequest prepare(const wire::Request &request, const QUrl &url, Active &active) const;
};

void HttpClient::Private::settle(quint64 id, Result<wire::Answer> result)
{
    // Out of the table first: whatever abort() calls back finds nothing, so that a call settles once.
    Active *active = calls.take(id);
    if (!active)
        return;
    delete active->timer;
    if (active->reply) {
        active->reply->disconnect(q);
        active->reply->abort();
        active->reply->deleteLater();
    }
    active->promise.addResult(std::move(result));
    active->promise.finish();
    delete active;
}

void HttpClient::Private::read(quint64 id)
{
    Active *active = calls.value(id);
    if (!active)
        return;
    const qint64 room = settings.maxAnswerBytes - active->body.size();
    const qint64 promised = active->reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (active->reply->bytesAvailable() > room || promised > settings.maxAnswerBytes) {
        settle(id,
               failure(Error::Kind::TooLarge, QStringLiteral("answer_size"), tr("The server's answer was too large.")));
        return;
    }
    active->body += active->reply->readAll();
}

void HttpClient::Private::finished(quint64 id)
{
    read(id);
    Active *active = calls.value(id);
    if (!active)
        return;
    auto *reply = active->reply;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = reply->error();
    // Errors from ContentAccessDenied on stand for a status; those before and the protocol ones mean that no answer is
    // there.
    const bool answered = status > 0 &&
                          (error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied) &&
                          error != QNetworkReply::ProtocolFailure && error != QNetworkReply::ProtocolUnknownError;
    if (!answered) {
        const bool tls = error == QNetworkReply::SslHandshakeFailedError;
        // Refused after it was sent: Qt tried a second time, and the first may have arrived.
        const bool unreached = !active->mayBeSent && (error == QNetworkReply::ConnectionRefusedError ||
                                                      error == QNetworkReply::HostNotFoundError);
        settle(id, failure(Error::Kind::Network,
                           tls         ? QStringLiteral("tls")
                           : unreached ? QStringLiteral("unreached")
                                       : QStringLiteral("connection"),
                           tls ? tr("The server's certificate could not be trusted.")
                               : tr("The server could not be reached."),
                           reply->errorString()));
        return;
    }
    if (isRedirect(status)) {
        const QUrl to = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        settle(id, failure(Error::Kind::Forbidden, QStringLiteral("redirect"),
                           tr("The server redirected the request elsewhere, which is not followed."),
                           QStringLiteral("HTTP %1: %2").arg(status).arg(to.host())));
        return;
    }
    wire::Answer answer;
    answer.status = status;
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.push_back({name.toLower(), value});
    answer.body = active->body;
    answer.sentTwice = active->sendings > 1;
    const auto jwt = active->jwt;
    settle(id, std::move(answer));
    if (status == 401 && !jwt.isEmpty())
        Q_EMIT q->unauthorized(jwt);
}

QNetworkRequest HttpClient::Private::prepare(const wire::Request &request, const QUrl &url, Active &active) const
{
    QNetworkRequest out(url);
    makePlain(out);
    out.setRawHeader("User-Agent", "BoltDesk/" BOLT_VERSION);
    out.setRawHeader("apikey", settings.apiKey);
    // Asked now, not when the request was made: a token may have been replaced in between.
    active.jwt = request.bearer && bearer ? bearer() : QByteArray();
    out.setRawHeader("Authorization", "Bearer " + (active.jwt.isEmpty() ? settings.apiKey : active.jwt));
    for (const auto &header : request.headers)
        out.setRawHeader(header.name, header.value);
    return out;
}

HttpClient::HttpClient(Settings settings, BearerSource bearer, QObject *parent)
    : QObject(parent)
    , d(new Private)
{
    d->q = this;
    d->settings = std::move(settings);
    d->bearer = std::move(bearer);
    d->network.setAutoDeleteReplies(false);
}

HttpClient::~HttpClient() { cancelAll(); }

const HttpClient::Settings &HttpClient::settings() const { return d->settings; }

void HttpClient::setSettings(Settings settings)
{
    cancelAll();
    d->settings = std::move(settings);
    d->network.clearAccessCache();
    d->network.clearConnectionCache();
}

HttpClient::Call HttpClient::send(const wire::Request &request, std::optional<Millis> timeout)
{
    const quint64 id = ++d->lastId;
    auto *active = new Private::Active;
    d->calls.insert(id, active);
    active->promise.start();
    Call call{id, active->promise.future()};

    const QUrl url = addressOf(d->settings.base, request.target);
    const bool http = url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    if (!url.isValid() || !http || url.host() != d->settings.base.host()) {
        d->settle(
            id, failure(Error::Kind::Invalid, QStringLiteral("address"), tr("The workspace's address is not usable.")));
        return call;
    }
    const auto out = d->prepare(request, url, *active);
    active->mayBeSent = request.body.isEmpty() && request.method != "GET";
    active->reply = d->network.sendCustomRequest(out, request.method, request.body);
    active->timer = new QTimer(this);
    active->timer->setSingleShot(true);
    connect(active->timer, &QTimer::timeout, this, [this, id] {
        d->settle(id,
                  failure(Error::Kind::Network, QStringLiteral("timeout"), tr("The server did not answer in time.")));
    });
    connect(active->reply, &QNetworkReply::requestSent, this, [this, id] {
        if (auto *sent = d->calls.value(id)) {
            sent->mayBeSent = true;
            ++sent->sendings;
        }
    });
    connect(active->reply, &QNetworkReply::readyRead, this, [this, id] { d->read(id); });
    connect(active->reply, &QNetworkReply::finished, this, [this, id] { d->finished(id); });
    active->timer->start(timeout.value_or(d->settings.timeout));
    return call;
}

void HttpClient::cancel(quint64 id) { d->settle(id, cancelled()); }

void HttpClient::cancelAll()
{
    const auto ids = d->calls.keys();
    for (const auto id : ids)
        d->settle(id, cancelled());
}

int HttpClient::open() const { return static_cast<int>(d->calls.size()); }

} // namespace bolt
