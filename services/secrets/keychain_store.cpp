// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets/keychain_store.h"

#include "models/ports/when_done.h"

#include <QPromise>
#include <QTimer>
#include <QUuid>
#include <memory>
#include <qt6keychain/keychain.h>
#include <utility>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

Error keychainError(const QString &detail)
{
    return Error{Error::Kind::Storage, u"keychain"_s, u"The keychain did not answer."_s, detail, 0};
}

/// Runs a job and settles a promise from it once: with what `read` makes of it, or with an error when time is up. The
/// job deletes itself when its service answers, however late.
template<class Value, class Job, class Read>
QFuture<Result<Value>> run(Job *job, Millis timeout, QObject *owner, Read read)
{
    auto promise = std::make_shared<QPromise<Result<Value>>>();
    auto settled = std::make_shared<bool>(false);
    const auto settle = [promise, settled](Result<Value> result) {
        if (std::exchange(*settled, true))
            return;
        promise->addResult(std::move(result));
        promise->finish();
    };
    promise->start();
    QObject::connect(job, &QKeychain::Job::finished, owner,
                     [settle, read](QKeychain::Job *done) { settle(read(static_cast<Job *>(done))); });
    QTimer::singleShot(timeout, owner, [settle] { settle(keychainError(u"timed out"_s)); });
    auto future = promise->future();
    job->start();
    return future;
}

} // namespace

KeychainStore::KeychainStore(QString service, Millis timeout, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_timeout(timeout)
{
}

QFuture<bool> KeychainStore::probe()
{
    if (m_probe)
        return *m_probe;
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    m_probe = promise->future();
    const auto settle = [promise](bool usable) {
        promise->addResult(usable);
        promise->finish();
    };
    const QString key = u"probe-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray secret = key.toUtf8();
    whenDone(write(key, secret), this, [this, key, secret, settle](const Outcome &written) {
        if (!written)
            return settle(false);
        whenDone(read(key), this, [this, key, secret, settle](const Result<Secret> &found) {
            const bool same = found && *found == secret;
            whenDone(remove(key), this, [same, settle](const Outcome &removed) { settle(same && removed.ok()); });
        });
    });
    return *m_probe;
}

QFuture<Result<SecretStore::Secret>> KeychainStore::read(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    return run<Secret>(job, m_timeout, this, [](QKeychain::ReadPasswordJob *done) -> Result<Secret> {
        if (done->error() == QKeychain::EntryNotFound)
            return Secret();
        if (done->error() != QKeychain::NoError)
            return keychainError(done->errorString());
        return Secret(done->binaryData());
    });
}

QFuture<Outcome> KeychainStore::write(const QString &key, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    job->setBinaryData(secret);
    return run<Done>(job, m_timeout, this, [](QKeychain::Job *done) -> Outcome {
        return done->error() == QKeychain::NoError ? Outcome(Done{}) : Outcome(keychainError(done->errorString()));
    });
}

QFuture<Outcome> KeychainStore::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    return run<Done>(job, m_timeout, this, [](QKeychain::Job *done) -> Outcome {
        const bool gone = done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound;
        return gone ? Outcome(Done{}) : Outcome(keychainError(done->errorString()));
    });
}

} // namespace bolt
