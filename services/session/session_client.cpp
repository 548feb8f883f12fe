// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/session_client.h"

#include "models/ports/when_done.h"
#include "services/connectors/connector.h"
#include "services/http/http_client.h"
#include "services/secrets/secret_store.h"
#include "services/session/kept_session.h"
#include "services/session/refresh_flight.h"

#include <QPointer>
#include <QPromise>
#include <QTimer>

namespace bolt {

namespace {

/// A late timer (sleep, throttling) is noticed by looking at the clock at least so often: bug 6.
constexpr Millis lookEvery{30'000};

using TokenResult = Result<wire::AccessToken>;

template<class T>
QFuture<T> settled(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

template<class T>
void settle(const std::shared_ptr<QPromise<T>> &promise, T value)
{
    promise->addResult(std::move(value));
    promise->finish();
}

Error signedOutError()
{
    return {
        Error::Kind::Unauthorized, QStringLiteral("signed_out"), SessionClient::tr("You are not signed in."), {}, 0};
}

Error overtaken()
{
    return {Error::Kind::Cancelled,
            QStringLiteral("overtaken"),
            SessionClient::tr("A newer sign-in replaced this one."),
            {},
            0};
}

QString secretKeyOf(const Workspace &workspace)
{
    return QStringLiteral("session ") +
           workspace.url.adjusted(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash).toString();
}

} // namespace

struct SessionClient::Private
{
    Private(SessionClient *owner, HttpClient &h, const Connector &c, SecretStore &s, const Clock &k, Settings settings_)
        : q(owner)
        , http(h)
        , connector(c)
        , secrets(s)
        , clock(k)
        , settings(std::move(settings_))
        , timer(owner)
    {
    }

    SessionClient *q;
    HttpClient &http;
    const Connector &connector;
    SecretStore &secrets;
    const Clock &clock;
    Settings settings;
    QTimer timer;

    State state = State::SignedOut;
    Workspace workspace;
    Account account;
    Keychain keychain = Keychain::Unknown;
    bool remember = false;
    QByteArray refreshToken;
    QString keptAccount; ///< whose it is
    wire::AccessToken token;
    Micros life{0};    ///< of the present access token
    quint64 epoch = 0; ///< of sign-ins: what an older one still brings is dropped
    bool lost = false; ///< the refresh token is worth nothing; the access token serves until it ends
    QByteArray refusedJwt;
    std::optional<Micros> restUntil; ///< monotonic
    bool restIsTheirs = false;       ///< the server asked for it: only a person ends it before
    int failures = 0;                ///< flights since the last good one
    Error lastTrouble;               ///< why it rests
    QPointer<RefreshFlight> flight;
    std::vector<std::shared_ptr<QPromise<TokenResult>>> waiting;

    QString secretKey() const
    {
        return remember && keychain != Keychain::Unavailable ? secretKeyOf(workspace) : QString();
    }
    void setState(State next);
    void setKeychain(Keychain next);
    void enter(const Workspace &next);
    void take(const Grant &grant);
    void drop();
    bool isFresh() const;
    bool rests();
    Millis restAfter(const Error &error);
    void startRefresh();
    void refreshed(const Grant &grant, bool kept);
    void refreshFailed(const Error &error, bool final);
    void tellWaiting(const TokenResult &result);
    void look();
    void forget(const QString &key, const QString &whose);
};

void SessionClient::Private::setState(State next)
{
    state = next;
    Q_EMIT q->stateChanged();
}

void SessionClient::Private::setKeychain(Keychain next)
{
    if (keychain == next)
        return;
    keychain = next;
    Q_EMIT q->keychainChanged();
}

/// Turns to a workspace: whatever was under way for the one before is over.
void SessionClient::Private::enter(const Workspace &next)
{
    ++epoch;
    delete flight;
    drop();
    tellWaiting(overtaken());
    workspace = next;
    auto target = http.settings();
    target.base = next.url;
    target.apiKey = next.anonKey.toUtf8();
    http.setSettings(target);
    setState(State::SigningIn);
}

void SessionClient::Private::take(const Grant &grant)
{
    const auto now = clock.now();
    // By the server's clock: `iat` is the moment at which it made the token.
    const auto offset = grant.issuedAt ? *grant.issuedAt - now : Micros(0);
    const auto ends = grant.expiresAt ? *grant.expiresAt - offset : now + grant.expiresIn;
    const bool same = !token.isNull() && account == grant.account;
    account = grant.account;
    refreshToken = grant.refreshToken;
    keptAccount = grant.account.id;
    token.jwt = grant.accessToken;
    token.expiresAt = ends;
    if (!same)
        ++token.generation;
    life = ends - now;
    lost = false;
    restUntil.reset();
    failures = 0;
    refusedJwt.clear();
    if (state != State::SignedIn || !same)
        setState(State::SignedIn);
    Q_EMIT q->tokenChanged(token);
    look();
}

void SessionClient::Private::drop()
{
    timer.stop();
    refreshToken.clear();
    refusedJwt.clear();
    restUntil.reset();
    failures = 0;
    lost = false;
    account = {};
    if (token.isNull())
        return;
    token.jwt.clear();
    token.expiresAt = {};
    ++token.generation;
    Q_EMIT q->tokenChanged(token);
}

bool SessionClient::Private::isFresh() const
{
    const Micros ahead = std::min<Micros>(settings.refreshAhead, life / 4);
    return !token.isNull() && token.jwt != refusedJwt && token.expiresAt - clock.now() > ahead;
}

bool SessionClient::Private::rests()
{
    if (restUntil && clock.monotonic() >= *restUntil)
        restUntil.reset();
    return restUntil.has_value();
}

Millis SessionClient::Private::restAfter(const Error &error)
{
    restIsTheirs = error.retryAfterMs > 0;
    if (restIsTheirs)
        return Millis(error.retryAfterMs);
    const Millis rest = std::min(settings.restMax, settings.restFirst * (1 << std::min(failures++, 10)));
    return Millis(static_cast<qint64>(double(rest.count()) * (0.75 + settings.random() / 2)));
}

void SessionClient::Private::startRefresh()
{
    if (flight || lost || refreshToken.isEmpty())
        return;
    flight = new RefreshFlight({http, connector, secrets, clock, settings, failures == 0}, {keptAccount, refreshToken},
                               secretKey(), q);
    auto *mine = flight.data();
    QObject::connect(mine, &RefreshFlight::granted, q,
                     [this](const Grant &grant, bool kept) { refreshed(grant, kept); });
    QObject::connect(mine, &RefreshFlight::failed, q,
                     [this](const Error &error, bool final) { refreshFailed(error, final); });
    QObject::connect(mine, &RefreshFlight::trouble, q, &SessionClient::refreshTrouble);
    mine->begin();
}

void SessionClient::Private::refreshed(const Grant &grant, bool kept)
{
    flight->deleteLater();
    flight.clear();
    if (!kept && !secretKey().isEmpty())
        setKeychain(Keychain::Unavailable); // it goes on without remembering, and says so
    take(grant);
    tellWaiting(token);
}

void SessionClient::Private::refreshFailed(const Error &error, bool final)
{
    flight->deleteLater();
    flight.clear();
    lost = final;
    if (final) {
        refreshToken.clear();
        if (!secretKey().isEmpty())
            forget(secretKey(), keptAccount);
    } else {
        restUntil = clock.monotonic() + restAfter(error);
        lastTrouble = error;
    }
    Q_EMIT q->refreshTrouble(error);
    tellWaiting(error);
    look();
}

void SessionClient::Private::tellWaiting(const TokenResult &result)
{
    const auto all = std::exchange(waiting, {});
    for (const auto &promise : all)
        settle(promise, result);
}

void SessionClient::Private::look()
{
    if (state != State::SignedIn)
        return;
    const auto now = clock.now();
    const bool ended = token.expiresAt <= now || token.jwt == refusedJwt;
    if (lost && ended) {
        drop();
        setState(State::Expired);
        return;
    }
    if (!isFresh() && !rests())
        startRefresh();
    const Micros ahead = std::min<Micros>(settings.refreshAhead, life / 4);
    Micros next = lookEvery;
    for (const Micros in : {(lost ? token.expiresAt : token.expiresAt - ahead) - now,
                            restUntil.value_or(Micros(0)) - clock.monotonic()}) {
        if (in > Micros(0))
            next = std::min(next, in);
    }
    timer.start(std::chrono::ceil<Millis>(next) + Millis(1));
}

/// Takes that account's session out of the keychain; another one's stays.
void SessionClient::Private::forget(const QString &key, const QString &whose)
{
    whenDone(secrets.read(key), q, [this, key, whose, at = epoch](const Result<SecretStore::Secret> &secret) {
        if (at != epoch && remember)
            return; // a later sign-in keeps its own there
        if (secret.ok() && *secret && KeptSession::fromSecret(**secret).account == whose)
            secrets.remove(key);
    });
}

SessionClient::SessionClient(HttpClient &http, const Connector &connector, SecretStore &secrets, const Clock &clock,
                             Settings settings, QObject *parent)
    : Session(parent)
    , d(std::make_unique<Private>(this, http, connector, secrets, clock, std::move(settings)))
{
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->look(); });
    whenDone(secrets.probe(), this,
             [this](bool usable) { d->setKeychain(usable ? Keychain::Available : Keychain::Unavailable); });
}

SessionClient::~SessionClient()
{
    delete d->flight;
    d->tellWaiting(overtaken());
}

Session::State SessionClient::state() const { return d->state; }
const Workspace &SessionClient::workspace() const { return d->workspace; }
const Account &SessionClient::account() const { return d->account; }
Session::Keychain SessionClient::keychain() const { return d->keychain; }
const wire::AccessToken &SessionClient::token() const { return d->token; }

QFuture<Outcome> SessionClient::signIn(Workspace workspace, QString email, QString password, bool remember)
{
    d->enter(workspace);
    d->remember = remember;
    const auto epoch = d->epoch;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    auto future = promise->future();
    whenDone(d->http.send(d->connector.signIn(email, password), d->settings.signInWithin).answer, this,
             [this, promise, epoch](const Result<wire::Answer> &answer) {
                 if (epoch != d->epoch) {
                     settle<Outcome>(promise, overtaken());
                     return;
                 }
                 const auto grant = answer.ok() ? d->connector.readGrant(*answer) : Result<Grant>(answer.error());
                 if (!grant.ok()) {
                     d->setState(State::SignedOut);
                     settle<Outcome>(promise, grant.error());
                     return;
                 }
                 keepAndTake(*grant, epoch, promise);
             });
    return future;
}

void SessionClient::keepAndTake(const Grant &grant, quint64 epoch, const std::shared_ptr<QPromise<Outcome>> &promise)
{
    const QString key = secretKeyOf(d->workspace);
    if (!d->remember) {
        d->secrets.remove(
            key); // nobody waits for it: a keychain that hangs must not hold up a sign-in that does not need it
        d->take(grant);
        settle<Outcome>(promise, Done{});
        return;
    }
    const auto kept = d->secrets.write(key, KeptSession::of(grant.account, grant.refreshToken).toSecret());
    whenDone(kept, this, [this, grant, epoch, promise](const Outcome &outcome) {
        if (epoch != d->epoch) {
            settle<Outcome>(promise, overtaken());
            return;
        }
        if (!outcome.ok())
            d->setKeychain(Keychain::Unavailable);
        d->take(grant);
        settle<Outcome>(promise, Done{});
    });
}

QFuture<Outcome> SessionClient::restore(Workspace workspace)
{
    d->enter(workspace);
    d->remember = true;
    const auto epoch = d->epoch;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    auto future = promise->future();
    whenDone(d->secrets.read(secretKeyOf(workspace)), this,
             [this, promise, epoch](const Result<SecretStore::Secret> &secret) {
                 if (epoch != d->epoch) {
                     settle<Outcome>(promise, overtaken());
                     return;
                 }
                 const auto kept = secret.ok() && *secret ? KeptSession::fromSecret(**secret) : KeptSession();
                 if (kept.isNull()) {
                     if (!secret.ok())
                         d->setKeychain(Keychain::Unavailable);
                     d->setState(State::SignedOut);
                     settle<Outcome>(promise, Error{Error::Kind::NotFound,
                                                    QStringLiteral("no_session"),
                                                    tr("No sign-in is saved for this workspace."),
                                                    {},
                                                    0});
                     return;
                 }
                 d->refreshToken = kept.refreshToken;
                 d->keptAccount = kept.account;
                 if (kept.tellsWho()) {
                     d->account = kept.who();
                     d->setState(State::SignedIn);
                 }
                 whenDone(freshToken(), this, [this, promise, epoch](const TokenResult &token) {
                     if (!token.ok() && epoch == d->epoch && d->state == State::SigningIn)
                         d->setState(State::SignedOut);
                     settle<Outcome>(promise, token.ok() ? Outcome(Done{}) : Outcome(token.error()));
                 });
             });
    return future;
}

void SessionClient::signOut()
{
    if (d->state == State::SignedOut)
        return;
    ++d->epoch;
    delete d->flight;
    d->http.cancelAll();
    // Whether the server hears of it or not, nobody is signed in here any more; 401, 403 and 404 mean that it is over,
    // too.
    if (!d->token.isNull())
        d->http.send(d->connector.signOut(d->token.jwt));
    d->forget(secretKeyOf(d->workspace), d->keptAccount);
    d->tellWaiting(signedOutError());
    d->drop();
    d->setState(State::SignedOut);
}

QFuture<Result<wire::AccessToken>> SessionClient::freshToken()
{
    if (d->isFresh())
        return settled<TokenResult>(d->token);
    if (d->refreshToken.isEmpty())
        return settled<TokenResult>(d->token.isNull() || d->token.expiresAt <= d->clock.now() ||
                                            d->token.jwt == d->refusedJwt
                                        ? TokenResult(signedOutError())
                                        : TokenResult(d->token));
    // It rests after a failure, whoever asks: a sign-in server behind one address locks out all of it when it is
    // pressed.
    if (d->rests())
        return settled<TokenResult>(d->lastTrouble);
    auto promise = std::make_shared<QPromise<TokenResult>>();
    promise->start();
    auto future = promise->future();
    d->waiting.push_back(promise);
    d->startRefresh();
    return future;
}

void SessionClient::tokenRefused(const QByteArray &jwt)
{
    if (jwt.isEmpty() || jwt != d->token.jwt || jwt == d->refusedJwt)
        return;
    d->refusedJwt = jwt;
    d->look();
}

void SessionClient::checkNow()
{
    if (!d->restIsTheirs)
        d->restUntil.reset();
    d->look();
}

void SessionClient::tryNow()
{
    d->restUntil.reset();
    d->look();
}

} // namespace bolt
