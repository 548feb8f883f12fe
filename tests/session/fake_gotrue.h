// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../http/fake_http.h"
#include "models/domain/clock.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace bolt {

/// A GoTrue with rotation: each refresh token works once. Time is the test's.
class FakeGoTrue : public FakeHttp
{
public:
    explicit FakeGoTrue(const FixedClock &clock)
        : m_clock(clock)
    {
        answer = [this](const Request &request) { return handle(request); };
    }
    QByteArray handle(const Request &request)
    {
        if (!failures.isEmpty()) {
            const auto next = failures.takeFirst();
            if (!next.isEmpty())
                return next;
        }
        const auto body = QJsonDocument::fromJson(request.body).object();
        if (request.target.startsWith("/auth/v1/logout")) {
            ++logouts;
            return "HTTP/1.1 204 No Content\r\n\r\n";
        }
        if (request.target.endsWith("grant_type=password")) {
            if (body.value(u"password").toString() != QStringLiteral("secret"))
                return respond(400, R"({"code":"invalid_credentials","message":"Invalid login credentials"})");
            return grant();
        }
        ++refreshes;
        const auto token = body.value(u"refresh_token").toString().toLatin1();
        if (token != current)
            return respond(400,
                           R"({"code":"refresh_token_already_used","message":"Invalid Refresh Token: Already Used"})");
        return grant();
    }
    QByteArray grant()
    {
        current = "r" + QByteArray::number(++m_count);
        const qint64 now = toMicros(m_clock.now()) / 1'000'000 + skew;
        const QByteArray claims = R"({"sub":"u1","email":"a@b.c","iat":)" + QByteArray::number(now) + R"(,"exp":)" +
                                  QByteArray::number(now + life) + R"(,"n":)" + QByteArray::number(m_count) +
                                  R"(,"app_metadata":{"role":")" + role + "\"}}";
        const QByteArray jwt =
            "h." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".s";
        return respond(200, R"({"access_token":")" + jwt + R"(","refresh_token":")" + current +
                                R"(","expires_in":3600,"user":{"id":"u1","email":"a@b.c"}})");
    }
    QByteArray current;
    QByteArray role = "support";
    qint64 life = 3600;
    qint64 skew = 0; ///< the server's clock is ahead by so many seconds
    int refreshes = 0;
    int logouts = 0;
    QList<QByteArray> failures; ///< answered first, one a request

private:
    const FixedClock &m_clock;
    int m_count = 0;
};

} // namespace bolt
