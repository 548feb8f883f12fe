// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/ports/link.h"

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <optional>
#include <vector>

namespace bolt {

/// What a channel listens to. Only immutable columns may be filtered at the server, so there is no filter here
/// (contracts/supabase.md §1.8.6).
struct ChannelBinding
{
    QByteArray schema;
    QByteArray table;
    QByteArray event = "*";
    bool optional = false; ///< where it is refused, it is not worth a join of its own to ask again
    bool operator==(const ChannelBinding &) const = default;
};

/// All times of contracts/supabase.md §1.11 and §1.10; shorter in tests.
struct ChannelTiming
{
    Millis connectDeadline{10'000};
    Millis joinDeadline{10'000};
    Millis liveDeadline{15'000};  ///< from the join's ok to "Subscribed to PostgreSQL"
    Millis tokenDeadline{20'000}; ///< how long a join waits for a fresh token
    Millis tokenAhead{90'000};    ///< a token with less life left is refreshed before a join
    Millis heartbeatEvery{25'000};
    Millis heartbeatDeadline{10'000};
    /// Nothing came for so long: a ping. Two seconds less what it takes to show an answer that does not come.
    Millis pingAfter{1'900};
    Millis pongWithin{1'000}; ///< or four times the usual round trip, if that is longer
    Millis backoffFirst{1'000};
    Millis backoffMax{30'000};
    Millis rateFirst{10'000};
    Millis rateMax{300'000};
    Millis deniedEvery{60'000};
    Millis dropRest{60'000};        ///< a dropped binding is part of no join that comes sooner
    Millis restoreEvery{1'800'000}; ///< a join for its sake: after dropRest, ten times as long, then every so often
    Millis stableAfter{30'000};     ///< live for so long: the back-off starts over
    Millis lateBy{5'000};           ///< a timer that fires so much later than asked means that the machine slept
};

struct ChannelSettings
{
    QUrl url;          ///< ws(s)://host/realtime/v1/websocket, without a query
    QByteArray apiKey; ///< query parameter `apikey`
    QByteArray topic;  ///< with its `realtime:` prefix
    std::vector<ChannelBinding> bindings;
    ChannelTiming timing;
};

/// A table that the server does not let us follow. One bad binding kills all of a channel, so it goes without.
struct DroppedBinding
{
    ChannelBinding binding;
    QString reason; ///< the server's words
    bool operator==(const DroppedBinding &) const = default;
};

/// Where the channel stands. `phase` is Live from the system's "Subscribed to PostgreSQL" on; CatchUp is never used
/// here.
struct ChannelStatus
{
    LinkPhase phase = LinkPhase::Offline;
    LinkReason reason; ///< why it is not live, or why it last was not
    std::optional<Instant> since;
    std::optional<Instant> nextTry; ///< while a back-off runs
    qint64 connects = 0;            ///< sockets opened since start
    qint64 joins = 0;
    qint64 garbage = 0; ///< frames that were no frames
    qint64 stale = 0;   ///< messages of an earlier join
    qint64 bytesIn = 0;
    std::optional<int> latencyMs;     ///< round trip of the last ping or heartbeat that was answered
    std::optional<Instant> latencyAt; ///< when that answer came
    std::optional<Instant> heardAt;   ///< when anything last came
    std::vector<DroppedBinding> dropped;
    std::optional<Instant> silentSince; ///< a ping is without an answer: when anything last came
};

} // namespace bolt
