// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "services/connectors/connector.h"
#include "services/session/kept_session.h"
#include "services/session/session_client.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

namespace bolt {

class HttpClient;
class SecretStore;

/// One refresh of a session, from the lock to the kept token (contracts/supabase.md §2.4). Settles once with `granted`
/// or `failed`, never inside begin(). Main thread.
class RefreshFlight final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        HttpClient &http;
        const Connector &connector;
        SecretStore &secrets;
        const Clock &clock;
        const SessionClient::Settings &settings;
        bool patient = true; ///< tries for a while; otherwise once
    };
    /// `secretKey` empty: the token is not remembered, so no other process can have it and nothing is locked.
    RefreshFlight(const Parts &parts, KeptSession session, QString secretKey, QObject *parent);
    ~RefreshFlight() override;

    void begin();

Q_SIGNALS:
    /// The new refresh token is in the keychain by now, unless `kept` is false.
    void granted(const bolt::Grant &grant, bool kept);
    /// `final`: the refresh token is worth nothing any more.
    void failed(const bolt::Error &error, bool final);
    /// A try failed and another one follows.
    void trouble(const bolt::Error &error);

private:
    void lock();
    void readKept();
    void send();
    void answered(const Result<wire::Answer> &answer);
    void refused(const Error &error);
    void keep(const Grant &grant);
    void retry(const Error &error);
    void finish();

    Parts m_parts;
    KeptSession m_session;
    bool m_othersKept = false; ///< what the keychain holds is another account's: left alone
    QString m_secretKey;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
    Micros m_began{0};
    int m_tries = 0;
    bool m_done = false;
};

} // namespace bolt
