// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/secrets/secret_store.h"

#include <QHash>

namespace bolt {

/// Secrets that end with the program: for tests, and for a desk that is told to keep nothing. Main thread.
class MemoryStore final : public SecretStore
{
public:
    QFuture<bool> probe() override { return QtFuture::makeReadyFuture(true); }
    QFuture<Result<Secret>> read(const QString &key) override
    {
        const auto it = m_secrets.constFind(key);
        const Secret secret = it == m_secrets.cend() ? Secret() : Secret(*it);
        return QtFuture::makeReadyFuture(Result<Secret>(secret));
    }
    QFuture<Outcome> write(const QString &key, const QByteArray &secret) override
    {
        m_secrets.insert(key, secret);
        return QtFuture::makeReadyFuture(Outcome(Done{}));
    }
    QFuture<Outcome> remove(const QString &key) override
    {
        m_secrets.remove(key);
        return QtFuture::makeReadyFuture(Outcome(Done{}));
    }

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace bolt
