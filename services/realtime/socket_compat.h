// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWebSocket>

namespace bolt {

/// QWebSocket's error signal has one name before Qt 6.5 and another one from there on.
template<class Owner, class Fn>
void connectSocketError(QWebSocket *socket, Owner *owner, Fn fn)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QObject::connect(socket, &QWebSocket::errorOccurred, owner, fn);
#else
    QObject::connect(socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), owner, fn);
#endif
}

} // namespace bolt
