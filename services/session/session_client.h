// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/ports/session.h"
#include "services/wire/token.h"

#include <functional>
#include <memory>

namespace bolt {

class Connector;
struct Grant;
class HttpClient;
class SecretStore;

/// GoTrue session (contracts/supabase.md §2). Main thread. One refresh in flight per process and, by a lock file, per
/// machine; the new refresh token is kept before the new access token is used. The access token is in memory only.
class SessionClient final : public Session
{
    Q_OBJECT
public:
    struct Settings
    {
        QString lockFolder;             ///< for the refresh lock; holds no secret
        Seconds refreshAhead{90};       ///< before `exp`, by the server's clock
        Millis retryBase{200};          ///< 200·2ⁿ ms …
        Millis retryMax{5'000};         ///< … but no more, …
        Millis retryFor{30'000};        ///< … for so long; from then on one try after
        Millis restFirst{2'000};        ///< … a rest of so long, doubled each time, with jitter, …
        Millis restMax{30'000};         ///< … up to so long. What the server asks for it gets, up to ten minutes
        Millis signInWithin{30'000};    ///< the answer to a password, which a busy server hashes one after another
        std::function<double()> random; ///< [0, 1); for jitter
    };

    /// `http` is this session's own: its settings are moved to the workspace that is signed in to.
    SessionClient(HttpClient &http, const Connector &connector, SecretStore &secrets, const Clock &clock,
                  Settings settings, QObject *parent = nullptr);
    ~SessionClient() override;

    State state() const override;
    const Workspace &workspace() const override;
    const Account &account() const override;
    Keychain keychain() const override;
    QFuture<Outcome> signIn(Workspace workspace, QString email, QString password, bool remember) override;
    void signOut() override;

    /// Signs in with the refresh token kept for this workspace, if there is one; NotFound when none is.
    ///
    /// The keychain tells whose session it is: the state is SignedIn as soon as it was read, with a null token until
    /// the server confirms it, so that a desk without a network shows that person's copy. A server that refuses it
    /// makes the session Expired; one that is away is asked again by and by. The future settles with the server's first
    /// answer.
    QFuture<Outcome> restore(Workspace workspace);

    /// Null while signed out and until a restored session is confirmed. Copies are handed to other threads by value.
    const wire::AccessToken &token() const;
    /// A token that lives at least `refreshAhead` longer: the present one, or after a refresh. Single flight.
    QFuture<Result<wire::AccessToken>> freshToken();
    /// Somebody was answered 401 with this token: one forced refresh, unless it was replaced already.
    void tokenRefused(const QByteArray &jwt);
    /// Wake from sleep, clock jump, network up: looks at once whether a refresh is due.
    void checkNow();
    /// The same, because a person said so: not even what the server asked for (Retry-After) is waited for.
    void tryNow();

Q_SIGNALS:
    /// Also after sign-out (null token).
    void tokenChanged(const bolt::wire::AccessToken &token);
    /// The last refresh failed and is being tried again, in words for the diagnostics.
    void refreshTrouble(const bolt::Error &error);

private:
    struct Private;
    /// The refresh token rests in the keychain before the session counts as begun.
    void keepAndTake(const Grant &grant, quint64 epoch, const std::shared_ptr<QPromise<Outcome>> &promise);
    std::unique_ptr<Private> d;
};

} // namespace bolt
