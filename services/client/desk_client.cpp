// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client/desk_client.h"

#include "models/ports/when_done.h"
#include "services/actions/outbox_gateway.h"
#include "services/analytics/history_client.h"
#include "services/client/client_timing.h"
#include "services/client/copy_search.h"
#include "services/client/setup_check.h"
#include "services/client/wire_thread.h"
#include "services/connectors/connector.h"
#include "services/http/http_client.h"
#include "services/replica/replica.h"
#include "services/session/session_client.h"
#include "services/sync/link_error.h"
#include "services/sync/live_link.h"
#include "services/sync/mailbox.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QNetworkInformation>
#include <QRandomGenerator>
#include <QTimer>

namespace bolt {

struct DeskClient::Private
{
    Private(DeskClient *owner, SessionClient &s, const Connector &c, const Clock &k, Store &st, Settings set);

    void follow();
    void open();
    void close();
    void sendHeld();
    bool mayAct() const;
    QString replicaFile() const;
    std::optional<Instant> createdSince() const;
    void openReplica(const QString &file);
    void beginWire();
    void startWire();
    void followRole();
    void showAges(const std::vector<TableCursor> &cursors);
    void showHeld();
    void sayUnconfirmed(const Error &why);
    void take(const Parcel &parcel);
    void apply(const Delta &delta);
    void empty();
    void onHealth(LinkHealth health);
    void answerToken(bool forced);
    void wake(const LinkReason &reason);
    void watchNetwork();
    void narrow(Instant since);
    void loadOlder();

    DeskClient *q;
    SessionClient &session;
    const Connector &connector;
    const Clock &clock;
    Store &store;
    Settings settings;

