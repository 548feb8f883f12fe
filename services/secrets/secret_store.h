// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <optional>

namespace bolt {

/// Where a secret may rest: the system's keychain, or memory in tests. Never a file of ours. Main thread.
class SecretStore
{
public:
    using Secret = std::optional<QByteArray>;

    virtual ~SecretStore() = default;
    /// Settles true when a secret was really written, read back and deleted, false when the store cannot be used;
    /// within its own time limit in any case. Asked once; the answer is kept.
    virtual QFuture<bool> probe() = 0;
    /// Nothing when there is no such secret. Error Storage (`keychain`) when the store does not answer.
    virtual QFuture<Result<Secret>> read(const QString &key) = 0;
    virtual QFuture<Outcome> write(const QString &key, const QByteArray &secret) = 0;
    virtual QFuture<Outcome> remove(const QString &key) = 0;
};

} // namespace bolt
