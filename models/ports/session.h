// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/role.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

namespace bolt {

/// A backend the desk can work on. The anon key is public by design; it is no secret.
struct Workspace
{
    enum class Kind : quint8 { Embedded, Remote };
    QString name;
    Kind kind = Kind::Remote;
    QUrl url;
    QString anonKey;
    bool operator==(const Workspace &) const = default;
};

struct Account
{
    QString id;
    QString email;
    Role role = Role::Viewer;
    bool operator==(const Account &) const = default;
};

/// Who is signed in where. Main thread. The access token lives in memory behind this door, the refresh token in the
/// keychain.
class Session : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    enum class State : quint8 { SignedOut, SigningIn, SignedIn, Expired };
    Q_ENUM(State)
    /// Whether the refresh token can be kept. `Unavailable`: no keychain service answered within 3 s.
    enum class Keychain : quint8 { Unknown, Available, Unavailable };
    Q_ENUM(Keychain)

    virtual State state() const = 0;
    virtual const Workspace &workspace() const = 0;
    virtual const Account &account() const = 0;
    virtual Keychain keychain() const = 0;
    /// Settles with the server's words when it refuses. `remember` keeps the refresh token in the keychain.
    virtual QFuture<Outcome> signIn(Workspace workspace, QString email, QString password, bool remember) = 0;
    virtual void signOut() = 0;

Q_SIGNALS:
    void stateChanged();
    void keychainChanged();
};

} // namespace bolt