    HttpClient http;
    HistoryClient history;
    SetupCheck setup;
    CopySearch search;
    OutboxGateway gateway;
    LiveLink link;
    SyncMailbox mailbox;
    CallQueue toMain;
    MemoryOutbox memoryOutbox;
    std::unique_ptr<Replica> replica; ///< outlives the wire thread, which writes to it
    std::unique_ptr<WireThread> wire;
    std::chrono::hours widened{0}; ///< what a person asked for beyond the window
    qint64 replicaBytes = -1;
    QString replicaNotice;
    bool wipeDue = false;
    bool loaded = false; ///< what was on disk is in the store and known to the wire thread
    bool wireStarted = false;
    QString copyOf;               ///< workspace and account whose copy is open
    Role copyRole = Role::Viewer; ///< in which its rows were read
    bool started = false;
};

namespace {

OutboxGateway::Settings gatewaySettings(const DeskClient::Settings &s)
{
    OutboxGateway::Settings g;
    g.retryFirst /= s.haste;
    g.retryMax /= s.haste;
    g.hold = s.hold;
    g.random = s.random;
    return g;
}

/// How long the program stays for what was held. What it does not get rid of in time is on disk.
constexpr Seconds quitWait(3);

/// The server is there, whatever it says.
bool isLinked(const LinkHealth &h)
{
    const bool open = h.phase == LinkPhase::Live || h.phase == LinkPhase::Polling || h.phase == LinkPhase::CatchUp ||
                      h.phase == LinkPhase::Denied;
    return open && !h.silentSince;
}

QString identityOf(const Session &session)
{
    const Workspace &w = session.workspace();
    const QString where = w.kind == Workspace::Kind::Embedded ? QStringLiteral("embedded") : w.url.toString();
    return where + u'\n' + session.account().id;
}

} // namespace

DeskClient::Private::Private(DeskClient *owner, SessionClient &s, const Connector &c, const Clock &k, Store &st,
                             Settings set)
    : q(owner)
    , session(s)
    , connector(c)
    , clock(k)
    , store(st)
    , settings(std::move(set))
    , http(HttpClient::Settings{}, [this] { return session.token().jwt; })
    , history(http, connector)
    , setup(http, connector, hastenedAnswer(settings.haste),
            [this](std::vector<SetupLack> lacks, bool uncheckable) { link.setLacks(std::move(lacks), uncheckable); })
    , search(store)
    , gateway(http, connector, clock, gatewaySettings(settings))
    , mailbox([this](const Parcel &parcel) { take(parcel); }, [this](const LinkHealth &h) { onHealth(h); })
{
    LinkHealth none;
    none.phase = LinkPhase::SignedOut;
    link.setHealth(none);
    link.setOnRefresh([this] {
        session.tryNow();
        if (!wire || !wireStarted)
            return;
        wire->post([](SyncWorker &w) { w.refresh(); });
        setup.askAnew();
    });
    link.setOnWipe([this] { wipeDue = true; });
    link.setOnOlder([this] { loadOlder(); });
    QObject::connect(&gateway, &OutboxGateway::touched, q, [this](const std::vector<wire::Key> &keys) {
        // More than one fetch's worth is left to the stream and the delta passes.
        if (wire && keys.size() <= 70)
            wire->post([keys](SyncWorker &w) { w.doubt(keys); });
    });
    QObject::connect(&http, &HttpClient::unauthorized, q, [this] { session.tokenRefused(session.token().jwt); });
}

DeskClient::DeskClient(SessionClient &session, const Connector &connector, const Clock &clock, Store &store,
                       Settings settings, QObject *parent)
    : QObject(parent)
{
    if (!settings.random)
        settings.random = [] { return QRandomGenerator::global()->generateDouble(); };
    d = std::make_unique<Private>(this, session, connector, clock, store, std::move(settings));
}

DeskClient::~DeskClient() { stop(); }

Link &DeskClient::link() { return d->link; }

ActionGateway &DeskClient::actions() { return d->gateway; }

History &DeskClient::history() { return d->history; }

Search &DeskClient::search() { return d->search; }

void DeskClient::start()
{
    if (std::exchange(d->started, true))
        return;
    connect(&d->session, &Session::stateChanged, this, [this] { d->follow(); });
    connect(&d->session, &SessionClient::tokenChanged, this, [this](const wire::AccessToken &token) {
        if (d->wire)
            d->wire->post([token](SyncWorker &w) { w.setToken(token); });
        d->gateway.setOpen(d->mayAct());
        d->startWire();
        d->followRole();
    });
    connect(&d->session, &SessionClient::refreshTrouble, this, [this](const Error &why) { d->sayUnconfirmed(why); });
    d->watchNetwork();
    auto *hour = new QTimer(this); // the window of days moves on while the desk stays open
    connect(hour, &QTimer::timeout, this, [this] {
        if (const auto since = d->createdSince())
            d->narrow(*since);
    });
    hour->start(std::chrono::hours(1));
    d->follow();
}

void DeskClient::stop()
{
    disconnect(&d->session, nullptr, this, nullptr);
    d->sendHeld();
    d->close();
}

/// Events are turned by hand: the loop of the program has ended by now and would not begin another one.
void DeskClient::Private::sendHeld()
{
    gateway.sendHeld();
    QTimer bound;
    bound.setSingleShot(true);
    bound.start(quitWait);
    QEventLoop loop;
    while (isLinked(link.health()) && gateway.isBusy() && bound.isActive())
        loop.processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

void DeskClient::Private::follow()
{
    switch (session.state()) {
    case Session::State::SignedIn: {
        const QString now = identityOf(session);
        if (now != copyOf) {
            close();
            copyOf = now;
            open();
        }
        gateway.setOpen(mayAct());
        return;
    }
    case Session::State::SignedOut:
        if (!copyOf.isEmpty()) {
            close();
            copyOf.clear();
            empty();
        }
        return;
    case Session::State::Expired:
        gateway.setOpen(false);
        if (!wireStarted) // otherwise the channel says so
            sayUnconfirmed({});
        return;
    case Session::State::SigningIn:
        return;
    }
}

void DeskClient::Private::open()
{
    HttpClient::Settings web;
    web.base = session.workspace().url;
    web.apiKey = session.workspace().anonKey.toUtf8();
    web.timeout = hastenedAnswer(settings.haste);
    http.setSettings(web);
    empty();
    copyRole = session.account().role;
    LinkHealth opening;
    opening.phase = LinkPhase::Connecting;
    opening.keptSince = createdSince();
    link.setHealth(opening);
    if (const QString file = replicaFile(); !file.isEmpty())
        openReplica(file);
    gateway.setLinked(false);
    beginWire();
    if (replica)
        return replica->open([this](const SharedParcel &parcel, bool last) {
            if (!wire)
                return; // signed out meanwhile
            apply(parcel->state);
            wire->post([parcel](SyncWorker &w) { w.seed(parcel); });
            loaded = last;
            if (last)
                showHeld();
            startWire();
        });
    memoryOutbox = {};
    gateway.setStore(&memoryOutbox);
    loaded = true;
    startWire();
}

/// Not before the copy is known to the engine, and not before the server has confirmed whose session it is.
void DeskClient::Private::startWire()
{
    if (!wire || !loaded || wireStarted || session.token().isNull())
        return;
    wireStarted = true;
    wire->post([](SyncWorker &w) { w.start(); });
    setup.ask();
    followRole();
}

/// T12: what another role was shown is void.
void DeskClient::Private::followRole()
{
    if (!wireStarted || session.token().isNull() || session.account().role == copyRole)
        return;
    copyRole = session.account().role;
    wire->post([](SyncWorker &w) { w.startOver(); });
}

/// Until the wire thread tells more: these rows are as old as that.
void DeskClient::Private::showAges(const std::vector<TableCursor> &cursors)
{
    LinkHealth h = link.health();
    for (const TableCursor &cursor : cursors) {
        TableHealth &table = h.tables[size_t(cursor.table)];
        table.complete = cursor.complete;
        table.asOf = cursor.asOf;
    }
    const auto oldest = std::min_element(h.tables.begin(), h.tables.end(),
                                         [](const auto &a, const auto &b) { return a.asOf < b.asOf; });
    h.asOf = oldest->asOf; // nothing where a table was never read
    link.setHealth(h);
}

void DeskClient::Private::showHeld()
{
    LinkHealth h = link.health();
    const std::array<size_t, tableCount> rows{store.packages().size(),    store.customers().size(),
                                              store.directories().size(), store.workers().size(),
                                              store.jobs().size(),        store.submissions().size()};
    for (size_t i = 0; i < rows.size(); ++i)
        h.tables[i].rows = qint64(rows[i]);
    link.setHealth(h);
}

void DeskClient::Private::sayUnconfirmed(const Error &why)
{
    if (copyOf.isEmpty() || wireStarted)
        return;
    LinkHealth h = link.health();
    const bool ended = session.state() == Session::State::Expired;
    const LinkPhase phase = ended ? LinkPhase::SignedOut : LinkPhase::Offline;
    if (h.phase != phase)
        h.since = clock.now();
    h.phase = phase;
    h.reason = reasonFor(ended ? LinkReason::NotSignedIn : LinkReason::NoToken, why);
    link.setHealth(h);
}

/// A session that only the keychain vouches for shows; it does not act.
bool DeskClient::Private::mayAct() const
{
    return session.state() == Session::State::SignedIn && !session.token().isNull();
}

QString DeskClient::Private::replicaFile() const
{
    if (!settings.replicaFile.isEmpty())
        return settings.replicaFile;
    const bool passing = session.workspace().kind == Workspace::Kind::Embedded && !settings.copiesEmbedded;
    if (settings.replicaFolder.isEmpty() || passing)
        return {};
    const auto name = QCryptographicHash::hash(copyOf.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return settings.replicaFolder + u'/' + QString::fromLatin1(name) + QStringLiteral(".replica");
}

std::optional<Instant> DeskClient::Private::createdSince() const
{
    if (settings.window.count() == 0)
        return {};
    return std::chrono::floor<std::chrono::days>(clock.now() - settings.window - widened);
}

void DeskClient::Private::openReplica(const QString &file)
{
    Replica::Settings s;
    s.file = file;
    s.identity = copyOf;
    s.createdSince = createdSince();
    s.mostSubmissions = settings.mostSubmissions;
    replica = std::make_unique<Replica>(s, clock);
    QObject::connect(replica.get(), &Replica::noticed, q, [this](const QString &notice) {
        replicaNotice = notice;
        link.setReplica(replicaBytes, replicaNotice);
    });
    QObject::connect(replica.get(), &Replica::sized, q, [this](qint64 bytes) {
        replicaBytes = bytes;
        link.setReplica(replicaBytes, replicaNotice);
    });
    QObject::connect(replica.get(), &Replica::narrowed, q, [this](Instant since) {
        narrow(since);
        link.setAtLimit(true);
    });
    QObject::connect(replica.get(), &Replica::aged, q,
                     [this](const std::vector<TableCursor> &cursors) { showAges(cursors); });
    gateway.setStore(replica.get());
    search.setFile(file);
}

void DeskClient::Private::beginWire()
{
    SyncWorker::Settings s;
    s.workspace = session.workspace();
    s.timing = hastened(sync::SyncTiming(), settings.haste);
    s.channel = hastened(ChannelTiming(), settings.haste);
    s.answerWithin = hastenedAnswer(settings.haste);
    s.random = settings.random;
    s.createdSince = createdSince();
    SyncWorker::Replica disk;
    if (replica)
        disk = {[r = replica.get()](SharedParcel parcel) { r->keep(std::move(parcel)); },
                [r = replica.get()] { return r->backlog(); }};
    auto worker = std::make_unique<SyncWorker>(connector, clock, mailbox, std::move(s), std::move(disk));
    SyncWorker *w = worker.get();
    // Emitted in the wire thread; the context is the worker, so that these run there and only post.
    QObject::connect(w, &SyncWorker::tokenWanted, w,
                     [this](bool forced) { toMain.post([this, forced] { answerToken(forced); }); });
    QObject::connect(w, &SyncWorker::unauthorized, w,
                     [this](const QByteArray &jwt) { toMain.post([this, jwt] { session.tokenRefused(jwt); }); });
    QObject::connect(w, &SyncWorker::slept, w, [this] { toMain.post([this] { session.checkNow(); }); });
    w->setToken(session.token());
    wire = std::make_unique<WireThread>(std::move(worker));
}

/// The stop order of DeskClient::stop().
void DeskClient::Private::close()
{
    gateway.setOpen(false);
    setup.forget();
    http.cancelAll();
    if (wire) {
        wire->end();
        mailbox.drain();
        wire.reset();
    }
    loaded = wireStarted = false;
    widened = {};
    link.setAtLimit(false);
    gateway.setStore(nullptr);
    search.setFile({});
    if (replica) {
        if (wipeDue)
            replica->wipe();
        else
            replica->close();
        replica.reset();
        replicaBytes = -1;
        replicaNotice.clear();
        link.setReplica(-1, {});
    }
    wipeDue = false;
    LinkHealth none;
    none.phase = LinkPhase::SignedOut;
    link.setHealth(none);
}

void DeskClient::Private::take(const Parcel &parcel)
{
    apply(parcel.state);
    apply(parcel.news);
}

void DeskClient::Private::apply(const Delta &delta)
{
    if (delta.empty())
        return;
    Q_EMIT q->applying(delta);
    store.apply(delta);
}

void DeskClient::Private::empty()
{
    Delta nothing;
    nothing.reset = true;
    nothing.snapshot = true;
    apply(nothing);
}

void DeskClient::Private::onHealth(LinkHealth health)
{
    const bool back = isAnswering(health) && !isAnswering(link.health());
    gateway.setLinked(isLinked(health));
    link.setHealth(std::move(health));
    if (back)
        gateway.kick();
}

void DeskClient::Private::answerToken(bool forced)
{
    if (forced)
        session.tokenRefused(session.token().jwt);
    whenDone(session.freshToken(), q, [this](const Result<wire::AccessToken> &token) {
        if (!wire)
            return;
        if (token.ok())
            wire->post([t = *token](SyncWorker &w) { w.setToken(t); });
        else
            wire->post([why = reasonFor(LinkReason::NoToken, token.error())](SyncWorker &w) { w.tokenFailed(why); });
    });
}

void DeskClient::Private::wake(const LinkReason &reason)
{
    session.checkNow();
    gateway.kick();
    if (wire)
        wire->post([reason](SyncWorker &w) { w.wake(reason); });
}

void DeskClient::Private::narrow(Instant since)
{
    if (wire)
        wire->post([since](SyncWorker &w) { w.narrow(since); });
    if (wireStarted)
        return; // the wire thread says what is held
    LinkHealth h = link.health();
    h.keptSince = std::max(h.keptSince, std::optional(since));
    link.setHealth(h);
}

/// The window reaches further back until this session ends; what is now inside comes by ordinary pages.
void DeskClient::Private::loadOlder()
{
    const LinkHealth &h = link.health();
    const bool idle = h.older == LinkHealth::Older::Idle && h.keptSince;
    if (!wire || !wireStarted || !idle || h.atLimit)
        return;
    if (store.submissions().size() >= settings.mostSubmissions)
        return link.setAtLimit(true);
    widened += settings.olderStep;
    const Instant since = *createdSince();
    if (replica)
        replica->widen(since);
    wire->post([since](SyncWorker &w) { w.widen(since); });
    LinkHealth asked = h;
    asked.older = LinkHealth::Older::Loading; // at once, so that a second press asks for nothing
    link.setHealth(asked);
}

/// T10. Where the platform tells nothing, the heartbeat and the clock still do.
void DeskClient::Private::watchNetwork()
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, q,
                     [this](QNetworkInformation::Reachability now) {
                         if (now == QNetworkInformation::Reachability::Online)
                             wake({LinkReason::NetworkBack});
                     });
}

} // namespace bolt
