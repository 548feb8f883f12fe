// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

namespace bolt::bench {

/// What both sides of the benchmark agree on, so that they need not talk about it.
struct StreamPlan
{
    int events = 100'000;
    int rows = 10'000;       ///< different submissions that change in turn
    qint64 firstVersion = 1; ///< of the first event; grows by one an event
    QByteArray topic;        ///< of the channel, with its prefix
    qint64 binding = 1;      ///< the id the server gave to the submissions' binding
};

/// The uuid of the n-th thing of a kind; `kind` is its first digit.
QByteArray benchId(char kind, int n);
/// As a server writes it: final, unmasked.
void appendTextFrame(QByteArray &out, const QByteArray &text);
/// The primary key of the n-th row.
QByteArray rowId(int n);
/// Realtime frames of `plan` as a server writes them to the socket: WebSocket text frames, unmasked, back to back.
QByteArray streamBytes(const StreamPlan &plan);
/// The JSON texts inside such bytes. Views into `bytes`.
std::vector<QByteArrayView> messagesIn(const QByteArray &bytes);

} // namespace bolt::bench
