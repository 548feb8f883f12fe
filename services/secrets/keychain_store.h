// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "services/secrets/secret_store.h"

#include <QObject>
#include <optional>

namespace bolt {

/// The system's keychain by QtKeychain. Each operation settles within its limit even where the keychain's own never
/// ends (a locked keyring that waits for its window). Whether the store works is found out once by writing, reading and
/// deleting a value: a locked keyring without a display answers "no such entry" to every read.
class KeychainStore final : public SecretStore
{
public:
    explicit KeychainStore(QString service = QStringLiteral("BoltDesk"), Millis limit = Millis(3'000));

    QFuture<bool> probe() override;
    QFuture<Result<Secret>> read(const QString &key) override;
    QFuture<Outcome> write(const QString &key, const QByteArray &secret) override;
    QFuture<Outcome> remove(const QString &key) override;

private:
    QString m_service;
    Millis m_limit;
    std::optional<QFuture<bool>> m_probe;
    QObject m_context; ///< what is still under way when the store goes is not told any more
};

} // namespace bolt
