// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/ports/session.h"
#include "services/realtime/channel_client.h"
#include "services/replica/parcel.h"
#include "services/sync/engine/rules.h"
#include "services/wire/row.h"
#include "services/wire/token.h"

#include <QObject>
#include <functional>
#include <memory>

namespace bolt {

class Connector;
class SyncMailbox;

/// The wire thread's whole work for one workspace and account: the channel, the reads, the engine. Made on main, then
/// moved to its thread before start(); every slot is called there. Its data leaves by the mailbox and by `toReplica`
/// only.
class SyncWorker final : public QObject
{
    Q_OBJECT
public:
    struct Settings
    {
        Workspace workspace;
        /// Rows of jobs and submissions created before it are left at the server.
        std::optional<Instant> createdSince;
        /// Attempts that ended longer ago are left at the server; it moves on with the time.
        std::chrono::hours attemptsWindow = bolt::attemptsWindow;
        sync::SyncTiming timing;
        ChannelTiming channel;
        Millis answerWithin{30'000};         ///< each read
        std::optional<qint64> largestAnswer; ///< in bytes; nothing: the bound of HttpClient
        Millis frame{16};                    ///< at most one parcel in so long
        Millis steady{100};         ///< the same while changes follow each other; the first one after a rest is at once
        size_t crowd = 1'000;       ///< so many rows do not wait for `steady`
        Millis healthEvery{250};    ///< LinkHealth is told at most so often; while all is live, four times that
        size_t parcelRows = 5'000;  ///< what main applies within its budget of 4 ms
        size_t highWater = 200'000; ///< changes that main did not take: snapshot instead
        std::function<double()> random;
    };
    /// Called in the wire thread.
    struct Replica
    {
        std::function<void(SharedParcel)> keep;
        std::function<size_t()> backlog; ///< parcels not yet written
    };

    /// `connector`, `clock` and `mailbox` outlive this object.
    SyncWorker(const Connector &connector, const Clock &clock, SyncMailbox &mailbox, Settings settings,
               Replica replica);
    ~SyncWorker() override;

public Q_SLOTS:
    /// What is on disk: rows become known to the engine (the store has them already). Before start().
    void seed(const bolt::SharedParcel &parcel);
    void start();
    /// Leaves the channel, hands over what was accepted. Nothing is emitted or posted afterwards.
    void stop();
    void setToken(const bolt::wire::AccessToken &token);
    void tokenFailed(const LinkReason &reason);
    /// T10.
    void wake(const LinkReason &reason);
    /// T14: a person's "Try now". No rest is waited for, not even one that the server asked for.
    void refresh();
    /// T12: another role of the same account. What the old one saw is void, answers that are on their way too.
    void startOver();
    /// The window of retention begins later from now on; what is older goes with the next reconciliation.
    void narrow(bolt::Instant createdSince);
    /// It begins earlier from now on. Until all rows of it are here, health() tells the window as it was.
    void widen(bolt::Instant createdSince);
    /// An action changed these rows; should the stream not tell of them, they are read again.
    void doubt(const std::vector<bolt::wire::Key> &keys);

Q_SIGNALS:
    void tokenWanted(bool forced);
    /// A read was answered 401 with this token.
    void unauthorized(const QByteArray &jwt);
    /// The clock jumped: the session should look at its token.
    void slept();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt
