// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets/memory_store.h"

#include <QPromise>

namespace bolt {

namespace {

template<class T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

Error unusable()
{
    return {Error::Kind::Storage, QStringLiteral("keychain"), QStringLiteral("There is no keychain."), {}, 0};
}

} // namespace

QFuture<bool> MemoryStore::probe() { return ready(m_usable); }

QFuture<Result<SecretStore::Secret>> MemoryStore::read(const QString &key)
{
    if (!m_usable)
        return ready<Result<Secret>>(unusable());
    const auto it = m_contents.constFind(key);
    return ready<Result<Secret>>(it == m_contents.cend() ? Secret() : Secret(*it));
}

QFuture<Outcome> MemoryStore::write(const QString &key, const QByteArray &secret)
{
    if (!m_usable)
        return ready<Outcome>(unusable());
    m_contents.insert(key, secret);
    return ready<Outcome>(Done{});
}

QFuture<Outcome> MemoryStore::remove(const QString &key)
{
    if (!m_usable)
        return ready<Outcome>(unusable());
    m_contents.remove(key);
    return ready<Outcome>(Done{});
}

} // namespace bolt
