// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/session.h"

#include <QByteArray>
#include <QString>

namespace bolt {

/// What rests in the keychain for a workspace: whose session, and its refresh token. The account is there so that two
/// desks on one machine, signed in as two people, do not take up each other's session; its e-mail and role, so that a
/// desk that starts without a network knows whom to show the local copy to, and as what.
struct KeptSession
{
    QString account;
    QByteArray refreshToken;
    QString email = {};
    Role role = Role::Viewer;

    static KeptSession of(const Account &who, const QByteArray &token) { return {who.id, token, who.email, who.role}; }
    bool isNull() const { return refreshToken.isEmpty(); }
    /// Sessions kept by older versions name the id only: they wait for the server's word.
    bool tellsWho() const { return !account.isEmpty() && !email.isEmpty(); }
    Account who() const { return {account, email, role}; }

    QByteArray toSecret() const
    {
        return account.toUtf8() + '\n' + refreshToken + '\n' + email.toUtf8() + '\n' + wordOf(role).toUtf8();
    }
    static KeptSession fromSecret(const QByteArray &secret)
    {
        const QList<QByteArray> lines = secret.split('\n');
        if (lines.size() < 2)
            return {};
        return {QString::fromUtf8(lines[0]), lines[1], QString::fromUtf8(lines.value(2)),
                roleFromWord(QString::fromUtf8(lines.value(3)))};
    }
};

} // namespace bolt
