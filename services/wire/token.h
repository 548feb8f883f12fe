// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/role.h"

#include <QByteArray>
#include <QString>

namespace bolt::wire {

/// An access token as it is handed between threads: by value, in memory only, never in a log.
struct AccessToken
{
    QByteArray jwt;
    /// When it ends, on the local wall clock (the server's clock offset is already taken off).
    Instant expiresAt;
    /// Grows by one when user, role or workspace changes; answers of an older one are discarded.
    quint64 generation = 0;

    bool isNull() const { return jwt.isEmpty(); }
    bool operator==(const AccessToken &) const = default;
};

} // namespace bolt::wire
