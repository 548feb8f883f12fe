// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link_reason.h"

#include <QByteArray>
#include <QString>

namespace bolt {

/// What a refusal asks of us: contracts/supabase.md §1.10.
enum class ChannelTrouble : quint8 {
    Transient,    ///< exponential back-off; also everything unknown
    TokenExpired, ///< refresh first
    TokenBad,     ///< one forced refresh; if it repeats: signed out
    Denied,       ///< not faster than once a minute; show it
    RateLimited   ///< back-off from 10 s
};

/// By the text of a join reply's reason or of a `system` error.
ChannelTrouble troubleOf(const QString &reason);
/// By the HTTP status of a refused upgrade; 0: there was none.
ChannelTrouble troubleOfStatus(int httpStatus);
/// By a WebSocket close code.
ChannelTrouble troubleOfClose(int code);
/// The status inside the words of QWebSocket::errorString(), which are translated; 0 when there is none (bug 42).
int statusInErrorString(const QString &text);
/// Why a socket could not be had, and why one that was had is gone. What a server gives as the reason is often nothing.
LinkReason whyNotConnected(int httpStatus, const QString &given);
LinkReason whyClosed(int code, const QString &given);
/// The table that "Unable to subscribe …, table: X, …" names; empty when it names none.
QByteArray tableInReason(const QString &reason);

} // namespace bolt
