// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/exchange.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>

namespace bolt::wire {

namespace {

constexpr qsizetype maxMessage = 2000;
constexpr QLatin1StringView statusMark("HTTP "); ///< begins the detail of what is an answer

QString sentenceOf(QStringView status) { return QStringLiteral("The server answered %1.").arg(status); }

/// One header that is wrong must not stop a desk for long.
constexpr qint64 maxRetryAfter = 600'000;

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 409:
        return Error::Kind::Conflict;
    case 408:
        return Error::Kind::Network;
    case 413:
        return Error::Kind::TooLarge;
    case 429:
        return Error::Kind::RateLimit;
    default:
        break;
    }
    if (status >= 500)
        return Error::Kind::Server;
    return Error::Kind::Invalid;
}

QString firstText(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    for (const auto key : keys) {
        const auto value = object.value(key);
        if (value.isString() && !value.toString().isEmpty())
            return value.toString().left(maxMessage);
    }
    return {};
}

qint64 retryAfterMs(const Answer &answer)
{
    const auto text = QString::fromLatin1(answer.header("retry-after").trimmed());
    if (text.isEmpty())
        return 0;
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (ok)
        return seconds > 0 ? static_cast<qint64>(std::min(seconds * 1000, double(maxRetryAfter))) : 0; // "nan": none
    // A date is read against the answer's own Date: the local clock may be anywhere.
    const auto at = parseHttpDate(answer.header("retry-after"));
    const auto date = parseHttpDate(answer.header("date"));
    if (!at || !date)
        return 0;
    return std::clamp<qint64>(toMillis(*at) - toMillis(*date), 0, maxRetryAfter);
}

} // namespace

QByteArray Answer::header(QByteArrayView lowerCaseName) const
{
    for (const auto &h : headers) {
        if (QByteArrayView(h.name) == lowerCaseName)
            return h.value;
    }
    return {};
}

std::optional<Instant> parseHttpDate(QByteArrayView text)
{
    const auto at =
        QLocale::c().toDateTime(QString::fromLatin1(text).trimmed(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!at.isValid())
        return {};
    return fromMicros(QDateTime(at.date(), at.time(), QTimeZone::utc()).toMSecsSinceEpoch() * 1000);
}

Error errorOf(const Answer &answer)
{
    Error error;
    error.kind = kindOf(answer.status);
    error.retryAfterMs = retryAfterMs(answer);
    QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    if (body.value(QLatin1StringView("error")).isObject()) // the form of `/api`
        body = body.value(QLatin1StringView("error")).toObject();
    error.code =
        firstText(body, {QLatin1StringView("error_code"), QLatin1StringView("code"), QLatin1StringView("error")});
    error.message = firstText(body, {QLatin1StringView("msg"), QLatin1StringView("message"),
                                     QLatin1StringView("error_description"), QLatin1StringView("error")});
    if (error.code.isEmpty())
        error.code = QString::fromLatin1(answer.header("x-sb-error-code"));
    if (error.code.isEmpty())
        error.code = QStringLiteral("http_%1").arg(answer.status);
    if (error.message.isEmpty())
        error.message = sentenceOf(QString::number(answer.status));
    error.detail = statusMark + QString::number(answer.status);
    const auto details = body.value(QLatin1StringView("details"));
    if (details.isString())
        error.detail += QStringLiteral(": ") + details.toString().left(maxMessage);
    return error;
}

QString saidIn(const Error &error)
{
    if (!error.detail.startsWith(statusMark))
        return {};
    const QString words = error.message.simplified();
    const bool ours = error.code == QLatin1StringView("redirect") ||
                      words == sentenceOf(QStringView(error.detail).mid(statusMark.size(), 3));
    return ours || words.isEmpty() ? error.detail.simplified() : words;
}

} // namespace bolt::wire
