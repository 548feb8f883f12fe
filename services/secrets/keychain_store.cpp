// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets/keychain_store.h"

#include "models/ports/when_done.h"

#include <QPromise>
#include <QTimer>
#include <QUuid>
#include <memory>
#include <qt6keychain/keychain.h>

namespace bolt {

namespace {

Error failure(const QString &detail)
{
    return {Error::Kind::Storage, QStringLiteral("keychain"),
            QStringLiteral("The system's keychain did not answer or cannot be used."), detail, 0};
}

/// A promise that is kept once, by whoever comes first.
template<class T>
class Once
{
public:
    Once() { m_promise.start(); }
    QFuture<T> future() { return m_promise.future(); }
    void settle(T value)
    {
        if (std::exchange(m_done, true))
            return;
        m_promise.addResult(std::move(value));
        m_promise.finish();
    }

private:
    QPromise<T> m_promise;
    bool m_done = false;
};

/// Starts `job`; `onDone(job)` makes the value. The job deletes itself whenever it ends; that may be after the limit,
/// or never.
template<class T, class J, class Fn>
QFuture<T> run(J *job, QObject *context, Millis limit, T onTimeout, Fn onDone)
{
    auto once = std::make_shared<Once<T>>();
    auto future = once->future();
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [once, job, onDone](QKeychain::Job *) { once->settle(onDone(job)); });
    QTimer::singleShot(limit, context, [once, onTimeout]() { once->settle(onTimeout); });
    job->start();
    return future;
}

QFuture<Result<SecretStore::Secret>> readNow(const QString &service, const QString &key, QObject *context, Millis limit)
{
    using Answer = Result<SecretStore::Secret>;
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(key);
    return run<Answer>(job, context, limit, failure(QStringLiteral("timeout")),
                       [](QKeychain::ReadPasswordJob *j) -> Answer {
                           if (j->error() == QKeychain::NoError)
                               return SecretStore::Secret(j->binaryData());
                           if (j->error() == QKeychain::EntryNotFound)
                               return SecretStore::Secret();
                           return failure(j->errorString());
                       });
}

QFuture<Outcome> writeNow(const QString &service, const QString &key, const QByteArray &secret, QObject *context,
                          Millis limit)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setBinaryData(secret);
    return run<Outcome>(job, context, limit, failure(QStringLiteral("timeout")), [](QKeychain::Job *j) -> Outcome {
        if (j->error() == QKeychain::NoError)
            return Done{};
        return failure(j->errorString());
    });
}

QFuture<Outcome> removeNow(const QString &service, const QString &key, QObject *context, Millis limit)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    return run<Outcome>(job, context, limit, failure(QStringLiteral("timeout")), [](QKeychain::Job *j) -> Outcome {
        if (j->error() == QKeychain::NoError || j->error() == QKeychain::EntryNotFound)
            return Done{};
        return failure(j->errorString());
    });
}

/// `start()` once the probe said yes; its answer is handed through.
template<class T, class Fn>
QFuture<T> afterProbe(const QFuture<bool> &probe, QObject *context, Fn start)
{
    auto once = std::make_shared<Once<T>>();
    auto future = once->future();
    whenDone(probe, context, [once, context, start](bool usable) {
        if (!usable)
            once->settle(failure(QStringLiteral("probe")));
        else
            whenDone(start(), context, [once](const T &value) { once->settle(value); });
    });
    return future;
}

} // namespace

KeychainStore::KeychainStore(QString service, Millis limit)
    : m_service(std::move(service))
    , m_limit(limit)
{
}

QFuture<bool> KeychainStore::probe()
{
    if (m_probe)
        return *m_probe;
    auto once = std::make_shared<Once<bool>>();
    m_probe = once->future();
    const QString key = QStringLiteral("probe-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray value = QUuid::createUuid().toRfc4122().toHex();
    auto *context = &m_context;
    const auto service = m_service;
    const auto limit = m_limit;
    // One limit over the three steps: "is there a keychain" must be answered within it.
    QTimer::singleShot(limit, context, [once] { once->settle(false); });
    whenDone(writeNow(service, key, value, context, limit), context, [=](const Outcome &written) {
        if (!written.ok()) {
            once->settle(false);
            return;
        }
        whenDone(readNow(service, key, context, limit), context, [=](const Result<Secret> &back) {
            const bool same = back.ok() && *back && **back == value;
            whenDone(removeNow(service, key, context, limit), context,
                     [=](const Outcome &removed) { once->settle(same && removed.ok()); });
        });
    });
    return *m_probe;
}

QFuture<Result<SecretStore::Secret>> KeychainStore::read(const QString &key)
{
    return afterProbe<Result<Secret>>(probe(), &m_context,
                                      [=, this] { return readNow(m_service, key, &m_context, m_limit); });
}

QFuture<Outcome> KeychainStore::write(const QString &key, const QByteArray &secret)
{
    return afterProbe<Outcome>(probe(), &m_context,
                               [=, this] { return writeNow(m_service, key, secret, &m_context, m_limit); });
}

QFuture<Outcome> KeychainStore::remove(const QString &key)
{
    return afterProbe<Outcome>(probe(), &m_context,
                               [=, this] { return removeNow(m_service, key, &m_context, m_limit); });
}

} // namespace bolt
