// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "services/secrets/secret_store.h"

#include <QObject>
#include <optional>

namespace bolt {

/// The system's keychain through QtKeychain. Main thread.
///
/// Each call settles within `timeout`, since a locked keyring that prompts a person may never answer; a late answer is
/// dropped. QtKeychain 0.13 tells a locked keyring and a missing secret apart only on writing, so nothing is believed
/// before the probe has written, read back and deleted.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT
public:
    explicit KeychainStore(QString service = QStringLiteral("BoltDesk"), Millis timeout = Millis(3000),
                           QObject *parent = nullptr);

    QFuture<bool> probe() override;
    QFuture<Result<Secret>> read(const QString &key) override;
    QFuture<Outcome> write(const QString &key, const QByteArray &secret) override;
    QFuture<Outcome> remove(const QString &key) override;

private:
    QString m_service;
    Millis m_timeout;
    std::optional<QFuture<bool>> m_probe;
};

} // namespace bolt
