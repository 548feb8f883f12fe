// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/refresh_flight.h"

#include "models/ports/when_done.h"
#include "services/http/http_client.h"
#include "services/secrets/secret_store.h"

#include <QCryptographicHash>
#include <QDir>

namespace bolt {

namespace {

constexpr Millis lockPoll{100};
constexpr Millis lockPatience{20'000};
constexpr Millis staleLock{60'000};

/// Answers after which the refresh token is worth nothing: contracts/supabase.md §2.4.
bool isFinal(const Error &error)
{
    static const QStringList codes{QStringLiteral("refresh_token_not_found"),
                                   QStringLiteral("refresh_token_already_used"),
                                   QStringLiteral("session_not_found"),
                                   QStringLiteral("session_expired"),
                                   QStringLiteral("user_banned"),
                                   QStringLiteral("user_not_found"),
                                   QStringLiteral("invalid_grant")};
    if (codes.contains(error.code))
        return true;
    return error.code == QLatin1StringView("validation_failed") &&
           (error.message.contains(QLatin1StringView("Refresh token is not valid"), Qt::CaseInsensitive) ||
            error.message.contains(QLatin1StringView("Not Issued By This Server"), Qt::CaseInsensitive));
}

} // namespace

RefreshFlight::RefreshFlight(const Parts &parts, KeptSession session, QString secretKey, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_session(std::move(session))
    , m_secretKey(std::move(secretKey))
{
    m_timer.setSingleShot(true);
}

RefreshFlight::~RefreshFlight() = default;

void RefreshFlight::begin()
{
    m_began = m_parts.clock.monotonic();
    if (m_secretKey.isEmpty() || m_parts.settings.lockFolder.isEmpty()) {
        QMetaObject::invokeMethod(this, &RefreshFlight::readKept, Qt::QueuedConnection);
        return;
    }
    const auto hash = QCryptographicHash::hash(m_secretKey.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    QDir().mkpath(m_parts.settings.lockFolder);
    m_lock = std::make_unique<QLockFile>(m_parts.settings.lockFolder + QStringLiteral("/session-") +
                                         QString::fromLatin1(hash) + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(static_cast<int>(staleLock.count()));
    connect(&m_timer, &QTimer::timeout, this, &RefreshFlight::lock);
    m_timer.start(0);
}

void RefreshFlight::lock()
{
    // Two processes that refresh one session at once look like theft to the server, which then ends it (bug 40).
    const bool patient = m_parts.clock.monotonic() - m_began < Micros(lockPatience);
    if (!m_lock->tryLock(0) && m_lock->error() == QLockFile::LockFailedError && patient) {
        m_timer.start(lockPoll);
        return;
    }
    m_timer.disconnect(this);
    readKept();
}

void RefreshFlight::readKept()
{
    if (m_secretKey.isEmpty()) {
        send();
        return;
    }
    // Whoever had the lock before may have rotated the token.
    whenDone(m_parts.secrets.read(m_secretKey), this, [this](const Result<SecretStore::Secret> &kept) {
        const auto session = kept.ok() && *kept ? KeptSession::fromSecret(**kept) : KeptSession();
        m_othersKept = !session.isNull() && session.account != m_session.account;
        if (!session.isNull() && !m_othersKept)
            m_session = session;
        send();
    });
}

void RefreshFlight::send()
{
    if (m_session.isNull()) {
        finish();
        Q_EMIT failed({Error::Kind::NotFound, QStringLiteral("no_refresh_token"), tr("No session is kept."), {}, 0},
                      true);
        return;
    }
    ++m_tries;
    whenDone(m_parts.http.send(m_parts.connector.refresh(m_session.refreshToken)).answer, this,
             [this](const Result<wire::Answer> &answer) { answered(answer); });
}

void RefreshFlight::answered(const Result<wire::Answer> &answer)
{
    if (m_done)
        return;
    if (!answer.ok()) {
        if (answer.error().kind == Error::Kind::Cancelled) {
            finish();
            Q_EMIT failed(answer.error(), false);
        } else {
            retry(answer.error());
        }
        return;
    }
    const auto grant = m_parts.connector.readGrant(*answer);
    if (grant.ok())
        keep(*grant);
    else
        refused(grant.error());
}

void RefreshFlight::refused(const Error &error)
{
    using Kind = Error::Kind;
    if (isFinal(error)) {
        finish();
        Q_EMIT failed(error, true);
    } else if (error.kind == Kind::Server || error.kind == Kind::RateLimit || error.kind == Kind::Conflict ||
               error.kind == Kind::Network) {
        retry(error);
    } else {
        finish(); // neither the session's end nor something that a quick retry heals
        Q_EMIT failed(error, false);
    }
}

void RefreshFlight::retry(const Error &error)
{
    const auto &settings = m_parts.settings;
    const auto spent = m_parts.clock.monotonic() - m_began;
    // With the same token, at first almost at once: the server may have rotated it, and knows the old one for seconds
    // only.
    Millis pause = std::min(settings.retryMax, settings.retryBase * (1 << std::min(m_tries - 1, 16)));
    pause = error.retryAfterMs > 0 ? Millis(error.retryAfterMs)
                                   : Millis(static_cast<qint64>(double(pause.count()) * (0.5 + settings.random())));
    if (!m_parts.patient || spent + Micros(pause) > Micros(settings.retryFor)) {
        finish();
        Q_EMIT failed(error, false);
        return;
    }
    Q_EMIT trouble(error);
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, &RefreshFlight::send);
    m_timer.start(pause);
}

void RefreshFlight::keep(const Grant &grant)
{
    if (m_secretKey.isEmpty() || m_othersKept) {
        finish();
        Q_EMIT granted(grant, m_othersKept);
        return;
    }
    // Kept before it is used: a crash in between must not lose the only token that works.
    whenDone(m_parts.secrets.write(m_secretKey, KeptSession::of(grant.account, grant.refreshToken).toSecret()), this,
             [this, grant](const Outcome &kept) {
                 finish();
                 Q_EMIT granted(grant, kept.ok());
             });
}

void RefreshFlight::finish()
{
    m_done = true;
    m_timer.stop();
    m_lock.reset();
}

} // namespace bolt
