// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/secrets/secret_store.h"

#include <QHash>

namespace bolt {

/// Forgets with the process. For tests, and for programs that must not touch the user's keychain.
class MemoryStore final : public SecretStore
{
public:
    /// `usable` false: behaves like a machine without a keychain service.
    explicit MemoryStore(bool usable = true)
        : m_usable(usable)
    {
    }

    QFuture<bool> probe() override;
    QFuture<Result<Secret>> read(const QString &key) override;
    QFuture<Outcome> write(const QString &key, const QByteArray &secret) override;
    QFuture<Outcome> remove(const QString &key) override;

    const QHash<QString, QByteArray> &contents() const { return m_contents; }

private:
    bool m_usable;
    QHash<QString, QByteArray> m_contents;
};

} // namespace bolt
