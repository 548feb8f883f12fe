// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "services/realtime/channel_values.h"
#include "services/wire/token.h"

#include <QObject>
#include <functional>
#include <memory>

namespace bolt {

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
    /// None can be had now: it is asked for again after a back-off, or setToken() comes first. (Signed out: a null
    /// token.)
    void tokenFailed(const LinkReason &reason);
    /// Woken from sleep, or the network changed: token first, then a new socket at once.
    void wake(const LinkReason &reason);
    /// The data path looks deaf though the socket lives (no tick, delta watchdog): join again with a fresh join_ref.
    void rejoin(const LinkReason &reason);
    /// Do not wait for the back-off.
    void retryNow();

Q_SIGNALS:
    void statusChanged(const bolt::ChannelStatus &status);
    void live(bool again);
    /// Live no more, with the reason: T2, T3, T4, T6, T10 of contracts/supabase.md §4.5.
    void interrupted(const LinkReason &reason);
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
