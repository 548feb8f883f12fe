// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/watch/record_json.h"
#include "app/watch/watch_options.h"
#include "models/ports/action_gateway.h"
#include "models/store/store.h"
#include "services/client/desk_client.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "services/session/session_client.h"

#include <QElapsedTimer>
#include <QTimer>

namespace bolt {

class SecretStore;

/// The headless client: session, client and store, no QML. Says on standard error what a person would see on the pill.
class Watch final : public QObject
{
    Q_OBJECT
public:
    enum ExitCode { Ok = 0, Usage = 2, SignInRefused = 3, Unreachable = 4, NotPermitted = 5 };

    /// `secrets` outlive it.
    Watch(WatchOptions options, QString password, SecretStore &secrets);

    /// `restored`: with the sign-in that is kept for the workspace, instead of the password.
    void start(bool restored = false);
    /// The condition is met, or it was interrupted: writes what was asked for and ends.
    void finish(int code);

Q_SIGNALS:
    void finished(int code);
    /// The keychain holds this sign-in now.
    void remembered(const bolt::Workspace &workspace);

private:
    void signedIn(const Outcome &outcome);
    void act();
    void onHealth();
    void onApplying(const Delta &delta);
    void onAction(const ActionStatus &status);
    void look();
    bool isConditionMet();
    bool areActionsSettled();
    void writeEvents(const Delta &delta);
    void writeDump() const;
    void writeStats();

    WatchOptions m_options;
    QString m_password;
    SteppedClock m_clock;
    DirectoryBoltConnector m_connector;
    HttpClient m_http;
    SessionClient m_session;
    Store m_store;
    HeldAttempts m_attempts;
    DeskClient m_client;
    QTimer m_look;
    QElapsedTimer m_sinceStart, m_sinceChange, m_sinceDenied;
    QHash<ActionId, ActionStatus::Phase> m_phases;
    QString m_pill; ///< what was last said of the link
    qint64 m_applied = 0;
    bool m_actsGiven = false;
    bool m_wasLive = false;
    bool m_wasReached = false;
    bool m_done = false;
};

} // namespace bolt
