// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/watch/exit_codes.h"
#include "app/watch/record_json.h"
#include "app/watch/watch_options.h"
#include "models/ports/action_gateway.h"
#include "models/store/store.h"
#include "services/client/desk_client.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "services/session/session_client.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>
#include <array>

namespace bolt {

class SecretStore;

/// The headless client: session, client and store, no QML. Says on standard error what a person would see on the pill.
class Watch final : public QObject
{
    Q_OBJECT
public:
    /// `secrets` outlive it.
    Watch(WatchOptions options, QString password, SecretStore &secrets);

    /// `restored`: with the sign-in that is kept for the workspace, instead of the password.
    void start(bool restored = false);
    /// The condition is met, it was interrupted, or it cannot go on: writes what was asked for, signs out where nobody
    /// stays signed in, and ends.
    void finish(WatchEnd end);

Q_SIGNALS:
    void finished(bolt::WatchEnd end);
    /// The keychain holds this sign-in now.
    void remembered(const bolt::Workspace &workspace);

private:
    Workspace workspace() const;
    void signIn();
    void signedIn(const Outcome &outcome);
    void act();
    void onSession();
    void onRefreshTrouble(const Error &error);
    void onHealth();
    void onApplying(const Delta &delta);
    void onAction(const ActionStatus &status);
    void onActionKept(const ActionId &id);
    void onActionNotOnDisk(const ActionId &id);
    static QString lineOf(const ActionStatus &status, const QString &word);
    void sayAction(const ActionStatus &status) const;
    void look();
    bool wasReached() const;
    WatchEnd unreached();
    std::optional<WatchEnd> hopeless();
    bool isConditionMet();
    bool areActionsSettled();
    void tell(const Delta &delta);
    void note(WatchEnd end);
    void noteActions();
    void noteOutput();
    void noteUnread();
    bool isAnythingHeld();
    bool holdsRows() const;
    void writeDump();
    void writeStats();
    void signOut();

    WatchOptions m_options;
    QString m_password;
    SteppedClock m_clock;
    DirectoryBoltConnector m_connector;
    HttpClient m_http;
    SessionClient m_session;
    Store m_store;
    HeldAttempts m_attempts;
    std::array<QHash<QString, qint64>, tableCount> m_told; ///< sums of the rows as --events told them last
    DeskClient m_client;
    QTimer m_look;
    QElapsedTimer m_sinceStart, m_sinceReached, m_sinceChange, m_sinceDenied, m_sinceStuck, m_sinceRefused;
    QHash<ActionId, ActionStatus> m_actions; ///< as last heard of
    QSet<ActionId> m_kept, m_notOnDisk;      ///< on disk, where there is one; or said not to be
    QString m_pill;                          ///< what was last said of the link
    QString m_awayWords;                     ///< of the sign-in
    QString m_refusal;                       ///< of the session
    QString m_copyNotice;                    ///< and of the local copy
    WatchEnd m_end = WatchEnd::Done;
    qint64 m_applied = 0;
    bool m_restored = false; ///< with a sign-in that was kept
    bool m_signedIn = false;
    bool m_acted = false; ///< the server settled an action of this run
    bool m_wasLive = false;
    bool m_outputLost = false;
    bool m_done = false;
};

} // namespace bolt
