// SPDX-License-Identifier: GPL-3.0-or-later
// The session's requests: GoTrue, contracts/supabase.md §2.
#include "services/connectors/directory_bolt.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace bolt {

namespace {

constexpr qsizetype maxTokenBytes = 16 << 10;

wire::Request post(QByteArray target, const QJsonObject &body)
{
    wire::Request request;
    request.method = "POST";
    request.target = std::move(target);
    request.headers = {{"Accept", "application/json"},
                       {"Content-Type", "application/json;charset=UTF-8"},
                       {"X-Supabase-Api-Version", "2024-01-01"}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.bearer = false;
    request.repeatable = false;
    return request;
}

/// The claims of a JWT. They are read for showing and for scheduling only; whether they hold is the server's business.
QJsonObject claimsOf(const QByteArray &jwt)
{
    const auto parts = jwt.split('.');
    if (parts.size() != 3)
        return {};
    const auto payload = QByteArray::fromBase64Encoding(parts.at(1), QByteArray::Base64UrlEncoding |
                                                                         QByteArray::AbortOnBase64DecodingErrors);
    return payload ? QJsonDocument::fromJson(*payload).object() : QJsonObject();
}

std::optional<Instant> secondsOf(const QJsonValue &value)
{
    const double seconds = value.toDouble();
    if (!(seconds >= 1 && seconds <= 253'402'300'799)) // the year 9999
        return {};
    return Instant(Seconds(static_cast<qint64>(seconds)));
}

QString roleWord(const QJsonObject &holder)
{
    return holder.value(u"app_metadata").toObject().value(u"role").toString();
}

bool isHeaderSafe(const QByteArray &token)
{
    return !token.isEmpty() && token.size() <= maxTokenBytes &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 127; });
}

} // namespace

wire::Request DirectoryBoltConnector::signIn(const QString &email, const QString &password) const
{
    return post("/auth/v1/token?grant_type=password",
                {{QStringLiteral("email"), email}, {QStringLiteral("password"), password}});
}

wire::Request DirectoryBoltConnector::refresh(const QByteArray &refreshToken) const
{
    return post("/auth/v1/token?grant_type=refresh_token",
                {{QStringLiteral("refresh_token"), QString::fromUtf8(refreshToken)}});
}

wire::Request DirectoryBoltConnector::signOut(const QByteArray &accessToken) const
{
    auto request = post("/auth/v1/logout?scope=local", {});
    request.body.clear();
    request.headers.push_back({"Authorization", "Bearer " + accessToken});
    return request;
}

Result<Grant> DirectoryBoltConnector::readGrant(const wire::Answer &answer) const
{
    if (!answer.ok())
        return wire::errorOf(answer);
    const auto body = QJsonDocument::fromJson(answer.body).object();
    const auto user = body.value(u"user").toObject();
    Grant grant;
    grant.accessToken = body.value(u"access_token").toString().toUtf8();
    grant.refreshToken = body.value(u"refresh_token").toString().toUtf8();
    // Both go into headers or bodies again: what is not plain ASCII is no token.
    if (!isHeaderSafe(grant.accessToken) || !isHeaderSafe(grant.refreshToken))
        return Error{Error::Kind::Server,
                     QStringLiteral("grant"),
                     QStringLiteral("The server's answer holds no session."),
                     {},
                     0};
    const auto claims = claimsOf(grant.accessToken);
    grant.expiresIn = Seconds(std::clamp<qint64>(body.value(u"expires_in").toInteger(3600), 1, 366 * 86'400));
    grant.issuedAt = secondsOf(claims.value(u"iat"));
    grant.expiresAt = secondsOf(claims.value(u"exp"));
    if (!grant.expiresAt)
        grant.expiresAt = secondsOf(body.value(u"expires_at"));
    grant.account.id = claims.value(u"sub").toString(user.value(u"id").toString());
    grant.account.email = user.value(u"email").toString(claims.value(u"email").toString());
    // The token's claims are what the server goes by; user_metadata is the user's to write and is never looked at.
    const QString word = claims.isEmpty() ? roleWord(user) : roleWord(claims);
    grant.account.role = roleFromWord(word);
    return grant;
}

} // namespace bolt
