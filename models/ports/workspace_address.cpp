// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ports/workspace_address.h"

#include <QUrl>

namespace bolt {

namespace {

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || host == u"127.0.0.1" || host == u"::1" || host.endsWith(u".localhost");
}

} // namespace

QString wrongAddress(const QString &text)
{
    if (text.isEmpty())
        return QStringLiteral("empty");
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative())
        return QStringLiteral("no-url");
    if (url.scheme() != u"https" && url.scheme() != u"http")
        return QStringLiteral("scheme");
    if (url.host().isEmpty())
        return QStringLiteral("no-host");
    if (!url.userInfo().isEmpty())
        return QStringLiteral("credentials");
    if (url.scheme() == u"http" && !isThisMachine(url.host()))
        return QStringLiteral("insecure");
    return {};
}

} // namespace bolt
