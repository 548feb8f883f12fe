// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/ports/link.h"
#include "services/wire/token.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>
#include <functional>
#include <memory>
#include <vector>

namespace bolt {

/// What a channel listens to. Only immutable columns may be filtered at the server, so there is no filter here
/// (contracts/supabase.md §1.8.6).
struct ChannelBinding
{
    QByteArray schema;
    QByteArray table;
    QByteArray event = "*";
    bool operator==(const ChannelBinding &) const = default;
};

/// All times of contracts/supabase.md §1.11 and §1.10; shorter in tests.
struct ChannelTiming
{
    Millis connectDeadline{10'000};
    Millis joinDeadline{10'000};
    Millis liveDeadline{15'000}; ///< from the join's ok to "Subscribed to PostgreSQL"
    Millis leaveDeadline{5'000};
    Millis tokenDeadline{20'000}; ///< how long a join waits for a fresh token
    Millis tokenAhead{90'000};    ///< a token with less life left is refreshed before a join
    Millis heartbeatEvery{25'000};
    Millis heartbeatDeadline{10'000};
    Millis backoffFirst{1'000};
    Millis backoffMax{30'000};
    Millis rateFirst{10'000};
    Millis rateMax{300'000};
    Millis deniedEvery{60'000};
    Millis stableAfter{30'000}; ///< live for so long: the back-off starts over
    Millis lateBy{5'000};       ///< a timer that fires so much later than asked means that the machine slept
};

struct ChannelSettings
{
    QUrl url;          ///< ws(s)://host/realtime/v1/websocket, without a query
    QByteArray apiKey; ///< query parameter `apikey`
    QByteArray topic;  ///< with its `realtime:` prefix
    std::vector<ChannelBinding> bindings;
    ChannelTiming timing;
};

/// Where the channel stands. `phase` is Live from the system's "Subscribed to PostgreSQL" on; CatchUp is never used
/// here.
struct ChannelStatus
{
    LinkPhase phase = LinkPhase::Offline;
    QString reason; ///< why it is not live, or why it last was not
    std::optional<Instant> since;
    std::optional<Instant> nextTry; ///< while a back-off runs
    qint64 connects = 0;            ///< sockets opened since start
    qint64 joins = 0;
    qint64 garbage = 0; ///< frames that were no frames
    qint64 stale = 0;   ///< messages of an earlier join
    qint64 bytesIn = 0;
    std::optional<int> latencyMs; ///< of the last heartbeat
};

/// One Phoenix channel on a socket of its own (contracts/supabase.md §1). Lives in one thread (the wire thread) and is
/// driven from its event loop; every signal is emitted from there, changes in the order in which they arrived. A change
/// is handed over only if it belongs to the current join. Nothing is delivered after stop().
///
/// The order seen by a consumer: `live(false)` → changes … → `interrupted` → … → `live(false)`. Changes may come before
/// `live`, too (they count). `live(true)` is a second "Subscribed" on a joined channel: a possible gap, T5.
class ChannelClient final : public QObject
{
    Q_OBJECT
public:
    /// `random`: [0, 1), for jitter.
    ChannelClient(ChannelSettings settings, const Clock &clock, std::function<double()> random,
                  QObject *parent = nullptr);
    ~ChannelClient() override;

    const ChannelStatus &status() const;

public Q_SLOTS:
    /// Connects and stays connected until stop(). Idempotent.
    void start();
    /// Leaves and closes on purpose. Idempotent.
    void stop();
    /// The current token; null: signed out, the channel leaves and waits. A joined channel gets it pushed. A token of
    /// another generation than the last makes a new socket and a new join.
    void setToken(const bolt::wire::AccessToken &token);
    /// No token can be had (session expired): stop trying until setToken().
    void tokenFailed(const QString &reason);
    /// Woken from sleep, or the network changed: token first, then a new socket at once.
    void wake(const QString &reason);
    /// The data path looks deaf though the socket lives (no tick, delta watchdog): join again with a fresh join_ref.
    void rejoin(const QString &reason);
    /// Do not wait for the back-off.
    void retryNow();

Q_SIGNALS:
    void statusChanged(const bolt::ChannelStatus &status);
    void live(bool again);
    /// Live no more, with the reason: T2, T3, T4, T6, T10 of contracts/supabase.md §4.5.
    void interrupted(const QString &reason);
    /// Payload text of one `postgres_changes` message.
    void change(const QByteArray &payload);
    /// A frame that looked like a change and could not be read as a frame: T11.
    void garbled();
    /// A fresh token is needed before the next join; `forced`: the server called the present one bad or expired. Answer
    /// with setToken() or tokenFailed().
    void tokenWanted(bool forced);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt
