// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/ports/action_gateway.h"
#include "models/ports/history.h"
#include "models/ports/link.h"
#include "models/ports/search.h"
#include "models/store/store.h"

#include <functional>
#include <memory>

namespace bolt {

class Connector;
class SessionClient;

/// The client half of the desk behind one door: follows a session, keeps the store equal to the workspace, carries
/// actions out. Used by the desk and by the headless client. Main thread; owns its threads (wire, replica).
///
/// While the session is signed in the copy of that workspace and account is opened, shown (LinkHealth tells its age)
/// and brought up to date. A restored session that the server has not confirmed yet shows its copy, and neither reads
/// nor acts. Signed out: links are cut, the store is emptied with `reset`. Another account never sees a
/// copy.
class DeskClient final : public QObject
{
    Q_OBJECT
public:
    struct Settings
    {
        /// Where local copies live, one file per workspace and account. Empty: everything stays in memory.
        QString replicaFolder;
        /// The embedded workspace is made anew at each start: a copy of it on disk would be of something gone.
        bool copiesEmbedded = false;
        /// One copy in exactly this file instead (headless client).
        QString replicaFile;
        /// Retention of jobs and submissions; zero: everything.
        std::chrono::hours window{90 * 24};
        /// How much further back Link::loadOlder() reaches each time.
        std::chrono::hours olderStep{90 * 24};
        /// Of submissions, no more are kept on disk, and no older ones loaded.
        size_t mostSubmissions = 1'000'000;
        /// How long an action may be undone before it is sent.
        Millis hold{0};
        /// [0, 1), for jitter; called from several threads.
        std::function<double()> random;
        /// Tests shorten the waits: all times of the link and of the sync are divided by it.
        int haste = 1;
    };

    /// The store, the session, the connector and the clock outlive this object.
    DeskClient(SessionClient &session, const Connector &connector, const Clock &clock, Store &store, Settings settings,
               QObject *parent = nullptr);
    ~DeskClient() override; ///< stop()

    Link &link();
    ActionGateway &actions();
    History &history();
    /// Through the copy on disk; in memory where nothing is kept on disk.
    Search &search();

    /// Follows the session from now on.
    void start();
    /// In this order: what is held is sent, for at most three seconds; the rest waits on disk for the next start ·
    /// no more actions are sent · the wire thread leaves its channel and ends · what it still handed
    /// over is applied · the replica writes what it has and ends. Blocks for at most a few seconds; idempotent.
    void stop();

Q_SIGNALS:
    /// Each batch just before it enters the store; rows of a snapshot or from disk have `snapshot` set.
    void applying(const bolt::Delta &delta);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt
