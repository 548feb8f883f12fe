// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bolt {

/// What rests in the keychain for a workspace: whose session, and its refresh token. The account is there so that two
/// desks on one machine, signed in as two people, do not take up each other's session.
struct KeptSession
{
    QString account;
    QByteArray refreshToken;

    bool isNull() const { return refreshToken.isEmpty(); }
    QByteArray toSecret() const { return account.toUtf8() + '\n' + refreshToken; }
    static KeptSession fromSecret(const QByteArray &secret)
    {
        const auto line = secret.indexOf('\n');
        if (line < 0)
            return {};
        return {QString::fromUtf8(secret.left(line)), secret.mid(line + 1)};
    }
};

} // namespace bolt
