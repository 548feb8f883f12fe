// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/keys.h"

#include "backend/auth/secret.h"
#include "backend/auth/token.h"

#include <QFile>
#include <QFileInfo>
#include <nlohmann/json.hpp>

namespace bolt::backend {
namespace {

constexpr qint64 kTenYears = 10LL * 365 * 24 * 3600;
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

std::string keyFor(const TokenSigner &signer, const char *role, Instant now)
{
    const qint64 seconds = toMicros(now) / 1'000'000;
    return signer.sign({{"iss", "boltdesk"}, {"role", role}, {"iat", seconds}, {"exp", seconds + kTenYears}});
}

Error problem(const char *code, const QString &message)
{
    return Error{Error::Kind::Storage, QString::fromLatin1(code), message, {}, 0};
}

Result<Keys> readKeys(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem("keys_unreadable", QStringLiteral("The key file %1 cannot be read").arg(path));
#ifndef Q_OS_WIN
    if (file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) {
        return problem(
            "keys_exposed",
            QStringLiteral("The key file %1 can be read by others; make it yours alone (chmod 600)").arg(path));
    }
#endif
    const QByteArray text = file.readAll();
    const auto kept = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    Keys keys;
    const auto take = [&](const char *name, std::string *into) {
        const auto at = kept.is_object() ? kept.find(name) : kept.end();
        if (at == kept.end() || !at->is_string() || at->get_ref<const std::string &>().empty())
            return false;
        *into = at->get<std::string>();
        return true;
    };
    if (!take("jwt_secret", &keys.jwtSecret) || !take("anon_key", &keys.anonKey) ||
        !take("service_key", &keys.serviceKey) || !take("worker_token", &keys.workerToken) ||
        !take("webhook_secret", &keys.webhookSecret) || !take("demo_password", &keys.demoPassword) ||
        keys.jwtSecret.size() < 32)
        return problem("keys_damaged", QStringLiteral("The key file %1 is damaged").arg(path));
    return keys;
}

Outcome writeKeys(const QString &path, const Keys &keys)
{
    const nlohmann::json kept = {{"jwt_secret", keys.jwtSecret},         {"anon_key", keys.anonKey},
                                 {"service_key", keys.serviceKey},       {"worker_token", keys.workerToken},
                                 {"webhook_secret", keys.webhookSecret}, {"demo_password", keys.demoPassword}};
    const std::string text = kept.dump(2) + "\n";
    // Written beside and renamed: a crash leaves no half file, and at no moment may others read it.
    const QString beside = path + QStringLiteral(".new");
    QFile::remove(beside);
    QFile file(beside);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly) &&
                         file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.flush();
    file.close();
    if (!written || !file.rename(path)) {
        QFile::remove(beside);
        return problem("keys_unwritable", QStringLiteral("The key file %1 cannot be written").arg(path));
    }
    return Done{};
}

} // namespace

Keys makeKeys(Instant now)
{
    Keys keys;
    keys.jwtSecret = randomHex(32);
    const TokenSigner signer(keys.jwtSecret);
    keys.anonKey = keyFor(signer, "anon", now);
    keys.serviceKey = keyFor(signer, "service_role", now);
    keys.workerToken = "bdw_" + randomHex(24);
    keys.webhookSecret = randomHex(32);
    keys.demoPassword = randomHex(9);
    return keys;
}

Result<Keys> loadOrMakeKeys(const QString &path, Instant now)
{
    if (QFileInfo::exists(path))
        return readKeys(path);
    const Keys keys = makeKeys(now);
    if (Outcome written = writeKeys(path, keys); !written)
        return written.error();
    return keys;
}

} // namespace bolt::backend
