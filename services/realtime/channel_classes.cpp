// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/realtime/channel_classes.h"

#include <QRegularExpression>

namespace bolt {

namespace {

struct Word
{
    const char *text;
    ChannelTrouble trouble;
};

// Looked for in this order, without regard to case. `expired` is first: the same code stands for both token classes.
constexpr Word words[] = {
    {"expired", ChannelTrouble::TokenExpired},
    {"MalformedJWT", ChannelTrouble::TokenBad},
    {"JwtSignature", ChannelTrouble::TokenBad},
    {"JwtSigner", ChannelTrouble::TokenBad},
    {"InvalidJWT", ChannelTrouble::TokenBad},
    {"signature_error", ChannelTrouble::TokenBad},
    {"not a valid JWT", ChannelTrouble::TokenBad},
    {"are required in JWT", ChannelTrouble::TokenBad},
    {"RateLimit", ChannelTrouble::RateLimited},
    {"rate limit", ChannelTrouble::RateLimited},
    {"Too many", ChannelTrouble::RateLimited},
    {"Unauthorized", ChannelTrouble::Denied},
    {"permission", ChannelTrouble::Denied},
    {"PrivateOnly", ChannelTrouble::Denied},
    {"TopicNameRequired", ChannelTrouble::Denied},
    {"RealtimeDisabled", ChannelTrouble::Denied},
    {"TenantNotFound", ChannelTrouble::Denied},
    {"Please check Realtime is enabled", ChannelTrouble::Denied},
    {"Error parsing `filter`", ChannelTrouble::Denied},
    {"No subscription params", ChannelTrouble::Denied},
};

} // namespace

ChannelTrouble troubleOf(const QString &reason)
{
    // "Too many database timeouts" is the database's trouble, and ConnectionRateLimit ones of it pass by themselves.
    if (reason.contains(QLatin1StringView("database"), Qt::CaseInsensitive))
        return ChannelTrouble::Transient;
    for (const auto &word : words) {
        if (reason.contains(QLatin1StringView(word.text), Qt::CaseInsensitive))
            return word.trouble;
    }
    return ChannelTrouble::Transient;
}

ChannelTrouble troubleOfStatus(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return ChannelTrouble::TokenBad;
    case 403:
    case 404:
        return ChannelTrouble::Denied;
    case 429:
        return ChannelTrouble::RateLimited;
    default:
        return ChannelTrouble::Transient;
    }
}

ChannelTrouble troubleOfClose(int code)
{
    // 1008 is how a server refuses that could not answer the upgrade itself. All others, 1000 and 1002 among them, are
    // drops: QWebSocket 6.4 reports 1000 for a lost connection and 1002 for the 1012 of a restart (bug 42).
    return code == 1008 ? ChannelTrouble::TokenBad : ChannelTrouble::Transient;
}

int statusInErrorString(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("(?<!\\d)([1-5]\\d\\d) \\("));
    const auto match = number.match(text);
    // From Qt 6.5 on a 401 is taken for a question for name and password, and its number is not said.
    if (!match.hasMatch() && text.contains(QLatin1StringView("WWW-Authenticate")))
        return 401;
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

LinkReason whyNotConnected(int httpStatus, const QString &given)
{
    if (httpStatus > 0) // somebody was reached, and answered
        return {LinkReason::JoinRefused, QStringLiteral("HTTP %1").arg(httpStatus)};
    const QString said = given.simplified();
    return {said.isEmpty() ? LinkReason::NoAnswer : LinkReason::NotConnected, said};
}

LinkReason whyClosed(int code, const QString &given)
{
    return {LinkReason::Closed, QStringLiteral("%1 %2").arg(code).arg(given).simplified()};
}

QByteArray tableInReason(const QString &reason)
{
    static const QRegularExpression table(QStringLiteral(R"(\btable: ([^,\]\s]+))"));
    return table.match(reason).captured(1).toUtf8();
}

} // namespace bolt
